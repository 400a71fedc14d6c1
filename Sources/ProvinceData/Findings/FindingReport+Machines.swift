internal import Foundation
public import Scoring

extension FindingReport {
  /// A JSON object: `version` 1, the counts, and `findings` with file, 1-based line and column (in Unicode
  /// scalars), severity, rule, and message and hint in `vi` and `en`. Keys are sorted.
  public var json: String {
    struct Text: Encodable { let vi, en: String }
    struct Entry: Encodable {
      let file: String
      let line, column: Int
      let severity, rule: String
      let message, hint: Text
    }
    struct Document: Encodable {
      let version, errors, warnings: Int
      let findings: [Entry]
    }
    let errors = findings.count { $0.severity == .error }
    let entries = findings.map { finding in
      Entry(
        file: path(of: finding), line: finding.line, column: finding.column,
        severity: finding.severity.rawValue,
        rule: finding.rule, message: Text(vi: finding.message.vi, en: finding.message.en),
        hint: Text(vi: finding.hint.vi, en: finding.hint.en))
    }
    return FindingReport.encode(
      Document(version: 1, errors: errors, warnings: findings.count - errors, findings: entries))
  }

  /// Workflow commands that GitHub shows beside the changed lines, one per line.
  public func github(language: Language) -> String {
    findings.map { finding in
      let file = FindingReport.escapedProperty(path(of: finding))
      let title = FindingReport.escapedProperty(finding.rule)
      let text = FindingReport.escaped("\(finding.message[language]) \(finding.hint[language])")
      return "::\(finding.severity.rawValue) file=\(file),line=\(finding.line),col=\(finding.column),"
        + "title=\(title)::\(text)\n"
    }.joined()
  }

  /// A SARIF 2.1.0 log of one run.
  ///
  /// Columns are given in Unicode code points, which SARIF names by `columnKind: unicodeCodePoints`.
  public func sarif(language: Language) -> String {
    let rules = Set(findings.map(\.rule)).sorted()
    let results = findings.map { finding in
      Sarif.Result(
        ruleId: finding.rule, ruleIndex: rules.firstIndex(of: finding.rule) ?? 0,
        level: finding.severity.rawValue,
        message: .init(text: "\(finding.message[language]) \(finding.hint[language])"),
        locations: [
          .init(
            physicalLocation: .init(
              artifactLocation: .init(uri: FindingReport.uri(path(of: finding))),
              region: .init(startLine: finding.line, startColumn: finding.column)))
        ])
    }
    let driver = Sarif.Driver(name: "parindex", rules: rules.map { .init(id: $0) })
    return FindingReport.encode(
      Sarif(
        schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0",
        runs: [.init(columnKind: "unicodeCodePoints", results: results, tool: .init(driver: driver))]))
  }

  private static func encode(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Encoding strings and whole numbers has no way to fail.
    guard let data = try? encoder.encode(value) else { return "{}\n" }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func escapedProperty(_ text: String) -> String {
    escaped(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }

  private static func uri(_ path: String) -> String {
    path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
  }
}

/// The part of SARIF 2.1.0 that findings need.
private struct Sarif: Encodable {
  struct Text: Encodable { let text: String }
  struct Rule: Encodable { let id: String }
  struct Driver: Encodable {
    let name: String
    let rules: [Rule]
  }
  struct Tool: Encodable { let driver: Driver }
  struct Artifact: Encodable { let uri: String }
  struct Region: Encodable { let startLine, startColumn: Int }
  struct PhysicalLocation: Encodable {
    let artifactLocation: Artifact
    let region: Region
  }
  struct Location: Encodable { let physicalLocation: PhysicalLocation }
  struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Text
    let locations: [Location]
  }
  struct Run: Encodable {
    let columnKind: String
    let results: [Result]
    let tool: Tool
  }
  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version
    case runs
  }
  let schema: String
  let version: String
  let runs: [Run]
}
