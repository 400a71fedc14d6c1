internal import Scoring

/// Reads a framework from an edition file or from CSV.
struct FrameworkReader {
  let session: LoadSession

  private static let columns = ["code", "parent", "name", "max_points"]

  func read(_ source: SourceText) -> Framework? {
    source.path.hasSuffix(".yaml") ? edition(source) : table(source)
  }

  private func edition(_ source: SourceText) -> Framework? {
    guard let node = YAMLReader.root(of: source, session: session),
      let record = Record(node, name: source.path, session: session), let edition = Edition(record)
    else { return nil }
    return build(at: record.place, places: [:]) { () throws(FrameworkFaults) in try Framework(edition) }
  }

  private func table(_ source: SourceText) -> Framework? {
    var places: [String: Place] = [:]
    let records = CSVTable.records(of: source, columns: FrameworkReader.columns, session: session)
    let nodes = records.compactMap { record -> Framework.Node? in
      guard let code = record.text("code", required: true) else { return nil }
      places[code] = record.place(of: "code")
      let name = record.text("name").map { LocalizedText(same: $0) }
      return Framework.Node(
        code: code, name: name, maximum: record.decimal("max_points")?.value, parent: record.text("parent"))
    }
    guard !session.findings.contains(where: { $0.severity == .error }) else { return nil }
    let start = Place(file: source.path)
    return build(at: start, places: places) { () throws(FrameworkFaults) in try Framework(nodes: nodes) }
  }

  private func build(
    at start: Place, places: [String: Place], _ make: () throws(FrameworkFaults) -> Framework
  ) -> Framework? {
    do {
      return try make()
    } catch {
      for fault in error.faults {
        session.report(.frameworkFault(fault), at: fault.code.flatMap { places[$0] } ?? start)
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
    case .secondRoot(let code), .duplicate(let code), .cycle(let code), .notPositive(let code): code
    case .unknownParent(let code, _), .sum(let code, _, _): code
    }
  }
}
