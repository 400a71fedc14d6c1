internal import Scoring
internal import Text

/// Collects what the files of the catalogue declare, before anything refers to it.
struct Declarations {
  private(set) var registry: Registry
  let log: FindingLog

  mutating func add(_ file: ParsedFile) {
    guard let root = file.root else { return }
    switch file.kind {
    case .sources: for record in root.records("sources") { declare(.source, record) }
    case .indicators:
      for record in root.records("indicators") {
        declare(.indicator, record)
        checkUnique(record.records("denominators"), .denominator)
      }
    case .indexes: for record in root.records("indexes") { declare(.index, record) }
    case .entities: for record in root.records("entities") { declare(.entity, record) }
    case .editions:
      declare(.edition, root)
      file.checkName("id", expected: file.stem, log)
      checkUnique(root.records("blocks") + root.records("combined_blocks"), .block)
      checkUnique(root.records("parts"), .block)
    case .profile:
      declare(.entity, root)
      if let id = root.string("id") { _ = registry.declare(.province, id, at: root.line) }
      file.checkName("id", expected: file.province, log)
    case .toolkit, .plan, .outcomes, .published, .scorecards: break
    }
  }

  /// Adds what a plan declares.
  mutating func add(_ declarations: [FileValues.Declaration], of file: String) {
    for declaration in declarations {
      registry.declare(declaration.kind, declaration.id, in: file, at: declaration.position, log)
    }
  }

  private mutating func declare(_ kind: ReferenceKind, _ record: Record) {
    guard let id = record.scalar("id") else { return }
    registry.declare(kind, id.text, in: record.file, at: id.position, log)
  }

  private func checkUnique(_ records: [Record], _ kind: ReferenceKind) {
    var local = Declarations(registry: Registry(), log: log)
    for record in records { local.declare(kind, record) }
  }
}

extension Registry {
  /// Declares an identifier, and reports when it is declared already.
  fileprivate mutating func declare(
    _ kind: ReferenceKind, _ id: String, in file: String, at position: Position, _ log: FindingLog
  ) {
    guard let first = declare(kind, id, at: DataLine(file: file, line: position.line)) else { return }
    log.report(.identifierDuplicate(value: id, first: first), in: file, at: position)
  }
}
