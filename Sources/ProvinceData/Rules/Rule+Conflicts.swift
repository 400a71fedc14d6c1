internal import Scoring
internal import Text

/// Rules about rows that repeat or contradict each other.
extension Rule {
  static func factDuplicate(first: DataLine) -> Rule {
    Rule(
      "fact.duplicate", vi: "Số liệu này đã có ở \(first.file), dòng \(first.line).",
      en: "This fact already stands in \(first.file), line \(first.line).",
      hintVi: "Giữ một dòng; nguồn thứ hai ghi vào “also_sources”.",
      hintEn: "Keep one row; put the second source into “also_sources”.")
  }

  static func conflictUnmarked(other: DataLine) -> Rule {
    Rule(
      "conflict.unmarked",
      vi: "Dòng này trái với \(other.file), dòng \(other.line), nhưng không nói có nguồn nào trái.",
      en: "This row contradicts \(other.file), line \(other.line), and does not say that any source does.",
      hintVi: "Giữ cả hai dòng; ở mỗi dòng ghi nguồn của dòng kia vào “contradicted_by”.",
      hintEn: "Keep both rows; in each name the source of the other in “contradicted_by”."
    )
  }

  static func conflictOneSided(source: String, other: DataLine) -> Rule {
    Rule(
      "conflict.one-sided",
      vi:
        "Dòng này trái với \(other.file), dòng \(other.line), nhưng không nêu nguồn “\(source)” của dòng ấy.",
      en: "This row contradicts \(other.file), line \(other.line), and does not name its source “\(source)”.",
      hintVi: "Ghi thêm nguồn ấy vào “contradicted_by”.",
      hintEn: "Add that source to “contradicted_by”.")
  }
}
