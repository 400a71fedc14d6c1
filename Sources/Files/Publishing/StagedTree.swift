package import Foundation
internal import Parallel

/// A tree of files that is being made beside the folder whose place it will take.
///
/// Files may be added from several threads, in any order. After one call failed every other fails in the same way,
/// and the tree is not published: it could lack a file or hold half of one. Files that are the same as in the
/// published tree are shared with it only when the first other one comes, so that a tree in which nothing changed
/// leaves the published one alone.
///
/// The folder may hold what an earlier build left there: the tree before the published one, or part of one that was
/// never published. What is the same file as in the published tree stays, the rest is replaced or removed; so after
/// a small change little is to be done.
package final class StagedTree: Sendable {
  private struct State {
    /// The files that were added.
    var added: Set<String> = []
    /// The folders that were made.
    var made: Set<String> = []
    /// Whether the published tree has a folder, not a link, at a path.
    var isInOld: [String: Bool] = [:]
    /// Files that the published tree has as well, not shared yet.
    var unshared: Set<String> = []
    /// Whether something differs from the published tree.
    var isChanged: Bool
    /// Whether the mask of the user is in the way of a folder that all can read; nil before the first folder.
    var setsFolderMode: Bool?
    var written = 0
    var kept = 0
    var failure: PublishingFailure?
    var isClosed = false
  }

  private let new: OpenFolder
  private let old: OpenFolder?
  private let marker: String
  private let interruption: Interruption
  private let link: FolderPublisher.Link
  private let setsFileMode: Bool
  /// Whether a file can have a second name here.
  let hasLinks: Bool
  /// Whether the folder held anything at the start.
  let hadLeftover: Bool
  private let place: String
  private let state: Locked<State>

  /// - Parameters:
  ///   - folder: a folder that is empty or holds what an earlier build left.
  ///   - published: the folder whose place it will take; nil when there is none.
  init(
    _ folder: String, over published: String?, marker: String, interruption: Interruption,
    link: @escaping FolderPublisher.Link
  ) throws(PublishingFailure) {
    let (new, old, entries) = try FileSystem.reading { () throws(UnreadableFolder) in
      let new = try OpenFolder(folder)
      let old: OpenFolder? = if let published { try OpenFolder(published) } else { nil }
      return (new, old, try new.entries())
    }
    hadLeftover = entries.contains { $0.name != marker }
    // The marker first: what a kill leaves is then known to be ours.
    let (mark, trial) = (Data("parindex\n".utf8), marker + "-trial")
    let isFresh = try new.create(marker, holding: mark, settingMode: false)
    if !isFresh {
      // In one step, as a folder that holds something is not to be without its marker for a moment.
      try FileSystem.remove(folder + "/" + trial)
      guard try new.create(trial, holding: mark, settingMode: false) else { throw .pathTaken(path: trial) }
    }
    let first = isFresh ? marker : trial
    setsFileMode = try new.existing(first)?.permissions != FileSystem.fileMode
    if setsFileMode {
      new.remove(first)
      _ = try new.create(first, holding: mark, settingMode: true)
    }
    if !isFresh { try FileSystem.move(folder + "/" + trial, to: folder + "/" + marker) }
    hasLinks = old != nil && link(new, marker, new, trial) == 0
    if hasLinks { new.remove(trial) }
    state = Locked(State(isChanged: old?.file(marker, holds: mark) != true))
    (self.new, self.old, self.marker, place) = (new, old, marker, folder)
    (self.interruption, self.link) = (interruption, link)
  }

  /// Adds a file. One that the published tree holds with the same bytes is shared with it by a hard link, not
  /// written again. The folders above are made when they are first needed.
  ///
  /// - Parameters:
  ///   - path: relative to the root, with `/` between names.
  ///   - bytes: all that the file holds.
  /// - Throws: ``PublishingFailure/pathTaken(path:)`` for a path that was added before or is that of a folder or of
  ///   the marker, ``PublishingFailure/interrupted``, or what the file system refused.
  package func add(_ path: String, _ bytes: Data) throws(PublishingFailure) {
    try adding(path) { () throws(PublishingFailure) in
      try claim(path)
      if let old, try isInOld(Self.folder(of: path)), old.file(path, holds: bytes), try share(path) { return }
      try write(path, bytes)
    }
  }

  /// Shares the file that the published tree has at a path, without reading it.
  ///
  /// - Parameter path: relative to the root, with `/` between names.
  /// - Returns: false when nothing was added: there is no plain file, or it cannot have a second name here.
  /// - Throws: as ``add(_:_:)``.
  package func keep(_ path: String) throws(PublishingFailure) -> Bool {
    try adding(path) { () throws(PublishingFailure) in
      guard let old, hasLinks, try isInOld(Self.folder(of: path)), try old.existing(path)?.type == .regular
      else { return false }
      try claim(path)
      if try share(path) { return true }
      state.withLock { _ = $0.added.remove(path) }
      return false
    }
  }

  // MARK: For the publisher

  /// Ends the adding.
  func close() throws(PublishingFailure) {
    let failure = state.withLock { state in
      state.isClosed = true
      return state.failure
    }
    if let failure { throw failure }
  }

  /// The files that were added, when each is the same in the published tree; nil when one differs.
  var unchanged: Set<String>? { state.withLock { $0.isChanged ? nil : $0.unshared.union([marker]) } }

  /// Shares what is not shared yet, removes what was left here and not added, and counts.
  func finish() throws(PublishingFailure) -> (written: Int, kept: Int) {
    let paths = state.withLock { state in
      state.isChanged = true
      return state.unshared.sorted()
    }
    _ = try paths.chunks.parallelMap { [self] (piece) throws(PublishingFailure) in
      for path in piece {
        if interruption.isRequested { throw .interrupted }
        if try shareNow(path) { continue }
        // It was the same when it was added, or was to be kept as it is.
        guard let bytes = old?.bytes(of: path) else { throw new.failure(path, EIO) }
        try write(path, bytes)
      }
    }
    if hadLeftover {
      _ = try new.walk { entry throws(PublishingFailure) in
        try sweep(entry)
      } unreadable: { folder throws(PublishingFailure) in
        throw PublishingFailure(folder)
      }
    }
    return state.withLock { ($0.written, $0.kept) }
  }

  /// Removes what was not added.
  private func sweep(_ entry: FolderEntry) throws(PublishingFailure) -> FolderWalk.WalkStep {
    let path = entry.path
    let (isAdded, isFolder) = state.withLock { ($0.added.contains(path), $0.made.contains(path)) }
    if isFolder {
      guard entry.type == .folder else { throw new.failure(path, ENOTDIR) }
      return .enter
    }
    if !isAdded, path != marker { try FileSystem.remove(entry) }
    return .skip
  }

  // MARK: Adding

  /// Notes that a path is that of a file.
  private func claim(_ path: String) throws(PublishingFailure) {
    try state.withLock { state throws(PublishingFailure) in
      guard !state.made.contains(path), state.added.insert(path).inserted else {
        throw .pathTaken(path: path)
      }
    }
  }

  private func adding<Result>(
    _ path: String, _ work: () throws(PublishingFailure) -> Result
  ) throws(PublishingFailure) -> Result {
    if let failure = state.withLock({ $0.isClosed ? new.failure(path, EBADF) : $0.failure }) { throw failure }
    do throws(PublishingFailure) {
      if interruption.isRequested { throw .interrupted }
      guard Self.isRelative(path) else { throw new.failure(path, EINVAL) }
      if path == marker { throw .pathTaken(path: path) }
      return try work()
    } catch {
      state.withLock { $0.failure = $0.failure ?? error }
      throw error
    }
  }

  private func write(_ path: String, _ bytes: Data) throws(PublishingFailure) {
    try makeFolder(Self.folder(of: path))
    if try !new.create(path, holding: bytes, settingMode: setsFileMode) {
      try removeLeftover(path)
      guard try new.create(path, holding: bytes, settingMode: setsFileMode) else {
        throw .pathTaken(path: path)
      }
    }
    state.withLock {
      $0.isChanged = true
      $0.written += 1
    }
  }

  /// False when the file cannot have a second name here.
  private func share(_ path: String) throws(PublishingFailure) -> Bool {
    guard hasLinks else { return false }
    let waits = try state.withLock { state throws(PublishingFailure) in
      if state.isChanged { return false }
      return state.unshared.insert(path).inserted
    }
    return if waits { true } else { try shareNow(path) }
  }

  private func shareNow(_ path: String) throws(PublishingFailure) -> Bool {
    guard let old else { return false }
    try makeFolder(Self.folder(of: path))
    if hadLeftover, let left = try new.existing(path) {
      if let file = try old.existing(path), file.type == .regular, left.isSameFile(as: file) {
        state.withLock { $0.kept += 1 }
        return true
      }
      try removeLeftover(path)
    }
    switch link(old, path, new, path) {
    case 0:
      state.withLock { $0.kept += 1 }
      return true
    case EEXIST: throw .pathTaken(path: path)
    default: return false
    }
  }

  /// Removes what an earlier build left at the path of a file that is to be added.
  private func removeLeftover(_ path: String) throws(PublishingFailure) {
    let isOurs = state.withLock { $0.made.contains(path) }
    guard hadLeftover, !isOurs else { throw .pathTaken(path: path) }
    try FileSystem.remove(place + "/" + path)
  }

  // MARK: Folders

  private func makeFolder(_ folder: String) throws(PublishingFailure) {
    if folder.isEmpty { return }
    let (isMade, isFile, setsMode) = state.withLock {
      ($0.made.contains(folder), $0.added.contains(folder), $0.setsFolderMode)
    }
    if isMade { return }
    if isFile { throw .pathTaken(path: folder) }
    try makeFolder(Self.folder(of: folder))
    if setsMode == false {
      // Two threads may both try: the second finds it there.
      try makeOne(folder)
      state.withLock { _ = $0.made.insert(folder) }
    } else {
      // Alone, so that nobody writes to a folder before it lets them.
      try state.withLock { state throws(PublishingFailure) in
        if state.made.contains(folder) { return }
        if try makeOne(folder) {
          if state.setsFolderMode == nil {
            state.setsFolderMode = try new.existing(folder)?.permissions != FileSystem.folderMode
          }
          if state.setsFolderMode == true { try new.letAllRead(folder) }
        }
        state.made.insert(folder)
      }
    }
  }

  /// False when the folder is there already.
  @discardableResult
  private func makeOne(_ folder: String) throws(PublishingFailure) -> Bool {
    if try new.makeFolder(folder) { return true }
    if try new.existing(folder)?.type == .folder { return false }
    guard hadLeftover else { throw .pathTaken(path: folder) }
    try FileSystem.remove(place + "/" + folder)
    return try new.makeFolder(folder)
  }

  /// Whether the published tree has a folder at this path, with none of those above a link.
  private func isInOld(_ folder: String) throws(PublishingFailure) -> Bool {
    try state.withLock { state throws(PublishingFailure) in try isInOld(folder, &state) }
  }

  private func isInOld(_ folder: String, _ state: inout State) throws(PublishingFailure) -> Bool {
    guard let old else { return false }
    if folder.isEmpty { return true }
    if let known = state.isInOld[folder] { return known }
    var isThere = try isInOld(Self.folder(of: folder), &state)
    if isThere { isThere = try old.existing(folder)?.type == .folder }
    state.isInOld[folder] = isThere
    return isThere
  }

  /// The folder that a path lies in; empty for the root.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[..<slash])
  }

  /// Whether a path leads from a folder to a place within it, each of its names being one.
  private static func isRelative(_ path: String) -> Bool {
    var (count, dots) = (0, 0)
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "/"):
        guard isName(count, dots) else { return false }
        (count, dots) = (0, 0)
        continue
      case UInt8(ascii: "."): dots += 1
      case 0: return false
      default: break
      }
      count += 1
    }
    return isName(count, dots)
  }

  private static func isName(_ count: Int, _ dots: Int) -> Bool { count > 0 && (count > 2 || dots < count) }
}
