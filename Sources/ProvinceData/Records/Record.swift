internal import Scoring
internal import Text

/// The values of one YAML mapping or one CSV row. Malformed values read as nil: the shape check has reported
/// them.
struct Record {
  let file: String
  let position: Position
  /// Of a mapping; none of a row.
  private let entries: [YAMLEntry]
  /// Of a row; none of a mapping.
  private let cells: [Scalar]
  /// Nil for a mapping.
  private let header: CSVHeader?

  /// Takes a mapping; nil when the node is none.
  init?(_ node: YAMLNode, file: String) {
    guard let entries = node.entries else { return nil }
    self.file = file
    self.entries = entries
    position = node.position
    cells = []
    header = nil
  }

  /// - Parameters:
  ///   - cells: the cells of a row.
  ///   - header: which cell is that of which column.
  init(cells: [Scalar], header: CSVHeader, position: Position, file: String) {
    self.file = file
    self.position = position
    self.cells = cells
    self.header = header
    entries = []
  }

  /// Where the record stands.
  var line: DataLine { DataLine(file: file, line: position.line) }

  private func node(at key: String) -> YAMLNode? { entries.value(of: key) }

  private func cell(at key: String) -> Scalar? { header?.place(of: key).map { cells[$0] } }

  /// The value of a key; nil when it is missing or empty.
  func scalar(_ key: String) -> Scalar? {
    guard let found = header == nil ? node(at: key)?.scalar : cell(at: key), !found.text.isEmpty else {
      return nil
    }
    return found
  }

  /// Whether something stands there, of any type.
  func has(_ key: String) -> Bool { header == nil ? node(at: key) != nil : scalar(key) != nil }

  /// Where a value stands, or its record.
  func position(of key: String) -> Position {
    (header == nil ? node(at: key)?.position : cell(at: key)?.position) ?? position
  }

  /// The values of a list, or the words of a cell.
  func scalars(_ key: String) -> [Scalar] {
    guard header != nil else { return (node(at: key)?.items ?? []).compactMap(\.scalar) }
    guard let cell = scalar(key) else { return [] }
    return cell.text.split(separator: " ").map {
      Scalar(text: String($0), position: cell.position, isQuoted: cell.isQuoted)
    }
  }

  /// The mappings of a list.
  func records(_ key: String) -> [Record] {
    (node(at: key)?.items ?? []).compactMap { Record($0, file: file) }
  }

  /// A mapping.
  func record(_ key: String) -> Record? { node(at: key).flatMap { Record($0, file: file) } }

  /// The keys of a mapping with their lists of words, in file order.
  func lists(_ key: String) -> [(key: Scalar, values: [Scalar])] {
    (node(at: key)?.entries ?? []).map { ($0.key, ($0.value.items ?? []).compactMap(\.scalar)) }
  }

  /// The texts of a list of texts.
  func texts(_ key: String) -> [LocalizedText] {
    records(key).compactMap(\.asText)
  }

  private var asText: LocalizedText? {
    guard let vi = scalar("vi")?.text, let en = scalar("en")?.text else { return nil }
    return LocalizedText(vi: vi, en: en)
  }

  /// A text in both languages; nil unless both are there. In CSV the columns `key_vi` and `key_en`.
  func text(_ key: String) -> LocalizedText? {
    guard header != nil else { return record(key)?.asText }
    guard let vi = scalar(key + "_vi")?.text, let en = scalar(key + "_en")?.text else { return nil }
    return LocalizedText(vi: vi, en: en)
  }
}

/// Typed values.
extension Record {
  func string(_ key: String) -> String? { scalar(key)?.text }

  func word<Word: RawRepresentable>(_ key: String) -> Word? where Word.RawValue == String {
    string(key).flatMap(Word.init(rawValue:))
  }

  func id<Subject>(_ key: String) -> Identifier<Subject>? { string(key).map { Identifier($0) } }

  func ids<Subject>(_ key: String) -> [Identifier<Subject>] { scalars(key).map { Identifier($0.text) } }

  func node(_ key: String) -> NodeCode? { string(key).flatMap { NodeCode($0) } }

  func decimal(_ key: String) -> ExactDecimal? { string(key).flatMap { ExactDecimal($0) } }

  func printed(_ key: String) -> PrintedDecimal? { string(key).flatMap { PrintedDecimal($0) } }

  func whole(_ key: String) -> Int? { string(key).flatMap { Int($0) } }

  func date(_ key: String) -> PartialDate? { string(key).flatMap { PartialDate($0) } }

  func flag(_ key: String) -> Bool { string(key) == "true" }

  func years(_ key: String) -> [Int] { scalars(key).compactMap { Int($0.text) } }

  /// The keys `source` and `locator`.
  var citation: Citation? {
    let source: Identifier<Source>? = id("source")
    return source.map { Citation(source: $0, locator: text("locator")) }
  }

  /// The citation of a CSV row and those in `also_sources`; empty when there is no source.
  var citations: [Citation] {
    guard let citation else { return [] }
    let also: [Identifier<Source>] = ids("also_sources")
    return [citation] + also.map { Citation(source: $0) }
  }
}
