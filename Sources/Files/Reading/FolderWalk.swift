/// Visits everything below a folder: the one way in which this program lists folders. Each folder comes before what it
/// holds, files come in the order of the bytes of their paths, and no symbolic link is followed.
package enum FolderWalk {
  /// How the walk goes on.
  package enum WalkStep {
    /// Into the entry when it is a folder.
    case enter
    /// Past the entry and all that it holds.
    case skip
    /// Not at all.
    case stop
  }

  /// Visits what is below a folder, whose path may itself be a symbolic link.
  ///
  /// - Parameters:
  ///   - hidden: whether names that begin with a dot are visited.
  ///   - unreadable: called for a folder that cannot be read, with its path from the first one. Unless this throws, the
  ///     walk goes on behind it.
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
  /// Visits what is below the folder.
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
  /// Visits the entry, and what is below it when it is a folder.
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
