internal import Foundation
internal import Parallel
internal import Text

/// Standard output and error.
enum Console {
  /// Writes progress or diagnostics to standard error, with hidden characters written out.
  static func note(_ line: String) {
    try? FileHandle.standardError.write(contentsOf: Data((line.shown(keeping: ["\n", "\t"]) + "\n").utf8))
  }

  /// Writes a result to standard output, unchanged.
  ///
  /// - Throws: when standard output cannot be written, for example on a full disk.
  static func result(_ text: String) throws {
    try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
  }
}

/// A progress line on standard error for long computations. It is written only to a terminal, after the first two
/// seconds, and at most ten times a second.
final class ProgressLine: Sendable {
  private let isShown = isatty(FileHandle.standardError.fileDescriptor) == 1
  /// The earliest time of the next update.
  private let due = Locked(ContinuousClock.now + .seconds(2))
  private let start = ContinuousClock.now

  func show(_ text: @autoclosure () -> String) {
    let isDue = due.withLock { due in
      guard isShown, .now >= due else { return false }
      due = .now + .milliseconds(100)
      return true
    }
    if isDue { write("\r\u{1B}[K" + text()) }
  }

  func clear() { if isShown, start.duration(to: .now) > .seconds(2) { write("\r\u{1B}[K") } }

  private func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
