/// Visits everything below a folder; this program lists folders in no other way. A folder comes before its content,
/// files come in the byte order of their paths, and no symbolic link is followed.
package enum FolderWalk {
  /// How the walk continues.
  package enum WalkStep {
    /// Visit the content of the entry if it is a folder.
    case enter
    /// Continue after the entry and its content.
    case skip
    /// End the walk.
    case stop
  }

  /// Visits everything below a folder. Its own path can be a symbolic link.
  ///
  /// - Parameters:
  ///   - hidden: whether to visit names that start with a dot.
  ///   - unreadable: called for a folder that cannot be read, with its path from the first folder. Unless this
  ///     throws, the walk continues after it.
  package static func visit<Failure: Error>(
    below folder: String, hidden: Bool, _ visit: (FolderEntry) throws(Failure) -> WalkStep,
    unreadable: (_ path: String) throws(Failure) -> Void
  ) throws(Failure) {
    let root: OpenFolder
    do {
      root = try OpenFolder(folder, followingLink: true)
    } catch {
      return try unreadable("")
    }
    _ = try root.walk(hidden: hidden, visit) { failure throws(Failure) in try unreadable(failure.path) }
  }
}

extension OpenFolder {
  /// Visits everything below the folder.
  ///
  /// - Returns: false when the walk was stopped.
  func walk<Failure: Error>(
    hidden: Bool = true, _ visit: (FolderEntry) throws(Failure) -> FolderWalk.WalkStep,
    unreadable: (UnreadableFolder) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    let entries: [FolderEntry]
    do {
      entries = try self.entries(hidden: hidden)
    } catch {
      try unreadable(error)
      return true
    }
    for entry in entries {
      guard try entry.walk(hidden: hidden, visit, unreadable: unreadable) else { return false }
    }
    return true
  }
}

extension FolderEntry {
  /// Visits the entry, and its content if it is a folder.
  ///
  /// - Returns: false when the walk was stopped.
  func walk<Failure: Error>(
    hidden: Bool = true, _ visit: (FolderEntry) throws(Failure) -> FolderWalk.WalkStep,
    unreadable: (UnreadableFolder) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    switch try visit(self) {
    case .stop: return false
    case .enter where type == .folder: break
    case .enter, .skip: return true
    }
    let inner: OpenFolder
    do {
      inner = try OpenFolder(self)
    } catch {
      try unreadable(error)
      return true
    }
    return try inner.walk(hidden: hidden, visit, unreadable: unreadable)
  }
}
