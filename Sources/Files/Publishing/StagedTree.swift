package import Foundation
internal import Parallel

/// A tree of files made in a staging folder, to replace the published folder.
///
/// Files can be added from several threads, in any order. After one call fails, every other call fails with the same
/// error, and the tree is not published, because a file could be missing or incomplete. Files that are the same as in
/// the published tree are hard-linked to it only after the first difference, so an unchanged tree leaves the
/// published one alone.
///
/// The staging folder may have the remains of an earlier build: the tree before the published one, or part of one
/// that was never published. Files that are hard links to the published tree stay; the rest is replaced or removed.
/// So a small change needs little work.
package final class StagedTree: Sendable {
  private struct State {
    /// The files added.
    var added: Set<String> = []
    /// The folders made.
    var made: Set<String> = []
    /// Whether the published tree has a folder, not a link, at a path.
    var isInOld: [String: Bool] = [:]
    /// Unchanged files that are linked only when there is a difference.
    var unshared: Set<String> = []
    /// Those of them that ``StagedTree/makeWhole()`` has linked.
    var linked: Set<String> = []
    /// Whether any file differs from the published tree.
    var isChanged: Bool
    /// Whether the umask makes folders unreadable for others; nil before the first folder.
    var setsFolderMode: Bool?
    var written = 0
    var reused = 0
    var failure: PublishingFailure?
    var isClosed = false
  }

  private let new: OpenFolder
  private let old: OpenFolder?
  private let marker: String
  private let interruption: Interruption
  private let link: FolderPublisher.Link
  private let setsFileMode: Bool
  /// Whether files can be hard-linked here.
  let hasLinks: Bool
  /// Whether the folder had any content at the start.
  let hadLeftover: Bool
  private let place: String
  private let state: Locked<State>

  /// - Parameters:
  ///   - folder: the staging folder, empty or with the remains of an earlier build.
  ///   - published: the folder to replace; nil when there is none.
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
    // The marker is first, so that the remains after a kill are recognised.
    let (mark, trial) = (Data("parindex\n".utf8), marker + "-trial")
    let isFresh = try new.create(marker, holding: mark, settingMode: false)
    if !isFresh {
      // In one step, so that a folder with content is never without its marker.
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

  /// Adds a file. If the published tree has the same file, it is hard-linked instead of written. The folders above it
  /// are made when they are first needed.
  ///
  /// - Parameters:
  ///   - path: relative to the root, with `/` between names.
  ///   - bytes: the whole content of the file.
  /// - Throws: ``PublishingFailure/pathTaken(path:)`` for a path that was added before or is that of a folder or of
  ///   the marker, ``PublishingFailure/interrupted``, or an error of the file system.
  package func add(_ path: String, _ bytes: Data) throws(PublishingFailure) {
    try adding(path) { () throws(PublishingFailure) in
      try claim(path)
      if let old, try isInOld(Self.folder(of: path)), old.file(path, holds: bytes), try share(path) { return }
      try write(path, bytes)
    }
  }

  /// Links the file that the published tree has at a path, without reading it.
  ///
  /// - Parameter path: relative to the root, with `/` between names.
  /// - Returns: false when nothing was added, because there is no regular file or it cannot be linked.
  /// - Throws: as ``add(_:_:)``.
  package func reuse(_ path: String) throws(PublishingFailure) -> Bool {
    try adding(path) { () throws(PublishingFailure) in
      guard let old, hasLinks, try isInOld(Self.folder(of: path)), try old.existing(path)?.type == .regular
      else { return false }
      try claim(path)
      if try share(path) { return true }
      state.withLock { _ = $0.added.remove(path) }
      return false
    }
  }

  /// Makes the staging folder hold exactly the files added so far, for a program that reads them there. No other call
  /// may run at the same time; more files can be added afterwards.
  ///
  /// - Returns: the path of the folder.
  /// - Throws: as ``add(_:_:)``.
  package func makeWhole() throws(PublishingFailure) -> String {
    if let failure = state.withLock({ $0.isClosed ? new.failure("", EBADF) : $0.failure }) { throw failure }
    do throws(PublishingFailure) {
      try linkUnshared()
      try sweep()
      return place
    } catch {
      state.withLock { $0.failure = $0.failure ?? error }
      throw error
    }
  }

  // MARK: For the publisher

  /// Ends adding. Throws the first failure.
  func close() throws(PublishingFailure) {
    let failure = state.withLock { state in
      state.isClosed = true
      return state.failure
    }
    if let failure { throw failure }
  }

  /// The files added, with the marker, if each is the same in the published tree; nil when one differs.
  var unchanged: Set<String>? { state.withLock { $0.isChanged ? nil : $0.unshared.union([marker]) } }

  /// Links the files not yet linked, removes remains that were not added, and returns the counts.
  func finish() throws(PublishingFailure) -> (written: Int, reused: Int) {
    state.withLock { $0.isChanged = true }
    try linkUnshared()
    try sweep()
    return state.withLock { ($0.written, $0.reused) }
  }

  private func linkUnshared() throws(PublishingFailure) {
    let paths = state.withLock { $0.unshared.subtracting($0.linked).sorted() }
    _ = try paths.chunks.parallelMap { [self] (chunk) throws(PublishingFailure) in
      for path in chunk {
        if interruption.isRequested { throw .interrupted }
        if try shareNow(path) { continue }
        // It was the same when it was added or reused, but can no longer be linked.
        guard let bytes = old?.bytes(of: path) else { throw new.failure(path, EIO) }
        try write(path, bytes)
      }
    }
    state.withLock { $0.linked.formUnion(paths) }
  }

  /// Removes remains of an earlier build.
  private func sweep() throws(PublishingFailure) {
    guard hadLeftover else { return }
    _ = try new.walk { entry throws(PublishingFailure) in
      try sweep(entry)
    } unreadable: { folder throws(PublishingFailure) in
      throw PublishingFailure(folder)
    }
  }

  /// Removes an entry that was not added.
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

  /// Records that a path is that of a file.
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

  /// False when the file cannot be linked here.
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
        state.withLock { $0.reused += 1 }
        return true
      }
      try removeLeftover(path)
    }
    switch link(old, path, new, path) {
    case 0:
      state.withLock { $0.reused += 1 }
      return true
    case EEXIST: throw .pathTaken(path: path)
    default: return false
    }
  }

  /// Removes the remains of an earlier build at the path of a new file.
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
      // Two threads can try at once; the second finds the folder.
      try makeOne(folder)
      state.withLock { _ = $0.made.insert(folder) }
    } else {
      // Under the lock, so that nobody writes to a folder before its mode is set.
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

  /// Makes a folder; false when it exists.
  @discardableResult
  private func makeOne(_ folder: String) throws(PublishingFailure) -> Bool {
    if try new.makeFolder(folder) { return true }
    if try new.existing(folder)?.type == .folder { return false }
    guard hadLeftover else { throw .pathTaken(path: folder) }
    try FileSystem.remove(place + "/" + folder)
    return try new.makeFolder(folder)
  }

  /// Whether the published tree has a folder at this path, with no link above it.
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

  /// The folder that contains a path; empty for the root.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[..<slash])
  }

  /// Whether a path is relative and has no empty name, `.` or `..`.
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
