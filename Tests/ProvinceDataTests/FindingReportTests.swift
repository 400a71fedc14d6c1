import Foundation
import Scoring
import Testing

@testable import ProvinceData

/// The forms in which findings are shown.
@Suite struct FindingReportTests {
  private let report = FindingReport(
    [
      Finding(
        rule: "number.decimal-comma", severity: .error, file: "provinces/dak-lak/a, b.csv", line: 1,
        column: 9,
        message: LocalizedText(vi: "Số “47,80” viết bằng dấu phẩy.", en: "100% wrong:\nsecond line."),
        hint: LocalizedText(vi: "Viết 47.80.", en: "Write 47.80.")),
      Finding(
        rule: "file.missing", severity: .warning, file: "toolkit.yaml", line: 1, column: 1,
        message: LocalizedText(vi: "Thiếu tệp này.", en: "This file is missing."),
        hint: LocalizedText(vi: "Tạo tệp.", en: "Create it.")),
    ],
    folder: "Data", lines: ["provinces/dak-lak/a, b.csv": ["Đắk Lắk,\"47,80\""]])

  @Test func textInVietnamese() {
    #expect(
      report.text(language: .vietnamese) == """
        Data/provinces/dak-lak/a, b.csv:1:9: lỗi [number.decimal-comma]: Số “47,80” viết bằng dấu phẩy.
          Đắk Lắk,"47,80"
                  ^
          Gợi ý: Viết 47.80.
        Data/toolkit.yaml:1:1: cảnh báo [file.missing]: Thiếu tệp này.
          Gợi ý: Tạo tệp.

        """)
  }

  @Test func textInEnglish() {
    let text = report.text(language: .english)
    #expect(text.hasPrefix("Data/provinces/dak-lak/a, b.csv:1:9: error [number.decimal-comma]: 100% wrong:"))
    #expect(text.hasSuffix("  Hint: Create it.\n"))
  }

  @Test func longLinesAreCutAroundTheCaret() throws {
    let line = String(repeating: "ă", count: 300) + "X" + String(repeating: "b", count: 300)
    let finding = Finding(
      rule: "r", severity: .error, file: "f", line: 1, column: 301, message: LocalizedText(same: "m"),
      hint: LocalizedText(same: "h"))
    let text = FindingReport([finding], folder: "", lines: ["f": [line]])
      .text(language: .english)
    let lines = text.split(separator: "\n").map(Array.init)
    let caret = try #require(lines[2].firstIndex(of: "^"))
    #expect(lines[1][caret] == "X")
    #expect(lines[1].count < 110)
  }

  @Test func githubAnnotationsAreEscaped() {
    #expect(
      report.github(language: .english) == """
        ::error file=Data/provinces/dak-lak/a%2C b.csv,line=1,col=9,title=number.decimal-comma::100%25 wrong:%0Asecond line. Write 47.80.
        ::warning file=Data/toolkit.yaml,line=1,col=1,title=file.missing::This file is missing. Create it.

        """)
  }

  @Test func jsonHoldsBothLanguages() throws {
    let object = try JSONSerialization.jsonObject(with: Data(report.json.utf8))
    let document = try #require(object as? [String: Any])
    #expect(document["errors"] as? Int == 1)
    #expect(document["warnings"] as? Int == 1)
    let findings = try #require(document["findings"] as? [[String: Any]])
    #expect(findings.count == 2)
    #expect(findings[0]["column"] as? Int == 9)
    #expect((findings[1]["message"] as? [String: String])?["vi"] == "Thiếu tệp này.")
  }

  @Test func sarifNamesItsColumnsAndRules() throws {
    let text = report.sarif(language: .vietnamese)
    let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(document["version"] as? String == "2.1.0")
    #expect(document["$schema"] as? String == "https://json.schemastore.org/sarif-2.1.0.json")
    let run = try #require((document["runs"] as? [[String: Any]])?.first)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.compactMap { $0["ruleId"] as? String } == ["number.decimal-comma", "file.missing"])
    #expect(results.compactMap { $0["ruleIndex"] as? Int } == [1, 0])
    #expect(text.contains("Data/provinces/dak-lak/a,%20b.csv"))
  }
}
