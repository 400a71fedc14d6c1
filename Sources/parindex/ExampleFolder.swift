internal import ArgumentParser
internal import Foundation
internal import ProvinceData
internal import Scoring
internal import SiteGen

/// The folder with the example of synthetic data.
struct ExampleFolder {
  let path: String
  let language: Language

  private static let files = ["framework.csv", "scores.csv", "standard-errors.csv", "README.md"]

  /// Reads the example and prints what is wrong with it.
  ///
  /// - Throws: a usage error when the folder or a file is not there, exit code 1 when a file has errors.
  func load() throws -> WorkedExample {
    let folder = path + "/" + WorkedExample.folder
    let files = try Self.files.map { name in
      guard let bytes = FileManager.default.contents(atPath: folder + "/" + name) else {
        throw ValidationError(
          "There is no file '\(folder)/\(name)'; --examples names the folder with the worked example.")
      }
      return WorkedExample.File(name: name, bytes: bytes)
    }
    let input = ScoringInput.read(
      framework: URL(filePath: folder + "/framework.csv"), scores: URL(filePath: folder + "/scores.csv"),
      standardErrors: URL(filePath: folder + "/standard-errors.csv"))
    let composite = input.composite()
    let errors = (input.findings + composite.findings).filter { $0.severity == .error }
    DataFolder.report(errors, in: ".", language: language)
    guard let index = composite.index else { throw ExitCode(1) }
    return try WorkedExample(index: index, standardErrors: input.standardErrors(for: index), files: files)
  }
}
