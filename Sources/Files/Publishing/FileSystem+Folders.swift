internal import Foundation

extension FileSystem {
  /// Runs work that reads folders, and throws an unreadable folder as a failure of the file system.
  static func reading<Result>(
    _ work: () throws(UnreadableFolder) -> Result
  ) throws(PublishingFailure) -> Result {
    do {
      return try work()
    } catch {
      throw PublishingFailure(error)
    }
  }

  /// The entries of a folder; refuses a path that is a symbolic link.
  static func entries(in folder: String) throws(PublishingFailure) -> [FolderEntry] {
    try reading { () throws(UnreadableFolder) in try OpenFolder(folder).entries() }
  }

  /// Removes the content of a folder, the named entry last. Links are removed, never followed.
  static func empty(_ folder: String, last: String? = nil) throws(PublishingFailure) {
    let entries = try entries(in: folder)
    for entry in entries where entry.name != last { try remove(entry) }
    for entry in entries where entry.name == last { try remove(entry) }
  }

  /// Removes a file, a link or a folder with its content, if there is one. Links are never followed.
  static func remove(_ path: String) throws(PublishingFailure) {
    if unlink(path) == 0 || errno == ENOENT { return }
    guard errno == EISDIR || errno == EPERM else { throw .system(path: path, code: errno) }
    try empty(path)
    try removeEmpty(path)
  }

  /// Removes an entry of a folder in the same way.
  static func remove(_ entry: FolderEntry) throws(PublishingFailure) {
    let folder = entry.folder
    if entry.type != .folder {
      if unlinkat(folder.descriptor, entry.name, 0) == 0 || errno == ENOENT { return }
      guard errno == EISDIR || errno == EPERM else { throw folder.failure(entry.name, errno) }
    }
    let inner = try reading { () throws(UnreadableFolder) in try OpenFolder(entry).entries() }
    for entry in inner { try remove(entry) }
    if unlinkat(folder.descriptor, entry.name, AT_REMOVEDIR) != 0, errno != ENOENT {
      throw folder.failure(entry.name, errno)
    }
  }
}

extension PublishingFailure {
  init(_ folder: UnreadableFolder) { self = .system(path: folder.fullPath, code: folder.code) }
}
