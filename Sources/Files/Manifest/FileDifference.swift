/// A file that differs between two trees.
package struct FileDifference: Hashable, Sendable {
  /// The path from the root of the site.
  package let path: String
  /// The file in the first tree; nil when it is missing.
  package let expected: FileDigest?
  /// The file in the second tree; nil when it is missing.
  package let found: FileDigest?

  /// The differences of two trees, in the byte order of the paths.
  static func all(expected: [String: FileDigest], found: [String: FileDigest]) -> [FileDifference] {
    Set(expected.keys).union(found.keys)
      .filter { expected[$0] != found[$0] }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { FileDifference(path: $0, expected: expected[$0], found: found[$0]) }
  }
}
