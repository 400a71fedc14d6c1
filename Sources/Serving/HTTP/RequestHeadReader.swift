/// Finds the head of a request in bytes that come in pieces: each byte is looked at once, and there are few of them.
struct RequestHeadReader {
  static let longest = 16 * 1024

  private var bytes: [UInt8] = []

  /// Takes bytes up to the end of the head.
  ///
  /// - Parameter new: what came; what is left of it belongs to the next request.
  /// - Returns: nil when the head goes on.
  /// - Throws: the answer to a head that is malformed or too long.
  mutating func take(_ new: inout ArraySlice<UInt8>) throws(Response) -> RequestHead? {
    while let byte = new.popFirst() {
      guard bytes.count < Self.longest else { throw .tooLong }
      let isEnd = byte == UInt8(ascii: "\n")
      // A line ends with both, and neither stands elsewhere.
      guard isEnd == (bytes.last == UInt8(ascii: "\r")),
        byte >= 0x20 && byte != 0x7F || isEnd || [UInt8(ascii: "\r"), UInt8(ascii: "\t")].contains(byte)
      else { throw .malformed }
      bytes.append(byte)
      guard isEnd, bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) else { continue }
      guard let head = RequestHead(bytes) else { throw .malformed }
      return head
    }
    return nil
  }
}
