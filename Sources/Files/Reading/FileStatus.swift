internal import Foundation

/// The type of an entry in a folder.
package enum FileType: Hashable, Sendable {
  case regular, folder, symbolicLink
  /// A device, a pipe, a socket or an unknown type.
  case other

  fileprivate init(_ mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .regular
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .symbolicLink
    default: self = .other
    }
  }

  /// The type that `readdir` gives for an entry; nil when the file system gives none.
  init?(entry type: Int) {
    switch type {
    case Int(DT_UNKNOWN): return nil
    case Int(DT_REG): self = .regular
    case Int(DT_DIR): self = .folder
    case Int(DT_LNK): self = .symbolicLink
    default: self = .other
    }
  }
}

/// The result of `stat` for a file or folder.
package struct FileStatus: Hashable, Sendable {
  /// The type and the permissions.
  private let mode: mode_t
  /// In bytes.
  package let size: Int
  package let device: UInt64
  package let inode: UInt64
  /// The times of the last change of the content and of the inode, in nanoseconds since 1970.
  package let modified: Int
  private let changed: Int

  init(_ status: stat) {
    #if canImport(Darwin)
      let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (modified, changed) = (status.st_mtim, status.st_ctim)
    #endif
    mode = status.st_mode
    size = Int(status.st_size)
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    self.modified = Self.nanoseconds(modified)
    self.changed = Self.nanoseconds(changed)
  }

  /// Nil when nothing is there or it cannot be read.
  ///
  /// - Parameter followingLink: whether to describe the target of a symbolic link instead of the link.
  package init?(at path: String, followingLink: Bool = false) {
    var status = stat()
    guard (followingLink ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    self.init(status)
  }

  package var type: FileType { FileType(mode) }
  var permissions: mode_t { mode & 0o7777 }

  /// The status of an open file.
  init?(of descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Whether both describe the same file, under whatever names.
  package func isSameFile(as other: FileStatus) -> Bool { inode == other.inode && device == other.device }

  /// Appends everything except the device, whose number can change when the machine restarts. Byte order does not
  /// matter, because stamps are compared on one machine only.
  func stamp(into bytes: inout [UInt8]) {
    withUnsafeBytes(of: (UInt64(mode), size, inode, modified, changed)) {
      bytes.append(contentsOf: $0)
    }
  }

  /// Whether it was changed in the last two seconds. Two changes within one tick of the file system's clock look like
  /// one, so a further change might go unnoticed.
  var isJustChanged: Bool {
    var now = timespec()
    guard clock_gettime(CLOCK_REALTIME, &now) == 0 else { return true }
    return changed > Self.nanoseconds(now) - 2_000_000_000
  }

  private static func nanoseconds(_ time: timespec) -> Int { time.tv_sec &* 1_000_000_000 &+ time.tv_nsec }
}
