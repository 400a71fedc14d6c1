internal import Foundation

extension FileSystem {
  /// A name in a folder.
  struct Name {
    let text: String
    /// Whether the file system says at once that it is that of a folder.
    let isSurelyFolder: Bool
  }

  /// A folder while it is read, and no longer. No path that leads into it is looked up again for what it holds.
  struct ReadFolder {
    let path: String
    fileprivate let descriptor: Int32

    /// What a name stands for, itself and not what a link points to; nil when it can not be looked at.
    func status(of name: String) -> stat? {
      var status = stat()
      return fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
    }
  }

  /// Reads a folder, not by a link, and works on it while it is open.
  ///
  /// - Parameters:
  ///   - parent: what the path is relative to; nil for a path from the root.
  ///   - work: is given the names, without `.` and `..`, in any order.
  static func reading<Result>(
    _ name: String, in parent: ReadFolder? = nil,
    _ work: (ReadFolder, [Name]) throws(PublishingFailure) -> Result
  ) throws(PublishingFailure) -> Result {
    let path = parent.map { $0.path + "/" + name } ?? name
    let descriptor = openat(
      parent?.descriptor ?? AT_FDCWD, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(path: path, code: errno) }
    guard let stream = fdopendir(descriptor) else {
      let code = errno
      close(descriptor)
      throw .system(path: path, code: code)
    }
    defer { closedir(stream) }
    var names: [Name] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
          String(cString: $0)
        }
      }
      if name == "." || name == ".." { continue }
      names.append(Name(text: name, isSurelyFolder: Int(entry.pointee.d_type) == Int(DT_DIR)))
    }
    return try work(ReadFolder(path: path, descriptor: descriptor), names)
  }

  /// The names in a folder, without `.` and `..`, in any order.
  static func names(in folder: String) throws(PublishingFailure) -> [String] {
    try reading(folder) { _, names throws(PublishingFailure) in names.map(\.text) }
  }

  /// Removes all that a folder holds, one name last. Links are removed, never followed.
  static func empty(_ folder: String, last: String? = nil) throws(PublishingFailure) {
    try reading(folder) { folder, names throws(PublishingFailure) in
      for name in names where name.text != last { try remove(name, in: folder) }
      for name in names where name.text == last { try remove(name, in: folder) }
    }
  }

  /// Removes a file, a link or a folder with all it holds; nothing is there afterwards. Links are never followed.
  static func remove(_ path: String) throws(PublishingFailure) {
    if unlink(path) == 0 || errno == ENOENT { return }
    guard errno == EISDIR || errno == EPERM else { throw .system(path: path, code: errno) }
    try empty(path)
    try removeEmpty(path)
  }

  /// Removes one of the names of a folder that is being read.
  static func remove(_ name: Name, in parent: ReadFolder) throws(PublishingFailure) {
    if !name.isSurelyFolder {
      if unlinkat(parent.descriptor, name.text, 0) == 0 || errno == ENOENT { return }
      guard errno == EISDIR || errno == EPERM else {
        throw .system(path: parent.path + "/" + name.text, code: errno)
      }
    }
    try reading(name.text, in: parent) { folder, names throws(PublishingFailure) in
      for name in names { try remove(name, in: folder) }
    }
    if unlinkat(parent.descriptor, name.text, AT_REMOVEDIR) != 0, errno != ENOENT {
      throw .system(path: parent.path + "/" + name.text, code: errno)
    }
  }
}
