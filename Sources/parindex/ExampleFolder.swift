internal import Foundation
internal import ProvinceData
internal import Scoring
internal import SiteGen

/// The folder with the example of synthetic data.
struct ExampleFolder {
  let path: String

  private static let files = [
    "framework.csv", "scores.csv", "standard-errors.csv", "framework-2.csv", "scores-2.csv", "README.md",
  ]

  /// Reads the example and computes what the pages show of it.
  ///
  /// - Returns: the results, nil when a file has errors, and what is wrong.
  /// - Throws: ``FolderFault`` when the folder or a file is not there.
  func load() throws -> (results: ExampleResults?, findings: [Finding]) {
    let folder = path + "/" + WorkedExample.folder
    let files = try Self.files.map { name in
      guard let bytes = FileManager.default.contents(atPath: folder + "/" + name) else {
        throw FolderFault.noExampleFile(folder + "/" + name)
      }
      return WorkedExample.File(name: name, bytes: bytes)
    }
    let input = ScoringInput.read(
      framework: URL(filePath: folder + "/framework.csv"), scores: URL(filePath: folder + "/scores.csv"),
      standardErrors: URL(filePath: folder + "/standard-errors.csv"))
    let second = ScoringInput.read(
      framework: URL(filePath: folder + "/framework-2.csv"),
      scores: URL(filePath: folder + "/scores-2.csv"))
    let (composite, secondComposite) = (input.composite(), second.composite())
    let findings =
      (input.findings + composite.findings + second.findings + secondComposite.findings)
      .filter { $0.severity == .error }
    guard let index = composite.index, let later = secondComposite.index else { return (nil, findings) }
    let example = try WorkedExample(
      index: index, later: later, standardErrors: input.standardErrors(for: index), files: files)
    return (ExampleResults(example), findings)
  }
}
