import Testing

@testable import ProvinceData

/// The CSV reader against RFC 4180, and the places of its cells.
@Suite struct CSVReaderTests {
  private func read(_ text: String, _ separator: Unicode.Scalar = ",") -> (cells: [[String]], faults: Int) {
    let table = CSVReader.rows(of: SourceText(path: "a.csv", text: text), separator: separator)
    return (table.rows.map { $0.map(\.text) }, table.faults.count)
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
    ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
    ("\u{FEFF}a,b\n", [["a", "b"]]),
    ("\u{FEFF}\"a\",b\n", [["a", "b"]]),
    ("a,,\n", [["a", "", ""]]),
    (",,\n\n1,,\n", [["1", "", ""]]),
    ("\"a,b\",\"c\"\"d\"\n", [["a,b", "c\"d"]]),
    ("\"a\nb\",c\n", [["a\nb", "c"]]),
    ("\"\",x\n", [["", "x"]]),
    (" a ,\u{A0}b\u{A0}\n", [["a", "b"]]),
    ("", []),
    ("\n", []),
  ])
  func readsCells(_ text: String, _ cells: [[String]]) {
    let table = read(text)
    #expect(table.cells == cells)
    #expect(table.faults == 0)
  }

  @Test(arguments: ["a\"b,c\n", "\"a\"b,c\n", "\"a,b\nc", "\"", "x,\"a\"\"\n"])
  func reportsMisplacedQuotes(_ text: String) {
    #expect(read(text).faults == 1)
  }

  @Test func readsSemicolons() {
    #expect(read("a;b\n\"1;2\";3\n", ";").cells == [["a", "b"], ["1;2", "3"]])
  }

  @Test func placesCountScalarsAndLines() throws {
    let text = "Đắk Lắk,\"một\r\nhai\",x\r\n\"e\u{301}\",y\n"
    let rows = CSVReader.rows(of: SourceText(path: "a.csv", text: text)).rows
    let places = rows.map { $0.map { "\($0.place.line):\($0.place.column)" } }
    #expect(places == [["1:1", "1:9", "2:6"], ["3:1", "3:6"]])
    #expect(rows[1][0].text.unicodeScalars.count == 1)
  }

  @Test func joiningCellsIsUndoneByReading() {
    let cells = ["", "a", "Đắk Lắk", "a,b", "\"", "a\"b", "a\nb", "1;2"]
    for first in cells {
      for second in cells where !(first + second).isEmpty {
        let quoted = [first, second].map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
        #expect(read(quoted.joined(separator: ",") + "\n").cells == [[first, second]])
      }
    }
  }
}
