import Foundation
import TestSupport
import Testing

/// The contract of the command line: help, exit codes, and output streams.
struct UsageTests {
  @Test(arguments: [
    [], ["build"], ["verify"], ["serve"], ["validate"], ["score"], ["robustness"], ["compare"],
  ])
  func helpHasAnExample(command: [String]) throws {
    let result = try Command.run(command + ["--help"])
    #expect(result.code == 0 && result.errors == "")
    #expect(result.output.contains("Example"))
    let name = (["parindex"] + command).joined(separator: " ")
    #expect(
      result.output.contains("\n  \(name) ") || result.output.contains("\n    \(name)"), "\(result.output)")
  }

  @Test(arguments: [
    ["--frobnicate"], ["nonsense"], ["build", "--frobnicate"], ["build", "--as-of", "2025-02-30"],
    ["build", "--as-of", "2025"], ["build", "--as-of", "31/12/2025"], ["build", "--base-url", "example.vn"],
    ["serve", "--port", "65536"], ["serve", "--data", "no-such-folder"], ["serve", "--out", "x"],
    ["build", "--commit", "main"], ["verify"], ["verify", "no-such-folder"], ["verify", "site"],
    ["build", "--lang", "fr"], ["build", "--data", "no-such-folder"], ["build", "extra"],
    ["validate", "--format", "xml"], ["validate", "no-such-file"], ["validate", "Tests"],
    ["validate", "--data", "no-such-folder"], ["compare", "atlantis"], ["compare", "--year", "soon"],
    ["compare", "--format", "csv"], ["score"], ["score", "--framework", "Data/toolkit.yaml"],
    ["score", "--framework", "no-such-file", "--scores", "no-such-file"], ["robustness"],
    ["robustness", "--framework", "no-such-file", "--scores", "no-such-file"],
  ]) func wrongCommandLinesEndWith64(arguments: [String]) throws {
    let result = try Command.run(arguments)
    #expect(result.code == 64, "\(result.errors)")
    #expect(result.output == "" && !result.errors.isEmpty)
  }

  @Test func anUnknownProvinceIsAnsweredWithTheKnownOnes() throws {
    let result = try Command.run(["compare", "hai-dong"] + Command.onFrozenData)
    #expect(result.code == 64)
    #expect(result.errors.contains("'hai-dong'") && result.errors.contains("hai-duong"))
  }

  /// A path that cannot be written is an error of neither the data nor the command line.
  @Test func aFailureOfTheSystemEndsWith70() throws {
    let folder = try TemporaryFolder(["file": "x"])
    defer { folder.remove() }
    let result = try Command.run(["build", "--out", folder.path("file/_site")] + Command.onFrozenData)
    #expect(result.code == 70 && result.output == "" && result.errors.contains("file"), "\(result.errors)")
  }
}
