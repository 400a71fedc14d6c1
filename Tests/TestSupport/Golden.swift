package import Foundation

/// A committed text that a test compares with.
///
/// `make record` records all of them anew. Its run fails, so that nobody takes it for a test.
package struct Golden: Sendable {
  /// Whether this run records.
  package static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  /// The committed file.
  package let file: URL

  /// Takes a committed file, or one to record.
  package init(_ file: URL) { self.file = file }

  /// The committed text; nil when there is no file.
  package var text: String? { try? String(contentsOf: file, encoding: .utf8) }

  /// The difference between the committed text and the one found: nil when they are equal, otherwise the first lines
  /// that differ. A run that records writes the text found and always returns a difference.
  ///
  /// - Parameter found: nil when the text is no longer made.
  package func difference(from found: String?) -> String? {
    let name = file.path(percentEncoded: false)
      .replacing(Repository.root.path(percentEncoded: false), with: "", maxReplacements: 1)
    guard Self.isRecording else {
      guard found != text else { return nil }
      switch (text, found) {
      case (nil, _): return "\(name): not recorded yet. \(Self.advice)"
      case (_, nil): return "\(name): recorded, but no longer made. \(Self.advice)"
      case (let committed?, let found?):
        return "\(name): \(LineDifference(from: committed, to: found))\n\(Self.advice)"
      }
    }
    do {
      if let found {
        if found != text {
          try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
          try Data(found.utf8).write(to: file)
        }
      } else {
        try FileManager.default.removeItem(at: file)
      }
      return "\(name): recorded. Read the change, then run without RECORD."
    } catch {
      return "\(name): not recorded, \(error)"
    }
  }

  private static let advice = "If the change is meant: make record, and read what git diff shows."
}

/// The first lines in which two texts differ, for the report of a test.
package struct LineDifference: CustomStringConvertible, Sendable {
  /// For people: the line number, then lines of the old text with "-" and of the new one with "+".
  package let description: String

  /// - Parameter most: the maximum number of lines shown of each text.
  package init(from old: String, to new: String, showing most: Int = 6) {
    let old = old.split(separator: "\n", omittingEmptySubsequences: false)
    let new = new.split(separator: "\n", omittingEmptySubsequences: false)
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var (oldEnd, newEnd) = (old.count, new.count)
    while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
      (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1)
    }
    func block(_ lines: ArraySlice<Substring>, _ mark: String) -> String {
      let shown = lines.prefix(most).map { "\n\(mark) \(Self.shortened($0))" }.joined()
      return shown + (lines.count > most ? "\n\(mark) … and \(lines.count - most) more lines" : "")
    }
    description =
      "differs from line \(start + 1)" + block(old[start..<oldEnd], "-") + block(new[start..<newEnd], "+")
  }

  private static func shortened(_ line: Substring) -> String {
    line.count > 300 ? line.prefix(300) + "…" : String(line)
  }
}
