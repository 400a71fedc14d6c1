internal import Robustness
internal import Scoring
internal import Text

/// Reads a framework from an edition file or from CSV.
struct FrameworkReader {
  let file: String
  let log: FindingLog

  /// The framework and the positions of its nodes; nil, with findings, when it is invalid.
  func read(_ text: String) -> (framework: Framework, places: FrameworkPlaces)? {
    file.hasSuffix(".yaml") ? edition(text) : table(text)
  }

  private func edition(_ text: String) -> (framework: Framework, places: FrameworkPlaces)? {
    // The files with the declarations are not read here, so references are not checked.
    var identifiers = DeclaredIdentifiers()
    identifiers.markIncomplete(ReferenceKind.allCases)
    let context = ParseContext(file: file, log: log, identifiers: identifiers)
    guard let node = YAMLReader.read(text, file: file, log: log),
      let edition = NodeParser.mapping({ $0.edition() }).read(node, key: file, in: context)?.edition
    else { return nil }
    return assemble(FrameworkPlaces(file: file, edition: node)) { () throws(FrameworkFaults) in
      try Framework(edition)
    }
  }

  private func table(_ text: String) -> (framework: Framework, places: FrameworkPlaces)? {
    let row = FrameworkColumns()
    guard let columns = columns(of: CSVTable(text).header, row) else { return nil }
    let context = ParseContext(file: file, log: log, identifiers: DeclaredIdentifiers())
    let isWeighted = columns.contains { $0 === row.weight }
    var places = FrameworkPlaces(file: file)
    var nodes: [Framework.FrameworkNode] = []
    CSVFileReader(columns: columns, context: context).forEachRow(of: text) { _ in
      guard let code = row.code.value else { return }
      places.note(code, columns)
      let node = Framework.FrameworkNode(
        code: code, name: row.name.value.map { LocalizedText(same: $0) }, parent: row.parent.value,
        maximum: row.points.value?.value, weight: weight(of: code, row.weight),
        normalisation: normalisation(row.normalise), lowerIsBetter: row.direction.value == "lower",
        aggregation: row.aggregate.value ?? .arithmetic)
      if isWeighted, node.parent != nil, !row.weight.isFilled {
        report(.frameworkFault(.weightMissing(code: code)), row.weight)
      }
      nodes.append(node)
    }
    guard !log.sorted.contains(where: { $0.severity == .error }) else { return nil }
    return assemble(places) { () throws(FrameworkFaults) in try Framework(nodes: nodes) }
  }

  /// The expected columns: those of the kind of framework and the methods that the header names. Nil, with a finding,
  /// when the header has the columns of both kinds or neither.
  private func columns(of header: [CSVTable.CSVCell], _ row: FrameworkColumns) -> [TableColumn]? {
    let kinds = [row.weight as TableColumn, row.points].filter { kind in
      header.contains { $0.text == kind.key.name }
    }
    guard kinds.count == 1 else {
      let second = header.last { cell in kinds.contains { $0.key.name == cell.text } }
      let rule = kinds.isEmpty ? Rule.frameworkWithoutKind : .frameworkOfTwoKinds
      log.report(rule, in: file, at: second?.position ?? .start)
      return nil
    }
    var methods: [TableColumn] = []
    for cell in header where !methods.contains(where: { $0.key.name == cell.text }) {
      methods += [row.direction as TableColumn, row.normalise, row.aggregate].filter {
        $0.key.name == cell.text
      }
    }
    return [row.code, row.parent, row.name] + kinds + methods
  }

  private func report(_ rule: Rule, _ column: TableColumn) {
    log.report(rule, in: file, at: column.position)
  }

  private func weight(of code: String, _ column: ValueColumn<String>) -> Double? {
    guard let text = column.value else { return nil }
    guard let number = FiniteNumber(text) else {
      report(FiniteNumber.fault(of: text), column)
      return nil
    }
    if number.value != 0, !Framework.weightRange.contains(number.value) {
      report(.frameworkFault(.weightInvalid(code: code)), column)
    }
    return number.value
  }

  private func normalisation(_ column: ValueColumn<String>) -> Normalisation {
    guard let text = column.value else { return .none }
    if let method = Normalisation(text) { return method }
    report(.normaliseMalformed(value: text), column)
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

/// The columns that a framework can have.
private struct FrameworkColumns {
  let code = ValueColumn.required("code", .prose, "Mã.", "The code.")
  let parent = ValueColumn.optional(
    "parent", .prose, "Mã của cấp trên; gốc thì bỏ.", "The code above; empty for the root.")
  let name = ValueColumn.optional("name", .prose, "Tên.", "The name.")
  let points = ValueColumn.optional("max_points", .number, "Điểm tối đa.", "The maximum points.")
  // A weight has any precision, unlike the numbers of the data files, so it is parsed once its code is known.
  let weight = ValueColumn.optional("weight", .prose, "Trọng số.", "The relative weight.")
  let direction = ValueColumn.optional(
    "direction", .word(["higher", "lower"]), "Chiều tốt.", "Which way is better.")
  let normalise = ValueColumn.optional(
    "normalise", .prose, "Cách chuẩn hóa.", "How values become comparable.")
  let aggregate: ValueColumn<Aggregation> = .optional(
    "aggregate", .words, "Cách gộp.", "How parts become the whole.")
}

extension Framework.FrameworkFault {
  /// The code that the fault is about; nil for the whole tree.
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
