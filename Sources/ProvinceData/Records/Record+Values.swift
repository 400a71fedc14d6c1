internal import Scoring

/// Texts, words, numbers and dates of a record. Each reader returns nil when the key is absent, and nil with a
/// finding when the value is malformed.
extension Record {
  /// A scalar text.
  func text(_ key: String, required isRequired: Bool = false) -> String? {
    guard let node = isRequired ? required(key) : node(key) else { return nil }
    return scalar(node, key)
  }

  private func scalar(_ node: DataNode, _ key: String) -> String? {
    guard case .text(let text) = node.content, !text.isEmpty else {
      report(.typeWrong(field(key), expected: .text, found: DataShape(node)), node.place)
      return nil
    }
    return text
  }

  /// `true` or `false`; false when absent.
  func flag(_ key: String) -> Bool? {
    guard let text = text(key) else { return nil }
    if text == "true" || text == "false" { return text == "true" }
    report(.valueUnknown(field(key), text, allowed: ["true", "false"]), key: key)
    return nil
  }

  /// One word of an enumeration.
  func choice<Word: RawRepresentable & CaseIterable>(
    _ key: String, as type: Word.Type = Word.self, required isRequired: Bool = false
  ) -> Word? where Word.RawValue == String {
    guard let text = text(key, required: isRequired) else { return nil }
    return word(text, field(key), place(of: key))
  }

  /// A list of words of an enumeration.
  func choices<Word: RawRepresentable & CaseIterable>(_ key: String, as type: Word.Type) -> [Word]
  where Word.RawValue == String {
    list(key).compactMap { node in
      scalar(node, key).flatMap { word($0, field(key), node.place) }
    }
  }

  private func word<Word: RawRepresentable & CaseIterable>(
    _ text: String, _ field: Field, _ place: Place
  ) -> Word? where Word.RawValue == String {
    if let word = Word(rawValue: text) { return word }
    report(.valueUnknown(field, text, allowed: Word.allCases.map(\.rawValue)), place)
    return nil
  }

  /// One of some words.
  func choice(_ key: String, of words: [String], required isRequired: Bool = false) -> String? {
    guard let text = text(key, required: isRequired) else { return nil }
    if words.contains(text) { return text }
    report(.valueUnknown(field(key), text, allowed: words), key: key)
    return nil
  }

  /// A number with a decimal point and at most four decimals.
  func decimal(_ key: String, required isRequired: Bool = false) -> PrintedDecimal? {
    guard let text = text(key, required: isRequired) else { return nil }
    return decimal(text, place(of: key))
  }

  private func decimal(_ text: String, _ place: Place) -> PrintedDecimal? {
    if let number = PrintedDecimal(text) { return number }
    report(DataRule(malformedNumber: text), place)
    return nil
  }

  /// A whole number within a range, both ends included.
  func integer(_ key: String, in range: ClosedRange<Int>, required isRequired: Bool = false) -> Int? {
    guard let text = text(key, required: isRequired) else { return nil }
    return integer(text, range, place(of: key))
  }

  /// A list of whole numbers within a range, both ends included.
  func integers(_ key: String, in range: ClosedRange<Int>) -> [Int] {
    list(key).compactMap { node in scalar(node, key).flatMap { integer($0, range, node.place) } }
  }

  private func integer(_ text: String, _ range: ClosedRange<Int>, _ place: Place) -> Int? {
    guard let number = PrintedDecimal(text) else {
      report(DataRule(malformedNumber: text), place)
      return nil
    }
    guard number.decimals == 0, let whole = Int(text), range.contains(whole) else {
      report(.numberOutOfRange(text, low: range.lowerBound, high: range.upperBound, isWhole: true), place)
      return nil
    }
    return whole
  }

  /// `2024`, `2024-10` or `2024-10-31`.
  func date(_ key: String, required isRequired: Bool = false) -> PartialDate? {
    guard let text = text(key, required: isRequired) else { return nil }
    if let date = PartialDate(text) { return date }
    report(DataRule(malformedDate: text), key: key)
    return nil
  }

  /// A text in both languages.
  func localized(_ key: String, required isRequired: Bool = false) -> LocalizedText? {
    guard let node = isRequired ? required(key) : node(key) else { return nil }
    return localized(node, key)
  }

  /// A list of texts in both languages.
  func localizedList(_ key: String) -> [LocalizedText] {
    list(key).compactMap { localized($0, key) }
  }

  private func localized(_ node: DataNode, _ key: String) -> LocalizedText? {
    guard case .map(let pairs) = node.content else {
      report(.typeWrong(field(key), expected: .localizedText, found: DataShape(node)), node.place)
      return nil
    }
    let inner = Record(pairs: pairs, place: node.place, isRow: false, session: session)
    let vi = inner.isPresent("vi") ? inner.text("vi") : inner.node("vi").map { _ in "" }
    let en = inner.isPresent("en") ? inner.text("en") : inner.node("en").map { _ in "" }
    for language in Language.allCases where !inner.isPresent(language.rawValue) {
      report(.textOneLanguage(field(key), missing: language), node.place)
    }
    inner.finish()
    guard let vi, let en else { return nil }
    return LocalizedText(vi: vi, en: en)
  }

  /// A text in two columns, `<key>_vi` and `<key>_en`.
  func localizedColumns(_ key: String) -> LocalizedText? {
    let (vi, en) = (text(key + "_vi"), text(key + "_en"))
    if let vi, let en { return LocalizedText(vi: vi, en: en) }
    if vi != nil { report(.textOneLanguage(field(key), missing: .english), key: key + "_en") }
    if en != nil { report(.textOneLanguage(field(key), missing: .vietnamese), key: key + "_vi") }
    return nil
  }

  /// The elements of a list; empty when absent.
  func list(_ key: String) -> [DataNode] {
    guard let node = node(key) else { return [] }
    if case .list(let nodes) = node.content { return nodes }
    report(.typeWrong(field(key), expected: .list, found: DataShape(node)), node.place)
    return []
  }

  /// A mapping.
  func record(_ key: String, required isRequired: Bool = false) -> Record? {
    guard let node = isRequired ? required(key) : node(key) else { return nil }
    return Record(node, name: key, session: session)
  }

  /// A list of mappings; empty when absent.
  func records(_ key: String) -> [Record] {
    list(key).compactMap { Record($0, name: key, session: session) }
  }

  /// A place in the scoring tree.
  func nodeCode(_ key: String, required isRequired: Bool = false) -> NodeCode? {
    guard let text = text(key, required: isRequired) else { return nil }
    return nodeCode(text, key, place(of: key))
  }

  /// A list of places in the scoring tree.
  func nodeCodes(_ key: String) -> [NodeCode] {
    list(key).compactMap { node in scalar(node, key).flatMap { nodeCode($0, key, node.place) } }
  }

  private func nodeCode(_ text: String, _ key: String, _ place: Place) -> NodeCode? {
    if let code = NodeCode(text) { return code }
    report(
      .valueUnknown(field(key), text, allowed: ["LV1 … LV8", "LV1.2", "LV1.2.3", "total", "block:sipas"]),
      place)
    return nil
  }

  /// A component, `LV1` and so on.
  func component(_ key: String, required isRequired: Bool = false) -> NodeCode? {
    guard let text = text(key, required: isRequired) else { return nil }
    if let code = NodeCode(text), code.isComponent { return code }
    report(.valueUnknown(field(key), text, allowed: (1...8).map { "LV\($0)" }), key: key)
    return nil
  }
}
