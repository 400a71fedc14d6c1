/// A reader of RFC 4180 that shares no code with the writer.
package enum CSVText {
  package struct Malformed: Error {}

  package static func rows(_ text: String) throws -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var scalars = Array(text.unicodeScalars)[...]
    var isQuoted = false
    while let scalar = scalars.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          cell.append(scalar)
        } else if scalars.first == "\"" {
          cell.append("\"")
          scalars.removeFirst()
        } else {
          isQuoted = false
          guard scalars.first == "," || scalars.first == "\n" else { throw Malformed() }
        }
      } else if scalar == "\"" {
        guard cell.isEmpty else { throw Malformed() }
        isQuoted = true
      } else if scalar == "," || scalar == "\n" {
        row.append(String(cell))
        cell = String.UnicodeScalarView()
        if scalar == "\n" {
          rows.append(row)
          row = []
        }
      } else {
        cell.append(scalar)
      }
    }
    guard !isQuoted, row.isEmpty, cell.isEmpty else { throw Malformed() }
    return rows
  }

  package static let startsOfFormulas: [Unicode.Scalar] = ["=", "+", "-", "@", "\t", "\r", "\n"]

  /// Undoes what keeps spreadsheets from running a cell, as the data dictionary says.
  package static func original(of cell: String) -> String {
    let scalars = cell.unicodeScalars
    let rest = scalars.drop { $0 == "'" }
    guard scalars.first == "'", let next = rest.first, startsOfFormulas.contains(next) else { return cell }
    return String(scalars.dropFirst())
  }
}
