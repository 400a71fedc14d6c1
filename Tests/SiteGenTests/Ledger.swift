import Scoring
import Text

/// The recorded summary of the frozen data: counts and exact sums per place, year and kind, and tallies of every field
/// that judges or explains a figure. Each fact has its own line, so a change shows as one line.
enum Ledger {
  /// The lines of a dataset.
  static func text(of dataset: Dataset) -> String {
    let lines =
      totals(dataset) + plans(dataset) + figures(dataset) + editions(dataset) + targetTallies(dataset)
      + figureTallies(dataset)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func totals(_ dataset: Dataset) -> [String] {
    [
      "sources \(dataset.sources.count)", "indicators \(dataset.indicators.count)",
      "denominators \(dataset.indicators.reduce(0) { $0 + $1.denominators.count })",
      "entities \(dataset.entities.count)",
      "units \(dataset.unitGroups.flatMap(\.units).count)", "editions \(dataset.editions.count)",
      "indexes \(dataset.indexes.count)", "plans \(dataset.plans.count)",
      "targets \(dataset.targets.count)", "tasks \(dataset.tasks.count)",
      "repeats \(dataset.targets.reduce(0) { $0 + $1.repeats.count })",
      "outcomes \(dataset.outcomes.count)", "published \(dataset.published.count)",
      "scorecards \(dataset.scorecardEntries.count)",
    ]
  }

  private static func plans(_ dataset: Dataset) -> [String] {
    dataset.plans.map { plan in
      let sum = plan.targets.flatMap { numbers(of: $0.goal) }.sum
      return "plan \(plan.id) \(plan.firstYear) targets \(plan.targets.count) sum \(sum)"
    }
  }

  private static func numbers(of goal: Goal) -> [ExactDecimal] {
    switch goal {
    case .threshold(_, let value): [value]
    case .range(let low, let high): [low, high]
    case .staged(_, let stages): stages.map(\.value)
    case .relative, .group, .qualitative: []
    }
  }

  private static func figures(_ dataset: Dataset) -> [String] {
    grouped(dataset.outcomes) {
      "outcomes \($0.entity) \($0.year)"
    } columns: {
      ["value": $0.value]
    }
      + grouped(dataset.published) {
        "published \($0.entity) \($0.year) \($0.index)"
      } columns: {
        ["value": $0.value, "rank": $0.rank.map(whole)]
      }
      + grouped(dataset.scorecardEntries) {
        "scorecard \($0.entity) \($0.year)"
      } columns: {
        [
          "self": $0.selfPoints, "points": $0.points, "maximum": $0.maximum, "percent": $0.percent,
          "rank": $0.rank.map(whole),
        ]
      }
  }

  private static func whole(_ number: Int) -> PrintedDecimal {
    PrintedDecimal(ExactDecimal(number), decimals: 0)
  }

  private static func grouped<Row>(
    _ rows: [Row], by key: (Row) -> String, columns: (Row) -> [String: PrintedDecimal?]
  ) -> [String] {
    Dictionary(grouping: rows, by: key).sorted { $0.key < $1.key }.map { key, rows in
      let cells = rows.map(columns)
      let parts = Set(cells.flatMap(\.keys)).sorted().map { name in
        let values = cells.compactMap { $0[name]??.value }
        return "\(name) \(values.count)×\(values.sum)"
      }
      return ([key, "rows \(rows.count)"] + parts).joined(separator: " ")
    }
  }

  private static func editions(_ dataset: Dataset) -> [String] {
    dataset.editions.map { edition in
      let maxima = edition.components.compactMap(\.maximum?.value.value)
      let blocks = edition.blocks.compactMap(\.maximum?.value.value)
      return "edition \(edition.id) components \(edition.components.count) known \(maxima.count)"
        + " sum \(maxima.sum) blocks \(edition.blocks.count) sum \(blocks.sum)"
        + " groups \(edition.groups.count) unknown \(edition.unknown.count)"
    }
  }

  private static func tally(_ name: String, _ words: [String]) -> [String] {
    Dictionary(grouping: words, by: \.self).sorted { $0.key < $1.key }.map { word, all in
      "tally \(name) \(word) \(all.count)"
    }
  }

  private static func form(_ goal: Goal) -> String {
    switch goal {
    case .threshold(let comparator, _): comparator.rawValue
    case .range: "range"
    case .staged: "staged"
    case .relative: "relative"
    case .group: "rank-group"
    case .qualitative: "qualitative"
    }
  }

  private static func targetTallies(_ dataset: Dataset) -> [String] {
    let targets = dataset.targets
    var fields: [String] = []
    for target in targets {
      var stageHow = false
      if case .staged(_, let stages) = target.goal { stageHow = stages.contains { $0.derivation != nil } }
      let present = [
        ("aspiration", target.traits.isAspiration), ("bare", target.traits.isBareNumber),
        ("optimistic", target.traits.optimistic != nil), ("excludes", target.excludes != nil),
        ("conditions", target.conditions != nil), ("reading", target.reading != nil),
        ("group", target.group != nil), ("how", target.derivation != nil), ("note", target.note != nil),
        ("locator", target.citation.locator != nil), ("stage-how", stageHow),
      ]
      fields += present.filter(\.1).map(\.0)
    }
    return tally("target.form", targets.map { form($0.goal) })
      + tally("target.level", targets.map(\.level.rawValue))
      + tally("target.unit", targets.map { $0.unit?.rawValue ?? "-" })
      + tally("target.component", targets.map { $0.component?.description ?? "-" })
      + tally("target.year", targets.map { "\($0.year)" })
      + tally("target.deadline", targets.map(\.deadline.description)) + tally("target.field", fields)
  }

  private static func figureTallies(_ dataset: Dataset) -> [String] {
    func common(
      _ name: String, _ rows: [(Confidence, Bound, [Citation], [Identifier<Source>], LocalizedText?)]
    ) -> [String] {
      let citations = rows.reduce(0) { $0 + $1.2.count }
      let against = rows.reduce(0) { $0 + $1.3.count }
      let notes = rows.count { $0.4 != nil }
      return tally("\(name).confidence", rows.map(\.0.rawValue))
        + tally("\(name).bound", rows.map(\.1.rawValue))
        + ["tally \(name).citations \(citations) contradicted \(against) notes \(notes)"]
    }
    return common(
      "outcome", dataset.outcomes.map { ($0.confidence, $0.bound, $0.citations, $0.contradictedBy, $0.note) })
      + common(
        "published",
        dataset.published.map { ($0.confidence, $0.bound, $0.citations, $0.contradictedBy, $0.note) })
      + common(
        "scorecard",
        dataset.scorecardEntries.map { ($0.confidence, $0.bound, $0.citations, $0.contradictedBy, $0.note) })
      + tally("outcome.period", dataset.outcomes.map(\.period.rawValue))
      + tally("outcome.level", dataset.outcomes.map(\.level.rawValue))
      + tally("published.measure", dataset.published.map(\.measure.rawValue))
      + tally("scorecard.basis", dataset.scorecardEntries.map(\.basis.rawValue))
  }
}
