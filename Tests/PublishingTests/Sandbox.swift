import Foundation

@testable import Publishing

/// A folder of its own for one test, removed at the end.
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
    exchange: (@Sendable (String, String) -> Int32)? = nil
  ) -> FolderPublisher {
    let folder = url.appending(path: name)
    guard let exchange else {
      return FolderPublisher(
        folder: folder, marker: ".made", interruption: interruption, patience: patience)
    }
    return FolderPublisher(
      folder: folder, marker: ".made", interruption: interruption, patience: patience, exchange: exchange)
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

  func inode(_ name: String) throws -> UInt64? { try FileSystem.entry(at: path(name))?.inode }

  /// The files and their texts below `_site`, without the marker.
  func site() throws -> [String: String] {
    var files: [String: String] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: path("_site")) ?? .init() {
      if let text = text("_site/" + name), name != ".made" { files[name] = text }
    }
    return files
  }
}

/// The bytes of texts.
func bytes(_ texts: [String: String]) -> [String: Data] { texts.mapValues { Data($0.utf8) } }
