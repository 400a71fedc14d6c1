internal import Scoring
internal import Text

/// What a figure states about a fact.
struct FactStatement {
  /// One number of a row.
  struct Number: Hashable {
    let value: PrintedDecimal
    let bound: Bound

    /// Whether no true value is consistent with both numbers, given their rounding.
    func contradicts(_ other: Number) -> Bool {
      guard bound != .about, other.bound != .about else { return false }
      let (mine, yours) = (range, other.range)
      return mine.low > yours.high || yours.low > mine.high
        || (mine.low == yours.high && (mine.isOpenBelow || yours.isOpenAbove))
        || (yours.low == mine.high && (yours.isOpenBelow || mine.isOpenAbove))
    }

    /// The bounds in hundred-thousandths; the end of a strict bound is excluded.
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

  /// The fact that it is about.
  let fact: [String]
  /// Its numbers by kind, such as value and rank.
  let numbers: [String: Number]
  let citations: [Citation]
  let contradictedBy: [Identifier<Source>]
  let line: DataLine
}

/// Compares figures of all files about the same fact: equal ones are duplicates, and contradicting ones must be
/// marked as a conflict.
struct ContradictionCheck {
  private typealias Located = (statement: FactStatement, location: FactLocation)

  let log: FindingLog

  /// Compares every figure with the other figures about the same fact.
  ///
  /// - Parameter files: the figures of each file, with the location of each figure.
  func check<Figure: ComparableFigure>(_ files: [(figures: [Figure], locations: [FactLocation])]) {
    var seen: Set<Int> = []
    seen.reserveCapacity(files.map(\.figures.count).reduce(0, +))
    var shared: Set<Int> = []
    for file in files {
      for location in file.locations where !seen.insert(location.fact).inserted {
        shared.insert(location.fact)
      }
    }
    guard !shared.isEmpty else { return }
    check(
      files.flatMap { file in
        zip(file.figures, file.locations).filter { shared.contains($1.fact) }.map { ($0.comparison, $1) }
      })
  }

  private func check(_ rows: [Located]) {
    for group in Dictionary(grouping: rows, by: \.statement.fact).values where group.count > 1 {
      // Each row is compared with the first row of each distinct value, so a pasted block has one finding per row.
      var different: [Located] = []
      for row in group {
        if let earlier = different.first(where: { $0.statement.numbers == row.statement.numbers }) {
          report(.factDuplicate(first: earlier.statement.line), row, \.source)
          continue
        }
        for earlier in different where contradict(earlier.statement, row.statement) {
          checkMarks(of: earlier, against: row.statement)
          checkMarks(of: row, against: earlier.statement)
        }
        different.append(row)
      }
    }
  }

  private func contradict(_ first: FactStatement, _ second: FactStatement) -> Bool {
    first.numbers.contains { kind, number in second.numbers[kind].map(number.contradicts) == true }
  }

  private func checkMarks(of located: Located, against other: FactStatement) {
    let row = located.statement
    guard !row.contradictedBy.isEmpty else {
      return report(.conflictUnmarked(other: other.line), located, \.contradictedBy)
    }
    let sources = other.citations.map(\.source)
    guard let first = sources.first, !sources.contains(where: row.contradictedBy.contains) else { return }
    report(.conflictOneSided(source: first.rawValue, other: other.line), located, \.contradictedBy)
  }

  private func report(_ rule: Rule, _ located: Located, _ place: KeyPath<FactLocation, Position>) {
    log.report(rule, in: located.statement.line.file, at: located.location[keyPath: place])
  }
}
