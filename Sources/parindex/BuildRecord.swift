internal import Foundation
internal import Files
internal import Parallel
internal import SiteGen

/// The inputs and results of the last build. They tell the next build whether there is anything to do and which pages
/// to render again.
///
/// The record is stored beside the site and is safe to delete: without it, or with one from another program, everything
/// is built.
struct BuildRecord: Codable {
  /// Everything that determines the site and its reports.
  struct Inputs: Codable, Hashable {
    /// The program that builds, as ``BuildRecord/program``.
    let program: String
    /// The digest of all source files.
    let sourceVersion: String
    /// The folders as named on the command line, because findings contain these names.
    let folders: [String]
    let baseURL: String?
    let asOf: String?
    let commit: String?
    /// The tools that ran or were missing, as ``ToolSelection/identity``.
    let tools: [String]
  }

  private let inputs: Inputs
  /// The digest of the site's stamp.
  private let tree: String
  /// The number of pages and files of the site.
  let pages: Int
  let files: Int
  /// The warnings in each language, by language code.
  let reports: [String: String]

  /// The digest of ``cache``, which detects damage.
  private let cacheDigest: String
  /// The encoded page cache, decoded on demand.
  private var cache: ArraySlice<UInt8> = []

  private enum CodingKeys: CodingKey { case inputs, tree, pages, files, reports, cacheDigest }

  /// Records a build; nil when the site no longer exists.
  ///
  /// - Parameter cache: the encoded ``PageCache``.
  init?(
    _ inputs: Inputs, publisher: FolderPublisher, pages: Int, files: Int, reports: [String: String],
    cache: [UInt8]
  ) {
    let (tree, digest) = inParallel({ Self.tree(publisher) }, { Self.digest(of: cache[...]) })
    guard let tree else { return nil }
    self.inputs = inputs
    self.tree = tree
    self.pages = pages
    self.files = files
    self.reports = reports
    self.cache = cache[...]
    cacheDigest = digest
  }

  /// The record of the last build by this program; nil when there is none.
  init?(of publisher: FolderPublisher) {
    guard let bytes = FileManager.default.contents(atPath: Self.path(publisher)).map(Array.init),
      let end = bytes.firstIndex(of: UInt8(ascii: "\n")),
      let record = try? JSONDecoder().decode(BuildRecord.self, from: Data(bytes[..<end])),
      record.inputs.program == Self.program
    else { return nil }
    self = record
    cache = bytes[(end + 1)...]
  }

  /// Whether a build with these inputs would change nothing.
  func holds(_ inputs: Inputs, in publisher: FolderPublisher) -> Bool {
    inputs == self.inputs && isUntouched(in: publisher)
  }

  /// Whether the site is unchanged since the build.
  func isUntouched(in publisher: FolderPublisher) -> Bool { tree == Self.tree(publisher) }

  /// The page cache of the site; empty when damaged.
  var pageCache: PageCache {
    (Self.digest(of: cache) == cacheDigest ? PageCache(bytes: cache) : nil) ?? PageCache()
  }

  private static func digest(of cache: ArraySlice<UInt8>) -> String {
    cache.withUnsafeBytes { ContentDigest(of: $0).description }
  }

  /// Writes the record atomically. Failure is ignored, because the next build then only does all its work.
  ///
  /// - Parameter partialFiles: lists the file until it is complete.
  func write(of publisher: FolderPublisher, among partialFiles: PartialFiles) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    guard var bytes = try? encoder.encode(self) else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: cache)
    let place = URL(filePath: Self.unfinishedPath(publisher))
    do {
      try partialFiles.create(place)
      try bytes.write(to: place)
      if !partialFiles.move(place, to: URL(filePath: Self.path(publisher))) { partialFiles.remove(place) }
    } catch {
      partialFiles.remove(place)
    }
  }

  /// Removes the unfinished record of a killed process.
  static func clean(_ publisher: FolderPublisher) { unlink(unfinishedPath(publisher)) }

  /// Identifies this build of the program by its file, as the system describes it. Nil where the system does not; then
  /// there is no record.
  static var program: String? {
    guard let file = FileStatus(at: "/proc/self/exe", followingLink: true) else { return nil }
    return "\(ProgramVersion.current)-\(file.device)-\(file.inode)-\(file.size)-\(file.modified)"
  }

  private static func path(_ publisher: FolderPublisher) -> String { publisher.companion("parindex-record") }

  private static func unfinishedPath(_ publisher: FolderPublisher) -> String {
    publisher.companion("parindex-record-new")
  }

  private static func tree(_ publisher: FolderPublisher) -> String? {
    publisher.stamp().map { FileDigest(of: $0).sha256 }
  }
}
