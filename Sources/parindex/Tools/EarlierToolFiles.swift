internal import Files
internal import Foundation

/// The files that a tool of the same version made for an earlier site.
///
/// The manifest of that site lists them, so a file that changed since is not taken.
struct EarlierToolFiles: Sendable {
  private let folder: String
  private let digests: [String: FileDigest]

  /// - Parameter folder: the folder of the site. Nil when it has no such files.
  init?(of tool: String, _ version: String, in folder: String) {
    guard let bytes = SourceFile.bytes(of: SiteManifest.fileName, below: folder),
      let manifest = try? SiteManifest(json: Data(bytes)),
      let part = manifest.madeByTools.first(where: { $0.tool == tool && $0.version == version })
    else { return nil }
    self.folder = folder
    digests = part.files
  }

  /// The bytes of a file, by its path from the root of the site; nil when it is missing or changed.
  func bytes(_ path: String) -> Data? {
    guard let digest = digests[path], let bytes = SourceFile.bytes(of: path, below: folder) else {
      return nil
    }
    return FileDigest(of: bytes) == digest ? Data(bytes) : nil
  }
}
