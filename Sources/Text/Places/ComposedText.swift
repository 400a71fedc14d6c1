internal import Foundation

extension String {
  /// A quick filter: false when the text is certainly in NFC.
  var mayNeedComposing: Bool {
    utf8.withContiguousStorageIfAvailable(Self.mayNeedComposing) ?? true
  }

  /// Examines the first bytes of each scalar.
  private static func mayNeedComposing(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
    // Bytes below 0xCC are continuation bytes or start a scalar below U+0300.
    for index in bytes.indices where bytes[index] >= 0xCC {
      switch (bytes[index], byte(index + 1)) {
      // U+1E00 to U+1EFF: Vietnamese letters with marks.
      case (0xE1, 0xB8...0xBB): continue
      // U+2010 to U+2125 and U+21C0 to U+22FF: dashes, quotation marks and mathematical symbols.
      case (0xE2, 0x81...0x83), (0xE2, 0x87...0x8B): continue
      case (0xE2, 0x80) where byte(index + 2) >= 0x90: continue
      case (0xE2, 0x84) where byte(index + 2) <= 0xA5: continue
      default: return true
      }
    }
    return false
  }

  /// The text in NFC; the same string when it already is.
  package var composed: String { mayNeedComposing ? precomposedStringWithCanonicalMapping : self }

  /// The 1-based column of the first scalar that NFC would change; nil when the text is in NFC.
  var firstDecomposedScalar: Int? {
    let composed = Array(precomposedStringWithCanonicalMapping.unicodeScalars)
    var column = 0
    for scalar in unicodeScalars {
      guard column < composed.count, composed[column] == scalar else { return column + 1 }
      column += 1
    }
    return nil
  }
}
