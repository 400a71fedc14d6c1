internal import Foundation

/// The first line in which two texts differ.
package struct LineDifference: Hashable, Sendable {
  /// The 1-based number of the line.
  package let number: Int
  /// The line in the first text, without its end; nil when that text ends before it.
  package let expected: String?
  /// The line in the second text, without its end; nil when that text ends before it.
  package let found: String?

  /// Nil when the bytes are equal, or when either is not text: not UTF-8, or with a null byte.
  init?(expected: Data, found: Data) {
    guard Self.isText(expected), Self.isText(found) else { return nil }
    let (expectedLines, foundLines) = (Self.lines(expected), Self.lines(found))
    let common = zip(expectedLines, foundLines).prefix { $0 == $1 }.count
    guard common < max(expectedLines.count, foundLines.count) else { return nil }
    number = common + 1
    self.expected =
      common < expectedLines.count ? String(decoding: expectedLines[common], as: UTF8.self) : nil
    self.found = common < foundLines.count ? String(decoding: foundLines[common], as: UTF8.self) : nil
  }

  private static func isText(_ bytes: Data) -> Bool {
    !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
  }

  /// The text after the last line end counts as a line, so a difference in the last line end is found too.
  private static func lines(_ bytes: Data) -> [Data] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }
}
