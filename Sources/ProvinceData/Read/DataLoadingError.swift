/// Why the data folder could not be read at all. Problems inside its files are findings instead.
package enum DataLoadingError: Error, Hashable, Sendable {
  /// There is no folder at the path.
  case noFolder(path: String)
  /// A file or folder below it could not be read; the path is relative to the data folder.
  case unreadable(path: String)
}
