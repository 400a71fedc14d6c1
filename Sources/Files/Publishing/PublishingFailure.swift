/// Why a folder was not published. In every case the folder stays as it was, complete.
package enum PublishingFailure: Error, Hashable, Sendable {
  /// The folder has files that were not made by this toolkit, or its path is not a folder.
  case notOurs(path: String)
  /// The folder is a symbolic link, whose target may belong to somebody else.
  case symbolicLink(path: String)
  /// The folder is, contains or lies in one that must stay: the root, a home or working folder, the sources.
  case protected(path: String, reason: String)
  /// Another build has been publishing to the same folder for too long.
  case busy(path: String)
  /// Two files of the tree have the same path, or one has that of a folder or of the marker.
  case pathTaken(path: String)
  /// A signal requested to stop.
  case interrupted
  /// The file system refused: the path and the error number.
  case system(path: String, code: Int32)
}
