internal import Files

/// What stands below folders at one moment. Hidden names are left out, links are not followed.
struct FolderListing: Hashable, Sendable {
  /// The status of everything, by path.
  private var statuses: [String: FileStatus] = [:]

  init(_ folders: [String]) {
    for folder in folders {
      Self.visit(folder) { path, status in statuses[path] = status }
    }
  }

  /// The paths that are new, gone or different in another listing.
  func difference(to other: FolderListing) -> Set<String> {
    var paths = Set(statuses.filter { other.statuses[$0.key] != $0.value }.keys)
    paths.formUnion(other.statuses.keys.filter { statuses[$0] == nil })
    return paths
  }

  /// Calls for the folder and all below it, each folder before what it holds; what vanishes meanwhile is left out.
  static func visit<Failure: Error>(
    _ folder: String, _ body: (_ path: String, FileStatus) throws(Failure) -> Void
  ) throws(Failure) {
    guard let status = FileStatus(at: folder, followingLink: true), status.type == .folder else { return }
    try body(folder, status)
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    try FolderWalk.visit(below: folder, hidden: false) { entry throws(Failure) in
      if let status = entry.status { try body(prefix + entry.path, status) }
      return .enter
    } unreadable: { _ throws(Failure) in
    }
  }
}
