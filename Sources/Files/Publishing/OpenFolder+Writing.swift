internal import Foundation

/// What a publisher does in a folder.
extension OpenFolder {
  func failure(_ name: String, _ code: Int32) -> PublishingFailure {
    .system(path: fullPath(of: name), code: code)
  }

  /// What stands at a path, itself and not what a link points to; nil for nothing.
  func existing(_ name: String) throws(PublishingFailure) -> FileStatus? {
    if let status = status(of: name) { return status }
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw failure(name, errno)
  }

  /// Makes a folder; false when something has the name.
  func makeFolder(_ name: String) throws(PublishingFailure) -> Bool {
    if mkdirat(descriptor, name, FileSystem.folderMode) == 0 { return true }
    if errno == EEXIST { return false }
    throw failure(name, errno)
  }

  /// Lets all read a folder that the mask of the user keeps from them.
  func letAllRead(_ name: String) throws(PublishingFailure) {
    if fchmodat(descriptor, name, FileSystem.folderMode, 0) != 0 { throw failure(name, errno) }
  }

  /// Writes a new file; false when something has the name.
  ///
  /// - Parameter settingMode: whether to let all read it, since the mask of the user keeps it from them.
  func create(_ name: String, holding bytes: Data, settingMode: Bool) throws(PublishingFailure) -> Bool {
    let file = openat(
      descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, FileSystem.fileMode)
    guard file >= 0 else {
      if errno == EEXIST { return false }
      throw failure(name, errno)
    }
    if settingMode { _ = fchmod(file, FileSystem.fileMode) }
    var code = bytes.withUnsafeBytes { FileSystem.append($0, to: file) }
    // Some file systems report a full disk only now.
    if close(file) != 0, code == 0 { code = errno }
    if code != 0 { throw failure(name, code) }
    return true
  }

  /// Whether a regular file, not a link, holds just these bytes. False for what cannot be read.
  func file(_ name: String, holds bytes: Data) -> Bool {
    read(name) { file, size in
      guard size == bytes.count else { return false }
      return bytes.withUnsafeBytes { expected in
        Self.pieces(of: file, size) { place, piece in
          guard let expected = expected.baseAddress, let found = piece.baseAddress else { return false }
          return memcmp(expected + place, found, piece.count) == 0
        }
      }
    } ?? false
  }

  /// The bytes of a regular file, not a link; nil when they cannot be read.
  func bytes(of name: String) -> Data? {
    read(name) { file, size in
      var bytes = Data(capacity: size)
      return Self.pieces(of: file, size) { _, piece in
        bytes.append(contentsOf: piece)
        return true
      } ? bytes : nil
    } ?? nil
  }

  private func read<Result>(_ name: String, _ work: (_ file: Int32, _ size: Int) -> Result) -> Result? {
    // Without waiting, should it be a pipe.
    let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    guard let status = FileStatus(of: file), status.type == .regular else { return nil }
    return work(file, status.size)
  }

  /// Hands on a file piece by piece; false when a piece is refused or the file is shorter.
  private static func pieces(
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

  /// Gives a file of this folder a second name in another; 0, or the number of the error.
  func share(_ name: String, with other: OpenFolder, as otherName: String) -> Int32 {
    linkat(descriptor, name, other.descriptor, otherName, 0) == 0 ? 0 : errno
  }

  func remove(_ name: String) { _ = unlinkat(descriptor, name, 0) }
}
