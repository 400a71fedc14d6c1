import Foundation
import ProvinceData
import Scoring
import TestSupport
import Testing
import Text

@testable import Pages
@testable import SiteGen

/// The site of the frozen data, built once for all tests.
enum FrozenSite {
  static func dataset() throws -> Dataset { try loaded.get() }
  static func model() throws -> SiteModel { try computed.get() }
  static func build() throws -> SiteBuilder.Result { try built.get() }

  /// The files of the site; records the findings when there is none.
  static func output() throws -> SiteOutput {
    let built = try build()
    let findings = built.findings.map { "\($0.file): \($0.message.en)" }.joined(separator: "\n")
    return try #require(built.output, "The site has findings.\n\(findings)")
  }

  /// The site as seen from outside.
  static func finished() throws -> FinishedSite { try seen.get() }

  private static let loaded = Result<Dataset, any Error> {
    try #require(try DataLoader(folder: Repository.frozenData).load().dataset, "The data have errors.")
  }

  /// The example of synthetic data, read as the command reads it.
  static func example() throws -> ExampleResults { try readExample.get() }

  private static let readExample = Result<ExampleResults, any Error> {
    let folder = Repository.examples.appending(path: WorkedExample.folder)
    func file(_ name: String) -> URL { folder.appending(path: name) }
    let input = ScoringInput.read(
      framework: file("framework.csv"), scores: file("scores.csv"),
      standardErrors: file("standard-errors.csv"))
    let index = try #require(input.composite().index)
    let second = ScoringInput.read(framework: file("framework-2.csv"), scores: file("scores-2.csv"))
    let names = [
      "framework.csv", "scores.csv", "standard-errors.csv", "framework-2.csv", "scores-2.csv", "README.md",
    ]
    let example = try WorkedExample(
      index: index, later: try #require(second.composite().index),
      standardErrors: input.standardErrors(for: index))
    let files = try names.map { WorkedExample.ExampleFile(name: $0, bytes: try Data(contentsOf: file($0))) }
    let units = Repository.examples.appending(path: WorkedExample.unitFolder)
    let unitFiles = try ["framework.csv", "scores.csv", "output.vi.txt", "output.en.txt", "README.md"].map {
      WorkedExample.ExampleFile(
        folder: WorkedExample.unitFolder, name: $0, bytes: try Data(contentsOf: units.appending(path: $0)))
    }
    return ExampleResults(of: files, unitFiles: unitFiles) { example }
  }

  private static let computed = Result<SiteModel, any Error> {
    SiteModel(try dataset())
  }

  private static let built = Result<SiteBuilder.Result, any Error> {
    SiteBuilder(dataset: try dataset(), siteFolder: Repository.site).build(example: try example())
  }

  private static let seen = Result<FinishedSite, any Error> {
    FinishedSite(dataset: try dataset(), files: try output().files)
  }
}
