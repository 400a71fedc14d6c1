#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension FolderPublisher {
  /// What tells the published tree from any other state of it without reading its files: path, kind, size, inode
  /// and the times of the last change of every file and folder. Nil when there is no tree of ours, or part of it
  /// can not be looked at.
  ///
  /// The system sets the time of the last change of an inode; no program can set it back. So equal stamps mean
  /// that nobody wrote to the tree, but for the clock of the machine being turned back in between.
  public func stamp() -> [UInt8]? {
    guard (try? FileSystem.entry(at: target))??.kind == .folder,
      let names = try? FileSystem.names(in: target), names.contains(marker)
    else { return nil }
    var stamps: [(path: String, bytes: [UInt8])] = []
    var pending = [""]
    while let folder = pending.popLast() {
      guard let names = try? FileSystem.names(in: target + "/" + folder) else { return nil }
      for name in names {
        let path = folder.isEmpty ? name : folder + "/" + name
        var status = stat()
        guard lstat(target + "/" + path, &status) == 0 else { return nil }
        if status.st_mode & S_IFMT == S_IFDIR { pending.append(path) }
        var bytes: [UInt8] = []
        func add(_ number: some FixedWidthInteger) {
          withUnsafeBytes(of: UInt64(truncatingIfNeeded: number).littleEndian) { bytes += $0 }
        }
        add(status.st_mode)
        add(status.st_size)
        add(status.st_ino)
        #if canImport(Darwin)
          let times = [status.st_mtimespec, status.st_ctimespec]
        #else
          let times = [status.st_mtim, status.st_ctim]
        #endif
        for time in times {
          add(time.tv_sec)
          add(time.tv_nsec)
        }
        stamps.append((path, bytes))
      }
    }
    stamps.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return stamps.reduce(into: []) { all, entry in
      all += entry.path.utf8
      all.append(0)
      all += entry.bytes
    }
  }

  /// A file beside the folder that belongs to it, whose name begins with a dot.
  public func companion(_ ending: String) -> String { beside("." + ending) }
}
