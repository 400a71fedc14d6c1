internal import Files

/// Finds changes by listing folders: when the system says that there are some, or else again and again.
struct WatchLoop: Sendable {
  /// How often the folders are listed, or, where the system tells of changes, the watched folders themselves looked at:
  /// they may come, go, or be exchanged by name.
  private static let interval = Duration.milliseconds(250)
  /// How long a burst is held back at most.
  static let longest = Duration.milliseconds(100)

  let folders: [String]
  let maximumWatches: Int
  let method: @Sendable (FolderWatch.Method) -> Void
  /// Nil when the system does not tell of changes.
  private var queue: InotifyQueue?
  private var watches: Set<Int32> = []
  private var listing = FolderListing([]) { _ in }

  /// Begins to watch.
  init(folders: [String], maximumWatches: Int, method: @escaping @Sendable (FolderWatch.Method) -> Void) {
    (self.folders, self.maximumWatches, self.method) = (folders, maximumWatches, method)
    do throws(FolderWatch.PollingReason) {
      queue = try InotifyQueue(folders)
    } catch {
      method(.polling(error))
    }
    listing = list()
    if queue != nil { method(.notification) }
  }

  /// Reports changes until the end.
  mutating func run(until end: WatchEnd, _ report: (Set<String>) -> Void) {
    while end.sleep(Self.interval, reading: queue?.file) {
      let isTold = queue.map { takeBurst($0, end) } ?? false
      guard isTold || queue == nil || !listing.hasSameRoots(folders) else { continue }
      var now = list()
      // Nobody tells when a burst has ended: two listings are the same.
      for _ in 0..<5 where queue == nil && now != listing && end.sleep(.milliseconds(40), reading: nil) {
        let next = list()
        if next == now { break }
        now = next
      }
      let paths = listing.difference(to: now)
      listing = now
      if isTold || !paths.isEmpty { report(paths.isEmpty ? Set(folders) : paths) }
    }
  }

  /// Waits for the end of a burst, so that a file written in three steps, or a thousand files, are one change.
  ///
  /// - Returns: whether the system tells of any change.
  private func takeBurst(_ queue: InotifyQueue, _ end: WatchEnd) -> Bool {
    let last = ContinuousClock.now + Self.longest
    var isTold = false
    while let quiet = queue.read() {
      isTold = true
      let rest = ContinuousClock.now.duration(to: last)
      guard rest > .zero, end.sleep(min(quiet, rest), reading: queue.file) else { break }
    }
    return isTold
  }

  /// Lists the folders, and watches each before it is listed and no other, so that no later change goes untold.
  private mutating func list() -> FolderListing {
    do throws(FolderWatch.PollingReason) {
      var watches: Set<Int32> = []
      let listing = try FolderListing(folders) { path throws(FolderWatch.PollingReason) in
        if let number = try queue?.watch(path) { watches.insert(number) }
        if watches.count > maximumWatches { throw .tooManyFolders }
      }
      for number in self.watches.subtracting(watches) { queue?.unwatch(number) }
      self.watches = watches
      return listing
    } catch {
      queue = nil
      method(.polling(error))
      return list()
    }
  }
}
