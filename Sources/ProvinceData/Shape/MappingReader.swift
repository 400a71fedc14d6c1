internal import Scoring
internal import Text

/// Reads the keys of one YAML mapping. Asking for a value declares its key, so there is no other list of keys.
final class MappingReader {
  let context: ParseContext
  let position: Position
  /// Nil when the keys are only listed.
  private let entries: [YAMLEntry]?
  private var names: [String] = []
  private var missing: Set<String> = []
  private var shapes: [KeyShape] = []

  init(_ entries: [YAMLEntry]?, at position: Position, _ context: ParseContext) {
    (self.entries, self.position, self.context) = (entries, position, context)
  }

  /// The keys that `read` asks for, in order.
  static func shape<Value>(of read: (MappingReader) -> Value?) -> MappingShape {
    let context = ParseContext(file: "", log: FindingLog(), identifiers: DeclaredIdentifiers())
    let keys = MappingReader(nil, at: .start, context)
    _ = read(keys)
    return MappingShape(keys.shapes)
  }

  /// The value of a key that is always required.
  func required<Value>(_ name: String, _ parser: NodeParser<Value>, _ vi: String, _ en: String) -> Value? {
    value(of: name, parser, isRequired: true, LocalizedText(vi: vi, en: en))
  }

  func required<Value>(_ name: String, _ parser: TextParser<Value>, _ vi: String, _ en: String) -> Value? {
    value(of: name, .text(parser), isRequired: true, LocalizedText(vi: vi, en: en))
  }

  /// The value of a key that is absent when the value is not known.
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
      if isRequired { missing.insert(name) }
      return nil
    }
    return parser.read(node, key: name, in: context)
  }

  /// Reports every key that was not asked for, and every required key that is missing unless it is one of these with
  /// another spelling.
  func reportKeys() {
    for entry in entries ?? [] where !names.contains(entry.key.text) {
      let nearest = NearestWord.find(entry.key.text, in: names)
      context.report(.keyUnknown(key: entry.key.text, nearest: nearest), at: entry.key.position)
      context.uses.markIncomplete()
      if let nearest { missing.remove(nearest) }
    }
    for name in missing { context.report(.keyMissing(key: name), at: position) }
  }

  /// The line of the mapping.
  var line: DataLine { DataLine(file: context.file, line: position.line) }

  /// Whether the mapping has the key, with a value of any type.
  func has(_ name: String) -> Bool { entries?.value(of: name) != nil }

  /// Whether the key has a list without items.
  func isEmptyList(_ name: String) -> Bool { entries?.value(of: name)?.items?.isEmpty == true }

  /// The text at a key, for findings; nil when it is missing or empty.
  func scalar(_ name: String) -> Scalar? { entries?.value(of: name)?.filledScalar }

  /// The position of the value of a key, or of the mapping when there is no such key.
  func position(of name: String) -> Position { entries?.value(of: name)?.position ?? position }

  /// Reports a rule at the value of a key, or at the mapping when there is no such key.
  func report(_ rule: Rule, _ name: String) { context.report(rule, at: position(of: name)) }

  /// Whether a value is worked out here and not printed by a source.
  func derivedKey(prefix: String = "") -> Bool {
    optional(
      prefix + "derived", .flag, "Tự tính, không in ở nguồn.", "Worked out here, not printed by the source.")
      ?? false
  }

  /// Checks that a derived value says how it was derived.
  func checkHow(_ how: String = "how", at name: String) {
    if !has(how) { report(.derivedNoHow, name) }
  }
}

extension YAMLNode {
  /// The scalar; nil when it is empty.
  var filledScalar: Scalar? { scalar.flatMap { $0.text.isEmpty ? nil : $0 } }
}
