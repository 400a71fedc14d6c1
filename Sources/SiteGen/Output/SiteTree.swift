package import Foundation
internal import Parallel

/// Receives the files of a site as they are made, from several threads.
package protocol SiteTree: Sendable {
  /// Takes a file by its path from the root of the site, without a leading slash; each path once.
  func add(_ path: String, _ bytes: Data) throws
  /// Reuses the file that the previous site has at this path; false when there is none that can be reused.
  func reuse(_ path: String) throws -> Bool
}

/// A site in memory.
package final class SiteInMemory: SiteTree {
  private let previous: [String: Data]
  private let taken = Locked<[String: Data]>([:])

  /// - Parameter previous: the files of the site that a ``PageCache`` belongs to.
  package init(reusing previous: [String: Data] = [:]) { self.previous = previous }

  package func add(_ path: String, _ bytes: Data) { taken.withLock { $0[path] = bytes } }

  package func reuse(_ path: String) -> Bool {
    guard let bytes = previous[path] else { return false }
    taken.withLock { $0[path] = bytes }
    return true
  }

  /// The bytes of every file by its path.
  package var files: [String: Data] { taken.withLock { $0 } }
}
