internal import ArgumentParser
internal import Foundation
internal import ProvinceData
internal import Scoring
internal import SiteGen

/// Scores any units on any framework.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Score any units on any framework, exactly.",
    discussion: """
      The framework is an edition file (YAML) or a CSV with the columns code,parent,name,max_points; the root
      has no parent. The scores are a CSV: first column unit, then one column for each code; or in long form
      unit,code,value. An empty cell is not known, which is not zero; na says that the node does not apply.

      Examples:
        parindex score --framework Data/editions/2948-qd-bnv-2017.yaml --scores points.csv
        parindex score --framework departments.csv --scores points.csv --format json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv
  }

  @Option(help: "The framework: an edition file or a CSV.")
  var framework: String
  @Option(help: "The scores: a CSV.")
  var scores: String
  @Option(help: "table, json or csv.")
  var format: Format = .table
  @Option(help: "The language of the output: vi or en.")
  var lang: OutputLanguage = .vi

  func run() throws {
    let language = lang.language
    for path in [framework, scores] where !FileManager.default.fileExists(atPath: path) {
      throw ValidationError("There is no file '\(path)'.")
    }
    let input = ScoringInput.read(framework: URL(filePath: framework), scores: URL(filePath: scores))
    DataFolder.report(input.findings, in: ".", language: language)
    guard let loaded = input.framework, let table = input.table else { throw ExitCode(1) }
    let result = FrameworkScorer(framework: loaded).scores(of: table)
    for score in result where !score.contradictions.isEmpty {
      let codes = score.contradictions.map(\.code).joined(separator: ", ")
      Console.note(
        language == .vietnamese
          ? "\(score.unit): điểm của \(codes) không bằng tổng các phần."
          : "\(score.unit): the points of \(codes) are not the sum of its parts.")
    }
    let report = ScoreReport(framework: loaded, scores: result, language: language)
    switch format {
    case .table: try Console.result(report.text)
    case .json: try Console.result(report.json)
    case .csv: try Console.result(report.csv)
    }
  }
}
