internal import ArgumentParser
internal import Foundation
internal import ProvinceData
internal import Robustness
internal import Scoring
internal import Text

/// The files of an index as the commands use them.
struct IndexFiles {
  let framework: String
  let scores: String
  var standardErrors: String?

  /// Reads the files and prints what is wrong with them.
  ///
  /// - Throws: a usage error when there is no such file.
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

  /// Joins framework and scores and prints what is wrong with the two together.
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
