internal import Foundation

/// The system calls that publishing needs. They report errors and follow no link.
enum FileSystem {
  /// The status of a path, without following a link; nil when nothing is there.
  static func existing(_ path: String) throws(PublishingFailure) -> FileStatus? {
    if let status = FileStatus(at: path) { return status }
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw .system(path: path, code: errno)
  }

  /// Readable by all, writable by the owner only.
  static let fileMode: mode_t = 0o644
  static let folderMode: mode_t = 0o755

  /// Makes a folder that everyone can read, whatever the umask; leaves an existing one as it is.
  ///
  /// - Returns: whether it was made.
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

  /// Writes bytes at the current position of a file; returns the error number, 0 for none.
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

  /// Renames an entry. The new name must be free or that of an empty folder.
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
