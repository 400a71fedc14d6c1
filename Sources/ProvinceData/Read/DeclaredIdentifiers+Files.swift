internal import Scoring
internal import Text

extension DeclaredIdentifiers {
  /// Adds the identifiers that a file of the catalogue declares, before any reference is checked.
  mutating func add(_ file: ParsedFile, _ log: FindingLog) {
    let root = file.node
    switch file.kind {
    case .sources: declare(.source, at: "sources", of: file, log)
    case .indicators:
      declare(.indicator, at: "indicators", of: file, log)
      for indicator in root.items(of: "indicators") {
        checkUnique(.denominator, indicator.items(of: "denominators"), in: file.path, log)
      }
    case .indexes: declare(.index, at: "indexes", of: file, log)
    case .entities:
      declare(.subject, at: "entities", of: file, log)
      // Every subject has one identifier; a duplicate is reported once.
      declare(.entity, at: "entities", of: file, FindingLog())
    case .units:
      declare(.subject, at: "groups", of: file, log)
      for group in root.items(of: "groups") {
        declare(.subject, group.items(of: "units"), in: file.path, log)
      }
      // Without its province no unit is read.
      if root["province"]?.filledScalar == nil { markIncomplete([.subject]) }
    case .editions:
      declare(.edition, [root], in: file.path, log)
      file.checkName("id", expected: file.stem, log)
      checkUnique(.block, root.items(of: "blocks") + root.items(of: "combined_blocks"), in: file.path, log)
      checkUnique(.block, root.items(of: "parts"), in: file.path, log)
    case .profile:
      declare(.subject, [root], in: file.path, log)
      declare(.entity, [root], in: file.path, FindingLog())
      if let id = root["id"]?.filledScalar?.text {
        _ = declare(.province, id, at: DataLine(file: file.path, line: root.position.line))
      } else {
        markIncomplete([.province])
      }
      file.checkName("id", expected: file.province, log)
    case .toolkit, .publishers, .tiles, .plan, .changes, .outcomes, .published, .scorecards: break
    }
  }

  /// Declares the identifiers of a list of mappings.
  private mutating func declare(
    _ kind: ReferenceKind, at key: String, of file: ParsedFile, _ log: FindingLog
  ) {
    guard let items = file.node[key]?.items else { return markIncomplete([kind]) }
    declare(kind, items, in: file.path, log)
  }

  /// Declares the identifiers of mappings, and reports duplicates. If one has none, references to the kind are not
  /// checked.
  private mutating func declare(
    _ kind: ReferenceKind, _ nodes: [YAMLNode], in file: String, _ log: FindingLog
  ) {
    for node in nodes {
      guard let id = node["id"]?.filledScalar else {
        markIncomplete([kind])
        continue
      }
      declare(kind, id.text, in: file, at: id.position, log)
      let name = node[kind == .source ? "title" : "name"]
      for text in [name, name?["vi"], name?["en"]] {
        if let text = text?.filledScalar?.text { add(name: text, of: id.text, kind) }
      }
    }
  }

  /// Reports duplicate identifiers within one list.
  private func checkUnique(
    _ kind: ReferenceKind, _ nodes: [YAMLNode], in file: String, _ log: FindingLog
  ) {
    var local = DeclaredIdentifiers()
    local.declare(kind, nodes, in: file, log)
  }

  /// Declares an identifier, and reports a duplicate.
  mutating func declare(
    _ kind: ReferenceKind, _ id: String, in file: String, at position: Position, _ log: FindingLog
  ) {
    guard let first = declare(kind, id, at: DataLine(file: file, line: position.line)) else { return }
    log.report(.identifierDuplicate(value: id, first: first), in: file, at: position)
  }
}

extension YAMLNode {
  /// The items of the list at a key.
  func items(of key: String) -> [YAMLNode] { self[key]?.items ?? [] }
}
