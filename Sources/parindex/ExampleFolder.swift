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

  /// An example as it was last read and computed.
  struct Loaded: Sendable {
    /// The results; nil when a file has errors.
    let results: ExampleResults?
    /// What is wrong.
    let findings: [Finding]
    fileprivate let bytes: [Data]
  }

  /// Reads the example and computes what the pages show of it.
  ///
  /// - Parameter known: what an earlier run gave; taken when every file is the same.
  /// - Throws: ``FolderFault`` when the folder or a file is not there.
  func load(knowing known: Loaded? = nil) throws -> Loaded {
    let folder = path + "/" + WorkedExample.folder
    let files = try Self.files.map { name in
      guard let bytes = FileManager.default.contents(atPath: folder + "/" + name) else {
        throw FolderFault.noExampleFile(folder + "/" + name)
      }
      return WorkedExample.File(name: name, bytes: bytes)
    }
    if let known, known.bytes == files.map(\.bytes) { return known }
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
    guard let index = composite.index, let later = secondComposite.index else {
      return Loaded(results: nil, findings: findings, bytes: files.map(\.bytes))
    }
    let example = try WorkedExample(
      index: index, later: later, standardErrors: input.standardErrors(for: index), files: files)
    return Loaded(results: ExampleResults(example), findings: findings, bytes: files.map(\.bytes))
  }
}
