internal import Text

/// Rules about the weights that `robustness` replays.
extension Rule {
  static func weightsDraw(value: String) -> Rule {
    Rule(
      "weights.draw", vi: "“\(value)” không phải là số nguyên lớn hơn số lượt ở dòng trên.",
      en: "“\(value)” is not a whole number above the draw before it.",
      hintVi: "Cột “draw” ghi số thứ tự của lượt, tăng dần: 1, 2, 3.",
      hintEn: "The column “draw” numbers the draws, each above the one before: 1, 2, 3.")
  }

  static func weightsWithoutEffect(code: String) -> Rule {
    Rule(
      "weights.no-effect", .warning, vi: "Trọng số của “\(code)” không ảnh hưởng đến điểm nào.",
      en: "The weights of “\(code)” change no score.",
      hintVi: "Gốc không có trọng số; mã nằm dưới một mã đã được chấm không được tính.",
      hintEn: "The root has no weight, and a code below one that is scored does not count.")
  }

  static func weightsAbandoned(faults: Int) -> Rule {
    Rule(
      "weights.abandoned", vi: "Đã có \(faults) dòng sai; phần còn lại của tệp không được đọc.",
      en: "\(faults) rows are faulty; the rest of the file is not read.",
      hintVi: "Hãy sửa các dòng trên rồi chạy lại.", hintEn: "Correct the rows above and run again.")
  }
}
