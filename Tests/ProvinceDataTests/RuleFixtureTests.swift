import Foundation
import Testing
import Text

@testable import ProvinceData
@testable import Scoring
@testable import TestSupport

@Suite("Every rule, broken")
struct RuleFixtureTests {
  @Test("the base has no findings")
  func base() throws {
    let loaded = try LoadedFiles(try FixtureFolder.baseFiles())
    #expect(loaded.report.text(language: .english) == "")
    #expect(loaded.result.dataset != nil)
  }

  @Test("the report is as committed, in both languages", arguments: FixtureFolder.all)
  func report(fixture: FixtureFolder) throws {
    let loaded = try LoadedFiles(try fixture.files())
    #expect(loaded.result.findings.contains { $0.rule == fixture.name })
    for language in Language.allCases {
      let text = loaded.report.text(language: language)
      let difference = fixture.expected(language).difference(from: text)
      #expect(difference == nil, "\(difference ?? "")")
    }
  }

  @Test("an error leaves no dataset, warnings do", arguments: FixtureFolder.all)
  func severity(fixture: FixtureFolder) throws {
    let result = try LoadedFiles(try fixture.files()).result
    #expect((result.dataset == nil) == result.findings.contains { $0.severity == .error })
  }

  @Test("every rule has a fixture and every fixture a rule")
  func completeness() throws {
    // The sentences of the site and of the command are covered by their own tests.
    let rules = try RuleSources.identifiers { $0 != "parindex" }.filter { !$0.hasPrefix("site.") }
    let fixtures = Set(FixtureFolder.all.map(\.name) + IndexFixture.all.map(\.name))
    #expect(fixtures.union(LimitTests.rules) == rules)
  }

  @Test("identifiers are found in every call that makes a rule")
  func identifiers() throws {
    let text = #"""
      static let a = Rule("a.a", vi: "A(1)", en: "", hintVi: "", hintEn: "")
      static func b(_ b: String) -> Rule {
        Rule(
          "b.b", .warning, vi: "\"\(b)\"", en: "", hintVi: "", hintEn: "")
      }
      """#
    #expect(try RuleSources.identifiers(in: text, of: "") == ["a.a", "b.b"])
  }

  @Test(
    "no call may hide its identifier",
    arguments: [
      #"Rule(name, vi: "", en: "", hintVi: "", hintEn: "")"#,
      #"Rule("\(topic).b", vi: "", en: "", hintVi: "", hintEn: "")"#,
      #"Self("a.b", vi: "", en: "", hintVi: "", hintEn: "")"#,
      #"Rule("a.a", vi: "", en: "", hintVi: "", hintEn: ""), .init("a.b", vi: "", en: "", hintVi: "", hintEn: "")"#,
    ])
  func hidden(text: String) {
    #expect(throws: RuleSources.IdentifierHidden.self) { try RuleSources.identifiers(in: text, of: "") }
  }

  @Test("findings are in order and lie within their files", arguments: FixtureFolder.all)
  func order(fixture: FixtureFolder) throws {
    let files = try fixture.files()
    let findings = try LoadedFiles(files).result.findings
    for (first, second) in zip(findings, findings.dropFirst()) where first.file == second.file {
      #expect((first.line, first.column, first.rule) <= (second.line, second.column, second.rule))
    }
    for finding in findings {
      guard let file = files.first(where: { $0.path == finding.file }) else { continue }
      let lines = TextLines.all(of: String(decoding: try file.bytes ?? [], as: UTF8.self))
      #expect(finding.line >= 1 && finding.line <= lines.count + 1)
      let width = lines.dropFirst(finding.line - 1).first?.unicodeScalars.count ?? 0
      #expect(finding.column >= 1 && finding.column <= width + 1)
    }
  }

  @Test("sentences end with a full stop and differ between the languages", arguments: FixtureFolder.all)
  func wording(fixture: FixtureFolder) throws {
    for finding in try LoadedFiles(try fixture.files()).result.findings {
      for text in [finding.message, finding.hint] {
        #expect(text.vi != text.en)
        for language in Language.allCases {
          #expect(text[language].last.map { ".?".contains($0) } == true)
        }
      }
    }
  }
}
