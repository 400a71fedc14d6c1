import CSystem
import Foundation
import Testing

@testable import Files

/// A temporary folder for one test, removed at the end.
final class Sandbox {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "publishing-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path(percentEncoded: false) }

  func publisher(
    _ name: String = "_site", patience: Int = 3, interruption: Interruption = Interruption(),
    exchange: (@Sendable (String, String) -> Int32)? = nil, link: FolderPublisher.Link? = nil
  ) -> FolderPublisher {
    FolderPublisher(
      folder: url.appending(path: name), marker: ".made", interruption: interruption, patience: patience,
      exchange: exchange ?? { file_exchange($0, $1) }, link: link ?? { $0.share($1, with: $2, as: $3) })
  }

  func put(_ text: String, at name: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: false, encoding: .utf8)
  }

  func text(_ name: String) -> String? { try? String(contentsOf: url.appending(path: name), encoding: .utf8) }

  /// The names directly below a folder of the sandbox, sorted.
  func names(_ name: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
  }

  func inode(_ name: String) throws -> UInt64? { try FileSystem.existing(path(name))?.inode }

  /// The type and content of an entry, without its permissions: the umask test changes those of everything made
  /// meanwhile.
  struct Node: Hashable {
    let isFolder: Bool
    let bytes: Data?
  }

  /// Everything below a folder, by path.
  func tree(_ name: String) throws -> [String: Node] {
    var nodes: [String: Node] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: self.path(name)) ?? .init() {
      let place = self.path(name) + "/" + path
      let status = try #require(try FileSystem.existing(place))
      nodes[path] = Node(
        isFolder: status.type == .folder,
        bytes: status.type == .regular ? FileManager.default.contents(atPath: place) : nil)
    }
    return nodes
  }

  /// The files below `_site` with their texts, without the marker.
  func site() throws -> [String: String] {
    var files: [String: String] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: path("_site")) ?? .init() {
      if let text = text("_site/" + name), name != ".made" { files[name] = text }
    }
    return files
  }
}

func bytes(_ texts: [String: String]) -> [String: Data] { texts.mapValues { Data($0.utf8) } }
