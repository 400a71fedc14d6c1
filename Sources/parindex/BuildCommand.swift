internal import ArgumentParser
internal import Foundation
internal import Manifest
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

  @OptionGroup var options: SiteOptions
  @Option(help: "The folder to write; an earlier site there is replaced.")
  var out = "_site"
  @Option(help: "The commit of the sources, in full, for the manifest of the site.")
  var commit: String?

  /// The file that only folders made by this command hold.
  static let marker = ".parindex-site"

  func validate() throws {
    if let commit, !SiteManifest.isCommit(commit) {
      throw ValidationError("'\(commit)' is not a commit; write its 40 or 64 hexadecimal digits.")
    }
  }

  func run() throws {
    let language = options.lang.language
    let signals = SignalWatch()
    let publisher = FolderPublisher(
      folder: URL(filePath: out), marker: Self.marker, interruption: signals.interruption)
    try wording(language, signals) { () throws(PublishingFailure) in
      try publisher.check(protecting: options.folders.map { URL(filePath: $0) })
    }
    let sources = try? options.sourceVersion()
    let inputs = recordInputs(sources?.digest)
    if let inputs, let record = BuildRecord(of: publisher, for: inputs) {
      if let report = record.reports[language.rawValue], !report.isEmpty { Console.note(report) }
      Console.note(report(.unchanged, pages: record.pages, files: record.files)[language])
      return
    }
    let (output, pages, reports) = try site(language)
    // Read again when something was edited meanwhile.
    let sourceVersion =
      if let sources, sources.isCurrent() { sources.digest } else {
        try options.sourceVersion(language).digest
      }
    var files = output.files
    files[SiteManifest.fileName] =
      options.manifest(of: output, sourceVersion: sourceVersion, commit: commit).json
    let outcome = try wording(language, signals) { () throws(PublishingFailure) in
      try publisher.publish(files) {
        Console.note(
          language == .vietnamese
            ? "Một lần dựng khác đang ghi vào \(out), chờ…"
            : "Another build is publishing to \(out), waiting…")
      }
    }
    // What was edited while it was read is not what is on record.
    if let inputs, inputs == recordInputs(sourceVersion) {
      BuildRecord(inputs, publisher: publisher, pages: pages, files: files.count, reports: reports)?
        .write(of: publisher)
    }
    Console.note(report(outcome, pages: pages, files: files.count)[language])
  }

  /// What decides the site; nil when it can not be told.
  private func recordInputs(_ version: String?) -> BuildRecord.Inputs? {
    guard let program = BuildRecord.program, let version else { return nil }
    return BuildRecord.Inputs(
      program: program, sourceVersion: version, folders: options.folders, baseURL: options.baseURL,
      asOf: options.asOf, commit: commit)
  }

  /// The site, how many pages it has, and what was wrong without being an error, worded in each language.
  private func site(
    _ language: Language
  ) throws -> (output: SiteOutput, pages: Int, reports: [String: String]) {
    do {
      var memory = SiteRun.Memory()
      var reports: [String: String] = [:]
      let (output, pages) = try SiteRun(options: options).run(remembering: &memory) {
        Console.note($0[language] + "…")
      } findings: { findings, folder in
        DataFolder.report(findings, in: folder, language: language)
        guard !findings.isEmpty else { return }
        let report = FindingReport(findings, folder: folder)
        for language in Language.allCases {
          reports[language.rawValue, default: ""] += report.text(language: language)
        }
      }
      // The process is about to end: to free every page one by one would take longer than to write them all.
      _ = Unmanaged.passRetained(Kept(memory))
      return (output, pages, reports)
    } catch let fault as FolderFault {
      throw fault.commandEnd(language)
    } catch let failure as SiteRun.Failure {
      let vi = language == .vietnamese
      switch failure.stage {
      case .data:
        Console.note(
          vi ? "Dữ liệu còn lỗi; trang cũ được giữ nguyên." : "The data have errors; the previous site stays."
        )
      case .example:
        Console.note(
          vi ? "Ví dụ còn lỗi; trang cũ được giữ nguyên." : "The example has errors; the previous site stays."
        )
      case .pages:
        Console.note(
          vi ? "Trang còn lỗi; trang cũ được giữ nguyên." : "The pages have errors; the previous site stays.")
      }
      throw ExitCode(1)
    }
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

  /// Holds what need not be freed.
  private final class Kept: Sendable {
    private let memory: SiteRun.Memory

    init(_ memory: SiteRun.Memory) { self.memory = memory }
  }
}
