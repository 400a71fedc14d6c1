internal import Parallel
internal import SourceFiles

/// What tells one state of the sources of a site from every other: a digest over the files of its folders.
///
/// It is the SHA-256 of one line a file, in the order of their names: its SHA-256 in hexadecimal digits, two spaces,
/// the name and a line end, as `sha256sum` prints them. A name begins with a word for its folder, not with the path that
/// this folder has on one machine. Hidden files and links do not count, as they are not read.
public enum SourceVersion {
  /// A folder could not be read.
  public struct Unreadable: Error, Hashable {
    /// The path of the folder or file.
    public let path: String
  }

  /// Of all the files below folders.
  ///
  /// - Parameter folders: the path of each folder by the word for it, `data`.
  /// - Returns: 64 lower-case hexadecimal digits.
  /// - Throws: ``Unreadable`` for a folder or file that can not be read.
  public static func of(_ folders: [String: String]) throws(Unreadable) -> String {
    var files: [(name: String, path: String)] = []
    for (word, folder) in folders {
      do {
        for file in try SourceFile.all(below: folder) where file.isRegular {
          files.append((word + "/" + file.path.composed, folder + "/" + file.path))
        }
      } catch {
        throw Unreadable(path: error.path.isEmpty ? folder : folder + "/" + error.path)
      }
    }
    files.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    let digests = try files.parallelMap { file throws(Unreadable) in
      guard let bytes = SourceFile.bytes(at: file.path) else { throw Unreadable(path: file.path) }
      return FileDigest(of: bytes).sha256
    }
    let lines = zip(files, digests).map { "\($1)  \($0.name)\n" }.joined()
    return FileDigest(of: Array(lines.utf8)).sha256
  }
}
