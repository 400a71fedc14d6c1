internal import ArgumentParser
internal import Foundation
internal import ProvinceData
internal import Robustness
internal import Scoring
internal import SiteGen
internal import Text

/// Scores units on a framework.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Score any units on any framework.",
    discussion: """
      The framework is an edition file (YAML) or a CSV with the columns code,parent,name,max_points (points, \
      added exactly) or code,parent,name,weight (relative weights), and after these, if wanted, direction, \
      normalise, aggregate; the root has no parent. The scores are a CSV: first column unit, then one column \
      for each code; or in long form unit,code,value. An empty cell is not known, which is not zero; na says \
      that the node does not apply. docs/index-files.md describes the files.

      Examples:
        parindex score --scores points.csv \\
          --framework Data/editions/2948-qd-bnv-2017.yaml
        parindex score --framework departments.csv --scores points.csv --format csv
        parindex score --framework w.csv --scores values.csv --min-coverage 0.8
        parindex score --framework w.csv --scores 2024.csv --explain "Sở X:Sở Y"
        parindex score --framework w.csv --scores 2024.csv --before 2023.csv
      """)

  enum ScoreFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv
  }

  @Option(help: "The framework: an edition file or a CSV.")
  var framework: String
  @Option(help: "The scores: a CSV.")
  var scores: String
  @Option(
    help:
      "The least share of the weight, 0 to 1, that the known values of a ranked unit cover; not for points.")
  var minCoverage: Double?
  @Option(help: "Instead of the scores: what each component adds to the gap between two units, A:B.")
  var explain: String?
  @Option(help: "Instead of the scores: what changed them since these earlier scores, unit by unit.")
  var before: String?
  @Option(help: "The framework of the earlier scores, where it was another one.")
  var beforeFramework: String?
  @Option(help: "table, json or csv.")
  var format: ScoreFormat = .table
  @Option(help: "The language of the output: vi or en.")
  var lang: OutputLanguage = .vi

  func validate() throws {
    if let minCoverage, !(0...1).contains(minCoverage) {
      throw ValidationError("--min-coverage must be between 0 and 1.")
    }
    if explain != nil, before != nil {
      throw ValidationError("--explain and --before exclude each other.")
    }
    if beforeFramework != nil, before == nil { throw ValidationError("--before-framework needs --before.") }
  }

  func run() throws {
    let language = lang.language
    let input = try IndexFiles(framework: framework, scores: scores).read(language)
    guard let loaded = input.framework, let table = input.table else { throw ExitCode(1) }
    if explain != nil || before != nil { return try explainDifferences(input, language) }
    guard loaded.isPlainPoints else { return try scoreIndex(input, language) }
    guard minCoverage == nil else {
      throw ValidationError("--min-coverage is not for points: what is missing there is an interval.")
    }
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

  private func scoreIndex(_ input: ScoringInput, _ language: Language) throws {
    let index = try IndexFiles.index(of: input, minimumCoverage: minCoverage ?? 0, language)
    let report = IndexScoreReport(index: index, language: language)
    switch format {
    case .table: try Console.result(report.text)
    case .json: try Console.result(report.json)
    case .csv: try Console.result(report.csv)
    }
  }

  /// Reports the gap between two units, or the change of each unit.
  private func explainDifferences(_ input: ScoringInput, _ language: Language) throws {
    let index = try IndexFiles.index(of: input, minimumCoverage: minCoverage ?? 0, language)
    var earlier: CompositeIndex?
    if let before {
      let files = IndexFiles(framework: beforeFramework ?? framework, scores: before)
      let input = try files.read(language)
      guard input.framework != nil else { throw ExitCode(1) }
      earlier = try IndexFiles.index(of: input, minimumCoverage: minCoverage ?? 0, language)
    }
    let differences = ScoreDifferences(index: index, earlier: earlier, language: language)
    let report = DifferenceReport(
      try explain.map(differences.gap) ?? differences.changes(), language: language)
    switch format {
    case .table: try Console.result(report.text)
    case .json: try Console.result(report.json)
    case .csv: try Console.result(report.csv)
    }
  }
}
