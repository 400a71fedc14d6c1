internal import Foundation
internal import Files
internal import Parallel
internal import SiteGen

/// The files of a site on their way to its folder, with the digest of each for the manifest.
final class StagedSite: SiteTree {
  private let tree: StagedTree
  private let reusable: [String: FileDigest]
  private let taken = Locked<[String: FileDigest]>([:])

  /// - Parameters:
  ///   - tree: receives the files.
  ///   - reusable: the files of the site now in the folder, if unchanged since it was made; only these are reused.
  init(_ tree: StagedTree, reusable: [String: FileDigest]) {
    self.tree = tree
    self.reusable = reusable
  }

  func add(_ path: String, _ bytes: Data) throws {
    let digest = FileDigest(of: bytes)
    try tree.add(path, bytes)
    taken.withLock { $0[path] = digest }
  }

  func reuse(_ path: String) throws -> Bool {
    guard let digest = reusable[path], try tree.reuse(path) else { return false }
    taken.withLock { $0[path] = digest }
    return true
  }

  /// The digest of each file by path.
  var digests: [String: FileDigest] { taken.withLock { $0 } }
}
