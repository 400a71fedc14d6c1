import Foundation
import Testing
import Text

@testable import ProvinceData
@testable import Scoring

@Suite("Lines of a file")
struct LineReaderTests {
  private func lines(_ text: String) throws -> [String] {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    var reader = try LineReader(file)
    var lines: [String] = []
    while let line = try reader.next() {
      lines.append(String(decoding: line, as: UTF8.self))
      #expect(reader.line == lines.count)
    }
    #expect(try reader.next() == nil)
    return lines
  }

  @Test(
    "are those of the text, whatever ends them",
    arguments: [
      "", "a", "a\n", "a\nb", "\n", "\r\n", "\r", "a\r\rb\r", "a\r\n\r\nb", "a\n\rb", "đ,\"x\"\r\ný\r",
    ])
  func plain(text: String) throws {
    #expect(try lines(text) == TextLines.all(of: text))
    if !text.isEmpty { #expect(try lines("\u{FEFF}" + text) == TextLines.all(of: text)) }
  }

  /// The reader reads blocks of 262,144 bytes; every kind of line end falls on a block boundary once.
  @Test("are whole across the blocks that a file is read in", arguments: ["\n", "\r\n", "\r"])
  func blocks(end: String) throws {
    for length in 262_141...262_145 {
      let text =
        String(repeating: "x", count: length) + end + "y" + end + String(repeating: "z", count: length)
      #expect(try lines(text).map(\.utf8.count) == [length, 1, length])
    }
  }
}
