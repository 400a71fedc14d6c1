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
