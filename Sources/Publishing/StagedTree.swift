public import Foundation
internal import Parallel
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A tree of files that is being made beside the folder whose place it will take.
///
/// Files may be added from several threads, in any order. After one call failed every other fails in the same way,
/// and the tree is not published: it could lack a file or hold half of one. Files that are the same as in the
/// published tree are shared with it only when the first other one comes, so that a tree in which nothing changed
/// leaves the published one alone.
public final class StagedTree: Sendable {
  private struct State {
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
  private let hasLinks: Bool
  private let state: Mutex<State>

  /// - Parameters:
  ///   - folder: an empty folder.
  ///   - published: the folder whose place it will take; nil when there is none.
  init(
    _ folder: String, over published: String?, marker: String, interruption: Interruption,
    link: @escaping FolderPublisher.Link
  ) throws(PublishingFailure) {
    let new = try OpenFolder(folder)
    let old: OpenFolder? = if let published { try OpenFolder(published) } else { nil }
    // The marker first: what a kill leaves is then known to be ours.
    let mark = Data("parindex\n".utf8)
    guard try new.create(marker, holding: mark, settingMode: false) else { throw .pathTaken(path: marker) }
    setsFileMode = try new.entry(at: marker)?.mode != FileSystem.fileMode
    if setsFileMode {
      new.remove(marker)
      _ = try new.create(marker, holding: mark, settingMode: true)
    }
    hasLinks = old != nil && link(new, marker, new, marker + "-link") == 0
    if hasLinks { new.remove(marker + "-link") }
    state = Mutex(State(isChanged: old?.file(marker, holds: mark) != true))
    (self.new, self.old, self.marker) = (new, old, marker)
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
  public func add(_ path: String, _ bytes: Data) throws(PublishingFailure) {
    try adding(path) { () throws(PublishingFailure) in
      if let old, try isInOld(Self.folder(of: path)), old.file(path, holds: bytes), try share(path) { return }
      try write(path, bytes)
    }
  }

  /// Shares the file that the published tree has at a path, without reading it.
  ///
  /// - Parameter path: relative to the root, with `/` between names.
  /// - Returns: false when nothing was added: there is no plain file, or it can not have a second name here.
  /// - Throws: as ``add(_:_:)``.
  public func keep(_ path: String) throws(PublishingFailure) -> Bool {
    try adding(path) { () throws(PublishingFailure) in
      guard let old, hasLinks, try isInOld(Self.folder(of: path)), try old.entry(at: path)?.kind == .file
      else { return false }
      return try share(path)
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

  /// Shares what is not shared yet, and counts.
  func finish() throws(PublishingFailure) -> (written: Int, kept: Int) {
    let paths = state.withLock { state in
      state.isChanged = true
      return state.unshared.sorted()
    }
    _ = try paths.inPieces.parallelMap { [self] (piece) throws(PublishingFailure) in
      for path in piece {
        if interruption.isRequested { throw .interrupted }
        if try shareNow(path) { continue }
        // It was the same when it was added, or was to be kept as it is.
        guard let bytes = old?.bytes(of: path) else { throw new.failure(path, EIO) }
        try write(path, bytes)
      }
    }
    return state.withLock { ($0.written, $0.kept) }
  }

  // MARK: Adding

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
    guard try new.create(path, holding: bytes, settingMode: setsFileMode) else {
      throw .pathTaken(path: path)
    }
    state.withLock {
      $0.isChanged = true
      $0.written += 1
    }
  }

  /// False when the file can not have a second name here.
  private func share(_ path: String) throws(PublishingFailure) -> Bool {
    guard hasLinks else { return false }
    let waits = try state.withLock { state throws(PublishingFailure) in
      if state.isChanged { return false }
      guard state.unshared.insert(path).inserted else { throw .pathTaken(path: path) }
      return true
    }
    return if waits { true } else { try shareNow(path) }
  }

  private func shareNow(_ path: String) throws(PublishingFailure) -> Bool {
    guard let old else { return false }
    try makeFolder(Self.folder(of: path))
    switch link(old, path, new, path) {
    case 0:
      state.withLock { $0.kept += 1 }
      return true
    case EEXIST: throw .pathTaken(path: path)
    default: return false
    }
  }

  // MARK: Folders

  private func makeFolder(_ folder: String) throws(PublishingFailure) {
    if folder.isEmpty { return }
    let (isMade, setsMode) = state.withLock { ($0.made.contains(folder), $0.setsFolderMode) }
    if isMade { return }
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
            state.setsFolderMode = try new.entry(at: folder)?.mode != FileSystem.folderMode
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
    guard try new.entry(at: folder)?.kind == .folder else { throw .pathTaken(path: folder) }
    return false
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
    if isThere { isThere = try old.entry(at: folder)?.kind == .folder }
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
