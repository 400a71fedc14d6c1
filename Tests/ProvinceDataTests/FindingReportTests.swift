import Foundation
import Testing
import Text

@testable import ProvinceData
@testable import Scoring

@Suite("Findings as text")
struct FindingReportTests {
  private let finding = Finding(
    rule: "number.malformed", severity: .error, file: "a b/x.csv", line: 2, column: 9,
    message: LocalizedText(vi: "“9%” sai, 100%.", en: "“9%” is wrong, 100%."),
    hint: LocalizedText(vi: "Sửa:\nlại.", en: "Mend:\nit."))

  private func report(_ folder: String, lines: [String]) -> FindingReport {
    FindingReport([finding], folder: folder, lines: ["a b/x.csv": lines])
  }

  @Test("text shows place, rule, line, caret and hint")
  func text() {
    let report = report("Data", lines: ["h", "Đắk Lắk,9%"])
    #expect(
      report.text(language: .vietnamese)
        == """
        Data/a b/x.csv:2:9: lỗi [number.malformed]: “9%” sai, 100%.
          2 | Đắk Lắk,9%
            |         ^
          cách sửa: Sửa:\u{5C}u{A}lại.

        """)
  }

  @Test("a line that is not there is left out")
  func noLine() {
    let text = report(".", lines: []).text(language: .english)
    #expect(text == "a b/x.csv:2:9: error [number.malformed]: “9%” is wrong, 100%.\n  hint: Mend:\\u{A}it.\n")
  }

  @Test("a long line is cut around the column")
  func longLine() throws {
    let long = String(repeating: "x", count: 200) + "đ" + String(repeating: "y", count: 200)
    let late = Finding(
      rule: "r", severity: .warning, file: "f", line: 1, column: 201,
      message: LocalizedText(vi: "a.", en: "b."),
      hint: LocalizedText(vi: "c.", en: "d."))
    let lines = FindingReport([late], folder: "", lines: ["f": [long]]).text(language: .english)
      .split(separator: "\n").map(Array.init)
    let caret = try #require(lines[2].firstIndex(of: "^"))
    #expect(lines[1][caret] == "đ")
    #expect(lines[1].count < 120)
  }

  @Test("github escapes what ends a property or a message")
  func github() {
    #expect(
      report("Data", lines: []).github(language: .english)
        == "::error file=Data/a b/x.csv,line=2,col=9,title=number.malformed::“9%25” is wrong, 100%25. Mend:\\u{A}it.\n"
    )
  }

  @Test("json has the counts and the findings in both languages")
  func json() throws {
    let decoded = try JSONSerialization.jsonObject(with: Data(report("Data/", lines: []).json.utf8))
    let object = try #require(decoded as? [String: Any])
    #expect(object["errors"] as? Int == 1 && object["warnings"] as? Int == 0)
    let first = try #require((object["findings"] as? [[String: Any]])?.first)
    #expect(first["file"] as? String == "Data/a b/x.csv")
    #expect(first["column"] as? Int == 9)
    #expect((first["message"] as? [String: String])?["vi"] == "“9%” sai, 100%.")
    let none = FindingReport([], folder: "", lines: [:]).json
    #expect(none == "{\n  \"errors\": 0,\n  \"warnings\": 0,\n  \"findings\": []\n}\n")
  }

  @Test("sarif has the version, the unit of columns and encoded addresses")
  func sarif() throws {
    let text = report("Data", lines: []).sarif(language: .vietnamese)
    let decoded = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(decoded?["version"] as? String == "2.1.0")
    let run = try #require((decoded?["runs"] as? [[String: Any]])?.first)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let result = try #require((run["results"] as? [[String: Any]])?.first)
    #expect(result["ruleId"] as? String == "number.malformed")
    #expect(text.contains("\"uri\": \"Data/a%20b/x.csv\""))
    #expect(text.contains("\"startColumn\": 9"))
  }

  private func finding(_ file: String, _ line: Int, _ value: String = "x") -> Finding {
    Finding(
      rule: "a.b", severity: .warning, file: file, line: line, column: 1,
      message: LocalizedText(vi: "“\(value)” sai.", en: "“\(value)” is wrong."),
      hint: LocalizedText(vi: "Sửa.", en: "Mend it."))
  }

  @Test("the same fault is shown five times in a file, then counted")
  func alike() {
    let findings = (1...7).map { finding("a", $0, "\($0)") } + [finding("b", 1)]
    let report = FindingReport(findings, folder: "D", lines: [:])
    let lines = report.text(language: .english).split(separator: "\n")
    #expect(lines.contains("D/a:6:1: warning [a.b]: There are 2 more such places in this file."))
    #expect(lines.count == 2 * 5 + 1 + 2)
    #expect(report.text(language: .vietnamese).contains("Còn 2 chỗ nữa trong tệp này có cùng lỗi ấy."))
    #expect(report.github(language: .english).split(separator: "\n").count == 7)
    #expect(report.json.contains("\"warnings\": 8"))
  }

  @Test("200 findings are shown, and the others counted")
  func many() throws {
    let findings = (1...300).map { finding("f\($0)", 1) }
    let report = FindingReport(findings, folder: "", lines: [:])
    let lines = report.text(language: .english).split(separator: "\n")
    #expect(lines.count == 401 && lines.last == "100 more findings are not printed here.")
    let commands = report.github(language: .vietnamese).split(separator: "\n")
    #expect(commands.count == 201 && commands.last == "::warning::Còn 100 phát hiện nữa không in ra ở đây.")
    #expect(report.json.components(separatedBy: "\"rule\"").count == 301)
  }

  @Test("hidden characters are written out in paths, sentences and quoted lines")
  func hidden() throws {
    let path = "a\n\u{202E}b.csv"
    let report = FindingReport([finding(path, 1, "\u{200B}")], folder: "", lines: [path: ["\u{1B}[31m\tx"]])
    let text = report.text(language: .english)
    #expect(
      text.hasPrefix(
        "a\\u{A}\\u{202E}b.csv:1:1: warning [a.b]: “\\u{200B}” is wrong.\n  1 | \\u{1B}[31m\tx\n"))
    #expect(report.github(language: .english).hasPrefix("::warning file=a\\u{A}\\u{202E}b.csv,"))
    for json in [report.json, report.sarif(language: .english)] {
      #expect(!json.unicodeScalars.contains("\u{202E}") && !json.unicodeScalars.contains("\u{200B}"))
    }
    let decoded = try JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any]
    #expect((decoded?["findings"] as? [[String: Any]])?.first?["file"] as? String == path)
  }

  @Test("findings of some paths")
  func paths() {
    let result = LoadResult(findings: [finding], dataset: nil)
    #expect(result.findings(in: []).count == 1)
    #expect(result.findings(in: ["a b"]).count == 1)
    #expect(result.findings(in: ["a b/x.csv"]).count == 1)
    #expect(result.findings(in: [""]).count == 1)
    #expect(result.findings(in: ["a"]).isEmpty)
  }
}
