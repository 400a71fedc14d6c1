import Foundation
import Scoring
import Testing

@testable import ProvinceData

/// Columns count Unicode scalars, in both formats, also after letters that take several bytes.
@Suite struct PlaceTests {
  private static let planPath = "provinces/dak-lak/plans/dak-lak-cchc-2024.yaml"

  private func planText() throws -> String {
    try String(contentsOf: FixtureFolder.base.appendingPathComponent(PlaceTests.planPath), encoding: .utf8)
  }

  @Test func columnAfterDakLakInYAML() throws {
    let text = try planText().replacing(
      "title: {vi: Kế hoạch cải cách hành chính, en: Reform plan}",
      with: "title: {vi: Đắk Lắk, vn: x, en: Reform plan}")
    let result = try FixtureFolder.load(replacing: PlaceTests.planPath, by: text)
    let finding = try #require(result.findings.first)
    #expect(finding.line == 3 && finding.column == 22)
    #expect(finding.rule == "key.unknown")
  }

  @Test func columnAfterDecomposedLettersCountsEachMark() throws {
    let decomposed = "Đắk Lắk".decomposedStringWithCanonicalMapping
    #expect(decomposed.unicodeScalars.count == 11)
    let text = try planText().replacing(
      "title: {vi: Kế hoạch cải cách hành chính, en: Reform plan}",
      with: "title: {vi: \(decomposed), vn: x, en: Reform plan}")
    let result = try FixtureFolder.load(replacing: PlaceTests.planPath, by: text)
    #expect(result.findings.map(\.rule) == ["text.not-nfc", "key.unknown"])
    #expect(result.findings.map(\.column) == [14, 26])
    // The caret stands below the letter as it is seen, not after the marks.
    let report = FindingReport(
      result.findings, folder: "",
      lines: [
        PlaceTests.planPath: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      ])
    let lines = report.text(language: .english).split(separator: "\n")
    #expect(lines.contains("  " + String(repeating: " ", count: 21) + "^"))
  }

  @Test func aMarkAtTheStartAndCarriageReturnsMoveNothing() throws {
    let broken = try planText().replacing("value: 95", with: "value: 95%")
    let plain = try FixtureFolder.load(replacing: PlaceTests.planPath, by: broken)
    let windows = "\u{FEFF}" + broken.replacing("\n", with: "\r\n")
    let marked = try FixtureFolder.load(replacing: PlaceTests.planPath, by: windows)
    #expect(plain.findings.map(\.goldenLine) == marked.findings.map(\.goldenLine))
    #expect(plain.findings.map(\.line) == [14])
  }

  @Test func decomposedTextIsJoinedInTheModel() throws {
    let text = try planText().decomposedStringWithCanonicalMapping
    let result = try FixtureFolder.load(replacing: PlaceTests.planPath, by: text)
    let dataset = try #require(result.dataset)
    let statement = try #require(dataset.targets.first?.statement.vi)
    let wanted = "Giải quyết đúng hạn từ 95% hồ sơ".precomposedStringWithCanonicalMapping
    #expect(Array(statement.unicodeScalars) == Array(wanted.unicodeScalars))
    #expect(result.findings.allSatisfy { $0.rule == "text.not-nfc" && $0.severity == .warning })
  }
}
