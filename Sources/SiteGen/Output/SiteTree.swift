package import Foundation
internal import Parallel

/// Where the files of a site go as they are made. Files come from several threads.
package protocol SiteTree: Sendable {
  /// Takes a file by its path from the root of the site, without a slash in front; each path once.
  func add(_ path: String, _ bytes: Data) throws
  /// Reuses the file that the earlier site has at this path; false when there is none that can be reused.
  func reuse(_ path: String) throws -> Bool
}

/// A site in memory.
package final class SiteInMemory: SiteTree {
  private let earlier: [String: Data]
  private let taken = Locked<[String: Data]>([:])

  /// - Parameter earlier: the files of the site that a ``PageCache`` belongs to.
  package init(after earlier: [String: Data] = [:]) { self.earlier = earlier }

  /// Takes a file.
  package func add(_ path: String, _ bytes: Data) { taken.withLock { $0[path] = bytes } }

  /// Reuses a file of the earlier site.
  package func reuse(_ path: String) -> Bool {
    guard let bytes = earlier[path] else { return false }
    taken.withLock { $0[path] = bytes }
    return true
  }

  /// The bytes of every file by its path.
  package var files: [String: Data] { taken.withLock { $0 } }
}
