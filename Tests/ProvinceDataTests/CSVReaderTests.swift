import Foundation
import Testing
import Text

@testable import ProvinceData

@Suite("CSV reader")
struct CSVReaderTests {
  private func cells(_ text: String) -> [[String]] {
    let table = CSVTable(text)
    return ([table.header] + table.rows).map { $0.map(\.text) }
  }

  @Test("cells, empty cells and quoted cells")
  func cells() {
    #expect(cells("a,b,c\n1,,3\n") == [["a", "b", "c"], ["1", "", "3"]])
    #expect(
      cells("a,b\n\"x, y\",\"gọi là \"\"một cửa\"\"\"") == [["a", "b"], ["x, y", "gọi là \"một cửa\""]])
    #expect(cells("a,b\n1,\n,\n") == [["a", "b"], ["1", ""], ["", ""]].dropLast())
  }

  @Test("all line ends mean the same", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) {
    let table = CSVTable(["a,b", "1,\"x\(end)y\"", "", "2,3", ""].joined(separator: end))
    #expect(table.rows.map { $0.map(\.text) } == [["1", "x\(end)y"], ["2", "3"]])
    #expect(table.rows.map { $0[0].position.line } == [2, 5])
    #expect(table.misplacedQuotes.isEmpty)
  }

  @Test("places of cells")
  func places() {
    let table = CSVTable("a,b,c\nĐắk Lắk,\"x\ny\",3\n")
    #expect(table.rows[0].map(\.position.line) == [2, 2, 3])
    #expect(table.rows[0].map(\.position.column) == [1, 9, 4])
  }

  @Test("semicolons and tabs are read as separators only where the header has no comma")
  func separators() {
    #expect(CSVTable("a;b\n1,5;2\n").rows[0].map(\.text) == ["1,5", "2"])
    #expect(CSVTable("a\tb\n1\t2\n").rows[0].map(\.text) == ["1", "2"])
    #expect(CSVTable("a,b;c\n1,2\n").header.map(\.text) == ["a", "b;c"])
  }

  @Test("misplaced quotes are listed and lose nothing")
  func quotes() {
    let stray = CSVTable("a,b\nx\"y,2\n")
    #expect(stray.rows[0].map(\.text) == ["x\"y", "2"])
    #expect(stray.misplacedQuotes == [Position(line: 2, column: 2)])
    let after = CSVTable("a,b\n\"x\"y,2\n")
    #expect(after.rows[0].map(\.text) == ["xy", "2"])
    #expect(after.misplacedQuotes == [Position(line: 2, column: 4)])
    let open = CSVTable("a,b\n1,\"x\n2,3\n")
    #expect(open.rows.map { $0.map(\.text) } == [["1", "x\n2,3\n"]])
    #expect(open.misplacedQuotes == [Position(line: 2, column: 3)])
  }

  @Test(
    "what is written with quotes is read back",
    arguments: ["", "a", "a,b", "\"", "x\ny", "Đắk \"Lắk\"", ";\t"])
  func roundTrip(text: String) {
    let quoted =
      "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    let table = CSVTable("h,i\n\(quoted),z\n")
    #expect(table.rows[0].map(\.text) == [text, "z"])
    #expect(table.misplacedQuotes.isEmpty)
  }

  /// Every record, as its cells with their positions, and the misplaced quotation marks.
  private func records(_ reader: inout CSVReader) -> (records: [String], quotes: [Position]) {
    var records: [String] = []
    while reader.next() {
      records.append("\(reader.cells.map { ($0.position, $0.isQuoted, reader.text(of: $0)) })")
    }
    return (records, reader.misplacedQuotes)
  }

  @Test("chunks hold the records of the whole, or show that they do not")
  func chunks() {
    let letters = Array("a,\"\n\r".utf8)
    var (cut, torn) = (0, 0)
    for length in 0...6 {
      for number in 0..<Int(pow(Double(letters.count), Double(length))) {
        var rest = number
        let text = (0..<length).map { _ -> UInt8 in
          defer { rest /= letters.count }
          return letters[rest % letters.count]
        }
        text.withUnsafeBufferPointer { bytes in
          var whole = CSVReader(bytes)
          let chunkLists = (1...3).map { whole.remainingChunks(of: $0) }
          let (all, quotes) = records(&whole)
          for chunks in chunkLists {
            let parts = chunks.map { chunk in
              var reader = CSVReader(chunk, of: bytes, separator: whole.separator)
              return records(&reader)
            }
            if parts.count > 1 { cut += 1 }
            if quotes.isEmpty {
              #expect(
                parts.flatMap(\.records) == all && parts.allSatisfy(\.quotes.isEmpty), "\(text) \(chunks)")
            } else {
              torn += 1
              #expect(parts.contains { !$0.quotes.isEmpty }, "\(text) \(chunks)")
            }
          }
        }
      }
    }
    #expect(cut > 10_000 && torn > 10_000)
  }
}
