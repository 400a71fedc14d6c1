internal import ArgumentParser
internal import Foundation
internal import ProvinceData
internal import Robustness
internal import Scoring
internal import Text

/// The files of an index, as used by the commands.
struct IndexFiles {
  let framework: String
  let scores: String
  var standardErrors: String?

  /// Reads the files and prints the findings.
  ///
  /// - Throws: a usage error when a file does not exist.
  func read(_ language: Language) throws -> ScoringInput {
    for path in [framework, scores, standardErrors].compactMap({ $0 })
    where !FileManager.default.fileExists(atPath: path) {
      throw ValidationError("There is no file '\(path)'.")
    }
    let input = ScoringInput.read(
      framework: URL(filePath: framework), scores: URL(filePath: scores),
      standardErrors: standardErrors.map { URL(filePath: $0) })
    DataFolder.report(input.findings, in: ".", language: language)
    return input
  }

  /// Combines framework and scores and prints the findings.
  ///
  /// - Throws: exit code 1 when there are errors.
  static func index(
    of input: ScoringInput, minimumCoverage: Double, _ language: Language
  ) throws -> CompositeIndex {
    let composite = input.composite(minimumCoverage: minimumCoverage)
    DataFolder.report(composite.findings, in: ".", language: language)
    guard let index = composite.index else { throw ExitCode(1) }
    return index
  }
}
