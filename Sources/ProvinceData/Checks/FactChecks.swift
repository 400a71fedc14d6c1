internal import Scoring

/// Checks that need several rows, or a row and its entity.
struct FactChecks {
  /// What two rows about the same fact are compared by.
  private struct Fact {
    let key: [String]
    /// Stated values by column.
    let values: [(column: String, text: String, value: ExactDecimal)]
    /// Whether the row says that another disagrees; a derived row says so by naming the other's source.
    let isConflict: Bool
    let isExact: Bool
    let record: Record
  }

  let entities: [Identifier<Entity>: Entity]

  /// Checks reported outcomes.
  func check(_ rows: [(Outcome, Record)]) {
    for (outcome, record) in rows { checkLifetime(outcome.entity, outcome.year, record) }
    compare(
      rows.map { outcome, record in
        Fact(
          key: [
            "\(outcome.entity)", "\(outcome.year)", outcome.period.rawValue, outcome.asOf?.description ?? "",
            "\(outcome.indicator)", outcome.denominator?.rawValue ?? "", outcome.level.rawValue,
          ],
          values: [("value", "\(outcome.value)", outcome.value.value)],
          isConflict: FactChecks.isMarked(outcome.confidence, outcome.contradictedBy),
          isExact: outcome.bound == .exact, record: record)
      })
  }

  /// Checks published figures.
  func check(_ rows: [(PublishedFigure, Record)]) {
    for (figure, record) in rows { checkLifetime(figure.entity, figure.year, record) }
    compare(
      rows.map { figure, record in
        let value = figure.value.map { ("value", "\($0)", $0.value) }
        let rank = figure.rank.map { ("rank", "\($0)", ExactDecimal($0)) }
        return Fact(
          key: [
            "\(figure.entity)", "\(figure.year)", figure.index, figure.measure.rawValue, figure.node,
            figure.value == nil ? "" : figure.unit.rawValue,
          ],
          values: [value, rank].compactMap { $0 },
          isConflict: FactChecks.isMarked(figure.confidence, figure.contradictedBy),
          isExact: figure.bound == .exact, record: record)
      })
  }

  /// Checks scorecard rows.
  func check(_ rows: [(ScorecardEntry, Record)]) {
    for (entry, record) in rows { checkLifetime(entry.entity, entry.year, record) }
    compare(
      rows.map { entry, record in
        let numbers = [
          ("self_points", entry.selfPoints), ("points", entry.points), ("percent", entry.percent),
          ("rank", entry.rank.map { PrintedDecimal(ExactDecimal($0), decimals: 0) }),
        ]
        return Fact(
          key: ["\(entry.entity)", "\(entry.year)", "\(entry.node)", entry.basis.rawValue],
          values: numbers.compactMap { column, number in number.map { (column, "\($0)", $0.value) } },
          isConflict: FactChecks.isMarked(entry.confidence, entry.contradictedBy),
          isExact: entry.bound == .exact, record: record)
      })
  }

  private static func isMarked(_ confidence: Confidence, _ contradictedBy: [Identifier<Source>]) -> Bool {
    confidence == .conflict || (confidence == .derived && !contradictedBy.isEmpty)
  }

  private func compare(_ facts: [Fact]) {
    for group in Dictionary(grouping: facts, by: \.key).values {
      for (index, fact) in group.enumerated() {
        for other in group[..<index] { compare(fact, with: other) }
      }
    }
  }

  private func compare(_ fact: Fact, with other: Fact) {
    let shared = fact.values.compactMap { value in
      other.values.first { $0.column == value.column }.map { (value, $0) }
    }
    let first = other.record.place
    if let (value, otherValue) = shared.first(where: { $0.value != $1.value }) {
      let isMarked = fact.isConflict && other.isConflict
      guard fact.isExact, other.isExact, !isMarked else { return }
      let unmarked = fact.isConflict ? other : fact
      let opposite = fact.isConflict ? (value, fact.record.place) : (otherValue, first)
      let own = fact.isConflict ? otherValue : value
      unmarked.record.report(
        .conflictUnmarked(own.text, other: opposite.0.text, place: opposite.1), key: own.column)
    } else if !shared.isEmpty, fact.isExact == other.isExact {
      fact.record.report(.factDuplicate(first: first), fact.record.place)
    }
  }

  private func checkLifetime(_ id: Identifier<Entity>, _ year: Int, _ record: Record) {
    guard let entity = entities[id] else { return }
    if let until = entity.until, year > until.year {
      record.report(.lifetimeAfter(year, entity: entity.name, until: "\(until)"), key: "year")
    }
    if let from = entity.from, year < from.year {
      record.report(.lifetimeBefore(year, entity: entity.name, from: "\(from)"), key: "year")
    }
  }
}
