internal import Scoring
internal import Text

/// Holds the values of one file against their shape.
struct ShapeCheck {
  let file: String
  let log: FindingLog
  let registry: Registry
  /// Where references are noted.
  var uses = ReferenceUses()

  /// Checks a YAML value.
  func check(_ node: YAMLNode, against shape: Shape, key: String) {
    if let scalar = node.scalar, scalar.text.utf8.count <= 4,
      scalar.text.isEmpty || (!scalar.isQuoted && Self.nulls.contains(scalar.text))
    {
      log.report(.valueEmpty(key: key), in: file, at: node.position)
      return
    }
    switch shape {
    case .mapping(let mapping): check(node, against: mapping, key: key, shape: shape)
    case .list(let item): checkItems(of: node, against: item, key: key, shape: shape)
    case .localized: checkLocalized(node, key: key)
    case .byComponent(let value): checkComponents(of: node, against: value, key: key, shape: shape)
    default:
      guard let scalar = node.scalar else { return wrongType(shape, key: key, at: node.position) }
      check(scalar, against: shape, key: key)
    }
  }

  private static let nulls = ["~", "null", "Null", "NULL"]

  private func wrongType(_ shape: Shape, key: String, at position: Position) {
    log.report(.typeWrong(key: key, expected: shape.expectation), in: file, at: position)
  }

  private func check(_ node: YAMLNode, against mapping: MappingShape, key: String, shape: Shape) {
    guard let entries = node.entries else { return wrongType(shape, key: key, at: node.position) }
    for entry in entries {
      if let known = mapping[entry.key.text] {
        check(entry.value, against: known, key: entry.key.text)
      } else {
        let nearest = NearestWord.find(entry.key.text, in: mapping.keys.map(\.name))
        log.report(.keyUnknown(key: entry.key.text, nearest: nearest), in: file, at: entry.key.position)
      }
    }
    for name in mapping.required where entries.value(of: name) == nil {
      log.report(.keyMissing(key: name), in: file, at: node.position)
    }
  }

  private func checkItems(of node: YAMLNode, against item: Shape, key: String, shape: Shape) {
    guard let items = node.items else { return wrongType(shape, key: key, at: node.position) }
    for value in items { check(value, against: item, key: key) }
  }

  private func checkComponents(of node: YAMLNode, against value: Shape, key: String, shape: Shape) {
    guard let entries = node.entries else { return wrongType(shape, key: key, at: node.position) }
    for entry in entries {
      check(entry.key, against: .component, key: key)
      check(entry.value, against: value, key: entry.key.text)
    }
  }

  private func checkLocalized(_ node: YAMLNode, key: String) {
    guard let entries = node.entries else { return wrongType(.localized, key: key, at: node.position) }
    for entry in entries {
      if Language(rawValue: entry.key.text) == nil {
        let nearest = NearestWord.find(entry.key.text, in: ["vi", "en"])
        log.report(.keyUnknown(key: entry.key.text, nearest: nearest), in: file, at: entry.key.position)
      } else if entry.value.scalar == nil {
        wrongType(.prose, key: entry.key.text, at: entry.value.position)
      }
    }
    for language in Language.allCases {
      let value = node[language.rawValue]
      let isEmpty = value.map { $0.scalar?.text.isEmpty == true } ?? true
      if isEmpty {
        log.report(.textOneLanguage(missing: language), in: file, at: value?.position ?? node.position)
      }
    }
  }

  /// Checks a single value that is not empty.
  ///
  /// - Returns: whether nothing is wrong with it.
  @discardableResult
  func check(_ scalar: Scalar, against shape: Shape, key: String) -> Bool {
    if let rule = fault(of: scalar.text, against: shape, key: key) {
      log.report(rule, in: file, at: scalar.position)
      return false
    }
    switch shape {
    case .reference(let kind): return checkReference(to: kind, scalar.text, at: scalar.position)
    case .references(let kind):
      var isSound = true
      for part in scalar.text.split(separator: " ") {
        let before = scalar.text[..<part.startIndex].unicodeScalars.count + (scalar.isQuoted ? 1 : 0)
        if !checkReference(to: kind, String(part), at: scalar.position.moved(by: before)) { isSound = false }
      }
      return isSound
    default: return true
    }
  }

  private func checkReference(to kind: ReferenceKind, _ value: String, at position: Position) -> Bool {
    uses.note(kind, value)
    // Denominators and blocks belong to an indicator or framework; their readers check them.
    guard kind != .denominator, kind != .block, !registry.isIncomplete(kind), !registry.knows(kind, value)
    else { return true }
    let nearest = uses.nearest(to: value, kind, in: registry)
    log.report(.referenceUnknown(kind: kind, value: value, nearest: nearest), in: file, at: position)
    return false
  }

  private func fault(of text: String, against shape: Shape, key: String) -> Rule? {
    switch shape {
    case .word(let words):
      return words.contains(text) ? nil : .valueUnknown(key: key, value: text, allowed: words)
    case .identifier(let form):
      return form.matches(text) ? nil : .identifierMalformed(value: text, form: form)
    case .component:
      let isKnown = NodeCode(text).flatMap(\.componentNumber).map { (1...8).contains($0) } == true
      return isKnown && !text.contains(".") ? nil : .typeWrong(key: key, expected: shape.expectation)
    case .node: return NodeCode(text) != nil ? nil : .typeWrong(key: key, expected: shape.expectation)
    case .number: return NumberCheck.fault(of: text)
    case .positiveNumber:
      if let rule = NumberCheck.fault(of: text) { return rule }
      let isPositive = ExactDecimal(text).map { $0 > .zero } == true
      return isPositive ? nil : .typeWrong(key: key, expected: shape.expectation)
    case .whole(let range): return wholeFault(of: text, range)
    case .years: return YearSpan.read(text) != nil ? nil : .typeWrong(key: key, expected: shape.expectation)
    case .date: return DateCheck.fault(of: text)
    case .day:
      if let rule = DateCheck.fault(of: text) { return rule }
      return PartialDate(text)?.day != nil ? nil : .typeWrong(key: key, expected: shape.expectation)
    case .flag:
      return ["true", "false"].contains(text) ? nil : .typeWrong(key: key, expected: shape.expectation)
    case .url: return Self.isAddress(text) ? nil : .urlMalformed(value: text)
    case .prose, .localized, .reference, .references, .list, .mapping, .byComponent: return nil
    }
  }

  private func wholeFault(of text: String, _ range: ClosedRange<Int>) -> Rule? {
    if let rule = NumberCheck.fault(of: text) { return rule }
    guard let value = ExactDecimal(text), value.isWhole, !text.contains(".") else {
      return .numberNotWhole(value: text)
    }
    let isInside = value >= ExactDecimal(range.lowerBound) && value <= ExactDecimal(range.upperBound)
    return isInside
      ? nil : .numberOutOfRange(value: text, low: String(range.lowerBound), high: String(range.upperBound))
  }

  private static func isAddress(_ text: String) -> Bool {
    guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return false }
    let rest = text.dropFirst(scheme.count)
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return host.contains(".") && !host.hasPrefix(".")
      && !text.utf8.contains { byte in
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "<")
      }
  }
}
