/// Why a folder was not published. Whatever it is, the folder that was there before is still there, whole.
package enum PublishingFailure: Error, Hashable, Sendable {
  /// The folder holds files that were not made by this toolkit, or something else stands in its place.
  case notOurs(path: String)
  /// The folder is a symbolic link: what it points to is somebody else's.
  case symbolicLink(path: String)
  /// The folder is, holds or lies in one that must stay: the root, a home or working folder, the sources.
  case protected(path: String, reason: String)
  /// Another build has been publishing to the same folder for too long.
  case busy(path: String)
  /// Two files of the tree have the same path, or one has that of a folder or of the marker.
  case pathTaken(path: String)
  /// A signal asked to stop.
  case interrupted
  /// The file system refused: the path and the error number.
  case system(path: String, code: Int32)
}
