internal import Scoring
internal import Text

/// What is held of the row of a figure until all rows of all files are compared.
struct FigurePlaces: Sendable {
  /// A digest of the fact that the figure speaks of; equal facts have equal digests within one run.
  let fact: Int
  let source: Position
  let confidence: Position
  let contradictedBy: Position

  init(_ figure: some StatesFact, _ row: Record) {
    var hasher = Hasher()
    figure.hashFact(into: &hasher)
    fact = hasher.finalize()
    source = row.position(of: "source")
    confidence = row.position(of: "confidence")
    contradictedBy = row.position(of: "contradicted_by")
  }
}

/// A figure that others may repeat or contradict.
protocol StatesFact {
  /// Feeds what the figure speaks of.
  func hashFact(into hasher: inout Hasher)
  /// What is compared.
  var row: FactCheck.Row { get }
}

extension Outcome: StatesFact {
  func hashFact(into hasher: inout Hasher) {
    hasher.combine(entity)
    hasher.combine(indicator)
    hasher.combine(denominator)
    hasher.combine(year)
  }

  var row: FactCheck.Row {
    FactCheck.Row(
      fact: [
        entity.rawValue, indicator.rawValue, denominator?.rawValue ?? "", level.rawValue, String(year),
        period.rawValue, asOf?.description ?? "",
      ], numbers: ["value": FactCheck.Number(value: value, bound: bound)], citations: citations,
      contradictedBy: contradictedBy, confidence: confidence, line: line)
  }
}

extension PublishedFigure: StatesFact {
  func hashFact(into hasher: inout Hasher) {
    hasher.combine(entity)
    hasher.combine(year)
    hasher.combine(index)
    hasher.combine(measure)
    hasher.combine(node)
  }

  var row: FactCheck.Row {
    var numbers: [String: FactCheck.Number] = [:]
    numbers[unit.rawValue] = value.map { FactCheck.Number(value: $0, bound: bound) }
    numbers["rank in list"] = rank.map(FactCheck.Number.init(rank:))
    return FactCheck.Row(
      fact: [entity.rawValue, String(year), index, measure.rawValue, node], numbers: numbers,
      citations: citations, contradictedBy: contradictedBy, confidence: confidence, line: line)
  }
}

extension ScorecardEntry: StatesFact {
  func hashFact(into hasher: inout Hasher) {
    hasher.combine(entity)
    hasher.combine(year)
    hasher.combine(node)
    hasher.combine(basis)
  }

  var row: FactCheck.Row {
    var numbers: [String: FactCheck.Number] = [:]
    numbers["self"] = selfPoints.map { FactCheck.Number(value: $0, bound: .exact) }
    numbers["points"] = points.map { FactCheck.Number(value: $0, bound: bound) }
    numbers["maximum"] = maximum.map { FactCheck.Number(value: $0, bound: .exact) }
    numbers["percent"] = percent.map { FactCheck.Number(value: $0, bound: bound) }
    numbers["rank"] = rank.map(FactCheck.Number.init(rank:))
    return FactCheck.Row(
      fact: [entity.rawValue, String(year), node.description, basis.rawValue], numbers: numbers,
      citations: citations, contradictedBy: contradictedBy, confidence: confidence, line: line)
  }
}

extension FactCheck.Number {
  fileprivate init(rank: Int) {
    // A rank is exact: unlike a measured value it was never rounded, so it is kept at four places.
    self.init(value: PrintedDecimal(ExactDecimal(rank), decimals: 4), bound: .exact)
  }
}
