internal import Foundation
internal import Parallel

/// Standard error, for progress and diagnostics.
enum Console {
  /// One line of progress or diagnostics.
  static func note(_ line: String) {
    try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
  }

  /// A result, on standard output, as it is.
  ///
  /// - Throws: when standard output cannot be written, such as on a full disk.
  static func result(_ text: String) throws {
    try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
  }
}

/// One line on standard error that says how far a long computation is. Nothing is written where standard error
/// is no terminal, nor in the first two seconds, nor more than ten times a second.
final class ProgressLine: Sendable {
  private let isShown = isatty(FileHandle.standardError.fileDescriptor) == 1
  /// When the line may next be written.
  private let due = Locked(ContinuousClock.now + .seconds(2))
  private let start = ContinuousClock.now

  /// Replaces the line.
  func show(_ text: @autoclosure () -> String) {
    let isDue = due.withLock { due in
      guard isShown, .now >= due else { return false }
      due = .now + .milliseconds(100)
      return true
    }
    if isDue { write("\r\u{1B}[K" + text()) }
  }

  /// Removes the line.
  func clear() { if isShown, start.duration(to: .now) > .seconds(2) { write("\r\u{1B}[K") } }

  private func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
