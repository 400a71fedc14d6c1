internal import Foundation

/// Standard error, for progress and diagnostics.
enum Console {
  /// One line of progress or diagnostics.
  static func note(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }

  /// A result, on standard output, as it is.
  static func result(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }
}
