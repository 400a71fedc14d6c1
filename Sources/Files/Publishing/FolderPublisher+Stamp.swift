internal import Foundation
internal import Parallel

extension FolderPublisher {
  /// The paths, modes, sizes, inodes and times of everything in the published tree. Nil when there is no tree of ours,
  /// part of it cannot be looked at, or an earlier tree of ours has still to be put back.
  ///
  /// No program can set the time at which an inode changed. So equal stamps mean that nobody wrote to the tree, unless
  /// the clock of the machine was turned back.
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

  /// A file beside the folder that belongs to it, whose name begins with a dot.
  package func companion(_ ending: String) -> String { beside("." + ending) }
}
