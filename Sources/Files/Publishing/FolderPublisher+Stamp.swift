internal import Foundation
internal import Parallel
internal import Text

extension FolderPublisher {
  /// What tells the published tree from any other state of it without reading its files: path, kind, size, inode
  /// and the times of the last change of every file and folder. Nil when there is no tree of ours, part of it can not
  /// be looked at, or an earlier tree of ours waits to be put back.
  ///
  /// The system sets the time of the last change of an inode; no program can set it back. So equal stamps mean
  /// that nobody wrote to the tree, but for the clock of the machine being turned back in between.
  package func stamp() -> [UInt8]? {
    guard !mayBe(previous) else { return nil }
    do throws(PublishingFailure) {
      return try FileSystem.reading(target) { [marker] folder, names throws(PublishingFailure) in
        guard names.contains(where: { $0.text == marker }) else { return nil }
        let parts = try Self.sorted(names).parallelMap { (name) throws(PublishingFailure) in
          var part: [UInt8] = []
          return try Self.stamp(name, in: folder, into: &part) ? part : nil
        }
        return parts.contains(nil) ? nil : parts.flatMap { $0 ?? [] }
      }
    } catch {
      return nil
    }
  }

  private static func sorted(_ names: [FileSystem.Name]) -> [String] {
    names.map(\.text).sorted { $0.precedesInBytes($1) }
  }

  /// - Returns: false when something can not be looked at.
  private static func stamp(
    _ name: String, in folder: FileSystem.ReadFolder, into stamp: inout [UInt8]
  ) throws(PublishingFailure) -> Bool {
    guard let status = folder.status(of: name) else { return false }
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
    withUnsafeBytes(of: numbers) { stamp.append(contentsOf: $0) }
    guard status.st_mode & S_IFMT == S_IFDIR else { return true }
    return try FileSystem.reading(name, in: folder) { inner, names throws(PublishingFailure) in
      for name in sorted(names) {
        guard try Self.stamp(name, in: inner, into: &stamp) else { return false }
      }
      // No name is empty, so this ends the folder.
      stamp.append(0)
      return true
    }
  }

  private func mayBe(_ path: String) -> Bool {
    do throws(PublishingFailure) {
      return try FileSystem.entry(at: path) != nil
    } catch {
      return true
    }
  }

  /// A file beside the folder that belongs to it, whose name begins with a dot.
  package func companion(_ ending: String) -> String { beside("." + ending) }
}
