internal import Foundation

extension String {
  /// False when every scalar is surely composed already; cheap.
  package var mayNeedComposing: Bool {
    // Below these bytes begin only scalars below U+0300.
    (utf8.withContiguousStorageIfAvailable { $0.contains { $0 >= 0xCC } } ?? true)
      && unicodeScalars.contains { scalar in
        switch scalar.value {
        case 0..<0x300, 0x1E00..<0x1F00, 0x2010..<0x2070, 0xE000..<0xF900: false
        case 0x2070..<0x2126, 0x2190..<0x2300: false
        default: true
        }
      }
  }

  /// NFC; the same string when it is composed already.
  package var composed: String { mayNeedComposing ? precomposedStringWithCanonicalMapping : self }

  /// The 1-based column of the first scalar that NFC would change; nil when the text is NFC.
  package var firstDecomposedScalar: Int? {
    let composed = Array(precomposedStringWithCanonicalMapping.unicodeScalars)
    var column = 0
    for scalar in unicodeScalars {
      guard column < composed.count, composed[column] == scalar else { return column + 1 }
      column += 1
    }
    return nil
  }
}
