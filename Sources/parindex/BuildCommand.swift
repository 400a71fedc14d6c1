internal import ArgumentParser
internal import Foundation
internal import Parallel
internal import ProvinceData
internal import Publishing
internal import Scoring
internal import SiteGen

/// The main job: validate, score, compare, write the site.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Validate the data and write the bilingual site.",
    discussion: """
      Data with errors produce no site and leave the previous one untouched.

      Examples:
        parindex build
        parindex build --data Data --site site --out _site --base-url https://example.vn --as-of 2025-12-31
      """)

  @Option(help: "The folder with the data files.")
  var data = "Data"
  @Option(help: "The folder with the worked example of synthetic data that the pages on method show.")
  var examples = "Examples"
  @Option(help: "The folder with page text, labels, layout and assets.")
  var site = "site"
  @Option(help: "The folder to write; an earlier site there is replaced.")
  var out = "_site"
  @Option(help: "Where the site will stand, for canonical addresses.")
  var baseURL: String?
  @Option(help: "Give verdicts as of this day, YYYY-MM-DD, instead of the day in the data.")
  var asOf: String?
  @Option(help: "The language of diagnostics: vi or en.")
  var lang: OutputLanguage = .en

  func validate() throws {
    if let asOf, day(asOf) == nil {
      throw ValidationError("'\(asOf)' is not a day; write it as YYYY-MM-DD.")
    }
    if !FileManager.default.fileExists(atPath: site) {
      throw ValidationError("There is no site folder '\(site)'.")
    }
    if let baseURL, URL(string: baseURL)?.scheme.map({ ["http", "https"].contains($0) }) != true {
      throw ValidationError("'\(baseURL)' is not an http or https address.")
    }
  }

  func run() throws {
    let language = lang.language
    let signals = SignalWatch()
    let publisher = FolderPublisher(
      folder: URL(filePath: out), marker: ".parindex-site", interruption: signals.interruption)
    try wording(language, signals) { () throws(PublishingFailure) in
      try publisher.check(
        protecting: [data, site, examples].map { URL(filePath: $0) })
    }
    let dataFolder = DataFolder(path: data, language: language)
    let exampleFolder = ExampleFolder(path: examples)
    let (loaded, example) = try together({ try dataFolder.load() }, { try exampleFolder.load() })
    DataFolder.report(loaded.findings, in: data, language: language)
    guard let loadedDataset = loaded.dataset else {
      Console.note(
        language == .vietnamese
          ? "Dữ liệu còn lỗi; trang cũ được giữ nguyên." : "The data have errors; the previous site stays.")
      throw ExitCode(1)
    }
    DataFolder.report(example.findings, in: ".", language: language)
    guard let exampleResults = example.results else { throw ExitCode(1) }
    let dataset = asOf.flatMap(day).map(loadedDataset.withAsOf) ?? loadedDataset
    let builder = SiteBuilder(
      dataset: dataset, example: exampleResults, siteFolder: URL(filePath: site), baseURL: baseURL)
    let result = builder.build { Console.note($0[language] + "…") }
    DataFolder.report(result.findings, in: site, language: language)
    guard let output = result.output else {
      Console.note(
        language == .vietnamese
          ? "Trang còn lỗi; trang cũ được giữ nguyên." : "The pages have errors; the previous site stays.")
      throw ExitCode(1)
    }
    let outcome = try wording(language, signals) { () throws(PublishingFailure) in
      try publisher.publish(output.files) {
        Console.note(
          language == .vietnamese
            ? "Một lần dựng khác đang ghi vào \(out), chờ…"
            : "Another build is publishing to \(out), waiting…")
      }
    }
    Console.note(report(outcome, pages: result.pageCount, files: output.files.count)[language])
  }

  private func report(_ outcome: FolderPublisher.Outcome, pages: Int, files: Int) -> LocalizedText {
    LocalizedText { language in
      let vi = language == .vietnamese
      let pages = NumberText.whole(pages, in: language)
      let files = NumberText.whole(files, in: language)
      switch outcome {
      case .unchanged:
        return vi
          ? "\(out) đã có đúng \(pages) trang, \(files) tệp này; không ghi gì."
          : "\(out) already holds just these \(pages) pages, \(files) files; nothing was written."
      case .published(let written, let kept):
        let written = NumberText.whole(written, in: language)
        let change = vi ? " (\(written) tệp mới hoặc đã đổi)" : " (\(written) files new or changed)"
        return
          (vi
          ? "Đã ghi \(pages) trang, \(files) tệp vào \(out)"
          : "Wrote \(pages) pages, \(files) files to \(out)")
          + (kept > 0 ? change : "") + "."
      }
    }
  }

  /// Words a refusal and picks the exit code.
  private func wording<Result>(
    _ language: Language, _ signals: SignalWatch, _ work: () throws(PublishingFailure) -> Result
  ) throws -> Result {
    do {
      return try work()
    } catch {
      Console.note(error.sentence[language])
      throw ExitCode(error == .interrupted ? signals.interruption.exitCode : error.exitCode)
    }
  }

  private func day(_ text: String) -> CalendarDate? {
    PartialDate(text).flatMap { $0.day == nil ? nil : $0.firstDay }
  }
}
