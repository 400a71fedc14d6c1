internal import Text

/// The expected form of a value in a data file, for findings and JSON Schemas.
indirect enum Shape: Sendable {
  /// `{vi: …, en: …}`.
  case localized
  /// Text in one language, such as a title as printed.
  case prose
  /// One of these words.
  case word([String])
  /// An identifier that is declared here.
  case identifier(IdentifierForm)
  /// A reference to a declared identifier.
  case reference(ReferenceKind)
  /// References separated by spaces (CSV only).
  case references(ReferenceKind)
  /// `LV1` … `LV8`.
  case component
  /// A code in the scoring tree.
  case node
  /// A decimal number.
  case number
  /// A decimal number above 0.
  case positiveNumber
  /// A whole number in a range, ends included.
  case whole(ClosedRange<Int>)
  /// `2024` or `2021-2025`.
  case years
  /// `2024`, `2024-10` or `2024-10-31`.
  case date
  /// `2024-10-31`.
  case day
  /// `true` or `false`.
  case flag
  /// A web address.
  case url
  /// A list.
  case list(Shape)
  /// Keys and values.
  case mapping(MappingShape)
  /// Components as keys.
  case byComponent(Shape)

  /// The expected form, as a sentence names it.
  var expectation: LocalizedText {
    switch self {
    case .localized: LocalizedText(vi: "một cặp câu {vi: …, en: …}", en: "a pair of texts {vi: …, en: …}")
    case .prose: LocalizedText(vi: "một dòng chữ", en: "one text")
    case .word: LocalizedText(vi: "một từ", en: "one word")
    case .identifier, .reference: LocalizedText(vi: "một mã", en: "one identifier")
    case .references:
      LocalizedText(vi: "các mã cách nhau bằng dấu cách", en: "identifiers separated by spaces")
    case .component: LocalizedText(vi: "mã lĩnh vực từ LV1 đến LV8", en: "a component, LV1 to LV8")
    case .node:
      LocalizedText(
        vi: "total, mã lĩnh vực hay tiêu chí (LV1, LV1.2) hoặc block:tên",
        en: "total, a component or criterion (LV1, LV1.2) or block:name")
    case .number: LocalizedText(vi: "một con số", en: "one number")
    case .positiveNumber: LocalizedText(vi: "một con số lớn hơn 0", en: "a number above 0")
    case .whole: LocalizedText(vi: "một số nguyên", en: "a whole number")
    case .years:
      LocalizedText(
        vi: "một năm (2024) hoặc khoảng năm (2021-2025)", en: "a year (2024) or a span (2021-2025)")
    case .date: LocalizedText(vi: "một ngày, tháng hoặc năm", en: "a day, month or year")
    case .day: LocalizedText(vi: "một ngày đầy đủ (2024-10-31)", en: "a full day (2024-10-31)")
    case .flag: LocalizedText(vi: "true hoặc false", en: "true or false")
    case .url: LocalizedText(vi: "một địa chỉ trang web", en: "a web address")
    case .list: LocalizedText(vi: "một danh sách", en: "a list")
    case .mapping, .byComponent:
      LocalizedText(vi: "một nhóm dòng “tên: giá trị”", en: "a group of “key: value” lines")
    }
  }
}

/// The keys of a mapping.
struct MappingShape: Sendable {
  let keys: [KeyShape]

  init(_ keys: [KeyShape]) { self.keys = keys }
}

/// A key of a YAML file or a column of a CSV file. If it is not required, it is left out when its value is not known.
struct KeyShape: Sendable {
  let name: String
  let shape: Shape
  let isRequired: Bool
  /// The meaning of the key, for the schema.
  let meaning: LocalizedText
}
