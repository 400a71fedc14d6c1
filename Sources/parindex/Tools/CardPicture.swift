internal import Files
internal import Foundation
internal import Pages

/// The bytes of a card as PNG (https://www.w3.org/TR/png/). They hold the digest of what they were made from, in a text
/// after the head, so that a later build knows whether they are still right.
enum CardPicture {
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  /// Signature and head.
  private static let headSize = 33
  private static let keyword = Array("Drawing\0".utf8)
  private static let keySize = 64

  /// The digest of a drawing with the program that makes the picture.
  static func key(ofDrawing svg: String, by tool: FoundTool) -> String {
    FileDigest(of: Array((tool.version + "\n" + svg).utf8)).sha256
  }

  /// The picture with the key in it; nil when it is not one of the size of cards.
  static func marked(_ png: Data, with key: String) -> Data? {
    let bytes = Array(png)
    guard bytes.count > headSize, bytes.starts(with: signature),
      number(bytes[16..<20]) == CardDrawing.width, number(bytes[20..<24]) == CardDrawing.height
    else { return nil }
    return Data(bytes[..<headSize] + chunk(key) + bytes[headSize...])
  }

  /// The key in a picture; nil without one.
  static func key(of png: Data) -> String? {
    let bytes = Array(png.prefix(headSize + 8 + keyword.count + keySize + 4))
    let start = headSize + 8 + keyword.count
    guard bytes.count == start + keySize + 4 else { return nil }
    let key = String(decoding: bytes[start..<start + keySize], as: UTF8.self)
    return Array(bytes[headSize...]) == chunk(key) ? key : nil
  }

  /// A text: length, kind, keyword and value, checksum.
  private static func chunk(_ key: String) -> [UInt8] {
    let content = keyword + Array(key.utf8)
    let checked = Array("tEXt".utf8) + content
    return bytes(of: UInt32(content.count)) + checked + bytes(of: checksum(checked))
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

  private static func bytes(of number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// CRC-32.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
  }
}
