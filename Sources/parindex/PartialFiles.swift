internal import Foundation
internal import Parallel

/// The files being written under names of their own, which are removed when the process is asked to end.
final class PartialFiles: Sendable {
  private let paths = Locked<Set<String>>([])

  /// Makes an empty file that is removed if the process is asked to end.
  ///
  /// - Throws: when it cannot be written.
  func create(_ place: URL) throws {
    try paths.withLock {
      try Data().write(to: place)
      $0.insert(place.path(percentEncoded: false))
    }
  }

  /// Gives a complete file its name; false, with `errno`, when that fails.
  func move(_ place: URL, to target: URL) -> Bool {
    let (path, name) = (place.path(percentEncoded: false), target.path(percentEncoded: false))
    return paths.withLock {
      guard rename(path, name) == 0 else { return false }
      $0.remove(path)
      return true
    }
  }

  /// Removes a file.
  func remove(_ place: URL) {
    let path = place.path(percentEncoded: false)
    paths.withLock {
      unlink(path)
      $0.remove(path)
    }
  }

  /// Removes all files.
  func removeAll() {
    paths.withLock {
      for path in $0 { unlink(path) }
      $0.removeAll()
    }
  }

  /// Removes all files and ends the process, so that none can be made in between.
  func end(exitCode: Int32) {
    paths.withLock {
      for path in $0 { unlink(path) }
      _exit(exitCode)
    }
  }
}
