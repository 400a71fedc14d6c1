internal import Foundation

/// A lock on a folder itself, which the system releases when the process ends, however it ends.
struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// Nil when another process holds the lock, or when the folder was exchanged or removed meanwhile.
  init?(_ path: String) throws(PublishingFailure) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      let code = errno
      if code == ENOENT { return nil }
      throw code == ENOTDIR || code == ELOOP ? .notOurs(path: path) : .system(path: path, code: code)
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      if code == EWOULDBLOCK { return nil }
      throw .system(path: path, code: code)
    }
    guard let held = FileStatus(of: descriptor), let there = try FileSystem.existing(path),
      held.isSameFile(as: there)
    else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
