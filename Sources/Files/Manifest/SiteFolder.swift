internal import Foundation
internal import Parallel

/// The folder of a published site.
package struct SiteFolder: Sendable {
  private let folder: String

  /// - Parameter folder: the path of the folder.
  package init(_ folder: String) { self.folder = folder }

  /// The digest of each file by its path from the root of the site, including hidden files. Nil for anything but a
  /// regular file, such as a link, which is not followed.
  ///
  /// - Parameter ignored: paths to leave out.
  package func digests(
    ignoring ignored: Set<String>
  ) throws(SourceFile.UnreadableFile) -> [String: FileDigest?] {
    let files = try SourceFile.all(below: folder, hidden: true).filter { !ignored.contains($0.path) }
    let digests = try files.parallelMap { [folder] file throws(SourceFile.UnreadableFile) -> FileDigest? in
      guard file.isRegular else { return nil }
      guard let bytes = SourceFile.bytes(of: file.path, below: folder) else {
        throw SourceFile.UnreadableFile(path: file.path)
      }
      return FileDigest(of: bytes)
    }
    return Dictionary(zip(files.map(\.path), digests), uniquingKeysWith: { first, _ in first })
  }

  /// The bytes of a file; nil when it cannot be read.
  func bytes(of path: String) -> Data? { SourceFile.bytes(of: path, below: folder).map { Data($0) } }
}
