internal import Scoring

/// Holds the rows of a CSV file against its columns.
struct RowCheck {
  private struct Column {
    let shape: KeyShape
    /// Its place among the cells of a row; nil when the file has no such column.
    let place: Int?
    /// Whether it is half of a text in both languages, which is missed as a whole.
    let isHalfText: Bool
  }

  /// Two columns that hold a text in both languages between them.
  private struct Text {
    let vi, en: Int?
    let isRequired: Bool
  }

  private let columns: [Column]
  private let texts: [Text]
  private let check: ShapeCheck
  /// Of each column the text that was checked last and found sound; empty when there is none.
  private var sound: [String]

  init(columns: [KeyShape], header: CSVHeader, check: ShapeCheck) {
    self.check = check
    sound = Array(repeating: "", count: columns.count)
    self.columns = columns.map { column in
      Column(
        shape: column, place: header.place(of: column.name),
        isHalfText: column.name.hasSuffix("_vi") || column.name.hasSuffix("_en"))
    }
    texts = columns.filter { $0.name.hasSuffix("_vi") }.map { column in
      Text(
        vi: header.place(of: column.name), en: header.place(of: column.name.dropLast(2) + "en"),
        isRequired: column.isRequired)
    }
  }

  /// Checks the cells of a row.
  ///
  /// - Parameter start: where the row begins.
  mutating func check(_ cells: [Scalar], at start: Position) {
    func isFilled(_ place: Int?) -> Bool { place.map { !cells[$0].text.isEmpty } ?? false }
    let check = check
    func report(_ rule: DataRule, _ place: Int?) {
      check.log.report(rule, in: check.file, at: place.map { cells[$0].position } ?? start)
    }
    for (index, column) in columns.enumerated() {
      if let place = column.place, isFilled(place) {
        // Most cells repeat the one above.
        if cells[place].text == sound[index] { continue }
        let isSound = check.check(cells[place], against: column.shape.shape, key: column.shape.name)
        sound[index] = isSound ? cells[place].text : ""
      } else if column.shape.isRequired, !column.isHalfText {
        report(.keyMissing(key: column.shape.name), column.place)
      }
    }
    for text in texts {
      let hasVi = isFilled(text.vi)
      guard hasVi != isFilled(text.en) || (text.isRequired && !hasVi) else { continue }
      report(.textOneLanguage(missing: hasVi ? .english : .vietnamese), hasVi ? text.en : text.vi)
    }
  }
}
