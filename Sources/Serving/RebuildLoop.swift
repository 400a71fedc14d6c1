internal import CSystem

/// Rebuilds after changes, one rebuild at a time, and shows no result that is known to be out of date.
actor RebuildLoop {
  /// How many results in a row may be skipped because a file has changed meanwhile. Then one is shown all the same: else
  /// changes that never end would hide everything.
  static let maximumSkipped = 3
  /// How long findings wait for another change before they are shown: a file that is just being written or deleted
  /// looks like a fault. Within this time the watch reports the next change.
  private static let patience = WatchLoop.longest

  private let rebuild: @Sendable () async -> Rebuild
  private let show: @Sendable (Rebuild, _ took: Duration, _ changes: Set<String>) async -> Void
  private var changes: Set<String> = []
  /// Whether something has changed since the rebuild under way began.
  private var isOutOfDate = false
  private var isRunning = false

  /// - Parameters:
  ///   - rebuild: makes the site of what the files hold now.
  ///   - show: takes a result, the time it took, and the paths that changed since the one shown before.
  init(
    rebuild: @escaping @Sendable () async -> Rebuild,
    show: @escaping @Sendable (Rebuild, _ took: Duration, _ changes: Set<String>) async -> Void
  ) {
    self.rebuild = rebuild
    self.show = show
  }

  /// Says that something has changed, or, with no path, that a first build is wanted. Returns at once.
  func changed(_ paths: Set<String>) {
    changes.formUnion(paths)
    isOutOfDate = true
    guard !isRunning else { return }
    isRunning = true
    Task { await run() }
  }

  private func run() async {
    var skipped = 0
    while isOutOfDate {
      isOutOfDate = false
      let start = ContinuousClock.now
      let result = await rebuild()
      let took = start.duration(to: .now)
      if case .findings = result, !isOutOfDate { try? await Task.sleep(for: Self.patience) }
      if isOutOfDate, skipped < Self.maximumSkipped {
        skipped += 1
        continue
      }
      skipped = 0
      let paths = changes
      changes = []
      await show(result, took, paths)
    }
    isRunning = false
    // Each thread keeps freed memory for itself, and every rebuild runs on other threads.
    freed_memory_give_back()
  }
}
