package import Foundation

/// A temporary folder for one test, removed with ``remove()``.
package struct TemporaryFolder: Sendable {
  package let url: URL

  /// Makes the folder with these texts by path.
  package init(_ files: [String: String] = [:]) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "parindex-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (path, text) in files { try write(path, text) }
  }

  /// Removes the folder and its content.
  package func remove() { try? FileManager.default.removeItem(at: url) }

  /// The path of an entry in the folder.
  package func path(_ name: String) -> String { url.appending(path: name).path(percentEncoded: false) }

  /// Writes a text, and makes the folders above it.
  package func write(_ path: String, _ text: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  package func text(_ path: String) throws -> String {
    try String(contentsOf: url.appending(path: path), encoding: .utf8)
  }

  /// Rewrites the text of a file.
  package func edit(_ path: String, _ change: (String) throws -> String) throws {
    try write(path, change(text(path)))
  }

  /// Copies these paths of the repository to the same paths here.
  package func copy(_ names: String...) throws {
    for name in names { try copy(Repository.root.appending(path: name), to: name) }
  }

  /// Copies a file or folder to a path here.
  package func copy(_ source: URL, to path: String) throws {
    let target = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: source.resolvingSymlinksInPath(), to: target)
  }

  /// The names directly in the folder, sorted.
  package var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path("")).sorted() }
  }

  /// Every file below a path, including hidden ones, with its bytes.
  package func files(below path: String = "") throws -> [String: Data] {
    try Self.files(of: path.isEmpty ? url : url.appending(path: path))
  }

  /// Every file below a folder, including hidden ones, with its bytes.
  package static func files(of folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false)) {
      let file = folder.appending(path: path)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: file.path(percentEncoded: false), isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      files[path] = try Data(contentsOf: file)
    }
    return files
  }
}
