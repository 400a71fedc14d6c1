internal import ArgumentParser
internal import Foundation
internal import Files
internal import Parallel
internal import SiteGen
internal import Text

/// One build: reads the sources, then renders the site into a staging tree, and collects the reports on both.
struct Build {
  /// The record of the last build, with its page cache.
  struct Earlier: Sendable {
    fileprivate let record: BuildRecord
    fileprivate let cache: PageCache
  }

  private let run: SiteRun
  private let language: Language
  private let remarks = Remarks()
  private var material: SiteRun.RunInputs?
  private var cache = SiteRun.Cache()
  /// The number of pages and files, set once the site is rendered.
  private(set) var pages = 0
  private(set) var files = 0

  init(_ options: SiteOptions) {
    run = SiteRun(options: options)
    language = options.lang.language
  }

  /// The warnings in each language, by language code.
  var reports: [String: String] { remarks.texts }
  /// The digest of the rendered sources; nil when they changed meanwhile.
  private(set) var sourceVersion: String?
  /// The encoded page cache, set once the pages are rendered.
  private(set) var pageCache: [UInt8] = []

  /// Reads the folders and, in parallel, the cache of the last build.
  ///
  /// - Parameter record: the record of the last build; nil when there is none.
  /// - Returns: the last build; nil when it is of no use.
  /// - Throws: an end of the command.
  mutating func read(_ record: BuildRecord?) throws -> Earlier? {
    let (read, earlier) = inParallel(
      { [run, remarks, language, cache] in
        var cache = cache
        let material = Result {
          try run.read(cache: &cache, forAll: record == nil) {
            Console.note($0[language] + "…")
          } findings: {
            remarks.note($0, in: $1, language)
          }
        }
        return (material: material, cache: cache)
      }, { record.flatMap(Self.earlier) })
    cache = read.cache
    material = try ending { try read.material.get() }
    return earlier
  }

  private static func earlier(_ record: BuildRecord) -> Earlier? {
    let cache = record.pageCache
    return cache.isEmpty ? nil : Earlier(record: record, cache: cache)
  }

  /// Renders the site and its manifest into a tree.
  ///
  /// - Parameters:
  ///   - earlier: the last build, whose unchanged pages are reused.
  ///   - manifest: makes the manifest of files by path, and tells whether the sources are unchanged since they were
  ///     first read.
  /// - Throws: any error of the tree, or an end of the command.
  mutating func make(
    into tree: StagedTree, of publisher: FolderPublisher, after earlier: Earlier?,
    manifest: @escaping @Sendable ([String: FileDigest]) throws -> (SiteManifest, isOfOneVersion: Bool)
  ) throws {
    guard let material else { return }
    let isUntouched = earlier?.record.isUntouched(in: publisher) ?? false
    cache.pages = isUntouched ? earlier?.cache ?? PageCache() : PageCache()
    let site = StagedSite(tree, reusable: cache.pages.files)
    pages = try ending {
      try run.make(material, into: site, cache: &cache) {
        Console.note($0[language] + "…")
      } findings: {
        remarks.note($0, in: $1, language)
      }
    }
    cache.pages.files = site.digests
    let (listing, bytes) = try inParallel(
      { [files = cache.pages.files] () throws(any Error) in
        let (listing, isOfOneVersion) = try manifest(files)
        return (bytes: listing.json, version: isOfOneVersion ? listing.sourceVersion : nil)
      }, { [pages = cache.pages] () throws(any Error) in pages.bytes })
    (sourceVersion, pageCache) = (listing.version, bytes)
    try tree.add(SiteManifest.fileName, listing.bytes)
    files = cache.pages.files.count + 1
    self.material = nil
    // The process is about to end, and freeing every page would take longer than writing all of them.
    _ = Unmanaged.passRetained(Unfreed(material: material, cache: cache, earlier: earlier))
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
  private final class Remarks: Sendable {
    private let noted = Locked<[String: String]>([:])

    var texts: [String: String] { noted.withLock { $0 } }

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
    private let material: SiteRun.RunInputs
    private let cache: SiteRun.Cache
    private let earlier: Earlier?

    init(material: SiteRun.RunInputs, cache: SiteRun.Cache, earlier: Earlier?) {
      (self.material, self.cache, self.earlier) = (material, cache, earlier)
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
