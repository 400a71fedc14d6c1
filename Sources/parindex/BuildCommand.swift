internal import ArgumentParser
internal import Foundation
internal import ProvinceData
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
    let writer = SiteWriter(folder: URL(filePath: out))
    try refusing(language) { try writer.check() }
    let loaded = try DataFolder(path: data, language: language).load()
    DataFolder.report(loaded.findings, in: data, language: language)
    guard let loadedDataset = loaded.dataset else {
      Console.note(
        language == .vietnamese
          ? "Dữ liệu còn lỗi; trang cũ được giữ nguyên." : "The data have errors; the previous site stays.")
      throw ExitCode(1)
    }
    let dataset = asOf.flatMap(day).map(loadedDataset.withAsOf) ?? loadedDataset
    let builder = SiteBuilder(dataset: dataset, siteFolder: URL(filePath: site), baseURL: baseURL)
    let result = builder.build { Console.note($0[language] + "…") }
    DataFolder.report(result.findings, in: site, language: language)
    guard let output = result.output else {
      Console.note(
        language == .vietnamese
          ? "Trang còn lỗi; trang cũ được giữ nguyên." : "The pages have errors; the previous site stays.")
      throw ExitCode(1)
    }
    try refusing(language) { try writer.write(output) }
    let count = NumberText.whole(result.pageCount, in: language)
    let files = NumberText.whole(output.paths.count, in: language)
    Console.note(
      language == .vietnamese
        ? "Đã ghi \(count) trang, \(files) tệp vào \(out)."
        : "Wrote \(count) pages, \(files) files to \(out).")
  }

  /// Words the refusal to replace what this tool did not make.
  private func refusing(_ language: Language, _ work: () throws -> Void) throws {
    do {
      try work()
    } catch SiteWriter.Failure.notASite(let path) {
      Console.note(
        language == .vietnamese
          ? "\(path) có tệp không do công cụ này tạo ra nên không bị ghi đè; hãy chọn --out khác."
          : "\(path) holds files that this tool did not make, so it is not replaced; choose another --out.")
      throw ExitCode(64)
    }
  }

  private func day(_ text: String) -> CalendarDate? {
    PartialDate(text).flatMap { $0.day == nil ? nil : $0.firstDay }
  }
}
