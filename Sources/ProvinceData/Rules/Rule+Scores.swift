internal import Text

/// Rules about the scores and standard errors that `score` and `robustness` read.
extension Rule {
  static func scoreCodeUnknown(code: String, nearest: String?) -> Rule {
    Rule(
      "score.code-unknown", vi: "Bộ tiêu chí không có mã “\(code)”.",
      en: "The framework has no code “\(code)”.",
      hintVi: nearest.map { "Có phải là “\($0)” không?" } ?? "Hãy kiểm tra mã trong tệp bộ tiêu chí.",
      hintEn: nearest.map { "Did you mean “\($0)”?" } ?? "Check the codes in the framework file.")
  }

  static func scoreUnitUnknown(_ unit: String, nearest: String?) -> Rule {
    Rule(
      "score.unit-unknown", vi: "Tệp điểm không có đơn vị “\(unit)”.",
      en: "The scores have no unit “\(unit)”.",
      hintVi: nearest.map { "Có phải là “\($0)” không?" } ?? "Hãy ghi tên đúng như trong tệp điểm.",
      hintEn: nearest.map { "Did you mean “\($0)”?" } ?? "Write the name as it stands in the scores.")
  }

  static func standardErrorNegative(value: String) -> Rule {
    Rule(
      "standard-error.negative", vi: "Sai số chuẩn “\(value)” là số âm.",
      en: "The standard error “\(value)” is negative.",
      hintVi: "Sai số chuẩn không nhỏ hơn 0; chưa biết thì để trống ô.",
      hintEn: "A standard error is not below 0; leave the cell empty where it is not known.")
  }

  static func standardErrorWithoutScore(unit: String, code: String) -> Rule {
    Rule(
      "standard-error.no-score", .warning,
      vi: "Sai số chuẩn này không đi với điểm nào: “\(unit)” không có điểm ở “\(code)”.",
      en: "“\(unit)” has no score at “\(code)” that the standard error could belong to.",
      hintVi: "Hãy kiểm tra mã và đơn vị; sai số chuẩn này không được dùng.",
      hintEn: "Check the code and the unit; the standard error is not used.")
  }
}
