package import Scoring
package import Text

/// The command-line report on units scored on a framework of points.
package struct ScoreReport: Sendable {
  private let framework: Framework
  private let scores: [UnitScore]
  private let language: Language

  /// - Parameter scores: the scores by `FrameworkScorer` on the same framework.
  package init(framework: Framework, scores: [UnitScore], language: Language) {
    self.framework = framework
    self.scores = scores
    self.language = language
  }

  /// Text columns, best index first where ranks are certain.
  package var text: String { table(sorted: true).text }

  /// RFC 4180, one row per unit in input order.
  package var csv: String { table(sorted: false).csv }

  /// An object with an array `units`, in input order.
  package var json: String {
    JSONValue.object([("units", .array(scores.map(unit)))]).document
  }

  private func table(sorted: Bool) -> ReportTable {
    let vi = language == .vietnamese
    let columns = [
      (vi ? "Hạng" : "Rank", "rank"), (vi ? "Đơn vị" : "Unit", "unit"), (vi ? "Điểm" : "Points", "points"),
      (vi ? "Tối đa" : "Maximum", "maximum"), (vi ? "Chỉ số (%)" : "Index (%)", "index"),
      (vi ? "Nhóm" : "Group", "group"), (vi ? "Còn thiếu" : "Missing", "missing"),
    ]
    let order = sorted ? scores.enumerated().sorted(by: before).map(\.element) : scores
    let rows = order.map { score -> [ReportTable.ReportCell] in
      let total = score.total
      return [
        ReportTable.ReportCell(rank(score), score.rank.map { .number(String($0)) } ?? .string(rank(score))),
        ReportTable.ReportCell(score.unit),
        total.map { ReportTable.ReportCell(range($0.points, 4), exact($0.points)) }
          ?? ReportTable.ReportCell(""),
        total?.maximum.map {
          ReportTable.ReportCell(NumberText.exact($0, in: language), .number($0.description))
        }
          ?? ReportTable.ReportCell("", .null),
        score.index.map { ReportTable.ReportCell(range($0, 2), exact($0)) }
          ?? ReportTable.ReportCell("", .null),
        ReportTable.ReportCell(score.groups.joined(separator: "/")),
        ReportTable.ReportCell(score.missing.filter { $0 != framework.root }.joined(separator: " ")),
      ]
    }
    return ReportTable(columns: columns, rows: rows)
  }

  private func before(_ left: (offset: Int, element: UnitScore), _ right: (offset: Int, element: UnitScore))
    -> Bool
  {
    let ranks = (left.element.rankBounds?.lowerBound ?? .max, right.element.rankBounds?.lowerBound ?? .max)
    return ranks.0 == ranks.1 ? left.offset < right.offset : ranks.0 < ranks.1
  }

  private func rank(_ score: UnitScore) -> String {
    if let rank = score.rank { return String(rank) }
    return score.rankBounds.map { "\($0.lowerBound)–\($0.upperBound)" } ?? "?"
  }

  /// Exact values in full, intervals with `places` decimals.
  private func range(_ interval: Interval, _ places: Int) -> String {
    if interval.isExact {
      return places == 4
        ? NumberText.exact(interval.lower, in: language)
        : NumberText.decimal(interval.lower, places: places, in: language)
    }
    let outward = interval.roundedOutward(places: 2)
    let ends = [outward.lower, outward.upper].map { NumberText.decimal($0, places: 2, in: language) }
    return Set(ends).count == 1 ? ends[0] : ends.joined(separator: "–")
  }

  private func exact(_ interval: Interval) -> JSONValue {
    interval.isExact
      ? .number(interval.lower.description) : .string("\(interval.lower)..\(interval.upper)")
  }

  private func unit(_ score: UnitScore) -> JSONValue {
    .object([
      ("unit", .string(score.unit)), ("rank", .integer(score.rank)),
      (
        "rankBounds",
        score.rankBounds.map { .array([.number(String($0.lowerBound)), .number(String($0.upperBound))]) }
          ?? .null
      ),
      ("index", score.index.map(bounds) ?? .null),
      ("groups", .array(score.groups.map { .string($0) })),
      ("missing", .array(score.missing.map { .string($0) })),
      (
        "contradictions",
        .array(
          score.contradictions.map {
            .object([("node", .string($0.code)), ("gap", .number($0.gap.description))])
          })
      ),
      ("nodes", .array(score.nodes.map(node))),
    ])
  }

  private func node(_ node: UnitScore.NodeScore) -> JSONValue {
    .object([
      ("code", .string(node.code)), ("applies", .bool(node.applies)), ("given", .bool(node.isGiven)),
      ("points", bounds(node.points)), ("maximum", node.maximum.map { .number($0.description) } ?? .null),
      ("percent", node.percent.map(bounds) ?? .null),
    ])
  }

  private func bounds(_ interval: Interval) -> JSONValue {
    .object([("lower", .number(interval.lower.description)), ("upper", .number(interval.upper.description))])
  }
}
