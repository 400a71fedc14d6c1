internal import SourceFiles

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension FolderPublisher {
  /// What tells the published tree from any other state of it without reading its files: path, kind, size, inode
  /// and the times of the last change of every file and folder. Nil when there is no tree of ours, part of it can not
  /// be looked at, or an earlier tree of ours waits to be put back.
  ///
  /// The system sets the time of the last change of an inode; no program can set it back. So equal stamps mean
  /// that nobody wrote to the tree, but for the clock of the machine being turned back in between.
  public func stamp() -> [UInt8]? {
    guard (try? FileSystem.entry(at: target))??.kind == .folder,
      let names = try? FileSystem.names(in: target), names.contains(marker)
    else { return nil }
    guard !mayBe(previous) else { return nil }
    var stamp: [UInt8] = []
    var pending = [""]
    while let folder = pending.popLast() {
      guard let names = try? FileSystem.names(in: target + "/" + folder) else { return nil }
      stamp += folder.utf8
      stamp.append(0)
      for name in names.sorted(by: { $0.precedesInBytes($1) }) {
        let path = folder.isEmpty ? name : folder + "/" + name
        var status = stat()
        guard lstat(target + "/" + path, &status) == 0 else { return nil }
        if status.st_mode & S_IFMT == S_IFDIR { pending.append(path) }
        #if canImport(Darwin)
          let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
        #else
          let (modified, changed) = (status.st_mtim, status.st_ctim)
        #endif
        let numbers = (
          UInt64(status.st_mode), UInt64(truncatingIfNeeded: status.st_size), UInt64(status.st_ino),
          UInt64(truncatingIfNeeded: modified.tv_sec), UInt64(truncatingIfNeeded: modified.tv_nsec),
          UInt64(truncatingIfNeeded: changed.tv_sec), UInt64(truncatingIfNeeded: changed.tv_nsec)
        )
        stamp += name.utf8
        stamp.append(0)
        // It is compared on this machine only, so the order of its bytes does not matter.
        withUnsafeBytes(of: numbers) { stamp += $0 }
      }
      stamp.append(0)
    }
    return stamp
  }

  private func mayBe(_ path: String) -> Bool {
    do throws(PublishingFailure) {
      return try FileSystem.entry(at: path) != nil
    } catch {
      return true
    }
  }

  /// A file beside the folder that belongs to it, whose name begins with a dot.
  public func companion(_ ending: String) -> String { beside("." + ending) }
}
