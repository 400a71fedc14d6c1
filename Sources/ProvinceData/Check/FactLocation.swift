internal import Scoring
internal import Text

/// Where a figure stands and which fact it is about. This is all that stays in memory until the rows of all files are
/// compared.
struct FactLocation: Sendable {
  /// A hash of the fact; equal facts have equal hashes within one run.
  let fact: Int
  let source: Position
  let contradictedBy: Position
  let number: Position
  /// Where the rank stands, in tables that have one.
  let rank: Position

  init(
    _ figure: some ComparableFigure, source: Position, contradictedBy: Position,
    number: Position, rank: Position
  ) {
    var hasher = Hasher()
    figure.hashFact(into: &hasher)
    fact = hasher.finalize()
    (self.source, self.contradictedBy) = (source, contradictedBy)
    (self.number, self.rank) = (number, rank)
  }
}

/// A figure that other figures can repeat or contradict.
protocol ComparableFigure {
  /// Hashes the fact that the figure is about.
  func hashFact(into hasher: inout Hasher)
  /// The numbers and marks to compare.
  var comparison: FactStatement { get }
}

extension Outcome: ComparableFigure {
  func hashFact(into hasher: inout Hasher) {
    hasher.combine(entity)
    hasher.combine(indicator)
    hasher.combine(denominator)
    hasher.combine(year)
  }

  var comparison: FactStatement {
    FactStatement(
      fact: [
        entity.rawValue, indicator.rawValue, denominator?.rawValue ?? "", level.rawValue, String(year),
        period.rawValue, asOf?.description ?? "",
      ], numbers: ["value": FactStatement.Number(value: value, bound: bound)], citations: citations,
      contradictedBy: contradictedBy, line: line)
  }
}

extension PublishedFigure: ComparableFigure {
  func hashFact(into hasher: inout Hasher) {
    hasher.combine(entity)
    hasher.combine(year)
    hasher.combine(index)
    hasher.combine(measure)
    hasher.combine(node)
  }

  var comparison: FactStatement {
    var numbers: [String: FactStatement.Number] = [:]
    numbers[unit.rawValue] = value.map { FactStatement.Number(value: $0, bound: bound) }
    numbers["rank in list"] = rank.map(FactStatement.Number.init(rank:))
    return FactStatement(
      fact: [entity.rawValue, String(year), index, measure.rawValue, node], numbers: numbers,
      citations: citations, contradictedBy: contradictedBy, line: line)
  }
}

extension ScorecardEntry: ComparableFigure {
  func hashFact(into hasher: inout Hasher) {
    hasher.combine(entity)
    hasher.combine(year)
    hasher.combine(node)
    hasher.combine(basis)
  }

  var comparison: FactStatement {
    var numbers: [String: FactStatement.Number] = [:]
    numbers["self"] = selfPoints.map { FactStatement.Number(value: $0, bound: .exact) }
    numbers["points"] = points.map { FactStatement.Number(value: $0, bound: bound) }
    numbers["maximum"] = maximum.map { FactStatement.Number(value: $0, bound: .exact) }
    numbers["percent"] = percent.map { FactStatement.Number(value: $0, bound: bound) }
    numbers["rank"] = rank.map(FactStatement.Number.init(rank:))
    return FactStatement(
      fact: [entity.rawValue, String(year), node.description, basis.rawValue], numbers: numbers,
      citations: citations, contradictedBy: contradictedBy, line: line)
  }
}

extension FactStatement.Number {
  fileprivate init(rank: Int) {
    // A rank is exact, not rounded like a measured value, so it has four decimals.
    self.init(value: PrintedDecimal(ExactDecimal(rank), decimals: 4), bound: .exact)
  }
}
