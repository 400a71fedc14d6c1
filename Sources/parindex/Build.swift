internal import ArgumentParser
internal import Foundation
internal import Files
internal import Parallel
internal import SiteGen
internal import Text

/// One build: reads the sources, then renders the site into a staging tree, and collects the reports on both.
struct Build {
  /// The record of the last build, with its page cache.
  struct PreviousBuild: Sendable {
    fileprivate let record: BuildRecord
    fileprivate let cache: PageCache
  }

  private let run: SiteRun
  private let tools: ToolSelection
  private let language: Language
  private let log = ReportLog()
  private var inputs: SiteRun.RunInputs?
  private var cache = SiteRun.Cache()
  /// The number of pages and files, set once the site is rendered.
  private(set) var pages = 0
  private(set) var files = 0

  init(_ options: SiteOptions, tools: ToolSelection) {
    run = SiteRun(options: options, hasCards: tools.hasCards)
    self.tools = tools
    language = options.lang.language
  }

  /// The warnings in each language, by language code.
  var reports: [String: String] { log.texts }
  /// The digest of the rendered sources; nil when they changed meanwhile.
  private(set) var sourceVersion: String?
  /// The encoded page cache, set once the pages are rendered.
  private(set) var pageCache: [UInt8] = []

  /// Reads the folders and, in parallel, the cache of the last build.
  ///
  /// - Parameter record: the record of the last build; nil when there is none.
  /// - Returns: the last build; nil when it is of no use.
  /// - Throws: an end of the command.
  mutating func read(_ record: BuildRecord?) throws -> PreviousBuild? {
    let (read, previous) = inParallel(
      { [run, log, language, cache] in
        var cache = cache
        let inputs = Result {
          try run.read(cache: &cache, forAll: record == nil) {
            Console.note($0[language] + "…")
          } findings: {
            log.note($0, in: $1, language)
          }
        }
        return (inputs: inputs, cache: cache)
      }, { record.flatMap(Self.previous) })
    cache = read.cache
    let inputs = try ending { try read.inputs.get() }
    self.inputs = inputs
    for rule in tools.warnings { log.note(rule, language) }
    if !inputs.missingSettings.isEmpty { Console.note(Self.note(on: inputs.missingSettings)[language]) }
    return previous
  }

  /// How to state who publishes the site.
  private static func note(on missing: [String]) -> LocalizedText {
    let keys = missing.joined(separator: ", ")
    return LocalizedText(
      vi: "site.yaml trong thư mục trang chưa ghi: \(keys). Cách ghi có trong tệp ấy.",
      en: "site.yaml in the site folder does not state: \(keys). The file says how to.")
  }

  private static func previous(_ record: BuildRecord) -> PreviousBuild? {
    let cache = record.pageCache
    return cache.isEmpty ? nil : PreviousBuild(record: record, cache: cache)
  }

  /// Renders the site and its manifest into a tree.
  ///
  /// - Parameters:
  ///   - out: the folder of the site that will be replaced.
  ///   - previous: the last build, whose unchanged pages are reused.
  ///   - isStopped: whether the command is asked to stop; asked while a tool runs.
  ///   - manifest: makes the manifest of files by path and of those that tools made, and tells whether the sources are unchanged since they were
  ///     first read.
  /// - Throws: any error of the tree, or an end of the command.
  mutating func make(
    into tree: StagedTree, of publisher: FolderPublisher, at out: String, after previous: PreviousBuild?,
    isStopped: @escaping @Sendable () -> Bool,
    manifest:
      @escaping @Sendable ([String: FileDigest], [SiteManifest.ToolPart]) throws -> (
        SiteManifest, isOfOneVersion: Bool
      )
  ) throws {
    guard let inputs else { return }
    let isUntouched = previous?.record.isUntouched(in: publisher) ?? false
    cache.pages = isUntouched ? previous?.cache ?? PageCache() : PageCache()
    let site = StagedSite(tree, reusable: cache.pages.files)
    let made = try ending {
      try run.make(inputs, into: site, cache: &cache) {
        Console.note($0[language] + "…")
      } findings: {
        log.note($0, in: $1, language)
      }
    }
    pages = made.pages
    cache.pages.files = site.digests
    let parts = try runTools(on: tree, made.drawings, at: out, isStopped: isStopped)
    let (listing, bytes) = try inParallel(
      { [files = cache.pages.files] () throws(any Error) in
        let (listing, isOfOneVersion) = try manifest(files, parts)
        return (bytes: listing.json, version: isOfOneVersion ? listing.sourceVersion : nil)
      }, { [pages = cache.pages] () throws(any Error) in pages.bytes })
    (sourceVersion, pageCache) = (listing.version, bytes)
    try tree.add(SiteManifest.fileName, listing.bytes)
    files = cache.pages.files.count + parts.map(\.files.count).reduce(1, +)
    self.inputs = nil
    // The process is about to end, and freeing every page would take longer than writing all of them.
    _ = Unmanaged.passRetained(Unfreed(inputs: inputs, cache: cache, previous: previous))
  }

  /// Runs the tools on the pages in the tree and on the drawings, and adds what they make.
  private func runTools(
    on tree: StagedTree, _ drawings: [String: String], at out: String,
    isStopped: @escaping @Sendable () -> Bool
  ) throws -> [SiteManifest.ToolPart] {
    try tools.found.map { tool, program in
      Console.note((language == .vietnamese ? "Chạy \(tool.name)" : "Running \(tool.name)") + "…")
      let earlier = EarlierToolFiles(of: tool.name, program.version, in: out)
      let input =
        switch tool.source {
        case .pages: ToolInput(folder: try tree.makeWhole(), earlier: earlier)
        case .drawings: ToolInput(drawings: drawings, earlier: earlier)
        }
      let made: [String: Data]
      do throws(ToolFault) {
        made = try tool.run(program, on: input, isStopped: isStopped)
      } catch {
        if error == .stopped { throw PublishingFailure.interrupted }
        log.note(Rule.toolFailed(tool.name, error), language)
        throw ExitCode(1)
      }
      for (path, bytes) in made.sorted(by: { $0.key < $1.key }) { try tree.add(path, bytes) }
      return SiteManifest.ToolPart(
        tool: tool.name, version: program.version, files: made.mapValues { FileDigest(of: $0) })
    }
  }

  /// Reports the failures that produce no site and turns them into an end of the command.
  private func ending<Value>(_ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch let fault as FolderFault {
      throw fault.commandEnd(language)
    } catch let failure as SiteRun.Failure {
      Console.note(failure.stage.refusal[language])
      throw ExitCode(1)
    }
  }

  /// The findings reported during the build.
  private final class ReportLog: Sendable {
    private let noted = Locked<[String: String]>([:])

    var texts: [String: String] { noted.withLock { $0 } }

    /// Notes a rule that is about no file.
    func note(_ rule: Rule, _ language: Language) {
      let finding = rule.finding(in: "")
      func text(_ language: Language) -> String { finding.message[language] + " " + finding.hint[language] }
      Console.note(text(language))
      noted.withLock { noted in
        for language in Language.allCases {
          noted[language.rawValue, default: ""] += text(language) + "\n"
        }
      }
    }

    func note(_ findings: [Finding], in folder: String, _ language: Language) {
      DataFolder.report(findings, in: folder, language: language)
      guard !findings.isEmpty else { return }
      let report = FindingReport(findings, folder: folder)
      noted.withLock { noted in
        for language in Language.allCases {
          noted[language.rawValue, default: ""] += report.text(language: language)
        }
      }
    }
  }

  /// Keeps values alive that need not be freed.
  private final class Unfreed: Sendable {
    private let inputs: SiteRun.RunInputs
    private let cache: SiteRun.Cache
    private let previous: PreviousBuild?

    init(inputs: SiteRun.RunInputs, cache: SiteRun.Cache, previous: PreviousBuild?) {
      (self.inputs, self.cache, self.previous) = (inputs, cache, previous)
    }
  }
}

extension SiteRun.RunStage {
  /// The message for errors at this stage.
  fileprivate var refusal: LocalizedText {
    switch self {
    case .data:
      LocalizedText(
        vi: "Dữ liệu còn lỗi; trang cũ được giữ nguyên.", en: "The data have errors; the previous site stays."
      )
    case .example:
      LocalizedText(
        vi: "Ví dụ còn lỗi; trang cũ được giữ nguyên.",
        en: "The example has errors; the previous site stays.")
    case .pages:
      LocalizedText(
        vi: "Trang còn lỗi; trang cũ được giữ nguyên.", en: "The pages have errors; the previous site stays.")
    }
  }
}
