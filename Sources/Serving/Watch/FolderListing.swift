internal import Foundation

/// What stands below folders at one moment. Hidden names are left out, links are not followed.
struct FolderListing: Hashable, Sendable {
  /// Tells one state of a file or folder from another.
  struct Mark: Hashable, Sendable {
    let device: UInt64
    let inode: UInt64
    let size: Int64
    let seconds: Int
    let nanoseconds: Int
    let mode: UInt32
  }

  /// The mark of everything, by path.
  private(set) var marks: [String: Mark] = [:]

  init(_ folders: [String]) {
    for folder in folders {
      Self.walk(folder) { path, mark, _ in marks[path] = mark }
    }
  }

  /// The paths that are new, gone or different in another listing.
  func difference(to other: FolderListing) -> Set<String> {
    var paths = Set(marks.filter { other.marks[$0.key] != $0.value }.keys)
    paths.formUnion(other.marks.keys.filter { marks[$0] == nil })
    return paths
  }

  /// The mark of a file or folder; of what a link points to only if asked for. Nil when there is nothing.
  static func mark(_ path: String, followingLink: Bool = false) -> Mark? {
    var status = stat()
    guard (followingLink ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    return Mark(status)
  }

  static func isFolder(_ mark: Mark) -> Bool { mode_t(mark.mode) & S_IFMT == S_IFDIR }

  /// Calls for the folder and all below it, each folder before what it holds; what vanishes meanwhile is left out.
  static func walk<Failure: Error>(
    _ folder: String, _ body: (String, Mark, _ isFolder: Bool) throws(Failure) -> Void
  ) throws(Failure) {
    guard let mark = mark(folder, followingLink: true), isFolder(mark) else { return }
    try body(folder, mark, true)
    var pending = [folder]
    while let next = pending.popLast() {
      for name in names(in: next) where isSeen(name) {
        let path = next.hasSuffix("/") ? next + name : next + "/" + name
        guard let mark = Self.mark(path) else { continue }
        let isFolder = isFolder(mark)
        try body(path, mark, isFolder)
        if isFolder { pending.append(path) }
      }
    }
  }

  /// Whether a name counts. Hidden files are no part of the data or the site, and editors keep their own so.
  static func isSeen(_ name: some StringProtocol) -> Bool { !name.isEmpty && !name.hasPrefix(".") }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names
  }
}

extension FolderListing.Mark {
  init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    mode = UInt32(status.st_mode)
    #if canImport(Darwin)
      seconds = status.st_mtimespec.tv_sec
      nanoseconds = status.st_mtimespec.tv_nsec
    #else
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
    #endif
  }
}
