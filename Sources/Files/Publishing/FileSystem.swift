internal import Foundation

/// The calls of the system that publishing needs, with their errors kept and no link followed.
enum FileSystem {
  /// What stands at a path, itself and not what a link points to; nil for nothing.
  static func existing(_ path: String) throws(PublishingFailure) -> FileStatus? {
    if let status = FileStatus(at: path) { return status }
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw .system(path: path, code: errno)
  }

  /// What all can read and only the owner can change.
  static let fileMode: mode_t = 0o644
  static let folderMode: mode_t = 0o755

  /// Makes a folder that all can read, whatever the mask of the user; one that exists is left as it is.
  ///
  /// - Returns: whether there was none.
  @discardableResult
  static func makeFolder(_ path: String) throws(PublishingFailure) -> Bool {
    if mkdir(path, folderMode) == 0 {
      _ = chmod(path, folderMode)
      return true
    }
    if errno == EEXIST { return false }
    throw .system(path: path, code: errno)
  }

  /// Removes an empty folder.
  static func removeEmpty(_ folder: String) throws(PublishingFailure) {
    if rmdir(folder) != 0, errno != ENOENT { throw .system(path: folder, code: errno) }
  }

  /// Writes bytes to a file at its present place; the number of the error, 0 for none.
  static func append(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count == 0 {
        return EIO
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }

  /// Moves an entry to a name that may be taken by an empty folder only.
  static func move(_ path: String, to other: String) throws(PublishingFailure) {
    if rename(path, other) != 0 { throw .system(path: other, code: errno) }
  }

  /// The path with every link resolved; nil when it does not exist.
  static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
