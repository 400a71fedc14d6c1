internal import Foundation
internal import GFM
internal import Manifest
internal import ProvinceData
internal import Publishing
internal import Scoring
internal import SiteGen

/// What is done again and again.
enum SoakWork {
  enum Failure: Error {
    case findings([String])
    case wrong(String)
  }

  /// Builds the whole site and publishes it; each round has another address, so all is written again.
  static func build(_ round: Int, folder: String) throws {
    let loaded = try DataLoader(path: "Data").load()
    guard let dataset = loaded.dataset else { throw Failure.findings(loaded.findings.map(\.rule)) }
    let result = SiteBuilder(
      dataset: dataset, siteFolder: URL(filePath: "site"), baseURL: "https://example.vn/\(round % 2)"
    ).build(example: try example())
    guard let output = result.output else { throw Failure.findings(result.findings.map(\.rule)) }
    var files = output.files
    files[SiteManifest.fileName] =
      SiteManifest(
        of: files, programVersion: "soak",
        sourceVersion: try SourceVersion(of: ["data": "Data", "site": "site"]).digest, commit: nil,
        options: SiteManifest.Options(baseURL: nil, asOf: nil)
      ).json
    let publisher = FolderPublisher(folder: URL(filePath: folder), marker: ".parindex-site")
    guard case .published = try publisher.publish(files) else {
      throw Failure.wrong("round \(round) wrote nothing")
    }
  }

  /// Reads and checks all data.
  static func validate() throws {
    let loaded = try DataLoader(path: "Data").load()
    guard loaded.dataset != nil else { throw Failure.findings(loaded.findings.map(\.rule)) }
  }

  /// Renders a text with everything that crosses into C, its length changing from round to round.
  static func render(_ round: Int) throws {
    let table = (0...round % 50).map { "| [\($0)](#a) | ~~x~~ `y` https://example.vn |\n" }.joined()
    let text = """
      # Đề mục <b>\(round)</b><!-- -->

      | a | b |
      | --- | ---: |
      \(table)
      - [x] việc, a@b.vn[^1] ![ảnh](a.svg "tên")

      [^1]: Ghi chú.

      """
    let html = try MarkdownRenderer().htmlBytes(from: text)
    guard html.count > text.utf8.count else { throw Failure.wrong("round \(round) gave \(html.count) bytes") }
  }

  private static func example() throws -> ExampleResults {
    let folder = "Examples/" + WorkedExample.folder
    func url(_ name: String) -> URL { URL(filePath: folder + "/" + name) }
    let input = ScoringInput.read(
      framework: url("framework.csv"), scores: url("scores.csv"),
      standardErrors: url("standard-errors.csv"))
    let second = ScoringInput.read(framework: url("framework-2.csv"), scores: url("scores-2.csv"))
    guard let index = input.composite().index, let later = second.composite().index else {
      throw Failure.findings((input.findings + second.findings).map(\.rule))
    }
    let names = [
      "framework.csv", "scores.csv", "standard-errors.csv", "framework-2.csv", "scores-2.csv", "README.md",
    ]
    let files = try names.map { WorkedExample.File(name: $0, bytes: try Data(contentsOf: url($0))) }
    let example = try WorkedExample(
      index: index, later: later, standardErrors: input.standardErrors(for: index))
    return ExampleResults(of: files) { example }
  }
}
