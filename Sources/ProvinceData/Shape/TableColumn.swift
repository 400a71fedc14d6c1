internal import Scoring
internal import Text

/// A column of a CSV file, with its cell in the current row.
class TableColumn {
  let key: KeyShape
  /// The cell; empty when the row has none.
  fileprivate(set) final var scalar = Scalar(text: "", position: .start, isQuoted: false)
  /// Whether the cell is valid.
  fileprivate final var isSound = false
  /// A missing half of a bilingual text is reported for the pair instead.
  private let isHalfText: Bool

  fileprivate init(_ key: KeyShape) {
    self.key = key
    isHalfText = key.name.hasSuffix("_vi") || key.name.hasSuffix("_en")
  }

  /// The position of the cell, or of the row when it has none.
  final var position: Position { scalar.position }

  final var isFilled: Bool { !scalar.text.isEmpty }

  /// Reads the cell of the next row. Most cells repeat the one above, whose value then stays.
  final func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ cell: CSVReader.RawCell, _ cleaner: ScalarCleaner,
    _ context: ParseContext
  ) {
    if scalar.text.isEncoded(as: bytes) {
      scalar.position = cell.position
      scalar.isQuoted = cell.isQuoted
      if isSound { return }
    } else {
      scalar = cleaner.clean(bytes, at: cell.position, isQuoted: cell.isQuoted)
    }
    parse(context)
  }

  fileprivate func parse(_ context: ParseContext) {
    isSound = isFilled || !key.isRequired || isHalfText
    if !isSound { context.report(.keyMissing(key: key.name), at: position) }
  }
}

/// A column with the value of its cell.
final class ValueColumn<Value>: TableColumn {
  /// Nil when the cell is empty or has no value.
  private(set) var value: Value?
  private let parser: TextParser<Value>

  fileprivate init(_ name: String, _ parser: TextParser<Value>, isRequired: Bool, _ vi: String, _ en: String)
  {
    self.parser = parser
    super.init(
      KeyShape(
        name: name, shape: parser.shape(), isRequired: isRequired, meaning: LocalizedText(vi: vi, en: en)))
  }

  /// A column whose cells must be filled.
  static func required(_ name: String, _ parser: TextParser<Value>, _ vi: String, _ en: String) -> Self {
    Self(name, parser, isRequired: true, vi, en)
  }

  /// A column whose cells are empty when the value is not known.
  static func optional(_ name: String, _ parser: TextParser<Value>, _ vi: String, _ en: String) -> Self {
    Self(name, parser, isRequired: false, vi, en)
  }

  fileprivate override func parse(_ context: ParseContext) {
    guard isFilled else {
      value = nil
      return super.parse(context)
    }
    guard !scalar.isRefused else {
      (value, isSound) = (nil, false)
      return
    }
    (value, isSound) = parser.read(scalar, key: key.name, in: context)
  }
}

/// Two columns with a text in both languages.
struct TextColumns {
  let vi: ValueColumn<String>
  let en: ValueColumn<String>

  init(_ name: String, isRequired: Bool = false, _ vi: String, _ en: String) {
    self.vi = ValueColumn(
      name + "_vi", .prose, isRequired: isRequired, vi + ", tiếng Việt.", en + ", in Vietnamese.")
    self.en = ValueColumn(
      name + "_en", .prose, isRequired: isRequired, vi + ", tiếng Anh.", en + ", in English.")
  }

  var all: [TableColumn] { [vi, en] }

  /// Nil unless both are present.
  var value: LocalizedText? {
    vi.value.flatMap { vi in en.value.map { LocalizedText(vi: vi, en: $0) } }
  }
}

extension String {
  /// Whether these bytes are its UTF-8.
  fileprivate func isEncoded(as bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    utf8.count == bytes.count && utf8.withContiguousStorageIfAvailable { $0.holdsSame(as: bytes) } == true
  }
}
