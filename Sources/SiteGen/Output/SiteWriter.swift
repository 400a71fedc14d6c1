public import Foundation

/// Puts a finished site into its folder, all at once: the previous site stays until the new one is complete.
public struct SiteWriter: Sendable {
  /// The folder of the site.
  public let folder: URL

  /// Makes a writer for a folder that need not exist yet.
  public init(folder: URL) { self.folder = folder }

  /// What keeps a folder from being replaced.
  public enum Failure: Error, Hashable {
    /// The folder has files that no build of this toolkit made, so it is not touched.
    case notASite(String)
  }

  /// The file that marks a folder as made by this toolkit, and so as replaceable.
  static let marker = ".parindex-site"

  /// Writes beside the target and swaps the folders; a half-written site never shows.
  ///
  /// - Throws: ``Failure/notASite(_:)`` for a folder with other people's files, and the errors of the file
  ///   system; the previous site is then untouched and nothing half-done is left.
  public func write(_ output: SiteOutput) throws {
    let manager = FileManager.default
    let target = folder.standardizedFileURL
    try refuseForeignFolder(target)
    let parent = target.deletingLastPathComponent()
    try manager.createDirectory(at: parent, withIntermediateDirectories: true)
    let name = target.lastPathComponent
    let staging = parent.appending(path: ".\(name).new-\(ProcessInfo.processInfo.processIdentifier)")
    let previous = parent.appending(path: ".\(name).old-\(ProcessInfo.processInfo.processIdentifier)")
    try? manager.removeItem(at: staging)
    do {
      try fill(staging, with: output)
      if manager.fileExists(atPath: target.path(percentEncoded: false)) {
        try manager.moveItem(at: target, to: previous)
      }
      do {
        try manager.moveItem(at: staging, to: target)
      } catch {
        try? manager.moveItem(at: previous, to: target)
        throw error
      }
      try? manager.removeItem(at: previous)
    } catch {
      try? manager.removeItem(at: staging)
      throw error
    }
  }

  /// Refuses a folder that must not be replaced, so that nothing is built in vain.
  ///
  /// - Throws: ``Failure/notASite(_:)`` for other people's files, or for a file in the place of the folder.
  public func check() throws { try refuseForeignFolder(folder.standardizedFileURL) }

  private func refuseForeignFolder(_ target: URL) throws {
    let manager = FileManager.default
    let path = target.path(percentEncoded: false)
    var isFolder: ObjCBool = false
    guard manager.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else { throw Failure.notASite(path) }
    let content = try manager.contentsOfDirectory(atPath: path)
    guard content.isEmpty || content.contains(SiteWriter.marker) else { throw Failure.notASite(path) }
  }

  private func fill(_ staging: URL, with output: SiteOutput) throws {
    let manager = FileManager.default
    try manager.createDirectory(at: staging, withIntermediateDirectories: true)
    let folders = Set(output.files.keys.map { staging.appending(path: $0).deletingLastPathComponent() })
    for folder in folders { try manager.createDirectory(at: folder, withIntermediateDirectories: true) }
    _ = try output.paths.parallelMap { path in
      try output.files[path]?.write(to: staging.appending(path: path))
    }
    try Data("parindex\n".utf8).write(to: staging.appending(path: SiteWriter.marker))
  }
}
