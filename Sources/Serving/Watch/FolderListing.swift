internal import Files

/// What stands below folders at one moment. Hidden names are left out, links are not followed.
struct FolderListing: Hashable, Sendable {
  /// The status of everything, by path.
  private var statuses: [String: FileStatus] = [:]

  /// - Parameter visit: called for each folder before it is listed; what vanishes meanwhile is left out.
  init<Failure: Error>(_ folders: [String], visit: (_ folder: String) throws(Failure) -> Void) throws(Failure)
  {
    for folder in folders {
      guard let status = FileStatus(at: folder, followingLink: true), status.type == .folder else { continue }
      try visit(folder)
      statuses[folder] = status
      let prefix = folder.hasSuffix("/") ? folder : folder + "/"
      try FolderWalk.visit(below: folder, hidden: false) { entry throws(Failure) in
        guard let status = entry.status else { return .enter }
        if status.type == .folder { try visit(prefix + entry.path) }
        statuses[prefix + entry.path] = status
        return .enter
      } unreadable: { _ throws(Failure) in
      }
    }
  }

  /// The paths that are new, gone or different in another listing.
  func difference(to other: FolderListing) -> Set<String> {
    Set(statuses.keys).union(other.statuses.keys).filter { !Self.isSame(statuses[$0], other.statuses[$0]) }
  }

  /// Whether the folders are still those that were listed.
  func hasSameRoots(_ folders: [String]) -> Bool {
    folders.allSatisfy { Self.isSame(statuses[$0], FileStatus(at: $0, followingLink: true)) }
  }

  /// Whether a path is as it was. What a folder holds has paths of its own.
  private static func isSame(_ old: FileStatus?, _ new: FileStatus?) -> Bool {
    guard let old, let new, old.type == .folder, new.type == .folder else { return old == new }
    return old.isSameFile(as: new)
  }
}
