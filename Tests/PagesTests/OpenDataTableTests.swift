import Foundation
import TestSupport
import Testing
import Text

@testable import Pages

/// Reading the open data back gives what was written.
struct OpenDataTableTests {
  private static let values: [String?] = [
    nil, "plain", "with, comma", "a \"quote\"", "line\nbreak", "carriage\rreturn", "\r\n", "tab\t",
    "\\back\\",
    "Đắk Lắk “x”", "\u{1}\u{1F}", "\u{2028}", "=1+1", " spaces ", "😀", "'", ",", "\"", "null",
  ]

  private func table(_ rows: [[String?]]) -> OpenDataTable {
    OpenDataTable(
      name: "t", meaning: LocalizedText(same: ""),
      columns: [.init("first", "", ""), .init("second", "", ""), .init("number", "", "", isLiteral: true)],
      rows: rows)
  }

  private var rows: [[String?]] {
    OpenDataTableTests.values.enumerated().map { index, value in
      [
        value, OpenDataTableTests.values[(index + 7) % OpenDataTableTests.values.count],
        index == 0 ? nil : "\(index).5",
      ]
    }
  }

  @Test func csvReadsBackAsWritten() throws {
    let read = try CSVText.rows(String(decoding: table(rows).csv, as: UTF8.self))
    #expect(read.first == ["first", "second", "number"])
    #expect(read.dropFirst().map { $0.map(CSVText.original) }.elementsEqual(rows.map { $0.map { $0 ?? "" } }))
  }

  /// All cells of up to four characters of an alphabet, and some of the known attacks.
  @Test func noCellIsRunBySpreadsheetsAndEachIsToldFromEveryOther() throws {
    let alphabet = CSVText.startsOfFormulas.map(String.init) + ["'", "1", ".", "e", "a"]
    var cells = [""]
    var longer = cells
    for _ in 0..<4 {
      longer = longer.flatMap { cell in alphabet.map { cell + $0 } }
      cells += longer
    }
    cells += [
      "=cmd|'/C calc'!A0", "@SUM(1)", "-2+3+cmd|' /C calc'!A0", "'=1", "-12.50", "+3", "-1.5e-07", "–5",
    ]
    let read = try CSVText.rows(CSVWriter.text(of: cells.map { [$0, "x"] })).map { $0[0] }
    try #require(read.count == cells.count)
    let number = /[+-][0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?/
    for (cell, written) in zip(cells, read) {
      let isNumber = written.wholeMatch(of: number) != nil
      #expect(
        isNumber || written.unicodeScalars.first.map(CSVText.startsOfFormulas.contains) != true, "\(cell)")
      #expect(!isNumber || written == cell)
      #expect(Array(CSVText.original(of: written).unicodeScalars) == Array(cell.unicodeScalars))
    }
    #expect(
      read.suffix(8) == [
        "'=cmd|'/C calc'!A0", "'@SUM(1)", "'-2+3+cmd|' /C calc'!A0", "''=1", "-12.50", "+3", "-1.5e-07", "–5",
      ])
  }

  @Test func jsonReadsBackAsWritten() throws {
    let json = try JSONSerialization.jsonObject(with: Data(table(rows).json))
    let objects = try #require(json as? [[String: Any]])
    #expect(objects.count == rows.count)
    for (object, row) in zip(objects, rows) {
      #expect(object["first"] as? String == row[0] && object["second"] as? String == row[1])
      #expect((object["first"] is NSNull) == (row[0] == nil))
      #expect((object["number"] as? NSNumber)?.doubleValue == row[2].flatMap { Double($0) })
    }
  }

  @Test func anEmptyTableIsStillATable() throws {
    #expect(table([]).csv == Data("first,second,number\n".utf8))
    let json = try JSONSerialization.jsonObject(with: Data(table([]).json))
    #expect((json as? [Any])?.isEmpty == true)
  }

  @Test func keysKeepTheOrderOfTheColumns() {
    let json = "[\n  {\"first\": \"a\", \"second\": null, \"number\": 1}\n]\n"
    #expect(table([["a", nil, "1"]]).json == Data(json.utf8))
  }
}
