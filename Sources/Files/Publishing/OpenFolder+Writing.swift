internal import Foundation

/// The operations of a publisher in a folder.
extension OpenFolder {
  func failure(_ name: String, _ code: Int32) -> PublishingFailure {
    .system(path: fullPath(of: name), code: code)
  }

  /// The status of a path, without following a link; nil when nothing is there.
  func existing(_ name: String) throws(PublishingFailure) -> FileStatus? {
    if let status = status(of: name) { return status }
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw failure(name, errno)
  }

  /// Makes a folder; false when the name is taken.
  func makeFolder(_ name: String) throws(PublishingFailure) -> Bool {
    if mkdirat(descriptor, name, FileSystem.folderMode) == 0 { return true }
    if errno == EEXIST { return false }
    throw failure(name, errno)
  }

  /// Makes a folder readable by all, after the umask made it less so.
  func letAllRead(_ name: String) throws(PublishingFailure) {
    if fchmodat(descriptor, name, FileSystem.folderMode, 0) != 0 { throw failure(name, errno) }
  }

  /// Writes a new file; false when the name is taken.
  ///
  /// - Parameter settingMode: whether to make it readable by all, because the umask would prevent that.
  func create(_ name: String, holding bytes: Data, settingMode: Bool) throws(PublishingFailure) -> Bool {
    let file = openat(
      descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, FileSystem.fileMode)
    guard file >= 0 else {
      if errno == EEXIST { return false }
      throw failure(name, errno)
    }
    if settingMode { _ = fchmod(file, FileSystem.fileMode) }
    var code = bytes.withUnsafeBytes { FileSystem.append($0, to: file) }
    // Some file systems report a full disk only on closing.
    if close(file) != 0, code == 0 { code = errno }
    if code != 0 { throw failure(name, code) }
    return true
  }

  /// Whether a regular file, not a link, has exactly these bytes. False when it cannot be read.
  func file(_ name: String, holds bytes: Data) -> Bool {
    read(name) { file, size in
      guard size == bytes.count else { return false }
      return bytes.withUnsafeBytes { expected in
        Self.chunks(of: file, size) { place, chunk in
          guard let expected = expected.baseAddress, let found = chunk.baseAddress else { return false }
          return memcmp(expected + place, found, chunk.count) == 0
        }
      }
    } ?? false
  }

  /// The bytes of a regular file, not a link; nil when they cannot be read.
  func bytes(of name: String) -> Data? {
    read(name) { file, size in
      var bytes = Data(capacity: size)
      return Self.chunks(of: file, size) { _, chunk in
        bytes.append(contentsOf: chunk)
        return true
      } ? bytes : nil
    } ?? nil
  }

  private func read<Result>(_ name: String, _ work: (_ file: Int32, _ size: Int) -> Result) -> Result? {
    // Non-blocking, in case it is a pipe.
    let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    guard let status = FileStatus(of: file), status.type == .regular else { return nil }
    return work(file, status.size)
  }

  /// Passes a file on in chunks; false when a chunk is refused or the file is shorter.
  private static func chunks(
    of file: Int32, _ size: Int, _ take: (_ place: Int, UnsafeRawBufferPointer) -> Bool
  ) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { chunk in
      var place = 0
      while place < size {
        let count = pread(file, chunk.baseAddress, min(chunk.count, size - place), off_t(place))
        guard count > 0, take(place, UnsafeRawBufferPointer(rebasing: chunk[..<count])) else { return false }
        place += count
      }
      return true
    }
  }

  /// Makes a hard link to a file of this folder in another; returns the error number, 0 for none.
  func share(_ name: String, with other: OpenFolder, as otherName: String) -> Int32 {
    linkat(descriptor, name, other.descriptor, otherName, 0) == 0 ? 0 : errno
  }

  func remove(_ name: String) { _ = unlinkat(descriptor, name, 0) }
}
