internal import Scoring
internal import Text

extension OpenData {
  /// What follows for every part of the scorecards, printed or not.
  static func intervals(_ analyses: [ScorecardAnalysis]) -> OpenDataTable {
    typealias Column = OpenDataTable.OpenDataColumn
    return OpenDataTable(
      name: "intervals",
      meaning: LocalizedText(
        vi: """
          Mỗi dòng là khoảng điểm có thể có của một mục trong bảng chấm điểm, suy từ các số đã in, sai số làm tròn, điểm \
          tối đa và mọi phép cộng của bộ tiêu chí cùng lúc. Chỉ gồm các bảng có thêm số ngoài tổng điểm.
          """,
        en: """
          Each row is the range of possible points of one item of a scorecard, from the printed figures, their rounding, \
          the maxima and all sums of the criteria set at once. Only scorecards with more than a total are listed.
          """),
      columns: [
        Column("entity", "mã địa phương", "identifier of the entity"),
        Column("year", "năm của chỉ số", "index year", isLiteral: true),
        Column("node", "total, LV1…LV8, tiêu chí hoặc khối điểm", "total, LV1…LV8, a criterion or a block"),
        Column(
          "basis", "cơ sở điểm tối đa: full, appraisal; dòng unstated được đọc là full",
          "what the maxima cover: full, appraisal; rows with unstated are read as full"),
        Column(
          "printed", "true nếu có nguồn in điểm hoặc tỷ lệ của mục này",
          "true when a source prints points or a percentage of this item", isLiteral: true),
        Column(
          "conflict",
          "true nếu các số đã in khác nhau quá sai số làm tròn; khi đó khoảng xuất phát từ mọi số ấy",
          "true when printed figures differ by more than rounding; the range then starts from all of them",
          isLiteral: true),
        Column(
          "lower", "điểm thấp nhất có thể, làm tròn xuống bốn chữ số thập phân",
          "least possible points, rounded down to four decimals", isLiteral: true),
        Column(
          "upper", "điểm cao nhất có thể, làm tròn lên bốn chữ số thập phân",
          "greatest possible points, rounded up to four decimals", isLiteral: true),
        Column(
          "maximum_lower", "điểm tối đa thấp nhất có thể; trống nếu không biết gì",
          "least possible maximum; empty when nothing is known", isLiteral: true),
        Column(
          "maximum_upper", "điểm tối đa cao nhất có thể; trống nếu không biết gì",
          "greatest possible maximum; empty when nothing is known", isLiteral: true),
        Column(
          "percent_lower", "tỷ lệ thấp nhất có thể, làm tròn xuống; trống nếu không tính được",
          "least possible percentage, rounded down; empty when it cannot be computed", isLiteral: true),
        Column(
          "percent_upper", "tỷ lệ cao nhất có thể, làm tròn lên; trống nếu không tính được",
          "greatest possible percentage, rounded up; empty when it cannot be computed", isLiteral: true),
      ],
      rows: analyses.flatMap(rows))
  }

  private static func rows(_ analysis: ScorecardAnalysis) -> [[String?]] {
    guard let first = analysis.entries.first else { return [] }
    return analysis.nodes.filter(\.applies).map { node in
      let isPrinted = node.entries.contains {
        $0.confidence != .derived && ($0.points != nil || $0.percent != nil)
      }
      return [
        first.entity.rawValue, String(first.year), node.key.node.description,
        node.key.isAppraisalOnly ? "appraisal" : "full", isPrinted ? "true" : "false",
        node.isConflicting ? "true" : "false", node.interval.lower.description,
        node.interval.upper.description, node.maximum?.interval.lower.description,
        node.maximum?.interval.upper.description, node.percent?.lower.description,
        node.percent?.upper.description,
      ]
    }
  }
}
