internal import CSystem

/// Rebuilds after changes: one rebuild at a time, and none that is known to be out of date is shown.
actor RebuildLoop {
  /// So many results in a row are held back because something has changed meanwhile; then one is shown all the same,
  /// so that changes that never end do not hide everything.
  static let mostHeldBack = 3
  /// So long findings wait for another change: files that are just being deleted or written look like faults. Changes
  /// are told within this time.
  static let patience = ChangeBurst.longest

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
    var heldBack = 0
    while isOutOfDate {
      isOutOfDate = false
      let start = ContinuousClock.now
      let result = await rebuild()
      let took = start.duration(to: .now)
      if case .findings = result, !isOutOfDate { try? await Task.sleep(for: Self.patience) }
      if isOutOfDate, heldBack < Self.mostHeldBack {
        heldBack += 1
        continue
      }
      heldBack = 0
      let paths = changes
      changes = []
      await show(result, took, paths)
    }
    isRunning = false
    // Each thread that took part keeps what it freed for itself, and there is another set of threads each time.
    freed_memory_give_back()
  }
}
