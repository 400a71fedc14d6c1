internal import Foundation

/// A file below a folder that people edit.
package struct SourceFile: Hashable, Sendable {
  /// Why a folder or a file could not be read.
  package struct UnreadableFile: Error, Hashable {
    /// The path relative to the folder; empty for the folder itself.
    package let path: String
  }

  /// The path relative to the folder, as the file system has it, with `/` between names.
  package let path: String
  /// Nil when it was gone at once.
  private let status: FileStatus?

  /// Whether it is a regular file; a symbolic link, which is not followed, is none.
  package var isRegular: Bool { status?.type == .regular }

  /// How long it was when the folder was read, in bytes.
  package var size: Int { status?.size ?? 0 }

  /// Whether it was changed so recently that another change might not show.
  package var isJustChanged: Bool { status?.isJustChanged ?? true }

  /// Everything below a folder but folders, in the order of the bytes of the paths.
  ///
  /// - Parameter hidden: whether names that begin with a dot are wanted, with all they hold.
  /// - Throws: ``UnreadableFile`` for the first folder that cannot be read.
  package static func all(below folder: String, hidden: Bool = false) throws(UnreadableFile) -> [SourceFile] {
    var files: [SourceFile] = []
    try FolderWalk.visit(below: folder, hidden: hidden) { entry throws(UnreadableFile) in
      if entry.type != .folder { files.append(SourceFile(path: entry.path, status: entry.status)) }
      return .enter
    } unreadable: { path throws(UnreadableFile) in
      throw UnreadableFile(path: path)
    }
    return files
  }

  /// The bytes of a file; nil when it cannot be read.
  package static func bytes(at path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard let status = FileStatus(of: descriptor), status.type == .regular else { return nil }
    var bytes: [UInt8] = []
    // One more than it should hold, so that the end is found by the same call in most cases.
    var wanted = status.size + 1
    while true {
      let known = bytes.count
      var count = 0
      let more = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, initialized in
        count = read(descriptor, buffer.baseAddress, wanted)
        initialized = max(count, 0)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return nil
      }
      if known == 0 { bytes = more } else { bytes += more }
      if count < wanted { return bytes }
      // It grew while it was read.
      wanted = 1 << 16
    }
  }
}
