internal import Scoring

/// Rows that speak of one fact: equal ones are one too many, different ones must be marked as a conflict.
struct FactCheck {
  /// One number of a row.
  struct Number: Hashable {
    let value: PrintedDecimal
    let bound: Bound

    /// Whether no true value can stand behind both, each within its rounding.
    func contradicts(_ other: Number) -> Bool {
      guard bound != .about, other.bound != .about else { return false }
      let (mine, yours) = (range, other.range)
      return mine.low > yours.high || yours.low > mine.high
        || (mine.low == yours.high && (mine.isOpenBelow || yours.isOpenAbove))
        || (yours.low == mine.high && (yours.isOpenBelow || mine.isOpenAbove))
    }

    /// Ends in hundred-thousandths; an end of a strict bound does not belong to it.
    private var range: (low: Int64, high: Int64, isOpenBelow: Bool, isOpenAbove: Bool) {
      let middle = value.value.tenThousandths * 10
      switch bound {
      case .exact, .about:
        return (
          middle - value.halfStepHundredThousandths, middle + value.halfStepHundredThousandths, false, false
        )
      case .above: return (middle, .max, true, false)
      case .below: return (.min, middle, false, true)
      }
    }
  }

  /// One row.
  struct Row {
    /// What the row speaks of.
    let fact: [String]
    /// Its numbers by kind, such as value and rank.
    let numbers: [String: Number]
    let citations: [Citation]
    let contradictedBy: [Identifier<Source>]
    let confidence: Confidence
    let record: Record
  }

  let reader: Reader

  /// Compares every row with the other rows of its fact.
  func check(_ rows: [Row]) {
    var groups: [[String]: [Row]] = [:]
    for row in rows { groups[row.fact, default: []].append(row) }
    for group in groups.values where group.count > 1 {
      // A row is compared with the first of each different value, so a pasted block is reported once a row.
      var different: [Row] = []
      for row in group {
        if let earlier = different.first(where: { isSame($0, row) }) {
          reader.report(.factDuplicate(first: earlier.record.line), row.record, "source")
          continue
        }
        for earlier in different where contradict(earlier, row) {
          checkMarks(of: earlier, against: row)
          checkMarks(of: row, against: earlier)
        }
        different.append(row)
      }
    }
  }

  private func isSame(_ first: Row, _ second: Row) -> Bool {
    first.numbers == second.numbers
  }

  private func contradict(_ first: Row, _ second: Row) -> Bool {
    first.numbers.contains { kind, number in second.numbers[kind].map(number.contradicts) == true }
  }

  private func checkMarks(of row: Row, against other: Row) {
    guard row.confidence == .conflict || (row.confidence == .derived && !row.contradictedBy.isEmpty) else {
      return reader.report(.conflictUnmarked(other: other.record.line), row.record, "confidence")
    }
    let sources = other.citations.map(\.source)
    guard let first = sources.first, !sources.contains(where: row.contradictedBy.contains) else { return }
    let rule = DataRule.conflictOneSided(source: first.rawValue, other: other.record.line)
    reader.report(rule, row.record, "contradicted_by")
  }
}

extension FactCheck.Row {
  /// A reported outcome.
  init(_ outcome: Outcome, _ record: Record) {
    let fact = [
      outcome.entity.rawValue, outcome.indicator.rawValue, outcome.denominator?.rawValue ?? "",
      outcome.level.rawValue, String(outcome.year), outcome.period.rawValue,
      outcome.asOf?.description ?? "",
    ]
    self.init(
      fact: fact, numbers: ["value": FactCheck.Number(value: outcome.value, bound: outcome.bound)],
      citations: outcome.citations, contradictedBy: outcome.contradictedBy,
      confidence: outcome.confidence, record: record)
  }

  /// A published index figure.
  init(_ figure: PublishedFigure, _ record: Record) {
    var numbers: [String: FactCheck.Number] = [:]
    numbers[figure.unit.rawValue] = figure.value.map { FactCheck.Number(value: $0, bound: figure.bound) }
    numbers["rank in list"] = figure.rank.map(FactCheck.Number.init(rank:))
    self.init(
      fact: [
        figure.entity.rawValue, String(figure.year), figure.index, figure.measure.rawValue, figure.node,
      ], numbers: numbers, citations: figure.citations, contradictedBy: figure.contradictedBy,
      confidence: figure.confidence, record: record)
  }

  /// A row of a scorecard.
  init(_ entry: ScorecardEntry, _ record: Record) {
    var numbers: [String: FactCheck.Number] = [:]
    numbers["self"] = entry.selfPoints.map { FactCheck.Number(value: $0, bound: .exact) }
    numbers["points"] = entry.points.map { FactCheck.Number(value: $0, bound: entry.bound) }
    numbers["maximum"] = entry.maximum.map { FactCheck.Number(value: $0, bound: .exact) }
    numbers["percent"] = entry.percent.map { FactCheck.Number(value: $0, bound: entry.bound) }
    numbers["rank"] = entry.rank.map(FactCheck.Number.init(rank:))
    self.init(
      fact: [
        entry.entity.rawValue, String(entry.year), entry.node.description, entry.basis.rawValue,
      ], numbers: numbers, citations: entry.citations, contradictedBy: entry.contradictedBy,
      confidence: entry.confidence, record: record)
  }
}

extension FactCheck.Number {
  fileprivate init(rank: Int) {
    // A rank is exact: unlike a measured value it was never rounded, so it is kept at four places.
    self.init(value: PrintedDecimal(ExactDecimal(rank), decimals: 4), bound: .exact)
  }
}
