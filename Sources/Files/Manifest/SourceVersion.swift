internal import Parallel
internal import Text

/// The digest of the sources of a site.
package struct SourceVersion: Sendable {
  /// A folder could not be read.
  package struct UnreadableSource: Error, Hashable {
    /// The path of the folder or file.
    package let path: String
  }

  /// 64 lower-case hexadecimal digits.
  ///
  /// The SHA-256 of one line a file, in the order of their names: its SHA-256 in hexadecimal digits, two spaces,
  /// the name and a line end, as `sha256sum` prints them. A name begins with a word for its folder, not with the
  /// path that this folder has on one machine. Hidden files and links do not count, as they are not read.
  package let digest: String
  private let folders: [String: String]
  private let listing: [String: [SourceFile]]
  /// Whether any later change of a file would show in its status: none was changed just before it was read.
  package let isSettled: Bool

  /// Reads all the files below folders.
  ///
  /// - Parameter folders: the path of each folder by the word for it, `data`.
  /// - Throws: ``UnreadableSource`` for a folder or file that cannot be read.
  package init(of folders: [String: String]) throws(UnreadableSource) {
    self.folders = folders
    listing = try Self.listing(of: folders)
    isSettled = !listing.values.contains { files in files.contains(where: \.isJustChanged) }
    var files: [(name: String, path: String)] = []
    for (word, found) in listing {
      guard let folder = folders[word] else { continue }
      for file in found where file.isRegular {
        files.append((word + "/" + file.path.composed, folder + "/" + file.path))
      }
    }
    files.sort { $0.name.precedesInBytes($1.name) }
    let digests = try files.parallelMap { file throws(UnreadableSource) in
      guard let bytes = SourceFile.bytes(at: file.path) else { throw UnreadableSource(path: file.path) }
      return FileDigest(of: bytes).sha256
    }
    let lines = zip(files, digests).map { "\($1)  \($0.name)\n" }.joined()
    digest = FileDigest(of: Array(lines.utf8)).sha256
  }

  /// Whether the status of every file is what it was; certain only when ``isSettled``.
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
