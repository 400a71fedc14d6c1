internal import ArgumentParser
internal import Foundation
internal import Files
internal import Scoring
internal import Text

/// The main command: validates, scores, compares and writes the site.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Validate the data and write the bilingual site.",
    discussion: """
      Data with errors produce no site and leave the previous one untouched.

      Examples:
        parindex build
        parindex build --data Data --site site --out _site --base-url https://example.vn --as-of 2025-12-31
        parindex build --with cards,search
      """)

  @OptionGroup var options: SiteOptions
  @Option(help: "The folder to write; an earlier site there is replaced.")
  var out = "_site"
  @Option(help: "The commit of the sources, in full, for the manifest of the site.")
  var commit: String?

  @Option(
    help: """
      Parts of the site that programs of others make, separated by commas: search (the index for the search page, by \
      pagefind), cards (a picture of each important page for where its address is shared, by rsvg-convert). Without the program on this machine the part is left out, with a warning.
      """)
  var with: String?

  /// A file that exists only in folders made by this command.
  static let marker = ".parindex-site"

  func validate() throws {
    if let commit, !SiteManifest.isCommit(commit) {
      throw ValidationError("'\(commit)' is not a commit; write its 40 or 64 hexadecimal digits.")
    }
    let known = ToolSelection.all.map(\.option)
    for word in ToolSelection.words(with) where !known.contains(word) {
      throw ValidationError("There is no part '\(word)'; there is: \(known.joined(separator: ", ")).")
    }
  }

  func run() throws {
    let language = options.lang.language
    let partialFiles = PartialFiles()
    let signals = SignalWatch(removing: partialFiles)
    let publisher = FolderPublisher(
      folder: URL(filePath: out), marker: Self.marker, interruption: signals.interruption)
    try reportingFailure(language, signals) { () throws(PublishingFailure) in
      try publisher.check(protecting: options.folders.map { URL(filePath: $0) })
    }
    BuildRecord.clean(publisher)
    let sources = options.irregularities.isEmpty ? try? options.sourceVersion() : nil
    let tools = ToolSelection(ToolSelection.words(with))
    let inputs = recordInputs(sources?.digest, tools)
    let record = inputs.flatMap { _ in BuildRecord(of: publisher) }
    if let inputs, let record, record.holds(inputs, in: publisher) {
      if let report = record.reports[language.rawValue], !report.isEmpty { Console.note(report) }
      Console.note(report(.unchanged, pages: record.pages, files: record.files)[language])
      return
    }
    var build = Build(options, tools: tools)
    let previous = try build.read(record)
    var fault: (any Error)?
    let outcome = try reportingFailure(language, signals) { () throws(PublishingFailure) in
      try publisher.publish {
        Console.note(
          language == .vietnamese
            ? "Một lần dựng khác đang ghi vào \(out), chờ…"
            : "Another build is publishing to \(out), waiting…")
      } filling: { tree throws(PublishingFailure) in
        do {
          try build.make(into: tree, of: publisher, at: out, after: previous) {
            [interruption = signals.interruption] in
            interruption.isRequested
          } manifest: { files, parts in
            let isUntouched = sources?.isUntouched() ?? false
            // Reads the sources again if they changed since the first read, or so shortly before it that a change would
            // go unnoticed.
            let digest =
              if let sources, isUntouched, sources.isSettled { sources.digest } else {
                try options.sourceVersion(language).digest
              }
            let manifest = options.manifest(
              of: files, madeByTools: parts, sourceVersion: digest, commit: commit)
            return (manifest, isUntouched)
          }
          return true
        } catch let failure as PublishingFailure {
          throw failure
        } catch {
          fault = error
          return false
        }
      }
    }
    guard let outcome else { throw fault ?? ExitCode(1) }
    // The inputs are recorded only if the sources did not change while they were read.
    if let inputs, inputs == recordInputs(build.sourceVersion, tools) {
      BuildRecord(
        inputs, publisher: publisher, pages: build.pages, files: build.files, reports: build.reports,
        cache: build.pageCache)?
        .write(of: publisher, among: partialFiles)
    }
    Console.note(report(outcome, pages: build.pages, files: build.files)[language])
  }

  /// Everything that determines the site; nil when it cannot be determined.
  private func recordInputs(_ version: String?, _ tools: ToolSelection) -> BuildRecord.Inputs? {
    guard let program = BuildRecord.program, let version else { return nil }
    return BuildRecord.Inputs(
      program: program, sourceVersion: version, folders: options.folders, baseURL: options.baseURL,
      asOf: options.asOf, commit: commit, tools: tools.identity)
  }

  private func report(_ outcome: FolderPublisher.PublishingOutcome, pages: Int, files: Int) -> LocalizedText {
    LocalizedText { language in
      let vi = language == .vietnamese
      let pages = NumberText.whole(pages, in: language)
      let files = NumberText.whole(files, in: language)
      switch outcome {
      case .unchanged:
        return vi
          ? "\(out) đã có đúng \(pages) trang, \(files) tệp này; không ghi gì."
          : "\(out) already holds just these \(pages) pages, \(files) files; nothing was written."
      case .published(let written, let reused):
        let written = NumberText.whole(written, in: language)
        let change = vi ? " (\(written) tệp mới hoặc đã đổi)" : " (\(written) files new or changed)"
        return
          (vi
          ? "Đã ghi \(pages) trang, \(files) tệp vào \(out)"
          : "Wrote \(pages) pages, \(files) files to \(out)")
          + (reused > 0 ? change : "") + "."
      }
    }
  }

  /// Reports a publishing failure and chooses the exit code.
  private func reportingFailure<Result>(
    _ language: Language, _ signals: SignalWatch, _ work: () throws(PublishingFailure) -> Result
  ) throws -> Result {
    do {
      return try work()
    } catch {
      Console.note(error.sentence[language])
      throw ExitCode(error == .interrupted ? signals.interruption.exitCode : error.exitCode)
    }
  }
}
