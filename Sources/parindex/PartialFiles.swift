internal import Foundation
internal import Parallel

/// The unfinished files under temporary names, which are removed when the process is asked to end.
final class PartialFiles: Sendable {
  private let paths = Locked<Set<String>>([])

  /// Creates an empty file that is removed if the process is asked to end.
  ///
  /// - Throws: when it cannot be written.
  func create(_ place: URL) throws {
    try paths.withLock {
      try Data().write(to: place)
      $0.insert(place.path(percentEncoded: false))
    }
  }

  /// Moves a complete file to its final name; false, with `errno`, on failure.
  func move(_ place: URL, to target: URL) -> Bool {
    let (path, name) = (place.path(percentEncoded: false), target.path(percentEncoded: false))
    return paths.withLock {
      guard rename(path, name) == 0 else { return false }
      $0.remove(path)
      return true
    }
  }

  func remove(_ place: URL) {
    let path = place.path(percentEncoded: false)
    paths.withLock {
      unlink(path)
      $0.remove(path)
    }
  }

  func removeAll() {
    paths.withLock {
      for path in $0 { unlink(path) }
      $0.removeAll()
    }
  }

  /// Removes all files and ends the process, without letting another file be created in between.
  func end(exitCode: Int32) {
    paths.withLock {
      for path in $0 { unlink(path) }
      _exit(exitCode)
    }
  }
}
