internal import Scoring

/// A data file that could be read, before its values are checked.
struct ParsedFile: Sendable {
  /// Its content by format.
  enum Content: Sendable {
    case yaml(YAMLNode)
    case csv([Record])
  }

  let path: String
  let kind: FileKind
  let content: Content

  /// The folder of a province; nil for files elsewhere.
  var province: String? {
    let parts = path.split(separator: "/")
    return parts.count > 2 && parts[0] == "provinces" ? String(parts[1]) : nil
  }

  /// The name of the file without its ending.
  var stem: String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.prefix { $0 != "." })
  }

  /// The file as one record; nil for CSV files.
  var root: Record? {
    if case .yaml(let node) = content, node.entries != nil { return Record(node, file: path) }
    return nil
  }

  /// The rows; empty for YAML files.
  var rows: [Record] {
    if case .csv(let rows) = content { return rows }
    return []
  }
}

/// Reads the cells of a CSV file into records and reports faults of its form.
struct CSVFileReader {
  let file: String
  let columns: [KeyShape]
  let log: FindingLog

  func records(_ text: String) -> [Record] { records(CSVReader.read(text)) }

  func records(_ table: CSVTable) -> [Record] {
    for position in table.misplacedQuotes { log.report(.csvQuote, in: file, at: position) }
    if table.separator != "," {
      log.report(.csvSeparator(found: String(table.separator)), in: file, at: .start)
    }
    checkHeader(table.header)
    let names = table.header.map(\.text)
    // Of two columns of one name the first counts.
    let places = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    let cleaner = ScalarCleaner(file: file, log: log)
    return table.rows.compactMap { row in
      let start = row.first?.position ?? .start
      guard row.count == names.count else {
        log.report(.csvRowLength(found: row.count, expected: names.count), in: file, at: start)
        return nil
      }
      let cells = row.map { cleaner.clean($0.text, at: $0.position, isQuoted: $0.isQuoted) }
      return Record(cells: cells, places: places, position: start, file: file)
    }
  }

  private func checkHeader(_ header: [CSVTable.Cell]) {
    let expected = columns.map(\.name)
    guard header.map(\.text) != expected else { return }
    let missing = expected.filter { name in !header.contains { $0.text == name } }
    var seen: Set<String> = []
    var faulty = false
    for cell in header where !expected.contains(cell.text) || !seen.insert(cell.text).inserted {
      let nearest = NearestWord.find(cell.text, in: missing)
      log.report(.csvHeaderUnknown(column: cell.text, nearest: nearest), in: file, at: cell.position)
      faulty = true
    }
    for name in missing { log.report(.csvHeaderMissing(column: name), in: file, at: .start) }
    guard !faulty, missing.isEmpty else { return }
    if let (cell, name) = zip(header, expected).first(where: { $0.text != $1 }) {
      log.report(.csvHeaderOrder(expected: name), in: file, at: cell.position)
    }
  }
}
