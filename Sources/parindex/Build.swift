internal import ArgumentParser
internal import Foundation
internal import Files
internal import Parallel
internal import SiteGen
internal import Text

/// One build: the sources read, then the site made into a tree, with what is to be said of both.
struct Build {
  /// The last build on record, and what its site consists of.
  struct Earlier: Sendable {
    fileprivate let record: BuildRecord
    fileprivate let cache: PageCache
  }

  private let run: SiteRun
  private let language: Language
  private let remarks = Remarks()
  private var material: SiteRun.Material?
  private var cache = SiteRun.Cache()
  /// How many pages and files the site has, once it is made.
  private(set) var pages = 0
  private(set) var files = 0

  init(_ options: SiteOptions) {
    run = SiteRun(options: options)
    language = options.lang.language
  }

  /// What was wrong without being an error, worded in each language.
  var reports: [String: String] { remarks.texts }
  /// The version of the sources that the site was made from; nil when somebody wrote to them meanwhile.
  private(set) var sourceVersion: String?
  /// The bytes of the page cache, once the pages are made.
  private(set) var pageCache: [UInt8] = []

  /// Reads the folders, and beside them what the last build left.
  ///
  /// - Parameter record: of the last build; nil when there is none.
  /// - Returns: the last build; nil when it is of no use.
  /// - Throws: the end of the command.
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

  /// Makes the site into a tree, the manifest among its files.
  ///
  /// - Parameters:
  ///   - earlier: the last build, of which is reused what is the same.
  ///   - manifest: of the files by their paths, and whether nobody wrote to the sources since they were first read.
  /// - Throws: what the tree throws, or the end of the command.
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
    // The process is about to end: to free every page one by one would take longer than to write them all.
    _ = Unmanaged.passRetained(Unfreed(material: material, cache: cache, earlier: earlier))
  }

  /// Words what leaves no site, and turns it into the end of the command.
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

  /// What is said while the build is under way.
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

  /// Holds what need not be freed.
  private final class Unfreed: Sendable {
    private let material: SiteRun.Material
    private let cache: SiteRun.Cache
    private let earlier: Earlier?

    init(material: SiteRun.Material, cache: SiteRun.Cache, earlier: Earlier?) {
      (self.material, self.cache, self.earlier) = (material, cache, earlier)
    }
  }
}

extension SiteRun.Stage {
  /// What is said when there are errors at this stage.
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
