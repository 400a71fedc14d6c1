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
      vi: "Dòng này trái với \(other.file), dòng \(other.line), nhưng không ghi “conflict”.",
      en: "This row contradicts \(other.file), line \(other.line), and is not marked “conflict”.",
      hintVi: "Giữ cả hai dòng, ghi “confidence” là conflict và nêu nguồn kia ở “contradicted_by”.",
      hintEn: "Keep both rows, set “confidence” to conflict and name the other source in “contradicted_by”."
    )
  }

  static func conflictOneSided(source: String, other: DataLine?) -> Rule {
    Rule(
      "conflict.one-sided",
      vi: other.map {
        "Dòng này trái với \($0.file), dòng \($0.line), nhưng không nêu nguồn “\(source)” của dòng ấy."
      }
        ?? "“confidence” và “contradicted_by” không khớp: có một mà không có kia.",
      en: other.map {
        "This row contradicts \($0.file), line \($0.line), and does not name its source “\(source)”."
      }
        ?? "“confidence” and “contradicted_by” do not match: one is given without the other.",
      hintVi: "Dòng nào có nguồn trái thì ghi conflict và nêu nguồn ấy ở “contradicted_by”.",
      hintEn: "A contradicted row is marked conflict and names the other source in “contradicted_by”.")
  }
}
