import Foundation
import TestSupport
import Testing
import Text

@testable import ProvinceData
@testable import Scoring

/// A folder under `Fixtures/_index`: the files of one run of `score` or `robustness` and the expected report.
struct IndexFixture: CustomTestStringConvertible, Sendable {
  let name: String

  var testDescription: String { name }

  private static let root = FixtureFolder.root.appending(path: "_index")

  /// The fixtures by name.
  static let all: [IndexFixture] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path())) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().map(IndexFixture.init(name:))
  }()

  private var folder: URL { Self.root.appending(path: name) }

  private func file(_ name: String) -> URL? {
    let file = folder.appending(path: name)
    return FileManager.default.fileExists(atPath: file.path()) ? file : nil
  }

  /// Reads the files as the command does, without units of which less than half of the weight is known.
  func findings() throws -> [Finding] {
    let framework = try #require(file("framework.csv"))
    let scores = try #require(file("scores.csv"))
    let input = ScoringInput.read(framework: framework, scores: scores, standardErrors: file("errors.csv"))
    let composite = input.composite(minimumCoverage: 0.5)
    var findings = input.findings + composite.findings
    if let weights = file("weights.csv"), let index = composite.index {
      do {
        var reader = try WeightsReader(weights, index: index, of: input)
        while try !reader.next(3).isEmpty {}
        findings += reader.findings
      } catch let faults as WeightsReader.Faults {
        findings += faults.findings
      }
    }
    return findings.map { finding in
      Finding(
        rule: finding.rule, severity: finding.severity, file: URL(filePath: finding.file).lastPathComponent,
        line: finding.line, column: finding.column, message: finding.message, hint: finding.hint)
    }
  }

  /// The report, as the command prints it in the folder.
  func report(_ language: Language) throws -> String {
    try FindingReport(findings(), folder: folder.path()).text(language: language)
      .split(separator: folder.path() + "/").joined()
  }

  /// The committed report.
  func expected(_ language: Language) -> Golden {
    Golden(folder.appending(path: "expected.\(language.rawValue).txt"))
  }
}

@Suite("Rules of the files of score and robustness, broken")
struct IndexFixtureTests {
  @Test("the report is as committed, in both languages", arguments: IndexFixture.all)
  func report(fixture: IndexFixture) throws {
    #expect(try fixture.findings().contains { $0.rule == fixture.name })
    for language in Language.allCases {
      let text = try fixture.report(language)
      let difference = fixture.expected(language).difference(from: text)
      #expect(difference == nil, "\(difference ?? "")")
    }
  }

  @Test("sentences end with a full stop and differ between the languages", arguments: IndexFixture.all)
  func wording(fixture: IndexFixture) throws {
    for finding in try fixture.findings() {
      for text in [finding.message, finding.hint] {
        #expect(text.vi != text.en)
        for language in Language.allCases { #expect(text[language].last.map { ".?".contains($0) } == true) }
      }
    }
  }
}
