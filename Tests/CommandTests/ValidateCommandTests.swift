import Foundation
import TestSupport
import Testing

struct ValidateCommandTests {
  /// A copy of the frozen data with one broken file.
  private func brokenFolder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.copy(Repository.frozenData, to: "Data")
    try folder.write("Data/toolkit.yaml", "as_of: 2025-02-30\nnonsense: 1\n")
    return folder
  }

  @Test func theLiveDataEndWith0() throws {
    let result = try Command.run("validate")
    #expect(result.code == 0, "\(result.output)")
    #expect(!result.output.contains(": lỗi "))
    #expect(result.errors.contains("Lỗi: 0."))
    #expect(try Command.run("validate", "--lang", "en").errors.contains("Errors: 0."))
  }

  @Test func brokenDataEndWith1InEveryFormat() throws {
    let folder = try brokenFolder()
    defer { folder.remove() }
    func validate(_ format: String, _ lang: String = "en") throws -> String {
      let result = try Command.run(
        "validate", "--data", folder.path("Data"), "--format", format, "--lang", lang)
      #expect(result.code == 1)
      return result.output
    }
    let text = try validate("text")
    #expect(text.contains("toolkit.yaml:1:8: error [") && text.contains("hint:"))
    #expect(try validate("text", "vi").contains("toolkit.yaml:1:8: lỗi ["))
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(validate("json").utf8)) as? [String: Any])
    let findings = try #require(json["findings"] as? [[String: Any]])
    #expect(((json["errors"] as? Int) ?? 0) + ((json["warnings"] as? Int) ?? 0) == findings.count)
    #expect(findings.contains { ($0["file"] as? String)?.hasSuffix("toolkit.yaml") == true })
    for finding in findings {
      let message = try #require(finding["message"] as? [String: String])
      #expect(message["vi"]?.isEmpty == false && message["en"]?.isEmpty == false)
    }
    let sarif = try #require(
      try JSONSerialization.jsonObject(with: Data(validate("sarif").utf8)) as? [String: Any])
    #expect(sarif["version"] as? String == "2.1.0")
    let runs = try #require(sarif["runs"] as? [[String: Any]])
    #expect((runs.first?["results"] as? [Any])?.count == findings.count)
    let github = try validate("github").split(separator: "\n")
    #expect(
      github.count == findings.count
        && github.allSatisfy { $0.hasPrefix("::error ") || $0.hasPrefix("::warning ") })
  }

  @Test func pathsChooseWhatIsPrinted() throws {
    let folder = try brokenFolder()
    defer { folder.remove() }
    let data = folder.path("Data")
    let toolkit = try Command.run("validate", "--data", data, data + "/toolkit.yaml", "--format", "github")
    #expect(toolkit.code == 1 && toolkit.output.contains("toolkit.yaml"))
    let other = try Command.run("validate", "--data", data, "editions/", "--format", "github")
    #expect(!other.output.contains("toolkit.yaml"))
    #expect(other.code == (other.output.contains("::error") ? 1 : 0))
  }
}
