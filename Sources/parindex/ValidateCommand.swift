internal import ArgumentParser
internal import Foundation
internal import Text

/// Prints all findings at once.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Print every problem in the data files, all at once.",
    discussion: """
      The whole folder is read, because files refer to each other; with paths, only findings in those files
      or folders are printed.

      Examples:
        parindex validate
        parindex validate Data/provinces/hai-duong --lang vi
        parindex validate --format github
      """)

  enum ValidateFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, github, sarif
  }

  @Argument(help: "Files or folders to print findings of; all when none is given.")
  var paths: [String] = []
  @Option(help: "The folder with the data files.")
  var data = "Data"
  @Option(help: "The language of the sentences: vi or en.")
  var lang: OutputLanguage = .vi
  @Option(help: "text, json, github (annotations) or sarif.")
  var format: ValidateFormat = .text

  func run() throws {
    let folder = DataFolder(path: data, language: lang.language)
    let wanted = try paths.map(folder.relativePath)
    let findings = try folder.findings().filter { finding in
      wanted.isEmpty
        || wanted.contains { $0.isEmpty || finding.file == $0 || finding.file.hasPrefix($0 + "/") }
    }
    let report = FindingReport(findings, folder: data)
    switch format {
    case .text: try Console.result(report.text(language: lang.language))
    case .json: try Console.result(report.json)
    case .github: try Console.result(report.github(language: lang.language))
    case .sarif: try Console.result(report.sarif(language: lang.language))
    }
    let (errors, warnings) = (findings.total(.error), findings.total(.warning))
    Console.note(
      lang == .vi
        ? "Lỗi: \(errors). Cảnh báo: \(warnings)." : "Errors: \(errors). Warnings: \(warnings).")
    if errors > 0 { throw ExitCode(1) }
  }
}
