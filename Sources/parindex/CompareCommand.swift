internal import ArgumentParser
internal import Foundation
internal import ProvinceData
internal import Scoring
internal import SiteGen
internal import Text

/// Compares targets with outcomes, side by side.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Set the targets of provinces beside their outcomes and beside each other.",
    discussion: """
      Only like is set beside like; otherwise the last column says what differs.

      Examples:
        parindex compare hai-duong bac-kan --year 2023
        parindex compare hai-duong --format md --lang en
      """)

  enum CompareFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json, md
  }

  @Argument(help: "Provinces such as hai-duong; the compared ones of the data when none is given.")
  var provinces: [String] = []
  @Option(help: "Only targets measured in this year.")
  var year: Int?
  @Option(help: "table, json or md (Markdown).")
  var format: CompareFormat = .table
  @Option(help: "The folder with the data files.")
  var data = "Data"
  @Option(help: "The language of the output: vi or en.")
  var lang: OutputLanguage = .vi

  func run() throws {
    let language = lang.language
    let loaded = try DataFolder(path: data, language: language).load()
    guard let dataset = loaded.dataset else {
      DataFolder.report(loaded.findings, in: data, language: language)
      throw ExitCode(1)
    }
    let wanted =
      provinces.isEmpty ? dataset.comparedProvinces : provinces.map { Identifier<Entity>($0) }
    for province in wanted where dataset.entity(province) == nil {
      let known = dataset.entities.filter(\.hasProfile).map(\.id.rawValue).joined(separator: ", ")
      throw ValidationError("There is no province '\(province)'. Known: \(known).")
    }
    let report = ComparisonReport(dataset, provinces: wanted, year: year, language: language)
    if report.isEmpty {
      Console.note(language == .vietnamese ? "Không có chỉ tiêu nào." : "No targets.")
    }
    switch format {
    case .table: try Console.result(report.text)
    case .json: try Console.result(report.json)
    case .md: try Console.result(report.markdown)
    }
  }
}
