package import Foundation
package import Robustness
internal import Scoring
package import Text

/// Reads weights to replay, some draws at a time, from a CSV file with the column `draw`, then one raw weight per
/// code.
///
/// Memory does not grow with the file.
package struct WeightsReader {
  /// The problems of a file with at least one error.
  package struct Faults: Error {
    /// Every problem, by line.
    package let findings: [Finding]
  }

  /// The number of faulty rows after which the rest of the file is not read.
  private static let faultLimit = 20

  private let file: String
  private let log = FindingLog()
  private var lines: LineReader
  /// The raw weights of the framework; nodes without a column keep theirs.
  private let weights: [Double]
  /// The code and node of each column after `draw`; the node is nil for a column without effect.
  private var columns: [(code: String, node: Int?)] = []
  private var lastDraw: Int?
  /// The numbers of draws that were read and not yet requested.
  private var draws: [Int] = []

  /// Opens a file and reads its header.
  ///
  /// - Parameter index: the index of the framework and scores of `input`.
  /// - Throws: ``Faults`` when the header is invalid; an error of the system when the file cannot be read.
  package init(_ url: URL, index: CompositeIndex, of input: ScoringInput) throws {
    file = url.relativePath
    weights = index.weights
    lines = try LineReader(url)
    try readHeader(index: index, framework: input.framework)
  }

  /// Warnings about the file.
  package var findings: [Finding] { log.sorted }

  /// Up to `limit` further draws, each with one raw weight per node of the index; empty at the end.
  ///
  /// - Throws: ``Faults`` with all problems of the file; an error of the system when it cannot be read.
  package mutating func next(_ limit: Int) throws -> [[Double]] {
    var rows: [[Double]] = []
    while rows.count < limit, let line = try lines.next() {
      guard !line.allSatisfy({ $0 <= 0x20 }) else { continue }
      guard let row = row(line) else { throw try faultsToTheEnd() }
      rows.append(row)
    }
    return rows
  }

  /// The numbers of the next draws returned by ``next(_:)``, in order.
  package mutating func nextDrawNumbers(_ count: Int) -> [Int] {
    defer { draws.removeFirst(min(count, draws.count)) }
    return Array(draws.prefix(count))
  }

  private mutating func readHeader(index: CompositeIndex, framework: Framework?) throws {
    let line = try lines.next().map { String(decoding: $0, as: UTF8.self) } ?? ""
    let table = CSVTable(line)
    for position in table.misplacedQuotes { report(.csvQuote, position) }
    if table.separator != "," { report(.csvSeparator(found: String(table.separator)), .start) }
    let cleaner = ScalarCleaner(file: file, log: log)
    let header = table.header.map { cleaner.clean($0.text, at: $0.position, isQuoted: $0.isQuoted) }
    if header.first?.text != "draw" { report(.csvHeaderMissing(column: "draw"), .start) }
    let nodes = Dictionary(
      zip(index.nodes.map(\.code), index.nodes.indices), uniquingKeysWith: { first, _ in first })
    for cell in header.dropFirst() {
      let node = nodes[cell.text].flatMap { $0 == 0 ? nil : $0 }
      if columns.contains(where: { $0.code == cell.text }) {
        report(.identifierDuplicate(value: cell.text, first: DataLine(file: file, line: 1)), cell.position)
      } else if node == nil, framework?[cell.text] == nil {
        let nearest = NearestWord.find(cell.text, in: index.nodes.map(\.code))
        report(.scoreCodeUnknown(code: cell.text, nearest: nearest), cell.position)
      } else if node == nil {
        report(.weightsWithoutEffect(code: cell.text), cell.position)
      }
      columns.append((cell.text, node))
    }
    if hasErrors { throw Faults(findings: log.sorted) }
  }

  private var hasErrors: Bool { log.sorted.contains { $0.severity == .error } }

  private func report(_ rule: Rule, _ position: Position) { log.report(rule, in: file, at: position) }

  /// Reads the rest of the file for further problems.
  private mutating func faultsToTheEnd() throws -> Faults {
    var faulty = 1
    while let line = try lines.next() {
      guard !line.allSatisfy({ $0 <= 0x20 }), row(line) == nil else { continue }
      faulty += 1
      guard faulty < Self.faultLimit else {
        report(.weightsAbandoned(faults: faulty), Position(line: lines.line + 1, column: 1))
        break
      }
    }
    return Faults(findings: log.sorted)
  }

  /// The weights of all nodes in one draw; nil, with findings, for an invalid row.
  private mutating func row(_ line: ArraySlice<UInt8>) -> [Double]? {
    var row = weights
    let faults = line.withUnsafeBufferPointer { bytes -> [(rule: Rule, before: Int)] in
      var faults: [(rule: Rule, before: Int)] = []
      var (cell, start) = (0, 0)
      while start <= bytes.count {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: ",")) ?? bytes.count
        if cell <= columns.count, let fault = read(.init(rebasing: bytes[start..<end]), cell, into: &row) {
          faults.append((fault, start))
        }
        (cell, start) = (cell + 1, end + 1)
      }
      return cell == columns.count + 1
        ? faults : [(.csvRowLength(found: cell, expected: columns.count + 1), 0)]
    }
    for (rule, before) in faults {
      let column = String(decoding: line.prefix(before), as: UTF8.self).unicodeScalars.count + 1
      report(rule, Position(line: lines.line, column: column))
    }
    guard faults.isEmpty, let lastDraw else { return nil }
    draws.append(lastDraw)
    return row
  }

  /// Reads one cell; returns its fault, if any.
  private mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ cell: Int, into row: inout [Double]
  ) -> Rule? {
    func text() -> String { String(decoding: bytes, as: UTF8.self) }
    if cell == 0 {
      let draw = bytes.allSatisfy { (48...57).contains($0) } ? Int(text()) : nil
      guard let draw, draw > lastDraw ?? -1 else { return .weightsDraw(value: text()) }
      lastDraw = draw
      return nil
    }
    let column = columns[cell - 1]
    guard let number = FiniteNumber(bytes: bytes) else {
      return bytes.isEmpty ? .keyMissing(key: column.code) : FiniteNumber.fault(of: text())
    }
    if number.value != 0, !Framework.weightRange.contains(number.value) {
      return .frameworkFault(.weightInvalid(code: column.code))
    }
    if let node = column.node { row[node] = number.value }
    return nil
  }
}
