/// Normalises a value as typed for comparison and display, and reports stray characters and values that are too long.
package struct ScalarCleaner {
  /// The most characters of a cell and of another value.
  static let mostInCell = 4_000
  static let mostInText = 8_000

  private let file: String
  private let log: FindingLog
  private let isOfCells: Bool
  /// The most characters of a value.
  private let most: Int

  /// For values in which an escape can stand for a hidden character.
  package init(file: String, log: FindingLog) {
    (self.file, self.log, isOfCells, most) = (file, log, false, Self.mostInText)
  }

  /// For cells of a file whose hidden characters have been reported.
  package init(ofCellsIn file: String, log: FindingLog) {
    (self.file, self.log, isOfCells, most) = (file, log, true, Self.mostInCell)
  }

  /// The value in NFC, with each run of blanks as one space and none at the ends. Each finding is at its first fault.
  package func clean(_ raw: String, at position: Position, isQuoted: Bool) -> Scalar {
    var raw = raw
    return raw.withUTF8 { clean($0, at: position, isQuoted: isQuoted) }
  }

  /// The same for UTF-8.
  package func clean(_ bytes: UnsafeBufferPointer<UInt8>, at position: Position, isQuoted: Bool) -> Scalar {
    if bytes.count > most, let short = shortened(bytes, position, isQuoted) { return short }
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
      if scalar == "\u{AD}" {
        stray = stray ?? index
        continue
      }
      if let hidden = HiddenCharacter(scalar) {
        if !isOfCells {
          log.report(.textHidden(hidden, scalar), in: file, at: position.moved(by: index + offset))
        }
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

  /// A quick filter: whether a value certainly needs no cleaning. It has no control character, only single spaces
  /// between words, and no byte that starts a blank, an invisible character or one that NFC can change.
  private static func isClean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    var isAfterSpace = true
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x21...0x7E: index += 1
      case UInt8(ascii: " "):
        if isAfterSpace { return false }
        isAfterSpace = true
        index += 1
        continue
      case 0xC3..<0xCC: index += 2
      // Longer characters that need no cleaning: letters with marks, U+1E00 to U+1EFF, and the usual dashes,
      // quotation marks and comparison signs, U+2010 to U+2027 and U+2240 to U+227F.
      case 0xE1 where index + 2 < bytes.count && (0xB8...0xBB).contains(bytes[index + 1]): index += 3
      case 0xE2 where index + 2 < bytes.count && isUsualSign(bytes[index + 1], bytes[index + 2]): index += 3
      default: return false
      }
      isAfterSpace = false
    }
    return !isAfterSpace || bytes.isEmpty
  }

  private static func isUsualSign(_ second: UInt8, _ third: UInt8) -> Bool {
    second == 0x89 || (second == 0x80 && (0x90...0xA7).contains(third))
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// The start of a value that is too long, which is not to be used; nil when it is not.
  private func shortened(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: Position, _ isQuoted: Bool
  ) -> Scalar? {
    let count = bytes.count { $0 & 0xC0 != 0x80 }
    guard count > most else { return nil }
    log.report(
      isOfCells ? .cellTooLong(count: count, most: most) : .textTooLong(count: count, most: most), in: file,
      at: position)
    let start = String(decoding: bytes.prefix(most), as: UTF8.self)
    var scalar = Scalar(text: start, position: position, isQuoted: isQuoted)
    scalar.isRefused = true
    return scalar
  }
}
