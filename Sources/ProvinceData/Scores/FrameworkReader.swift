internal import Robustness
internal import Scoring
internal import Text

/// Reads a framework from an edition file or from CSV.
struct FrameworkReader {
  let file: String
  let log: FindingLog

  private static let name: [KeyShape] = [
    .required("code", .prose, "Mã.", "The code."),
    .optional("parent", .prose, "Mã của cấp trên; gốc thì bỏ.", "The code above; empty for the root."),
    .optional("name", .prose, "Tên.", "The name."),
  ]
  private static let points = KeyShape.optional("max_points", .number, "Điểm tối đa.", "The maximum points.")
  // Of any precision, so that the shapes of the data files do not fit: read and checked here.
  private static let weight = KeyShape.optional("weight", .prose, "Trọng số.", "The relative weight.")
  private static let methods: [KeyShape] = [
    .optional("direction", .word(["higher", "lower"]), "Chiều tốt.", "Which way is better."),
    .optional("normalise", .prose, "Cách chuẩn hóa.", "How values become comparable."),
    .optional("aggregate", .words(Aggregation.self), "Cách gộp.", "How parts become the whole."),
  ]

  /// The framework and where its parts stand; nil, with findings, when it is none.
  func read(_ text: String) -> (framework: Framework, places: FrameworkPlaces)? {
    file.hasSuffix(".yaml") ? edition(text) : table(text)
  }

  private func edition(_ text: String) -> (framework: Framework, places: FrameworkPlaces)? {
    // The bibliography and the other frameworks are not at hand: references are not judged.
    var registry = Registry()
    registry.markIncomplete(ReferenceKind.allCases)
    guard let node = YAMLReader.read(text, file: file, log: log) else { return nil }
    ShapeCheck(file: file, log: log, registry: registry).check(node, against: .mapping(.edition), key: file)
    let reader = Reader(log: log, registry: registry)
    guard let record = Record(node, file: file), let edition = reader.edition(record) else { return nil }
    return assemble(FrameworkPlaces(file: file, edition: node)) { () throws(FrameworkFaults) in
      try Framework(edition)
    }
  }

  private func table(_ text: String) -> (framework: Framework, places: FrameworkPlaces)? {
    guard let columns = columns(of: CSVTable(text).header) else { return nil }
    let check = ShapeCheck(file: file, log: log, registry: Registry())
    let isWeighted = columns.contains { $0.name == Self.weight.name }
    var places = FrameworkPlaces(file: file)
    var nodes: [Framework.Node] = []
    CSVFileReader(columns: columns, check: check).forEachRecord(of: text) { record in
      guard let code = record.string("code") else { return }
      places.note(code, record, columns: columns.map(\.name))
      let node = Framework.Node(
        code: code, name: record.string("name").map { LocalizedText(same: $0) },
        parent: record.string("parent"), maximum: record.decimal("max_points"),
        weight: weight(record), normalisation: normalisation(record),
        lowerIsBetter: record.string("direction") == "lower",
        aggregation: record.word("aggregate") ?? .arithmetic)
      if isWeighted, node.parent != nil, record.scalar("weight") == nil {
        report(.frameworkFault(.weightMissing(code: code)), record, "weight")
      }
      nodes.append(node)
    }
    guard !log.sorted.contains(where: { $0.severity == .error }) else { return nil }
    return assemble(places) { () throws(FrameworkFaults) in try Framework(nodes: nodes) }
  }

  /// What the columns have to be: the kind of the framework and the methods that the header names. Nil, with a
  /// finding, when it has both kinds or neither.
  private func columns(of header: [CSVTable.Cell]) -> [KeyShape]? {
    let kinds = [Self.weight, Self.points].filter { kind in header.contains { $0.text == kind.name } }
    guard kinds.count == 1 else {
      let second = header.last { cell in kinds.contains { $0.name == cell.text } }
      let rule = kinds.isEmpty ? Rule.frameworkWithoutKind : .frameworkOfTwoKinds
      log.report(rule, in: file, at: second?.position ?? .start)
      return nil
    }
    var methods: [KeyShape] = []
    for cell in header where !methods.contains(where: { $0.name == cell.text }) {
      methods += Self.methods.filter { $0.name == cell.text }
    }
    return Self.name + kinds + methods
  }

  private func report(_ rule: Rule, _ record: Record, _ column: String) {
    log.report(rule, in: file, at: record.position(of: column))
  }

  private func weight(_ record: Record) -> Double? {
    guard let text = record.string("weight"), let code = record.string("code") else { return nil }
    guard let number = FiniteNumber(text) else {
      report(FiniteNumber.fault(of: text), record, "weight")
      return nil
    }
    if number.value != 0, !Framework.weightRange.contains(number.value) {
      report(.frameworkFault(.weightInvalid(code: code)), record, "weight")
    }
    return number.value
  }

  private func normalisation(_ record: Record) -> Normalisation {
    guard let text = record.string("normalise") else { return .none }
    if let method = Normalisation(text) { return method }
    report(.normaliseMalformed(value: text), record, "normalise")
    return .none
  }

  private func assemble(
    _ places: FrameworkPlaces, _ make: () throws(FrameworkFaults) -> Framework
  ) -> (framework: Framework, places: FrameworkPlaces)? {
    do throws(FrameworkFaults) {
      return (try make(), places)
    } catch {
      for fault in error.faults {
        log.report(.frameworkFault(fault), in: file, at: fault.code.map { places[$0] } ?? .start)
      }
      return nil
    }
  }
}

extension Framework.Fault {
  /// The code that the fault is about; nil for the tree as a whole.
  fileprivate var code: String? {
    switch self {
    case .noRoot: nil
    case .secondRoot(let code), .duplicate(let code), .cycle(let code), .notPositive(let code),
      .unknownParent(let code, _), .sum(let code, _, _), .weightMissing(let code), .weightInvalid(let code),
      .zeroGroup(let code):
      code
    }
  }
}
