internal import Scoring
internal import Text

/// Rules about figures and their sources.
extension Rule {
  static let figureNoSource = Rule(
    "figure.no-source", vi: "Số liệu không có nguồn.", en: "The figure has no source.",
    hintVi: "Ghi mã nguồn vào cột “source”; số liệu không nguồn không được công bố.",
    hintEn: "Put a source in the column “source”; no figure is published without one.")

  static let figureNoNumber = Rule(
    "figure.no-number", vi: "Dòng này không có con số nào.", en: "The row holds no number at all.",
    hintVi: "Ghi giá trị hoặc hạng; nếu chưa biết thì xóa cả dòng.",
    hintEn: "Give a value or a rank; if neither is known, delete the row.")

  static func figurePeriodNoDate(period: String) -> Rule {
    Rule(
      "figure.no-date", vi: "Kỳ “\(period)” cần có ngày ở cột “as_of”.",
      en: "The period “\(period)” needs a date in the column “as_of”.",
      hintVi: "Ghi ngày hoặc tháng mà số liệu tính đến.",
      hintEn: "Give the day or month that the figure reaches.")
  }

  static let figureEstimateNoDate = Rule(
    "figure.estimate-no-date", .warning,
    vi: "Số ước không ghi tháng công bố nên không dùng để kết luận được.",
    en: "The estimate does not say when it was published, so it answers nothing.",
    hintVi: "Ghi tháng công bố ở cột “as_of”, chẳng hạn 2024-12.",
    hintEn: "Give the month of publication in the column “as_of”, such as 2024-12.")

  static func figureIndexInOutcomes(indicator: String, index: String) -> Rule {
    Rule(
      "figure.index-in-outcomes", vi: "“\(indicator)” lấy từ chỉ số \(index), không ghi trong outcomes.csv.",
      en: "“\(indicator)” is taken from \(index) and does not belong in outcomes.csv.",
      hintVi: "Hãy ghi con số này vào published.csv hoặc scorecards.csv.",
      hintEn: "Put the figure into published.csv or scorecards.csv.")
  }

  /// - Parameter province: the province whose units the index scores; nil for an index of provinces.
  static func figureOwnIndex(entity: String, index: String, province: String?) -> Rule {
    Rule(
      "figure.own-index",
      vi: province.map { "\(index) chỉ chấm các đơn vị của “\($0)”; “\(entity)” không phải là đơn vị ấy." }
        ?? "“\(entity)” là đơn vị của một tỉnh; \(index) không chấm đơn vị của tỉnh.",
      en: province.map { "\(index) scores the units of “\($0)” only; “\(entity)” is none of them." }
        ?? "“\(entity)” is a unit of a province; \(index) does not score those.",
      hintVi: "Hãy sửa cột “entity” hoặc “index”; đơn vị và khối đơn vị của tỉnh ghi trong units.yaml.",
      hintEn: "Correct the column “entity” or “index”; units.yaml lists the units of a province.")
  }

  static let changeNoSubject = Rule(
    "change.no-subject", vi: "Số liệu đã đổi không nói là của chỉ số nào.",
    en: "The changed figure does not say what it is a figure of.",
    hintVi: "Ghi thêm “indicator”, mã của chỉ số đo, hoặc “index”, mã của chỉ số đã công bố.",
    hintEn: "Add “indicator”, the identifier of an indicator, or “index”, that of a published index.")

  static let derivedNoHow = Rule(
    "derived.no-how", vi: "Số tự tính (derived) nhưng không nói cách tính.",
    en: "The figure is derived but does not say how.",
    hintVi: "Ghi cách tính vào “how” (trong CSV: vào cột ghi chú), đủ hai thứ tiếng.",
    hintEn: "Say how in “how” (in a CSV: in the note columns), in both languages.")

  static func sourceUnused(source: String) -> Rule {
    Rule(
      "source.unused", .warning, vi: "Nguồn “\(source)” không được dẫn ở đâu.",
      en: "The source “\(source)” is cited nowhere.",
      hintVi: "Hãy dẫn nguồn ở chỗ dùng đến, hoặc bỏ khỏi danh mục.",
      hintEn: "Cite it where it is used, or remove it from the bibliography.")
  }

  static func publisherTwice(name: String, other: DataLine) -> Rule {
    Rule(
      "publisher.twice", vi: "Tên “\(name)” đã có ở nơi phát hành khác, \(other.file), dòng \(other.line).",
      en: "The name “\(name)” already belongs to another publisher, \(other.file), line \(other.line).",
      hintVi: "Gộp hai mục làm một, hoặc bỏ tên ấy khỏi “also” của một mục.",
      hintEn: "Join the two entries, or take the name out of “also” of one of them.")
  }

  static func publisherSpelling(name: String, other: String) -> Rule {
    Rule(
      "publisher.spelling", .warning, vi: "Nơi phát hành “\(name)” ở chỗ khác viết là “\(other)”.",
      en: "The publisher “\(name)” is written “\(other)” elsewhere.",
      hintVi: "Viết một cách ở mọi nguồn, nếu không sẽ bị tính là hai nơi phát hành.",
      hintEn: "Spell it one way in all sources, or it counts as two publishers.")
  }

  static func publisherUnused(name: String) -> Rule {
    Rule(
      "publisher.unused", .warning, vi: "Không nguồn nào có nơi phát hành “\(name)”.",
      en: "No source has the publisher “\(name)”.",
      hintVi: "Viết tên đúng như ở “publisher” của nguồn, hoặc bỏ mục này.",
      hintEn: "Write the name as in “publisher” of the source, or remove the entry.")
  }
}
