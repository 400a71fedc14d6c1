internal import Foundation

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
/// is no terminal, nor in the first two seconds.
struct ProgressLine {
  private let start = ContinuousClock.now
  private let isShown = isatty(FileHandle.standardError.fileDescriptor) == 1

  /// Replaces the line.
  func show(_ text: String) { if isDue { write("\r\u{1B}[K" + text) } }

  /// Removes the line.
  func clear() { if isDue { write("\r\u{1B}[K") } }

  private var isDue: Bool { isShown && start.duration(to: .now) > .seconds(2) }

  private func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
