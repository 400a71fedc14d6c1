/// A file that is not the same in two trees.
package struct FileDifference: Hashable, Sendable {
  /// The path from the root of the site.
  package let path: String
  /// What the first tree has; nil when it has no such file.
  package let expected: FileDigest?
  /// What the second tree has; nil when it has no such file.
  package let found: FileDigest?

  /// The differences of two trees, in the order of the bytes of the paths.
  static func all(expected: [String: FileDigest], found: [String: FileDigest]) -> [FileDifference] {
    Set(expected.keys).union(found.keys)
      .filter { expected[$0] != found[$0] }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { FileDifference(path: $0, expected: expected[$0], found: found[$0]) }
  }
}
