internal import Scoring
internal import Text

/// The keys of one YAML mapping. Each is declared where its value is asked for, so there is no other list of them.
final class MappingReader {
  let context: ParseContext
  let position: Position
  /// Nil when the keys are only listed.
  private let entries: [YAMLEntry]?
  private var names: [String] = []
  private var shapes: [KeyShape] = []

  init(_ entries: [YAMLEntry]?, at position: Position, _ context: ParseContext) {
    (self.entries, self.position, self.context) = (entries, position, context)
  }

  /// The keys that a mapping is asked for, in order.
  static func shape<Value>(of read: (MappingReader) -> Value?) -> MappingShape {
    let context = ParseContext(file: "", log: FindingLog(), identifiers: DeclaredIdentifiers())
    let keys = MappingReader(nil, at: .start, context)
    _ = read(keys)
    return MappingShape(keys.shapes)
  }

  /// The value of a key that always has to be there.
  func required<Value>(_ name: String, _ parser: NodeParser<Value>, _ vi: String, _ en: String) -> Value? {
    value(of: name, parser, isRequired: true, LocalizedText(vi: vi, en: en))
  }

  func required<Value>(_ name: String, _ parser: TextParser<Value>, _ vi: String, _ en: String) -> Value? {
    value(of: name, .text(parser), isRequired: true, LocalizedText(vi: vi, en: en))
  }

  /// The value of a key that is left out when it is not known.
  func optional<Value>(_ name: String, _ parser: NodeParser<Value>, _ vi: String, _ en: String) -> Value? {
    value(of: name, parser, isRequired: false, LocalizedText(vi: vi, en: en))
  }

  func optional<Value>(_ name: String, _ parser: TextParser<Value>, _ vi: String, _ en: String) -> Value? {
    value(of: name, .text(parser), isRequired: false, LocalizedText(vi: vi, en: en))
  }

  func value<Value>(
    of name: String, _ parser: NodeParser<Value>, isRequired: Bool, _ meaning: LocalizedText
  ) -> Value? {
    guard let entries else {
      shapes.append(KeyShape(name: name, shape: parser.shape(), isRequired: isRequired, meaning: meaning))
      return nil
    }
    names.append(name)
    guard let node = entries.value(of: name) else {
      if isRequired { context.report(.keyMissing(key: name), at: position) }
      return nil
    }
    return parser.read(node, key: name, in: context)
  }

  /// Reports every key that nobody asked for.
  func reportUnknownKeys() {
    for entry in entries ?? [] where !names.contains(entry.key.text) {
      let nearest = NearestWord.find(entry.key.text, in: names)
      context.report(.keyUnknown(key: entry.key.text, nearest: nearest), at: entry.key.position)
    }
  }

  /// Where the mapping stands.
  var line: DataLine { DataLine(file: context.file, line: position.line) }

  /// Whether something stands under a key, of any type.
  func has(_ name: String) -> Bool { entries?.value(of: name) != nil }

  /// The text under a key, as findings quote it; nil when it is missing or empty.
  func scalar(_ name: String) -> Scalar? { entries?.value(of: name)?.filledScalar }

  /// Where the value of a key stands, or the mapping when there is no such key.
  func position(of name: String) -> Position { entries?.value(of: name)?.position ?? position }

  /// Reports a rule at the value of a key, or at the mapping when there is no such key.
  func report(_ rule: Rule, _ name: String) { context.report(rule, at: position(of: name)) }

  /// Checks that what is derived says how.
  func checkHow(_ how: String = "how", at name: String) {
    if !has(how) { report(.derivedNoHow, name) }
  }
}

extension YAMLNode {
  /// The single value; nil when it is empty.
  var filledScalar: Scalar? { scalar.flatMap { $0.text.isEmpty ? nil : $0 } }
}
