import Foundation
import TestSupport
import Testing
import Text

@testable import ProvinceData
@testable import Scoring

/// Files that are larger than a fixture should be, and faults without number.
struct LimitTests {
  /// The rules that have their test here instead of a fixture.
  static let rules: Set<String> = ["file.too-large", "file.too-many-records"]

  private let table = "provinces/dak-lak/outcomes.csv"

  private func header() throws -> String {
    let file = try #require(try FixtureFolder.baseFiles().first { $0.path == table })
    return TextLines.all(of: String(decoding: try file.bytes ?? [], as: UTF8.self))[0] + "\n"
  }

  @Test func aFileOver16MBIsRefusedBeforeItIsReadWhole() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write("Data/\(table)", "")
    let handle = try FileHandle(forWritingTo: folder.url.appending(path: "Data/\(table)"))
    try handle.truncate(atOffset: 100 << 20)
    try handle.close()
    let files = try DataFolderReader(folder: folder.url.appending(path: "Data")).files()
    let bytes = try #require(try files.first?.bytes)
    #expect(bytes.count == DataText.mostBytes + 1)
    let log = FindingLog()
    #expect(DataText(bytes, file: table, log: log) == nil)
    #expect(log.all.map(\.rule) == ["file.too-large"])
    #expect(log.all.first?.message.en.contains("16 MB") == true)
  }

  @Test func aTableHas50000RowsAtMost() throws {
    let header = try header()
    for (count, rules) in [(50_000, [] as Set), (50_001, ["file.too-many-records"])] {
      let text = header + String(repeating: "x\n", count: count)
      let findings = try LoadedFiles(base: table, text).result.findings.filter { $0.file == table }
      #expect(Set(findings.map(\.rule)).subtracting(["csv.row-length"]) == rules)
      let last = findings.first { $0.rule == "file.too-many-records" }
      #expect(last == nil || last?.line == 50_002)
    }
  }

  @Test func aListHas50000ItemsAtMost() throws {
    let list = "provinces: [dak-lak" + String(repeating: ", dak-lak", count: 50_000) + "]\n"
    let findings = try LoadedFiles(base: "toolkit.yaml", "as_of: 2025-01-01\n" + list).result.findings
    #expect(findings.map(\.rule) == ["file.too-many-records"])
  }

  @Test func badRowsWithoutNumberAreCounted() throws {
    let loaded = try LoadedFiles(base: table, header() + String(repeating: "x\n", count: 40_000))
    let findings = loaded.result.findings.filter { $0.file == table }
    #expect(findings.count == 10_000 && findings.total == 40_000 && findings.total(.error) == 40_000)
    #expect(findings.map(\.line) == Array(2...10_001))
    let text = loaded.report.text(language: .english)
    #expect(text.contains("There are 39995 more such places in this file."))
    #expect(text.split(separator: "\n").count < 30)
    #expect(loaded.report.json.contains("\"errors\": 40000"))
    #expect(loaded.report.sarif(language: .english).contains("\"errors\": 40000"))
  }

  @Test func theFirstFindingsAreHeldInWhateverOrderTheyCome() {
    let (up, down) = (FindingLog(), FindingLog())
    let rule = Rule.csvQuote
    for line in 1...50_000 {
      up.report(rule, in: "f", at: Position(line: line, column: 1))
      down.report(rule, in: "f", at: Position(line: 50_001 - line, column: 1))
    }
    #expect(up.sorted == down.sorted && up.sorted.total == 50_000 && up.sorted.count == 10_000)
    let joined = FindingLog()
    joined.add(down.all)
    joined.add([rule.finding(in: "f", line: 60_000)])
    #expect(joined.sorted.total == 50_001 && joined.sorted.count == 10_000)
  }

  @Test func duplicateKeysWithoutNumberAreCounted() throws {
    let text = "as_of: 2025-01-01\n" + String(repeating: "as_of: 2025-01-02\n", count: 30_000)
    let findings = try LoadedFiles(base: "toolkit.yaml", text + "provinces: [dak-lak]\n").result.findings
    #expect(findings.count == 10_000 && findings.total == 30_000)
  }
}

/// One cause gives one finding, and what follows from it none.
struct OneCauseTests {
  private let table = "provinces/dak-lak/outcomes.csv"

  private func findings(_ change: ([[String]]) -> String) throws -> [Finding] {
    let file = try #require(try FixtureFolder.baseFiles().first { $0.path == table })
    let rows = CSVTable(String(decoding: try file.bytes ?? [], as: UTF8.self))
    let cells = [rows.header.map(\.text)] + rows.rows.map { $0.map(\.text) }
    return try LoadedFiles(base: table, change(cells)).result.findings
  }

  private func text(_ rows: [[String]], _ separator: String = ",") -> String {
    rows.map { row in
      row.map { $0.contains(separator) ? "\"\($0)\"" : $0 }.joined(separator: separator) + "\n"
    }.joined()
  }

  @Test func aColumnThatIsMissingEverywhere() throws {
    let findings = try findings { text($0.map { Array($0.dropLast()) }) }
    #expect(findings.map(\.message.en) == ["The column “note_en” is missing."])
  }

  @Test func columnsWithoutANameAtTheEnd() throws {
    let findings = try findings { text($0.map { $0 + ["", "", ""] }) }
    #expect(findings.map(\.rule) == ["csv.header"])
  }

  @Test func columnsInAnotherOrder() throws {
    #expect(try findings { text($0.map { $0.reversed() }) }.map(\.rule) == ["csv.header"])
  }

  @Test func semicolonsAndDecimalCommas() throws {
    let findings = try findings { rows in
      text(rows.map { $0.map { $0 == "98" ? "98,5" : $0 } }, ";")
    }
    #expect(findings.map(\.rule) == ["csv.separator"])
  }

  @Test(arguments: ["BÁO CÁO\n", "BÁO CÁO; NĂM 2024\n\n", "\"Bảng, số 1\",,,,\n"])
  func aTitleAboveTheHeader(title: String) throws {
    let findings = try findings { title + text($0) }
    #expect(findings.map(\.rule) == ["csv.header"])
    #expect(findings.first?.message.en.contains("on line \(title.count { $0 == "\n" } + 1)") == true)
  }

  @Test func aSeparatorLineOfExcel() throws {
    #expect(try findings { "sep=,\n" + text($0) }.map(\.rule) == ["csv.separator"])
  }

  @Test("the ways in which spreadsheets save a sound table are all read without a finding")
  func waysOfSaving() throws {
    let mark = "\u{FEFF}"
    func quoted(_ rows: [[String]]) -> String {
      rows.map { row in
        row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
      }.joined()
    }
    func blank(_ rows: [[String]]) -> String { String(repeating: ",", count: rows[0].count - 1) + "\n\n\n" }
    let ways: [([[String]]) -> String] = [
      { mark + text($0).replacing("\n", with: "\r\n") },
      { text($0).replacing("\n", with: "\r") },
      { text($0).replacing("\n", with: "\r\r\n") },
      { mark + quoted($0).replacing("\n", with: "\r\n") },
      { text($0) + blank($0) },
      { text([$0[0]]).replacing("\n", with: "\r\n") + text(Array($0.dropFirst())) },
    ]
    for way in ways { #expect(try findings(way) == []) }
  }

  @Test func aHeaderInCapitalsIsUnderstood() throws {
    let findings = try findings { text([$0[0].map { " " + $0.uppercased() }] + $0.dropFirst()) }
    #expect(findings.map(\.rule) == ["csv.header-variant"])
    #expect(findings.map(\.severity) == [.warning])
  }

  @Test func aFileThatCannotBeReadTellsNothingOfSources() throws {
    #expect(try findings { _ in "\u{0}" }.map(\.rule) == ["file.empty"])
    let plan = "provinces/dak-lak/plans/dak-lak-cchc-2024.yaml"
    for text in ["- a\n", "a: [\n", "x"] {
      #expect(try LoadedFiles(base: plan, text).result.findings.count == 1)
    }
  }

  @Test(arguments: ["- id: x\n", "sourcess: []\n", "sources: {id: x}\n", "sources:\n  - {idd: x}\n"])
  func aBibliographyThatIsNone(text: String) throws {
    let findings = try LoadedFiles(base: "sources/sources.yaml", text).result.findings
    #expect(!findings.contains { $0.rule == "reference.unknown" })
    #expect(Set(findings.map(\.line)).count == 1)
  }
}
