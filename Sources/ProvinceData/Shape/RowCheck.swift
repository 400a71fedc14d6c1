internal import Text

/// Holds the rows of a CSV file against its columns.
struct RowCheck {
  private struct Column {
    let shape: KeyShape
    /// Whether it is half of a text in both languages, which is missed as a whole.
    let isHalfText: Bool
  }

  /// Two columns that hold a text in both languages between them.
  private struct Text {
    let vi, en: Int?
    let isRequired: Bool
  }

  private let columns: [Column]
  /// Of each column its place among the cells of a row; below 0 when the file has no such column.
  private let places: [Int]
  private let texts: [Text]
  private let check: ShapeCheck
  /// Of each column the text that was checked last and found sound; empty when there is none.
  private var sound: [String]

  init(columns: [KeyShape], header: CSVHeader, check: ShapeCheck) {
    self.check = check
    sound = Array(repeating: "", count: columns.count)
    places = columns.map { header.place(of: $0.name) ?? -1 }
    self.columns = columns.map { column in
      Column(
        shape: column,
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
    func report(_ rule: Rule, _ place: Int?) {
      check.log.report(rule, in: check.file, at: place.map { cells[$0].position } ?? start)
    }
    for index in places.indices {
      let place = places[index]
      // Most cells repeat the one above; of one that is empty it is not known that it is sound.
      if place >= 0, !cells[place].text.isEmpty, cells[place].text == sound[index] { continue }
      let column = columns[index]
      if place >= 0, !cells[place].text.isEmpty {
        let isSound = check.check(cells[place], against: column.shape.shape, key: column.shape.name)
        sound[index] = isSound ? cells[place].text : ""
      } else if column.shape.isRequired, !column.isHalfText {
        report(.keyMissing(key: column.shape.name), place < 0 ? nil : place)
      }
    }
    for text in texts {
      let hasVi = isFilled(text.vi)
      guard hasVi != isFilled(text.en) || (text.isRequired && !hasVi) else { continue }
      report(.textOneLanguage(missing: hasVi ? .english : .vietnamese), hasVi ? text.en : text.vi)
    }
  }
}
