/// A CSV file with a known header, as records.
struct CSVTable {
  /// Reads the rows below the header. Faults of the header and of single rows are reported; rows of the wrong
  /// length are left out, and all rows when a column is missing, because every row would then be at fault.
  static func records(of source: SourceText, columns: [String], session: LoadSession) -> [Record] {
    var table = CSVReader.rows(of: source)
    if let header = table.rows.first, header.count == 1, header[0].text.contains(";") {
      session.report(.csvSeparator, at: header[0].place)
      table = CSVReader.rows(of: source, separator: ";")
    }
    for fault in table.faults { session.report(.csvQuote, at: fault) }
    guard let header = table.rows.first, checkHeader(header, columns, source.path, session) else {
      session.catalogue.markLackingRows()
      return []
    }
    let names = header.map(\.text)
    return table.rows.dropFirst().compactMap { row in
      guard row.count == names.count else {
        session.catalogue.markLackingRows()
        session.report(.csvRowLength(found: row.count, expected: names.count), at: row[0].place)
        return nil
      }
      return record(row, names: names, session: session)
    }
  }

  private static func record(_ row: [CSVReader.Cell], names: [String], session: LoadSession) -> Record {
    let pairs = zip(names, row).map { name, cell in
      DataNode.Pair(
        key: name, keyPlace: cell.place, value: DataNode(place: cell.place, content: .text(cell.text)))
    }
    return Record(pairs: pairs, place: row[0].place, isRow: true, session: session)
  }

  private static func checkHeader(
    _ header: [CSVReader.Cell], _ columns: [String], _ path: String, _ session: LoadSession
  ) -> Bool {
    let names = header.map(\.text)
    guard names != columns else { return true }
    let missing = columns.filter { !names.contains($0) }
    let place = header.first?.place ?? Place(file: path)
    for column in missing { session.report(.csvHeader(.missing(column)), at: place) }
    var seen: Set<String> = []
    var hasUnknown = false
    for cell in header {
      if !columns.contains(cell.text) {
        hasUnknown = true
        session.report(
          .csvHeader(.unknown(cell.text, suggestion: nearest(to: cell.text, among: missing))), at: cell.place)
      } else if !seen.insert(cell.text).inserted {
        hasUnknown = true
        session.report(.csvHeader(.repeated(cell.text)), at: cell.place)
      }
    }
    if missing.isEmpty, !hasUnknown { session.report(.csvHeader(.order), at: place) }
    return missing.isEmpty
  }
}
