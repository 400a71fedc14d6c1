internal import Foundation

/// Reads the lines of a file one at a time, so that memory does not grow with the file.
struct LineReader {
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  /// The 1-based number of the last line read; 0 before the first.
  private(set) var line = 0

  /// - Throws: when the file cannot be opened.
  init(_ file: URL) throws { handle = try FileHandle(forReadingFrom: file) }

  /// The next line without its end (LF, CRLF or CR) and without a byte order mark; nil at the end of the file.
  ///
  /// - Throws: when the file cannot be read.
  mutating func next() throws -> ArraySlice<UInt8>? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
        // The next byte decides whether a line feed follows this carriage return.
        if buffer[end] == 0x0D, end + 1 == buffer.count, !isAtEnd {
          try fill(keeping: &searched, end)
          continue
        }
        let isPair = buffer[end] == 0x0D && end + 1 < buffer.count && buffer[end + 1] == 0x0A
        return take(upTo: end, next: end + (isPair ? 2 : 1))
      }
      if isAtEnd { return start < buffer.count ? take(upTo: buffer.count, next: buffer.count) : nil }
      try fill(keeping: &searched, buffer.count)
    }
  }

  private mutating func take(upTo end: Int, next: Int) -> ArraySlice<UInt8> {
    line += 1
    let hasMark = line == 1 && buffer[start..<end].starts(with: [0xEF, 0xBB, 0xBF])
    defer { start = next }
    return buffer[(start + (hasMark ? 3 : 0))..<end]
  }

  /// Reads more bytes, drops the lines already returned, and shifts the indices accordingly.
  private mutating func fill(keeping searched: inout Int, _ place: Int) throws {
    searched = place - start
    buffer.removeSubrange(..<start)
    start = 0
    let more = try handle.read(upToCount: 1 << 18) ?? Data()
    isAtEnd = more.isEmpty
    buffer += more
  }
}
