internal import Text

/// Rules about scorecards.
extension Rule {
  static func pointsOverMaximum(points: String, maximum: String) -> Rule {
    Rule(
      "points.over-maximum", vi: "\(points) điểm vượt điểm tối đa \(maximum).",
      en: "\(points) points are more than the maximum \(maximum).",
      hintVi: "Hãy kiểm tra điểm, điểm tối đa và “basis”.", hintEn: "Check points, maximum and “basis”.")
  }

  static let scorecardNoEvidence = Rule(
    "scorecard.no-evidence",
    vi: "Tiêu chí có điểm tự chấm nhưng không có tài liệu kiểm chứng hay giải trình.",
    en: "The criterion has self-assessed points and neither evidence nor an explanation.",
    hintVi: "Ghi số, tên tài liệu vào “evidence” hoặc giải trình vào “explanation_vi”, “explanation_en”.",
    hintEn: "Name documents in “evidence” or explain in “explanation_vi” and “explanation_en”.")

  static func scorecardNoEdition(year: Int) -> Rule {
    Rule(
      "scorecard.no-edition", .warning, vi: "Chưa có bộ tiêu chí nào cho năm \(year).",
      en: "No scoring framework is known for \(year).",
      hintVi: "Điểm của năm này chỉ được hiển thị, không được đối chiếu.",
      hintEn: "Points of that year are shown and not checked.")
  }

  static func scorecardNodeUnknown(node: String, edition: String) -> Rule {
    Rule(
      "scorecard.unknown-node", vi: "Bộ tiêu chí “\(edition)” không có “\(node)”.",
      en: "The framework “\(edition)” has no “\(node)”.",
      hintVi: "Hãy kiểm tra mã lĩnh vực, tiêu chí và năm.",
      hintEn: "Check the code of the component or criterion, and the year.")
  }
}
