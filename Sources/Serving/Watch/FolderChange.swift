/// What happened below watched folders in one short burst.
struct FolderChange: Hashable, Sendable {
  /// The files and folders, as paths that begin with those of the watched folders. Not all of them: after an
  /// overflow of the system's queue, and for a folder that is new or gone, only the folder is named.
  let paths: Set<String>
}
