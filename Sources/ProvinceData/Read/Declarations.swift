internal import Scoring

/// Collects what the files declare, before anything refers to it.
struct Declarations {
  let files: [ParsedFile]
  private(set) var registry: Registry
  let log: FindingLog

  mutating func run() {
    for file in files {
      guard let root = file.root else { continue }
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
        checkName(root, key: "id", expected: file.stem)
        checkUnique(root.records("blocks") + root.records("combined_blocks"), .block)
        checkUnique(root.records("parts"), .block)
      case .profile: profile(root, in: file)
      case .plan: plan(root, in: file)
      case .toolkit, .outcomes, .published, .scorecards: break
      }
    }
  }

  private mutating func profile(_ root: Record, in file: ParsedFile) {
    declare(.entity, root)
    if let id = root.string("id") { _ = registry.declare(.province, id, at: root.line) }
    if let folder = file.province { checkName(root, key: "id", expected: folder) }
  }

  private mutating func plan(_ root: Record, in file: ParsedFile) {
    declare(.plan, root)
    checkName(root, key: "id", expected: file.stem)
    if let folder = file.province { checkName(root, key: "entity", expected: folder) }
    for record in root.records("targets") { declare(.target, record) }
  }

  private func checkName(_ record: Record, key: String, expected: String) {
    guard let scalar = record.scalar(key), scalar.text != expected else { return }
    let rule = DataRule.folderMismatch(key: key, value: scalar.text, expected: expected)
    log.report(rule, in: record.file, at: scalar.position)
  }

  private mutating func declare(_ kind: ReferenceKind, _ record: Record) {
    guard let scalar = record.scalar("id") else { return }
    let line = DataLine(file: record.file, line: scalar.position.line)
    if let first = registry.declare(kind, scalar.text, at: line) {
      log.report(
        .identifierDuplicate(value: scalar.text, first: first), in: record.file, at: scalar.position)
    }
  }

  private func checkUnique(_ records: [Record], _ kind: ReferenceKind) {
    var local = Registry()
    for record in records {
      guard let scalar = record.scalar("id") else { continue }
      let line = DataLine(file: record.file, line: scalar.position.line)
      if let first = local.declare(kind, scalar.text, at: line) {
        log.report(
          .identifierDuplicate(value: scalar.text, first: first), in: record.file, at: scalar.position)
      }
    }
  }
}
