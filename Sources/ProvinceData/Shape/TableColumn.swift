internal import Scoring
internal import Text

/// A column of a CSV file, with the cell of the row that is being read.
class TableColumn {
  let key: KeyShape
  /// The cell, empty when the row has none.
  fileprivate(set) final var scalar = Scalar(text: "", position: .start, isQuoted: false)
  /// Whether nothing is wrong with the cell.
  fileprivate final var isSound = false
  /// Half of a text in both languages is missed as a whole.
  private let isHalfText: Bool

  fileprivate init(_ key: KeyShape) {
    self.key = key
    isHalfText = key.name.hasSuffix("_vi") || key.name.hasSuffix("_en")
  }

  /// Where the cell stands, or the row when it has none.
  final var position: Position { scalar.position }

  final var isFilled: Bool { !scalar.text.isEmpty }

  /// Reads the cell of the next row. Most cells repeat the one above: its value stays.
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

  /// Takes a row that has no such cell.
  final func readNothing(at start: Position, _ context: ParseContext) {
    scalar.position = start
    parse(context)
  }

  fileprivate func parse(_ context: ParseContext) {
    isSound = isFilled || !key.isRequired || isHalfText
    if !isSound { context.report(.keyMissing(key: key.name), at: position) }
  }
}

/// A column with the value of its cell.
final class ValueColumn<Value>: TableColumn {
  /// Nil when the cell is empty or has none.
  private(set) var value: Value?
  private let parser: TextParser<Value>

  fileprivate init(_ name: String, _ parser: TextParser<Value>, isRequired: Bool, _ vi: String, _ en: String)
  {
    self.parser = parser
    super.init(
      KeyShape(
        name: name, shape: parser.shape(), isRequired: isRequired, meaning: LocalizedText(vi: vi, en: en)))
  }

  /// A column whose cells are always filled.
  static func required(_ name: String, _ parser: TextParser<Value>, _ vi: String, _ en: String) -> Self {
    Self(name, parser, isRequired: true, vi, en)
  }

  /// A column whose cells are empty where the value is not known.
  static func optional(_ name: String, _ parser: TextParser<Value>, _ vi: String, _ en: String) -> Self {
    Self(name, parser, isRequired: false, vi, en)
  }

  fileprivate override func parse(_ context: ParseContext) {
    guard isFilled else {
      value = nil
      return super.parse(context)
    }
    (value, isSound) = parser.read(scalar, key: key.name, in: context)
  }
}

/// Two columns that hold a text in both languages between them.
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

  /// Nil unless both are there.
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
