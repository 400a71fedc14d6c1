internal import Foundation
package import Text

/// A file below a folder that people edit.
package struct SourceFile: Hashable, Sendable {
  /// A folder or file could not be read.
  package struct UnreadableFile: Error, Hashable {
    /// The path relative to the folder; empty for the folder itself.
    package let path: String
  }

  /// The path relative to the folder, as the file system has it, with `/` between names.
  package let path: String
  /// Nil when it was gone before it could be read.
  private let status: FileStatus?

  /// Whether it is a regular file; a symbolic link is not, and is not followed.
  package var isRegular: Bool { status?.type == .regular }

  /// The rule that the file breaks by being a link, a pipe or the like, none of which is read; nil for a regular file.
  package var irregularity: Rule? {
    isRegular ? nil : .fileIrregular(isLink: status?.type == .symbolicLink)
  }

  /// The size in bytes when the folder was listed.
  package var size: Int { status?.size ?? 0 }

  /// Whether it was changed so recently that another change might go unnoticed.
  package var isJustChanged: Bool { status?.isJustChanged ?? true }

  /// Everything below a folder except folders, in the byte order of the paths.
  ///
  /// - Parameter hidden: whether to include names that start with a dot, with their content.
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

  /// The bytes of a regular file below a folder, at most so many; nil when it cannot be read. The path of the folder itself can be a
  /// symbolic link. Below it none is followed, whichever name of the path it replaces, also when a file is exchanged
  /// for a link after the folder was listed.
  package static func bytes(of path: String, below folder: String, upTo most: Int = .max) -> [UInt8]? {
    let names = path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    guard !names.isEmpty, !names.contains("..") else { return nil }
    var descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    for place in names.indices {
      guard descriptor >= 0 else { return nil }
      // Without O_NONBLOCK a pipe would be waited for.
      let flags = place < names.count - 1 ? O_DIRECTORY : O_NONBLOCK
      let next = openat(descriptor, names[place], O_RDONLY | O_NOFOLLOW | O_CLOEXEC | flags)
      close(descriptor)
      descriptor = next
    }
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return bytes(in: descriptor, upTo: most)
  }

  private static func bytes(in descriptor: Int32, upTo most: Int) -> [UInt8]? {
    guard let status = FileStatus(of: descriptor), status.type == .regular else { return nil }
    var bytes: [UInt8] = []
    // One byte more than expected, so that the same call usually finds the end.
    var wanted = min(status.size + 1, most)
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
      if count < wanted || bytes.count == most { return bytes }
      // It grew while it was read.
      wanted = min(1 << 16, most - bytes.count)
    }
  }
}
