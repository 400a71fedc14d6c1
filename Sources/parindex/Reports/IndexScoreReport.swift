package import Robustness
internal import Scoring
package import Text

/// The command-line report on units scored on a composite index.
package struct IndexScoreReport: Sendable {
  private let index: CompositeIndex
  private let language: Language
  private let values: [[Double?]]
  private let scores: [Double?]
  private let ranks: [Int?]
  private var number: ReportNumber { ReportNumber(language: language) }

  /// Reports the scores with the weights of the framework.
  package init(index: CompositeIndex, language: Language) {
    self.index = index
    self.language = language
    values = index.nodeValues(weights: index.weights)
    scores = index.scores()
    ranks = index.ranks
  }

  /// Text columns, best score first, unranked units last.
  package var text: String { table(sorted: true).text }

  /// RFC 4180, one row per unit in input order, unranked units last.
  package var csv: String { table(sorted: false).csv }

  /// An object with the rule for missing values, the excluded indicators, and the units in input order.
  package var json: String {
    JSONValue.object([
      ("missing", MissingRule(index).json), ("leftOut", MissingRule(index).leftOut),
      ("units", .array(index.units.indices.map(unit))), ("unranked", MissingRule(index).unranked),
    ]).document
  }

  private func table(sorted: Bool) -> ReportTable {
    let vi = language == .vietnamese
    let columns = [
      (vi ? "Hạng" : "Rank", "rank"), (vi ? "Đơn vị" : "Unit", "unit"), (vi ? "Điểm" : "Score", "score"),
      (vi ? "Đã biết (%)" : "Known (%)", "coverage"), (vi ? "Còn thiếu" : "Missing", "missing"),
    ]
    let places = ReportNumber.places(of: scores)
    let all = index.units.indices
    let order = sorted ? all.sorted { (ranks[$0] ?? .max, $0) < (ranks[$1] ?? .max, $1) } : Array(all)
    let ranked = order.map { unit -> [ReportTable.ReportCell] in
      [
        .init(ranks[unit].map { String($0) } ?? "–", .integer(ranks[unit])),
        .init(index.units[unit]),
        .init(number.text(scores[unit], places: places), .double(scores[unit])),
        .init(number.percent(index.coverage[unit], places: 2), .double(index.coverage[unit])),
        .init(missing(unit).joined(separator: " ")),
      ]
    }
    let others = index.unranked.map { unit -> [ReportTable.ReportCell] in
      [
        .init("–", .null), .init(unit.unit), .init("–", .null),
        .init(number.percent(unit.coverage, places: 2), .double(unit.coverage)), .init(""),
      ]
    }
    return ReportTable(columns: columns, rows: ranked + others)
  }

  /// The codes of the leaves that apply but are unknown.
  private func missing(_ unit: Int) -> [String] {
    index.leaves.filter { $0.raw[unit] == nil && !$0.notApplicable.contains(unit) }
      .map { index.nodes[$0.node].code }
  }

  private func unit(_ unit: Int) -> JSONValue {
    .object([
      ("unit", .string(index.units[unit])), ("rank", .integer(ranks[unit])), ("score", .double(scores[unit])),
      ("coverage", .double(index.coverage[unit])),
      ("missing", .array(missing(unit).map { .string($0) })),
      (
        "nodes",
        .array(
          index.nodes.indices.map { position in
            let node = index.nodes[position]
            return .object([
              ("code", .string(node.code)), ("value", .double(values[position][unit])),
              ("raw", .double(node.column.flatMap { index.leaves[$0].raw[unit] })),
            ])
          })
      ),
    ])
  }
}

/// How an index treats missing values, as JSON.
struct MissingRule {
  private let index: CompositeIndex

  init(_ index: CompositeIndex) { self.index = index }

  /// The rule for missing values.
  var json: JSONValue {
    .object([
      ("rule", .string("leave-out-and-renormalise")), ("minimumCoverage", .double(index.minimumCoverage)),
    ])
  }

  /// The excluded indicators.
  var leftOut: JSONValue {
    .array(
      index.leftOut.map { .object([("code", .string($0.code)), ("reason", .string($0.reason.word))]) })
  }

  /// The unranked units.
  var unranked: JSONValue {
    .array(
      index.unranked.map {
        .object([("unit", .string($0.unit)), ("coverage", .double($0.coverage))])
      })
  }
}

extension CompositeIndex.LeftOut.Reason {
  fileprivate var word: String {
    switch self {
    case .missingEverywhere: "missing-everywhere"
    case .normalisation(.tooFewUnits): "too-few-units"
    case .normalisation: "constant"
    }
  }
}
