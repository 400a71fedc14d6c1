internal import Foundation
internal import Files
internal import Parallel
internal import SiteGen

/// The files of a site on their way to its folder, with the digest of each for the manifest.
final class StagedSite: SiteTree {
  private let tree: StagedTree
  private let known: [String: FileDigest]
  private let taken = Locked<[String: FileDigest]>([:])

  /// - Parameters:
  ///   - tree: where the files go.
  ///   - known: the files of the site that is in the folder now, when it is known to be as it was made; only these are
  ///     taken over.
  init(_ tree: StagedTree, known: [String: FileDigest]) {
    self.tree = tree
    self.known = known
  }

  func add(_ path: String, _ bytes: Data) throws {
    let digest = FileDigest(of: bytes)
    try tree.add(path, bytes)
    taken.withLock { $0[path] = digest }
  }

  func keep(_ path: String) throws -> Bool {
    guard let digest = known[path], try tree.keep(path) else { return false }
    taken.withLock { $0[path] = digest }
    return true
  }

  /// The digest of each file by its path.
  var digests: [String: FileDigest] { taken.withLock { $0 } }
}
