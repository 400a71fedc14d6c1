package import Foundation
internal import CSystem
internal import Parallel

/// Replaces a folder with a finished tree of files, completely or not at all.
///
/// The tree is made in a staging folder beside the target and exchanged with it in one step of the file system
/// (`renameat2` with `RENAME_EXCHANGE`). So a reader finds the old tree or the new one, and a process that is killed
/// leaves one of the two. File systems without exchange get two renames: between them the target is missing for a
/// moment, and a process killed just then leaves the old tree beside it, which the next build restores. Unchanged
/// files are hard links to the old tree. The old tree stays beside the target, and the next build updates it by what
/// differs (``StagedTree``).
package struct FolderPublisher: Sendable {
  package enum PublishingOutcome: Hashable, Sendable {
    /// The folder already had exactly these files; nothing was touched.
    case unchanged
    /// The folder was exchanged. `written` and `reused` count the new files and those shared with the old tree.
    case published(written: Int, reused: Int)
  }

  /// The folder, with links in its parents resolved.
  let target: String
  /// The file that marks a folder as made by this toolkit, and therefore replaceable.
  let marker: String

  private let parent: String
  private let interruption: Interruption
  private let patience: Int
  private let exchange: @Sendable (String, String) -> Int32
  private let link: Link

  /// Makes a hard link in another folder; returns the error number, 0 for none.
  typealias Link =
    @Sendable (_ folder: OpenFolder, _ path: String, _ other: OpenFolder, _ otherPath: String) -> Int32

  /// - Parameters:
  ///   - folder: the folder to publish to; it need not exist.
  ///   - marker: a file name that only folders made by this toolkit have.
  ///   - interruption: requests to stop from another thread.
  ///   - patience: tenths of a second to wait while another build publishes to the same folder.
  package init(folder: URL, marker: String, interruption: Interruption = Interruption(), patience: Int = 600)
  {
    self.init(
      folder: folder, marker: marker, interruption: interruption, patience: patience,
      exchange: { file_exchange($0, $1) })
  }

  init(
    folder: URL, marker: String, interruption: Interruption, patience: Int,
    exchange: @escaping @Sendable (String, String) -> Int32 = { file_exchange($0, $1) },
    link: @escaping Link = { $0.share($1, with: $2, as: $3) }
  ) {
    let path = Self.withoutTrailingSlash(folder.standardizedFileURL.path(percentEncoded: false))
    let name = URL(filePath: path).lastPathComponent
    let above = Self.withoutTrailingSlash(
      URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false))
    parent = FileSystem.resolved(above) ?? above
    target = path == "/" ? path : (parent == "/" ? "" : parent) + "/" + name
    self.marker = marker
    self.interruption = interruption
    self.patience = patience
    self.exchange = exchange
    self.link = link
  }

  private static func withoutTrailingSlash(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  func beside(_ suffix: String) -> String {
    (parent == "/" ? "" : parent) + "/." + (target.split(separator: "/").last ?? "") + suffix
  }

  private var staging: String { beside(".parindex-new") }
  var previous: String { beside(".parindex-old") }

  /// Publishes files by their paths relative to the folder, with `/` between names, and adds the marker.
  ///
  /// - Parameters:
  ///   - files: the bytes of each file; together they become the whole content of the folder.
  ///   - waiting: called once when another build is publishing to the same folder.
  /// - Throws: why nothing was published; the folder then stays as it was.
  @discardableResult
  package func publish(_ files: [String: Data], waiting: () -> Void = {}) throws(PublishingFailure)
    -> PublishingOutcome
  {
    let outcome = try publish(waiting: waiting) { tree throws(PublishingFailure) in
      // In order of paths, so that each folder is filled while the system still caches it.
      _ = try files.sorted { $0.key < $1.key }.chunks.parallelMap { (chunk) throws(PublishingFailure) in
        for (path, bytes) in chunk where path != marker { try tree.add(path, bytes) }
      }
      return true
    }
    // Never nil, because the closure above returns true.
    return outcome ?? .unchanged
  }

  /// Publishes files that are added one by one, so that they need not all be in memory, and adds the marker.
  ///
  /// - Parameters:
  ///   - waiting: called once when another build is publishing to the same folder.
  ///   - filling: adds all files of the folder, and returns whether to publish them. Its calls of the tree, on any
  ///     thread, must end before it returns.
  /// - Returns: nil when `filling` returned false; the folder then stays as it was.
  /// - Throws: why nothing was published; the folder then stays as it was.
  package func publish(
    waiting: () -> Void = {}, filling: (StagedTree) throws(PublishingFailure) -> Bool
  ) throws(PublishingFailure) -> PublishingOutcome? {
    try interruption.publishing { () throws(PublishingFailure) in
      try refuseForeign()
      var parents: [String] = []
      defer { for folder in parents.reversed() { try? FileSystem.removeEmpty(folder) } }
      let lock = try lockStaging(making: &parents, waiting: waiting)
      defer { withExtendedLifetime(lock) {} }
      do throws(PublishingFailure) {
        let outcome = try publishLocked(waiting: waiting, filling: filling)
        if outcome == nil { try removeTree(staging) }
        return outcome
      } catch {
        try? removeTree(staging)
        throw error
      }
    }
  }

  private func publishLocked(
    waiting: () -> Void, filling: (StagedTree) throws(PublishingFailure) -> Bool
  ) throws(PublishingFailure) -> PublishingOutcome? {
    // After the exchange the old tree is in the staging folder. Its lock keeps other builds away from it until this
    // one has ended.
    let targetLock = try lockTarget(waiting: waiting)
    defer { withExtendedLifetime(targetLock) {} }
    let tree = try StagedTree(
      staging, over: targetLock == nil ? nil : target, marker: marker, interruption: interruption, link: link)
    let isWanted: Bool
    do throws(PublishingFailure) {
      isWanted = try filling(tree)
    } catch {
      try? tree.close()
      throw error
    }
    try tree.close()
    guard isWanted else { return nil }
    if let paths = tree.unchanged, try holdsNothingElse(paths) {
      if !tree.hadLeftover { try removeTree(staging) }
      return .unchanged
    }
    let (written, reused) = try tree.finish()
    if interruption.isRequested { throw .interrupted }
    // Somebody may have put their own files there meanwhile.
    try refuseForeign()
    try putInPlace()
    // The new tree is public, so a failure to remove the old one is ignored. The old tree stays for the next build,
    // which then only has to apply changes; without hard links it would be a second copy of all files.
    if !tree.hasLinks { try? removeTree(staging) }
    if (try? isOurs(previous)) == true { try? removeTree(previous) }
    return .published(written: written, reused: reused)
  }

  private func putInPlace() throws(PublishingFailure) {
    guard try FileSystem.existing(target) != nil else { return try FileSystem.move(staging, to: target) }
    let code = exchange(staging, target)
    if code == 0 { return }
    guard [EINVAL, ENOSYS, ENOTSUP, EOPNOTSUPP].contains(code) else {
      throw .system(path: target, code: code)
    }
    if try isOurs(previous) { try removeTree(previous) }
    try FileSystem.move(target, to: previous)
    do throws(PublishingFailure) {
      try FileSystem.move(staging, to: target)
    } catch {
      try? FileSystem.move(previous, to: target)
      throw error
    }
  }

  // MARK: Preparing

  /// Makes the folders above the target and records the new ones.
  private func makeParents(_ made: inout [String]) throws(PublishingFailure) {
    var path = ""
    for name in parent.split(separator: "/") {
      path += "/" + name
      if try FileSystem.makeFolder(path) { made.append(path) }
    }
  }

  /// Locks the staging folder, which is empty or has the remains of an earlier build.
  private func lockStaging(
    making parents: inout [String], waiting: () -> Void
  ) throws(PublishingFailure) -> FolderLock {
    for attempt in 0...max(patience, 0) {
      if interruption.isRequested { throw .interrupted }
      try makeParents(&parents)
      try FileSystem.makeFolder(staging)
      if let lock = try FolderLock(staging) {
        try refuseForeignContent(of: staging)
        return lock
      }
      if attempt == 1 { waiting() }
      usleep(100_000)
    }
    throw .busy(path: target)
  }

  /// Locks the folder to replace; nil when there is none yet.
  private func lockTarget(waiting: () -> Void) throws(PublishingFailure) -> FolderLock? {
    for attempt in 0...max(patience, 0) {
      if interruption.isRequested { throw .interrupted }
      if try FileSystem.existing(target) == nil { return nil }
      if let lock = try FolderLock(target) { return lock }
      if attempt == 1 { waiting() }
      usleep(100_000)
    }
    throw .busy(path: target)
  }

  /// Removes a folder made by this toolkit, the marker last, so that the remains after a kill are still recognised.
  private func removeTree(_ folder: String) throws(PublishingFailure) {
    guard try FileSystem.existing(folder)?.type == .folder else { return }
    try FileSystem.empty(folder, last: marker)
    try FileSystem.removeEmpty(folder)
  }

  /// Whether the folder has no file, link or folder other than those of the paths.
  private func holdsNothingElse(_ paths: Set<String>) throws(PublishingFailure) -> Bool {
    var folders: Set<String> = []
    for path in paths {
      var folder = StagedTree.folder(of: path)
      while !folder.isEmpty, folders.insert(folder).inserted { folder = StagedTree.folder(of: folder) }
    }
    let folder = try FileSystem.reading { () throws(UnreadableFolder) in try OpenFolder(target) }
    return try folder.walk { entry throws(PublishingFailure) in
      if entry.type == .folder, folders.contains(entry.path) { return .enter }
      return paths.contains(entry.path) ? .skip : .stop
    } unreadable: { folder throws(PublishingFailure) in
      throw PublishingFailure(folder)
    }
  }
}
