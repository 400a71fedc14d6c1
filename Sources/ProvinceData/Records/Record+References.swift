internal import Scoring

/// Identifiers, references and citations of a record.
extension Record {
  /// The identifier that the record declares.
  func declare<Subject>(
    _ kind: SubjectKind, key: String = "id", form: IdentifierForm = .slug
  ) -> Identifier<Subject>? {
    guard let text = text(key, required: true) else { return nil }
    if !form.accepts(text) { report(.idMalformed(text, form: form), key: key) }
    if let earlier = session.catalogue.declare(kind, text, at: place(of: key)) {
      report(.idDuplicate(text, first: earlier), key: key)
    }
    return Identifier(text)
  }

  /// A reference to an identifier.
  func reference<Subject>(
    _ key: String, to kind: SubjectKind, required isRequired: Bool = false
  ) -> Identifier<Subject>? {
    guard let text = text(key, required: isRequired) else { return nil }
    session.catalogue.refer(to: kind, text, at: place(of: key))
    return Identifier(text)
  }

  /// A list of references.
  func references<Subject>(_ key: String, to kind: SubjectKind) -> [Identifier<Subject>] {
    list(key).compactMap { node in
      guard case .text(let text) = node.content, !text.isEmpty else {
        report(.typeWrong(field(key), expected: .text, found: DataShape(node)), node.place)
        return nil
      }
      session.catalogue.refer(to: kind, text, at: node.place)
      return Identifier(text)
    }
  }

  /// References in one cell, separated by blanks.
  func referencesInCell<Subject>(_ key: String, to kind: SubjectKind) -> [Identifier<Subject>] {
    (text(key) ?? "").split(separator: " ").map { word in
      session.catalogue.refer(to: kind, String(word), at: place(of: key))
      return Identifier(String(word))
    }
  }

  /// The keys `source` and `locator`.
  func citation(required isRequired: Bool = false) -> Citation? {
    let source: Identifier<Source>? = reference("source", to: .source, required: isRequired)
    let locator = localized("locator")
    return source.map { Citation(source: $0, locator: locator) }
  }

  /// The columns `source`, `locator_vi`, `locator_en` and `also_sources`; the source is required.
  func citationsInCells(hasLocator: Bool) -> [Citation] {
    let also: [Identifier<Source>] = referencesInCell("also_sources", to: .source)
    let locator = hasLocator ? localizedColumns("locator") : nil
    let source: Identifier<Source>? = reference("source", to: .source)
    guard let source else {
      report(.outcomeNoSource, key: "source")
      return []
    }
    return [Citation(source: source, locator: locator)] + also.map { Citation(source: $0) }
  }
}

/// The form of an identifier.
enum IdentifierForm: Hashable, CaseIterable {
  /// `hai-duong-2024`: lower-case letters without accents, digits, single hyphens.
  case slug
  /// `on_time_dossier_rate`: the same with underscores.
  case snake
  /// `PAR`: capitals and digits.
  case capitals

  /// Whether a text has the form.
  func accepts(_ text: String) -> Bool {
    let separator: Character = self == .snake ? "_" : "-"
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    if self == .capitals, parts.count > 1 { return false }
    return parts.allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy { byte in
          (48...57).contains(byte) || (self == .capitals ? (65...90) : (97...122)).contains(byte)
        }
    }
  }

  var example: String {
    switch self {
    case .slug: "hai-duong-2024"
    case .snake: "on_time_dossier_rate"
    case .capitals: "PAR"
    }
  }
}
