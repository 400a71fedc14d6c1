internal import Scoring

/// Reads a framework from an edition file or from CSV.
struct FrameworkReader {
  let file: String
  let log: FindingLog

  private static let columns: [KeyShape] = [
    .required("code", .prose, "Mã.", "The code."),
    .optional("parent", .prose, "Mã của cấp trên; gốc thì bỏ.", "The code above; empty for the root."),
    .optional("name", .prose, "Tên.", "The name."),
    .optional("max_points", .number, "Điểm tối đa.", "The maximum points."),
  ]

  func read(_ text: String) -> Framework? { file.hasSuffix(".yaml") ? edition(text) : table(text) }

  private func edition(_ text: String) -> Framework? {
    // The bibliography and the other frameworks are not at hand: references are not judged.
    let registry = Registry()
    registry.markIncomplete(ReferenceKind.allCases)
    guard let node = YAMLReader.read(text, file: file, log: log) else { return nil }
    ShapeCheck(file: file, log: log, registry: registry).check(node, against: .mapping(.edition), key: file)
    let reader = Reader(log: log, registry: registry)
    guard node.entries != nil, let edition = reader.edition(Record(node, file: file)) else { return nil }
    do {
      return try Framework(edition)
    } catch {
      return report(error.faults, places: [:])
    }
  }

  private func table(_ text: String) -> Framework? {
    let records = CSVFileReader(file: file, columns: Self.columns, log: log).records(text)
    let check = ShapeCheck(file: file, log: log, registry: Registry())
    var places: [String: Position] = [:]
    let nodes = records.compactMap { record -> Framework.Node? in
      check.check(record, Self.columns)
      guard let code = record.string("code") else { return nil }
      places[code] = record.position(of: "code")
      return Framework.Node(
        code: code, name: record.string("name").map { LocalizedText(same: $0) },
        maximum: record.decimal("max_points"), parent: record.string("parent"))
    }
    guard !log.sorted.contains(where: { $0.severity == .error }) else { return nil }
    do {
      return try Framework(nodes: nodes)
    } catch {
      return report(error.faults, places: places)
    }
  }

  private func report(_ faults: [Framework.Fault], places: [String: Position]) -> Framework? {
    for fault in faults {
      log.report(.frameworkFault(fault), in: file, at: fault.code.flatMap { places[$0] } ?? .start)
    }
    return nil
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
