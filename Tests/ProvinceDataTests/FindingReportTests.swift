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
          cách sửa: Sửa:
        lại.

        """)
  }

  @Test("a line that is not there is left out")
  func noLine() {
    let text = report(".", lines: []).text(language: .english)
    #expect(text == "a b/x.csv:2:9: error [number.malformed]: “9%” is wrong, 100%.\n  hint: Mend:\nit.\n")
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
        == "::error file=Data/a b/x.csv,line=2,col=9,title=number.malformed::“9%25” is wrong, 100%25. Mend:%0Ait.\n"
    )
  }

  @Test("json is an array with both languages")
  func json() throws {
    let decoded = try JSONSerialization.jsonObject(with: Data(report("Data/", lines: []).json.utf8))
    let first = try #require((decoded as? [[String: Any]])?.first)
    #expect(first["file"] as? String == "Data/a b/x.csv")
    #expect(first["column"] as? Int == 9)
    #expect((first["message"] as? [String: String])?["vi"] == "“9%” sai, 100%.")
    #expect(FindingReport([], folder: "", lines: [:]).json == "[]\n")
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
