internal import GFM
internal import Scoring
internal import Text

/// The index by which a province scores its own units: what is known of each year and what is not, then how to score
/// units with the command.
struct InternalIndexPage {
  let context: PageContext
  let entity: Entity

  private var name: String { context.text(entity.name) }

  var head: Page.Head {
    Page.Head(
      route: .internalIndex(entity.id), language: context.language,
      title: context.label("internal.title", ["name": name]),
      description: context.label("internal.description", ["name": name]),
      parents: [.home, .province(entity.id)])
  }

  func content() throws(MarkdownError) -> Page.PageContent {
    var body = MarkdownDocument()
    let indexes = context.data.indexes.filter { $0.province == entity.id }
    let groups = context.data.unitGroups(entity.id)
    let known = indexes.map { index in (index: index, years: years(of: index, groups)) }
    body.paragraph(lead(known.flatMap(\.years).flatMap(\.groups)))
    body.paragraph(
      context.filled("internal.back", ["name": context.link(.text(name), to: .province(entity.id))]))
    for (index, years) in known {
      for (year, groups) in years {
        body.heading(2, context.labelText("internal.year", ["year": String(year)]))
        for group in groups { try group.add(to: &body) }
      }
      context.addMethod(of: index, to: &body)
    }
    addOwnScoring(to: &body)
    return Page.PageContent(body)
  }

  /// What is known of each year that has figures, newest first.
  private func years(
    of index: IndexDescription, _ groups: [UnitGroup]
  ) -> [(year: Int, groups: [UnitGroupYear])] {
    let figures = groups.map { group in (group: group, figures: UnitGroupYear.Figures(group, index, context))
    }
    let years = Set(figures.flatMap(\.figures.years)).sorted(by: >)
    return years.map { year in
      let known = figures.map {
        UnitGroupYear(context: context, index: index, group: $0.group, year: year, all: $0.figures)
      }
      return (year, known.filter { !$0.isEmpty })
    }
  }

  private func lead(_ known: [UnitGroupYear]) -> Markdown {
    guard !known.isEmpty else { return context.labelText("internal.nothing", ["name": name]) }
    let years = Set(known.map(\.year)).sorted()
    let units = Set(known.flatMap(\.knownUnits))
    return context.filled(
      "internal.lead",
      [
        "name": .text(name), "units": .text(context.whole(units.count)),
        "figures": .text(context.whole(known.map(\.publishedCount).reduce(0, +))),
        "years": context.enumeration(years.map { .text(String($0)) }),
      ]) + derived(known.map(\.derivedCount).reduce(0, +))
  }

  /// The number of figures worked out here; empty for none.
  private func derived(_ count: Int) -> Markdown {
    count == 0 ? "" : " " + context.labelText("internal.lead_derived", ["count": context.whole(count)])
  }

  /// How to score units with the command, on the example of synthetic data.
  private func addOwnScoring(to body: inout MarkdownDocument) {
    let files = context.data.example.unitFiles
    body.heading(2, context.labelText("internal.own_heading"))
    body.paragraph(context.labelText("internal.own_lead"))
    body.list(
      ["framework", "scores", "unknown", "command"].map { context.labelText("internal.own_" + $0) })
    let mark = context.label("example.mark")
    body.quote(.strong(.text(mark + ".")) + " " + context.labelText("example.mark_text"))
    body.append(Self.code(context.label("internal.command")))
    let output = "output.\(context.language.rawValue).txt"
    if let file = files.first(where: { $0.name == output }) {
      body.paragraph(context.labelText("internal.own_output"))
      body.append(Self.code(String(decoding: file.bytes, as: UTF8.self)))
      body.paragraph(context.labelText("internal.own_reading"))
    }
    let links = files.map { Markdown.link(.text($0.name), to: $0.path) }
    body.paragraph(
      context.filled(
        "internal.own_files", ["mark": .text(mark), "files": context.enumeration(links)]))
  }

  /// Text as it stands in a terminal.
  private static func code(_ text: String) -> MarkdownDocument {
    MarkdownDocument(authored: "```\n" + text + (text.hasSuffix("\n") ? "" : "\n") + "```\n")
  }
}
