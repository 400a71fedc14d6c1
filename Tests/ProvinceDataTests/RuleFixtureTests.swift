import Foundation
import Scoring
import Testing

@testable import ProvinceData

/// Every rule has a fixture of broken data, and every fixture its exact findings.
@Suite struct RuleFixtureTests {
  /// Set to rewrite the `expected.txt` files; a run that rewrites fails, so nothing is accepted unread.
  private static let isRecording = ProcessInfo.processInfo.environment["PROVINCE_DATA_RECORD"] != nil

  @Test(arguments: FixtureFolder.names)
  func findingsAreExactlyAsExpected(_ name: String) throws {
    let result = try FixtureFolder.load(FixtureFolder.files(overlay: name))
    let found = result.findings.map(\.goldenLine).joined(separator: "\n") + "\n"
    let golden = FixtureFolder.root.appendingPathComponent("\(name)/expected.txt")
    let expected = (try? String(contentsOf: golden, encoding: .utf8)) ?? ""
    if RuleFixtureTests.isRecording, found != expected {
      try Data(found.utf8).write(to: golden)
      Issue.record("rewrote \(name)/expected.txt: read the change, then run without PROVINCE_DATA_RECORD")
    } else {
      #expect(found == expected, "set PROVINCE_DATA_RECORD=1 to rewrite \(name)/expected.txt")
    }
    let rule = name.split(separator: "+").first.map(String.init) ?? name
    #expect(result.findings.contains { $0.rule == rule }, "\(name) does not break its own rule")
    #expect((result.dataset == nil) == result.findings.contains { $0.severity == .error })
  }

  @Test func theBaseHasNoFindings() throws {
    let result = try FixtureFolder.load(FixtureFolder.files(of: FixtureFolder.base))
    #expect(result.findings.map(\.goldenLine) == [])
    let dataset = try #require(result.dataset)
    #expect(dataset.targets.count == 3)
    #expect(dataset.outcomes.count == 2)
  }

  @Test func everyRuleHasAFixture() {
    let covered = Set(FixtureFolder.names.map { $0.split(separator: "+").first.map(String.init) ?? $0 })
    #expect(Set(DataRule.identifiers).symmetricDifference(covered) == [])
  }

  @Test func theListOfRulesIsComplete() throws {
    let file = FixtureFolder.root.deletingLastPathComponent()
      .appendingPathComponent("../../Sources/ProvinceData/Findings/DataRule.swift")
    let text = try String(contentsOf: file, encoding: .utf8)
    let named = text.matches(of: /case \.[A-Za-z0-9]+: \("([a-z0-9.-]+)", \.(?:error|warning)\)/).map {
      String($0.1)
    }
    #expect(named.count > 40)
    // Rules about the files given to the command `score`, which no data folder can break.
    let ofScores: Set = ["framework.fault", "score.code-unknown"]
    #expect(Set(named).subtracting(ofScores) == Set(DataRule.identifiers))
    #expect(DataRule.identifiers == DataRule.identifiers.sorted())
  }

  @Test func sentencesAreWholeAndInTwoLanguages() throws {
    for name in FixtureFolder.names {
      for finding in try FixtureFolder.load(FixtureFolder.files(overlay: name)).findings {
        for text in [finding.message, finding.hint] {
          #expect(text.vi != text.en)
          for wording in [text.vi, text.en] {
            #expect(wording.hasSuffix(".") || wording.hasSuffix("?"), "\(wording)")
            #expect(!wording.hasSuffix("..") && !wording.contains("Optional("), "\(wording)")
          }
        }
      }
    }
  }
}
