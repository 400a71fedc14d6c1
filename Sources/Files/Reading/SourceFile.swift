internal import Foundation
internal import Text

/// A file below a folder that people edit.
package struct SourceFile: Hashable, Sendable {
  /// Why a folder or a file could not be read.
  package struct Unreadable: Error, Hashable {
    /// The path relative to the folder; empty for the folder itself.
    package let path: String
  }

  /// The path relative to the folder, as the file system has it, with `/` between names.
  package let path: String
  /// Whether it is a plain file; a link, which is not followed, and a device are none.
  package let isRegular: Bool
  /// What changes whenever it is written to: size, inode and the times of the last change, in nanoseconds.
  private let stamp: [Int]

  /// How long it was when the folder was read, in bytes.
  package var size: Int { stamp.first ?? 0 }

  /// Everything below a folder but folders, in the order of Unicode scalars whatever order the file system has.
  /// Names that begin with a dot are left out, with all they hold, unless they are wanted.
  ///
  /// - Parameter hidden: whether names that begin with a dot are wanted.
  /// - Throws: ``Unreadable`` for the first folder that can not be read.
  package static func all(below folder: String, hidden: Bool = false) throws(Unreadable) -> [SourceFile] {
    var files: [SourceFile] = []
    var pending = [""]
    while let parent = pending.popLast() {
      guard let stream = opendir(folder + "/" + parent) else { throw Unreadable(path: parent) }
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
            String(cString: $0)
          }
        }
        if name.utf8.first == UInt8(ascii: "."), !hidden || name == "." || name == ".." { continue }
        let path = parent.isEmpty ? name : parent + "/" + name
        var status = stat()
        let isThere = lstat(folder + "/" + path, &status) == 0
        switch isThere ? status.st_mode & S_IFMT : 0 {
        case S_IFDIR: pending.append(path)
        case let kind:
          files.append(SourceFile(path: path, isRegular: kind == S_IFREG, stamp: stamp(of: status)))
        }
      }
    }
    // The order of the bytes of UTF-8 is that of the scalars.
    return files.sorted { $0.path.precedesInBytes($1.path) }
  }

  /// Whether it was changed within the last two seconds. Two changes within one tick of the clock of the file
  /// system look like one, so another change might not show.
  package var isJustChanged: Bool {
    var now = timespec()
    guard clock_gettime(CLOCK_REALTIME, &now) == 0, let changed = stamp.last else { return true }
    return changed > Self.nanoseconds(now) - 2_000_000_000
  }

  private static func stamp(of status: stat) -> [Int] {
    #if canImport(Darwin)
      let times = (status.st_mtimespec, status.st_ctimespec)
    #else
      let times = (status.st_mtim, status.st_ctim)
    #endif
    return [
      Int(status.st_size), Int(truncatingIfNeeded: status.st_ino), nanoseconds(times.0), nanoseconds(times.1),
    ]
  }

  private static func nanoseconds(_ time: timespec) -> Int { time.tv_sec &* 1_000_000_000 &+ time.tv_nsec }

  /// The bytes of a file; nil when it can not be read.
  package static func bytes(at path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var bytes: [UInt8] = []
    // One more than it should hold, so that the end is found by the same call in most cases.
    var wanted = Int(status.st_size) + 1
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
