internal import Foundation
internal import Files
internal import Parallel
internal import SiteGen

/// What the last build was made of and what it left, so that the next one can tell that there is nothing to do, or
/// which pages have to be made again.
///
/// It lies beside the site and is safe to delete: without it, or with one of another program, everything is built.
struct BuildRecord: Codable {
  /// Everything that decides the site and what is said about it.
  struct Inputs: Codable, Hashable {
    /// Which program builds, by ``BuildRecord/program``.
    let program: String
    /// The digest of all files that are read.
    let sourceVersion: String
    /// The folders as they are named on the command line, since findings name them so.
    let folders: [String]
    let baseURL: String?
    let asOf: String?
    let commit: String?
  }

  private let inputs: Inputs
  /// The digest of the stamp of the site.
  private let tree: String
  /// How many pages and files the site has.
  let pages: Int
  let files: Int
  /// What was wrong without being an error, worded in each language.
  let reports: [String: String]

  /// The digest of ``cache``, so that a damaged one is not used.
  private let cacheDigest: String
  /// The bytes of the page cache, decoded only when they are asked for.
  private var cache: ArraySlice<UInt8> = []

  private enum CodingKeys: CodingKey { case inputs, tree, pages, files, reports, cacheDigest }

  /// Notes what a build was made of; nil when there is no site any more.
  ///
  /// - Parameter cache: the bytes of a ``PageCache``.
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

  /// Whether a build with these inputs would leave everything as it is.
  func holds(_ inputs: Inputs, in publisher: FolderPublisher) -> Bool {
    inputs == self.inputs && isUntouched(in: publisher)
  }

  /// Whether the site is as it was left.
  func isUntouched(in publisher: FolderPublisher) -> Bool { tree == Self.tree(publisher) }

  /// The page cache of the site; an empty one when it is damaged.
  var pageCache: PageCache {
    (Self.digest(of: cache) == cacheDigest ? PageCache(bytes: cache) : nil) ?? PageCache()
  }

  private static func digest(of cache: ArraySlice<UInt8>) -> String {
    cache.withUnsafeBytes { ContentDigest(of: $0).description }
  }

  /// Writes the record whole or not at all. That it can not be written is no reason to fail: the next build does
  /// all its work.
  ///
  /// - Parameter partialFiles: where its file is listed until it is complete.
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

  /// Removes what a process that was killed left of a record.
  static func clean(_ publisher: FolderPublisher) { unlink(unfinishedPath(publisher)) }

  /// What tells this program from any other, another build of it too: its file, as the system knows it. Nil where
  /// the system does not tell; then there is no record.
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
