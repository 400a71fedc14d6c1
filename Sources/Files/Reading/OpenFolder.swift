internal import Foundation
internal import Text

/// An open folder. Its content is accessed through it, so a folder that is exchanged meanwhile cannot lead elsewhere,
/// and the system need not resolve its path for each of thousands of files.
final class OpenFolder: Sendable {
  let descriptor: Int32
  /// The path that was opened first. `path` leads from there to this folder and is empty for that folder itself.
  private let root: String
  fileprivate let path: String

  /// - Parameter followingLink: whether the path may be a symbolic link to a folder.
  convenience init(_ path: String, followingLink: Bool = false) throws(UnreadableFolder) {
    try self.init(path, in: AT_FDCWD, flags: followingLink ? 0 : O_NOFOLLOW, root: path, path: "")
  }

  /// Opens a folder in another one; refuses a symbolic link.
  convenience init(_ entry: FolderEntry) throws(UnreadableFolder) {
    let parent = entry.folder
    try self.init(
      entry.name, in: parent.descriptor, flags: O_NOFOLLOW, root: parent.root, path: entry.path)
  }

  private init(
    _ name: String, in parent: Int32, flags: Int32, root: String, path: String
  ) throws(UnreadableFolder) {
    descriptor = openat(parent, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | flags)
    (self.root, self.path) = (root, path)
    if descriptor < 0 { throw failure() }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The whole path of a name in the folder, for messages.
  func fullPath(of name: String) -> String { root + "/" + (path.isEmpty ? name : path + "/" + name) }

  /// Everything in the folder except `.` and `..`, in the byte order of the names, with a slash after those of
  /// folders. So files come in the byte order of their paths when each folder is read in its turn.
  func entries(hidden: Bool = true) throws(UnreadableFolder) -> [FolderEntry] {
    // The stream closes its descriptor.
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw failure() }
    guard let stream = fdopendir(copy) else {
      defer { close(copy) }
      throw failure()
    }
    defer { closedir(stream) }
    // A copy shares the position at which the last read ended.
    rewinddir(stream)
    var found: [(entry: FolderEntry, key: String)] = []
    while let next = readdir(stream) {
      let type = Int(next.pointee.d_type)
      let entry = withUnsafeBytes(of: &next.pointee.d_name) { bytes -> FolderEntry? in
        let bytes = bytes.prefix { $0 != 0 }
        if !hidden, FolderEntry.isHidden(bytes) { return nil }
        // A name that is not UTF-8 cannot be opened by name later.
        guard let name = String(validating: bytes, as: UTF8.self) else {
          return FolderEntry(name: String(decoding: bytes, as: UTF8.self), type: .other, folder: self)
        }
        return FolderEntry(
          name: name, type: FileType(entry: type) ?? status(of: name)?.type ?? .other, folder: self)
      }
      guard let entry, entry.name != ".", entry.name != ".." else { continue }
      found.append((entry, entry.type == .folder ? entry.name + "/" : entry.name))
    }
    return found.sorted { $0.key.precedesInBytes($1.key) }.map(\.entry)
  }

  /// The status of a name, without following a link; nil when it cannot be read.
  func status(of name: String) -> FileStatus? {
    var status = stat()
    return fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? FileStatus(status) : nil
  }

  private func failure() -> UnreadableFolder {
    UnreadableFolder(path: path, fullPath: path.isEmpty ? root : root + "/" + path, code: errno)
  }
}

/// An entry of a folder.
package struct FolderEntry: Sendable {
  let name: String
  /// The type of the entry itself; a symbolic link is not followed.
  package let type: FileType
  /// The folder that contains it.
  let folder: OpenFolder

  /// The path from the folder in which the walk started, with `/` between names, as the file system has it.
  package var path: String { folder.path.isEmpty ? name : folder.path + "/" + name }

  /// Nil when it no longer exists.
  package var status: FileStatus? { folder.status(of: name) }

  /// Whether a name starts with a dot. Such files are no part of data or sites; editors use them for their own files.
  package static func isHidden(_ name: some Collection<UInt8>) -> Bool { name.first == UInt8(ascii: ".") }
}

/// Why a folder could not be read.
struct UnreadableFolder: Error {
  /// The path from the folder in which the walk started; empty for that folder itself.
  let path: String
  /// The path as it was passed to the system.
  let fullPath: String
  /// The error number.
  let code: Int32
}
