internal import Foundation
internal import Parallel

extension FolderPublisher {
  /// The paths, modes, sizes, inodes and times of everything in the published tree. Nil when there is no tree with
  /// the marker, when part of it cannot be read, or when a previous tree must still be restored.
  ///
  /// No program can set the change time of an inode. So equal stamps mean that nobody wrote to the tree, unless the
  /// clock of the machine was turned back.
  package func stamp() -> [UInt8]? {
    guard !mayBe(previous), let entries = try? FileSystem.entries(in: target),
      entries.contains(where: { $0.name == marker })
    else { return nil }
    let parts = try? entries.parallelMap { (entry) throws(UnreadableFolder) -> [UInt8]? in
      var part: [UInt8] = []
      let isWhole = try entry.walk { (entry) throws(UnreadableFolder) in
        guard let status = entry.status else { return .stop }
        part += entry.path.utf8
        part.append(0)
        status.stamp(into: &part)
        return .enter
      } unreadable: { (folder) throws(UnreadableFolder) in
        throw folder
      }
      return isWhole ? part : nil
    }
    guard let parts, !parts.contains(nil) else { return nil }
    return parts.flatMap { $0 ?? [] }
  }

  private func mayBe(_ path: String) -> Bool {
    do throws(PublishingFailure) {
      return try FileSystem.existing(path) != nil
    } catch {
      return true
    }
  }

  /// The path of an accompanying file beside the folder. Its name starts with a dot.
  package func companion(_ ending: String) -> String { beside("." + ending) }
}
