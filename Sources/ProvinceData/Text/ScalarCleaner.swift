internal import Scoring
internal import SourceFiles

/// Brings a value as typed into the form that is compared and shown, and says what was stray.
struct ScalarCleaner {
  let file: String
  let log: FindingLog

  /// NFC, blanks of every kind as single spaces, none at the ends. Findings stand where the first fault does.
  func clean(_ raw: String, at position: Position, isQuoted: Bool) -> Scalar {
    var raw = raw
    return raw.withUTF8 { clean($0, at: position, isQuoted: isQuoted) }
  }

  /// The same, of UTF-8.
  func clean(_ bytes: UnsafeBufferPointer<UInt8>, at position: Position, isQuoted: Bool) -> Scalar {
    let raw = String(decoding: bytes, as: UTF8.self)
    if Self.isClean(bytes) { return Scalar(text: raw, position: position, isQuoted: isQuoted) }
    let offset = isQuoted ? 1 : 0
    var result = String.UnicodeScalarView()
    var stray: Int?
    var pendingSpace: Int?
    for (index, scalar) in raw.unicodeScalars.enumerated() {
      if Self.isBlank(scalar) {
        let isUsual = scalar == " " && pendingSpace == nil && !result.isEmpty
        if !isUsual && stray == nil { stray = index }
        pendingSpace = pendingSpace ?? index
        continue
      }
      if Self.isInvisible(scalar) {
        stray = stray ?? index
        continue
      }
      if scalar.properties.generalCategory == .control {
        let code = String(scalar.value, radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
        log.report(
          .textControlCharacter(code: "U+" + padded), in: file, at: position.moved(by: index + offset))
        continue
      }
      if pendingSpace != nil {
        if !result.isEmpty { result.append(" ") }
        pendingSpace = nil
      }
      result.append(scalar)
    }
    if let pendingSpace, stray == nil { stray = pendingSpace }
    if let stray { log.report(.textStrayWhitespace, in: file, at: position.moved(by: stray + offset)) }
    return Scalar(text: String(result).composed, position: position, isQuoted: isQuoted)
  }

  /// Whether a value surely has nothing to clean, told from its bytes: no control character, single spaces
  /// between words, and no byte that begins a blank, an invisible character or one that NFC may change.
  private static func isClean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in bytes {
      switch byte {
      case 0x21...0x7E, 0x80..<0xC2, 0xC3..<0xCC: break
      case UInt8(ascii: " ") where previous != UInt8(ascii: " "): break
      case 0xE1: break
      default: return false
      }
      // Of the scalars that 0xE1 begins, only the letters with marks, U+1E00 to U+1EFF, are sure.
      if previous == 0xE1, !(0xB8...0xBB).contains(byte) { return false }
      previous = byte
    }
    return previous != UInt8(ascii: " ") || bytes.isEmpty
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: true
    default: false
    }
  }
}
