internal import Scoring
internal import Text

/// Parses a text in a data file into a value or a fault.
struct TextParser<Value> {
  /// The result. A number outside its limits and a malformed identifier have a value in spite of their fault.
  struct Parsed {
    var value: Value?
    var fault: Rule?
  }

  /// Computed only for findings and schemas.
  let shape: () -> Shape
  /// Takes the text and its key.
  let parse: (Scalar, String) -> Parsed
  /// Whether everything that the value refers to is declared; unknown references are reported.
  private let checkReferences: (Scalar, ParseContext) -> Bool

  init(
    shape: @autoclosure @escaping () -> Shape, parse: @escaping (Scalar, String) -> Parsed,
    checkReferences: @escaping (Scalar, ParseContext) -> Bool = { _, _ in true }
  ) {
    (self.shape, self.parse, self.checkReferences) = (shape, parse, checkReferences)
  }

  /// A text for which `value` is nil does not have the shape.
  init(_ shape: Shape, _ value: @escaping (String) -> Value?) {
    self.init(shape: shape) { scalar, key in
      let value = value(scalar.text)
      return Parsed(
        value: value, fault: value == nil ? .typeWrong(key: key, expected: shape.expectation) : nil)
    }
  }

  /// The value of a text that is not empty, and whether it is valid; a fault is reported.
  func read(_ scalar: Scalar, key: String, in context: ParseContext) -> (value: Value?, isSound: Bool) {
    let parsed = parse(scalar, key)
    guard let fault = parsed.fault else { return (parsed.value, checkReferences(scalar, context)) }
    context.report(fault, at: scalar.position)
    return (parsed.value, false)
  }
}

extension TextParser<String> {
  static var prose: Self { Self(.prose) { $0 } }

  static func word(_ words: [String]) -> Self {
    Self(shape: .word(words)) { scalar, key in
      let isKnown = words.contains(scalar.text)
      return Parsed(
        value: scalar.text,
        fault: isKnown ? nil : .valueUnknown(key: key, value: scalar.text, allowed: words))
    }
  }

  static var url: Self {
    Self(shape: .url) { scalar, _ in
      Parsed(value: scalar.text, fault: WebAddress.brokenRule(of: scalar.text))
    }
  }
}

extension TextParser {
  /// An identifier that is declared here.
  static func identifier<Subject>(_ form: IdentifierForm) -> Self where Value == Identifier<Subject> {
    Self(shape: .identifier(form)) { scalar, _ in
      let fault = form.matches(scalar.text) ? nil : Rule.identifierMalformed(value: scalar.text, form: form)
      return Parsed(value: Identifier(scalar.text), fault: fault)
    }
  }

  /// A reference to a declared identifier.
  static func reference<Subject>(_ kind: ReferenceKind) -> Self where Value == Identifier<Subject> {
    Self(
      shape: .reference(kind), parse: { scalar, _ in Parsed(value: Identifier(scalar.text)) },
      checkReferences: { $1.checkReference(to: kind, $0.text, at: $0.position) })
  }

  /// References separated by spaces.
  static func references<Subject>(_ kind: ReferenceKind) -> Self where Value == [Identifier<Subject>] {
    Self(
      shape: .references(kind),
      parse: { scalar, _ in Parsed(value: scalar.text.split(separator: " ").map { Identifier(String($0)) }) },
      checkReferences: { $1.checkReferences(to: kind, in: $0) })
  }
}

extension TextParser<Scalar> {
  /// An identifier that its framework checks, with its position.
  static var blockReference: Self { Self(shape: .reference(.block)) { scalar, _ in Parsed(value: scalar) } }
}

extension TextParser where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// All words of an enumeration.
  static var words: Self { words(Value.allCases.map(\.rawValue)) }

  /// Some words of an enumeration.
  static func words(_ words: @autoclosure @escaping () -> [String]) -> Self {
    Self(shape: .word(words())) { scalar, key in
      guard let value = Value(rawValue: scalar.text), words().contains(scalar.text) else {
        return Parsed(fault: .valueUnknown(key: key, value: scalar.text, allowed: words()))
      }
      return Parsed(value: value)
    }
  }
}

extension TextParser<NodeCode> {
  /// `LV1` … `LV8`.
  static var component: Self {
    Self(shape: .component) { scalar, key in
      let code = NodeCode(scalar.text)
      let isKnown = code?.isComponent == true && code?.componentNumber.map { (1...8).contains($0) } == true
      return Parsed(
        value: code, fault: isKnown ? nil : .typeWrong(key: key, expected: Shape.component.expectation))
    }
  }

  /// A code in the scoring tree.
  static var node: Self { Self(.node) { NodeCode($0) } }
}

extension TextParser<Bool> {
  static var flag: Self { Self(.flag) { ["true": true, "false": false][$0] } }
}
