internal import Parallel
internal import Text

/// The digest of the sources of a site.
package struct SourceVersion: Sendable {
  /// A folder or file could not be read.
  package struct UnreadableSource: Error, Hashable {
    /// The path of the folder or file.
    package let path: String
  }

  /// 64 lower-case hexadecimal digits.
  ///
  /// It is the SHA-256 of a list with one line per file, in the order of the names, as `sha256sum` prints it: the
  /// SHA-256 of the file in hexadecimal digits, two spaces, the name and a line end. A name starts with a word for
  /// its folder, so that it does not depend on where the folder is. Hidden files are left out, because they are not
  /// read. Sources with a link have no version, because no site is made from them.
  package let digest: String
  private let folders: [String: String]
  private let listing: [String: [SourceFile]]
  /// Whether any later change of a file would show in its status. False if a file was changed just before it was
  /// read.
  package let isSettled: Bool

  /// Reads all files below folders.
  ///
  /// - Parameter folders: the path of each folder by its word, such as `data`.
  /// - Throws: ``UnreadableSource`` for a folder or file that cannot be read, and for a link.
  package init(of folders: [String: String]) throws(UnreadableSource) {
    self.folders = folders
    listing = try Self.listing(of: folders)
    isSettled = !listing.values.contains { files in files.contains(where: \.isJustChanged) }
    var files: [(name: String, path: String, folder: String)] = []
    for (word, found) in listing {
      guard let folder = folders[word] else { continue }
      for file in found {
        guard file.isRegular else { throw UnreadableSource(path: folder + "/" + file.path) }
        files.append((word + "/" + file.path.composed, file.path, folder))
      }
    }
    files.sort { $0.name.precedesInBytes($1.name) }
    let digests = try files.parallelMap { file throws(UnreadableSource) in
      guard let bytes = SourceFile.bytes(of: file.path, below: file.folder) else {
        throw UnreadableSource(path: file.folder + "/" + file.path)
      }
      return FileDigest(of: bytes).sha256
    }
    let lines = zip(files, digests).map { "\($1)  \($0.name)\n" }.joined()
    digest = FileDigest(of: Array(lines.utf8)).sha256
  }

  /// Whether the status of every file is unchanged. This is certain only when ``isSettled``.
  package func isUntouched() -> Bool { (try? Self.listing(of: folders)) == listing }

  private static func listing(of folders: [String: String]) throws(UnreadableSource) -> [String: [SourceFile]]
  {
    var listing: [String: [SourceFile]] = [:]
    for (word, folder) in folders {
      do {
        listing[word] = try SourceFile.all(below: folder)
      } catch {
        throw UnreadableSource(path: error.path.isEmpty ? folder : folder + "/" + error.path)
      }
    }
    return listing
  }
}
