/// Changes that are reported together, so that a file written in three steps, or a thousand files, are one change.
struct ChangeBurst {
  /// How long nothing happens after a burst in which every file that was opened has been closed again.
  static let quiet = Duration.milliseconds(8)
  /// The same while a file is still being written.
  static let quietWhileWriting = Duration.milliseconds(60)
  /// How long a burst is held back at most.
  static let longest = Duration.milliseconds(100)

  private(set) var paths: Set<String> = []
  /// Whether folders came or went.
  private(set) var changesFolders = false
  private var beingWritten: Set<String> = []
  private var first: ContinuousClock.Instant?
  private var last: ContinuousClock.Instant?

  enum BurstStep { case writing, done, folders }

  mutating func add(_ path: String, _ step: BurstStep, at time: ContinuousClock.Instant) {
    paths.insert(path)
    switch step {
    case .writing: beingWritten.insert(path)
    case .done: beingWritten.remove(path)
    case .folders: changesFolders = true
    }
    if first == nil { first = time }
    last = time
  }

  /// When the burst is to be reported; nil when there is none.
  var due: ContinuousClock.Instant? {
    guard let first, let last else { return nil }
    return min(
      first + Self.longest, last + (beingWritten.isEmpty ? Self.quiet : Self.quietWhileWriting))
  }

  /// Begins the next burst.
  mutating func clear() { self = ChangeBurst() }
}
