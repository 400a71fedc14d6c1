public import Foundation
internal import CFileExchange
internal import Dispatch
internal import Synchronization

/// Puts a finished tree of files in the place of a folder, whole or not at all.
///
/// The tree is made in a folder beside the target and exchanged with it in one step of the file system
/// (`renameat2` with `RENAME_EXCHANGE`), so a reader finds the old tree or the new one, and a process that is
/// killed leaves one of the two. File systems that cannot exchange get two renames: between them the target is
/// missing for a moment, and a process killed just then leaves the old tree beside it, which the next build
/// puts back. Files that did not change are shared with the old tree by a hard link, not written again.
public struct FolderPublisher: Sendable {
  /// What publishing did.
  public enum Outcome: Hashable, Sendable {
    /// The folder already held just these files; nothing was touched.
    case unchanged
    /// The folder was exchanged; how many files were written and how many were kept from the old tree.
    case published(written: Int, kept: Int)
  }

  /// The folder, links in its parents resolved.
  public let target: String
  /// The file that marks a folder as made by this toolkit, and so as replaceable.
  public let marker: String

  private let parent: String
  private let interruption: Interruption
  private let patience: Int
  private let exchange: @Sendable (String, String) -> Int32

  /// - Parameters:
  ///   - folder: the folder to publish to; it need not exist yet.
  ///   - marker: a file name that only folders made by this toolkit hold.
  ///   - interruption: asks to stop from another thread.
  ///   - patience: how many tenths of a second to wait while another build publishes to the same folder.
  public init(folder: URL, marker: String, interruption: Interruption = Interruption(), patience: Int = 600) {
    self.init(folder: folder, marker: marker, interruption: interruption, patience: patience) {
      file_exchange($0, $1)
    }
  }

  init(
    folder: URL, marker: String, interruption: Interruption, patience: Int,
    exchange: @escaping @Sendable (String, String) -> Int32
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
  }

  private static func withoutTrailingSlash(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  func beside(_ suffix: String) -> String {
    (parent == "/" ? "" : parent) + "/." + (target.split(separator: "/").last ?? "") + suffix
  }

  var staging: String { beside(".parindex-new") }
  var previous: String { beside(".parindex-old") }

  /// Refuses a folder that must not be replaced, so that nothing is built in vain, and puts back what a killed
  /// build left beside it.
  ///
  /// - Parameter sources: folders that are read; the target must not hold them or lie in them.
  /// - Throws: why the folder is refused.
  public func check(protecting sources: [URL] = []) throws(PublishingFailure) {
    try refuseProtected(sources)
    if try FileSystem.entry(at: target) == nil, try isOurs(previous) {
      try FileSystem.move(previous, to: target)
    }
    try refuseForeign()
  }

  /// Publishes files by their paths relative to the folder, with `/` between names. The marker is added.
  ///
  /// - Parameters:
  ///   - files: the bytes of each file; they are the whole content of the folder afterwards.
  ///   - waiting: called once when another build is publishing to the same folder.
  /// - Throws: why nothing was published; the folder is then as it was before.
  @discardableResult
  public func publish(_ files: [String: Data], waiting: () -> Void = {}) throws(PublishingFailure) -> Outcome
  {
    try interruption.publishing { () throws(PublishingFailure) in
      try refuseForeign()
      try makeParents()
      let lock = try lockStaging(waiting: waiting)
      defer { withExtendedLifetime(lock) {} }
      do throws(PublishingFailure) {
        return try publishLocked(files, waiting: waiting)
      } catch {
        try? removeTree(staging)
        throw error
      }
    }
  }

  private func publishLocked(
    _ given: [String: Data], waiting: () -> Void
  ) throws(PublishingFailure) -> Outcome {
    let files = given.merging([marker: Data("parindex\n".utf8)]) { _, ours in ours }
    let paths = files.keys.sorted()
    // After the exchange the old tree stands in the place of the new one: the lock on it keeps other builds
    // away until it is removed.
    let targetLock = try lockTarget(waiting: waiting)
    defer { withExtendedLifetime(targetLock) {} }
    let kept = try inParallel(paths) { path throws(PublishingFailure) in
      FileSystem.file(target + "/" + path, holds: files[path] ?? Data())
    }
    if !kept.contains(false), try holdsNothingElse(Set(paths)) {
      try removeTree(staging)
      return .unchanged
    }
    try FileSystem.empty(staging, last: marker)
    // The marker first: what a kill leaves is then known to be ours.
    try FileSystem.create(staging + "/" + marker, holding: files[marker] ?? Data())
    // Level by level, since a folder needs the one above it.
    let levels = Dictionary(grouping: Self.folders(of: paths)) { $0.utf8.count { $0 == UInt8(ascii: "/") } }
    for level in levels.keys.sorted() {
      _ = try inParallel(levels[level] ?? []) { folder throws(PublishingFailure) in
        try FileSystem.makeFolder(staging + "/" + folder)
        return true
      }
    }
    let isKept = Dictionary(zip(paths, kept), uniquingKeysWith: { first, _ in first })
    let written = try inParallel(paths.filter { $0 != marker }) { path throws(PublishingFailure) in
      if interruption.isRequested { throw .interrupted }
      let place = staging + "/" + path
      if isKept[path] == true, FileSystem.share(target + "/" + path, as: place) { return false }
      try FileSystem.create(place, holding: files[path] ?? Data())
      return true
    }
    if interruption.isRequested { throw .interrupted }
    try putInPlace()
    // The new tree is public: what is left of the old one is no reason to fail.
    try? removeTree(staging)
    if (try? isOurs(previous)) == true { try? removeTree(previous) }
    let count = written.count { $0 }
    return .published(written: count, kept: written.count - count)
  }

  private func putInPlace() throws(PublishingFailure) {
    guard try FileSystem.entry(at: target) != nil else { return try FileSystem.move(staging, to: target) }
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

  // MARK: Refusing

  private func refuseForeign() throws(PublishingFailure) {
    guard let entry = try FileSystem.entry(at: target) else { return }
    switch entry.kind {
    case .link: throw .symbolicLink(path: target)
    case .file, .other: throw .notOurs(path: target)
    case .folder:
      let names = try FileSystem.names(in: target)
      guard names.isEmpty || names.contains(marker) else { throw .notOurs(path: target) }
    }
  }

  private func refuseProtected(_ sources: [URL]) throws(PublishingFailure) {
    let folders = [
      FileManager.default.homeDirectoryForCurrentUser.path(percentEncoded: false),
      FileManager.default.currentDirectoryPath,
    ]
    if target == "/" { throw .protected(path: target, reason: "/") }
    for folder in folders.compactMap(FileSystem.resolved) where Self.holds(target, folder) {
      throw .protected(path: target, reason: folder)
    }
    for source in sources.compactMap({ FileSystem.resolved($0.path(percentEncoded: false)) })
    where Self.holds(target, source) || Self.holds(source, target) {
      throw .protected(path: target, reason: source)
    }
  }

  private static func holds(_ folder: String, _ other: String) -> Bool {
    other == folder || other.hasPrefix(folder == "/" ? "/" : folder + "/")
  }

  private func isOurs(_ folder: String) throws(PublishingFailure) -> Bool {
    guard try FileSystem.entry(at: folder)?.kind == .folder else { return false }
    return try FileSystem.entry(at: folder + "/" + marker)?.kind == .file
  }

  // MARK: Preparing

  private func makeParents() throws(PublishingFailure) {
    var path = ""
    for name in parent.split(separator: "/") {
      path += "/" + name
      try FileSystem.makeFolder(path)
    }
  }

  /// The lock on a folder beside the target that holds nothing but, perhaps, what a killed build left.
  private func lockStaging(waiting: () -> Void) throws(PublishingFailure) -> FolderLock {
    for attempt in 0...max(patience, 0) {
      if interruption.isRequested { throw .interrupted }
      try FileSystem.makeFolder(staging)
      if let lock = try FolderLock(staging) {
        let names = try FileSystem.names(in: staging)
        guard names.isEmpty || names.contains(marker) else { throw .notOurs(path: staging) }
        return lock
      }
      if attempt == 1 { waiting() }
      usleep(100_000)
    }
    throw .busy(path: target)
  }

  /// The lock on the folder that is replaced; nil when there is none yet.
  private func lockTarget(waiting: () -> Void) throws(PublishingFailure) -> FolderLock? {
    for attempt in 0...max(patience, 0) {
      if interruption.isRequested { throw .interrupted }
      if try FileSystem.entry(at: target) == nil { return nil }
      if let lock = try FolderLock(target) { return lock }
      if attempt == 1 { waiting() }
      usleep(100_000)
    }
    throw .busy(path: target)
  }

  /// Removes a folder of ours, the marker last: what a kill leaves is still known to be ours.
  private func removeTree(_ folder: String) throws(PublishingFailure) {
    guard try FileSystem.entry(at: folder)?.kind == .folder else { return }
    try FileSystem.empty(folder, last: marker)
    try FileSystem.remove(folder)
  }

  private static func folders(of paths: [String]) -> [String] {
    var folders: Set<String> = []
    for path in paths {
      var folder = path[...]
      while let slash = folder.lastIndex(of: "/") {
        folder = folder[..<slash]
        if !folders.insert(String(folder)).inserted { break }
      }
    }
    return folders.sorted()
  }

  /// Whether the folder holds no file, link or folder beyond those of the paths.
  private func holdsNothingElse(_ paths: Set<String>) throws(PublishingFailure) -> Bool {
    let folders = Set(Self.folders(of: Array(paths)))
    var pending = [""]
    while let folder = pending.popLast() {
      for name in try FileSystem.names(in: target + "/" + folder) {
        let path = folder.isEmpty ? name : folder + "/" + name
        if folders.contains(path) { pending.append(path) } else if !paths.contains(path) { return false }
      }
    }
    return true
  }

  /// The results in the order of the elements, worked out on all cores; of several failures one is thrown.
  private func inParallel(
    _ elements: [String], _ work: @escaping @Sendable (String) throws(PublishingFailure) -> Bool
  ) throws(PublishingFailure) -> [Bool] {
    let chunk = 32
    let parts = (elements.count + chunk - 1) / chunk
    let results = Mutex<[Int: Result<[Bool], PublishingFailure>]>([:])
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      let slice = elements[part * chunk..<min((part + 1) * chunk, elements.count)]
      let result: Result<[Bool], PublishingFailure>
      do throws(PublishingFailure) {
        var values: [Bool] = []
        for element in slice { values.append(try work(element)) }
        result = .success(values)
      } catch {
        result = .failure(error)
      }
      results.withLock { $0[part] = result }
    }
    var all: [Bool] = []
    let byPart = results.withLock { $0 }
    for part in 0..<parts { if let result = byPart[part] { all += try result.get() } }
    return all
  }
}
