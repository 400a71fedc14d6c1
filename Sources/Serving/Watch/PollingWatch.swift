/// Finds changes by listing folders again and again.
struct PollingWatch: Sendable {
  private static let interval = Duration.milliseconds(250)
  /// A burst has ended when two listings this far apart are the same.
  private static let quiet = Duration.milliseconds(40)

  private let folders: [String]
  private let start: FolderListing

  /// Takes the listing that later ones are compared with.
  init(folders: [String]) {
    self.folders = folders
    start = FolderListing(folders)
  }

  /// Reports changes until the end.
  func run(until end: WatchEnd, _ report: (Set<String>) -> Void) {
    var reported = start
    while end.sleep(Self.interval) {
      var now = FolderListing(folders)
      guard now != reported else { continue }
      // A burst that does not end is reported too.
      for _ in 0..<5 where end.sleep(Self.quiet) {
        let next = FolderListing(folders)
        if next == now { break }
        now = next
      }
      report(reported.difference(to: now))
      reported = now
    }
  }
}
