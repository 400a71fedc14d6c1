package import GFM
package import Scoring
internal import Text

extension PageContext {
  /// How the identifiers of the sources at the foot of a page begin.
  package static let sourceAnchor = "source-"

  /// The style of a link to a source that shows its title, not its mark.
  package static let sourceTitle = "source"

  /// The marks of sources: their numbers on the page, linked to the list at its foot, with the locator as tool tip.
  package func cites(_ citations: [Citation]) -> Markdown {
    citations.map { citation in
      let number = String(cited.number(of: citation.source))
      return Markdown.link(
        .text(number), to: "#" + PageContext.sourceAnchor + number, title: citation.locator.map(text))
    }.joined(separator: " ")
  }

  /// The marks of sources without locators.
  package func cites(_ sources: [Identifier<Source>]) -> Markdown {
    cites(sources.map { Citation(source: $0) })
  }

  /// A figure: its text links to its data line, the mark of its best source follows, and how many others there are.
  package func figure(_ text: String, at line: DataLine, _ citations: [Citation]) -> Markdown {
    let value = dataLine(.text(text), line)
    return citations.isEmpty ? value : value + " " + marks(of: citations, at: line)
  }

  /// The mark of the best of the sources of a figure, and how many others its data line names.
  func marks(of citations: [Citation], at line: DataLine) -> Markdown {
    guard let best = best(of: citations) else { return "" }
    let shown = cites([best])
    guard citations.count > 1 else { return shown }
    return shown + " "
      + .link(
        .text("+" + whole(citations.count - 1)), to: address(of: line), style: "more", identifier: nil)
  }

  /// The first source that is official; without one, the first, which the row was taken from.
  private func best(of citations: [Citation]) -> Citation? {
    guard citations.count > 1 else { return citations.first }
    return citations.first { data.source($0.source).map { $0.kind != .secondary } == true } ?? citations.first
  }

  /// Adds the list of what the page cites, folded on the screen and open on paper.
  func addCitedSources(to body: inout MarkdownDocument) {
    let sources = cited.all
    guard !sources.isEmpty else { return }
    body.details(2, labelText("sources.of_page", ["count": whole(sources.count)])) { body in
      body.list(sources.enumerated().map { place, id in entry(id, number: String(place + 1)) })
    }
  }

  private func entry(_ id: Identifier<Source>, number: String) -> Markdown {
    let mark = Markdown.link(
      .text(number), to: Route.sources.path(in: language) + "#" + id.rawValue, style: nil,
      identifier: PageContext.sourceAnchor + number)
    guard let source = data.source(id) else { return mark + " " + .code(id.rawValue) }
    let title = ownWords(source.title, in: source.titleLanguage)
    let imprint = [
      source.publisher.map(publisher) ?? labelText("sources.no_publisher"),
      source.date.map { .text(date($0)) } ?? labelText("sources.no_date"),
    ].joined(separator: ", ")
    return mark + " " + (source.url.map { .link(title, to: $0) } ?? title) + ". " + imprint + "."
  }
}
