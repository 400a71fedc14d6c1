internal import Scoring
internal import Text

/// The values that one plan, table or file of changes adds to the dataset, given the catalogue. The rest of the file is not kept.
struct FileValues: Sendable {
  /// An identifier that no other file may declare.
  struct Declaration: Sendable {
    let kind: ReferenceKind
    let id: String
    let position: Position
  }

  let path: String
  /// The findings on the file.
  private(set) var findings: [Finding] = []
  /// The text of the file for the dataset; nil when it has none or none is wanted.
  private(set) var dataFile: Dataset.DataFile?
  /// The sources that it cites, and whether there may be others in what could not be read.
  private(set) var sources: Set<String> = []
  private(set) var isIncomplete = true
  private(set) var declarations: [Declaration] = []
  /// The groups of a plan, one entry for each target that names one.
  private(set) var groups: [(id: String, position: Position)] = []
  private(set) var plan: Plan?
  /// Whether the file is a plan, read or not.
  let isPlan: Bool
  private(set) var changes: [Change] = []
  /// The targets that changes name.
  private(set) var changedTargets: [Scalar] = []
  /// The rows of a table; none for a plan.
  private(set) var rows = TableRows()

  /// - Parameters:
  ///   - bytes: nil when it is not a regular file.
  ///   - keepsText: whether the text is wanted too.
  init(
    path: String, kind: FileKind, bytes: [UInt8]?, keepsText: Bool, identifiers: DeclaredIdentifiers,
    catalogue: Catalogue
  ) {
    self.path = path
    isPlan = kind == .plan
    let log = FindingLog()
    defer { findings = log.all }
    guard kind.isTable else {
      let file = ReadFile(path: path, bytes: bytes, keepsText: keepsText)
      dataFile = file.dataFile
      log.add(file.findings)
      if let parsed = file.parsed {
        let context = ParseContext(file: path, log: log, identifiers: identifiers)
        if kind == .plan { readPlan(parsed, catalogue, context) } else { readChanges(parsed, context) }
      }
      return
    }
    guard let bytes else {
      log.report(.fileUnexpected(path: path), in: path, at: .start)
      return
    }
    guard let text = DataText(bytes, file: path, log: log) else { return }
    if keepsText { dataFile = Dataset.DataFile(path: path, text: text.text) }
    EncodingCheck.check(text.text, file: path, log: log)
    let table = TableRows.Table(path: path, kind: kind, identifiers: identifiers, catalogue: catalogue)
    rows = TableRows(of: text.text, table)
    log.add(rows.findings)
    let fractions = rows.findings.filter { $0.rule == "plausible.fraction" }.map {
      Position(line: $0.line, column: $0.column)
    }
    SeriesCheck(catalogue: catalogue, log: log, fractions: Set(fractions)).check(rows.located(\.outcomes))
    PartsCheck(catalogue: catalogue, log: log).check(rows.located(\.scorecards))
    (sources, isIncomplete) = (rows.sources, rows.isIncomplete)
  }

  private mutating func readChanges(_ file: ParsedFile, _ context: ParseContext) {
    changes = file.read(in: context) { $0.changes() } ?? []
    changedTargets = file.node.items(of: "changes").flatMap { $0.items(of: "targets") }.compactMap(
      \.filledScalar)
    (sources, isIncomplete) = (context.uses.sources, false)
  }

  private mutating func readPlan(_ file: ParsedFile, _ catalogue: Catalogue, _ context: ParseContext) {
    file.checkName("id", expected: file.stem, context.log)
    file.checkName("entity", expected: file.province, context.log)
    // Targets and tasks share one name space, because both are anchors on the page of the plan.
    let items = ["targets", "tasks"].flatMap { file.node.items(of: $0) }.map { (ReferenceKind.target, $0) }
    for (kind, node) in [(.plan, file.node)] + items {
      guard let id = node["id"]?.filledScalar else { continue }
      declarations.append(Declaration(kind: kind, id: id.text, position: id.position))
    }
    plan = file.read(in: context) { $0.plan(catalogue) }
    groups = file.node.items(of: "targets").compactMap { $0["group"]?.filledScalar }
      .map { ($0.text, $0.position) }
    PromiseCheck.checkSteps(in: file.node, context)
    (sources, isIncomplete) = (context.uses.sources, context.uses.isIncomplete)
  }
}
