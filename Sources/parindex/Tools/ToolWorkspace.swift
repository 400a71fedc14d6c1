internal import Foundation

/// An empty folder for one run of a tool, removed with its content at the end.
final class ToolWorkspace: Sendable {
  /// The path, without a slash at the end.
  let path: String

  /// - Throws: ``ToolFault/unusable(_:)``.
  init() throws(ToolFault) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "parindex-tool-\(UUID().uuidString)")
    path = folder.path(percentEncoded: false)
    try unusable { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, and makes the folders above it.
  func write(_ bytes: Data, to name: String) throws(ToolFault) {
    let file = URL(filePath: path + "/" + name)
    try unusable {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: file)
    }
  }
}

/// Runs work of the file system, and throws its error as that of a tool.
func unusable<Result>(_ work: () throws -> Result) throws(ToolFault) -> Result {
  do {
    return try work()
  } catch {
    throw .unusable(error.localizedDescription)
  }
}
