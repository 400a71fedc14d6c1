internal import GFM
internal import Scoring

extension PageContext {
  /// The addresses at which readers report mistakes and edit rows.
  var reportLinks: ReportLinks { ReportLinks(data.publication, labels: labels) }

  /// A link that reports a mistake in one figure or target of a page; nil when the site names nobody to tell.
  func report(_ identifier: String, on route: Route, titled title: String) -> Markdown? {
    reportLinks.report(on: route, titled: title, of: identifier).map {
      .link(labelText("report.figure"), to: $0)
    }
  }

  /// A link that opens a row of the data for editing; nil without a repository.
  func edit(_ line: DataLine) -> Markdown? {
    reportLinks.edit(line).map { .link(labelText("report.edit_row"), to: $0) }
  }

  /// A word as a link to its entry in the glossary.
  func term(_ label: String, _ id: String) -> Markdown {
    link(labelText(label), to: .glossary, anchor: id)
  }
}
