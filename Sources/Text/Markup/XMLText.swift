/// Text for a file of XML.
package enum XMLText {
  /// Adds text made safe for an element or an attribute; what XML cannot hold at all becomes U+FFFD.
  package static func escape(_ text: String, into output: inout [UInt8]) {
    let isSound = text.unicodeScalars.allSatisfy(isAllowed)
    let sound =
      isSound
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.map { isAllowed($0) ? $0 : "\u{FFFD}" }))
    HTMLText.escape(sound, into: &output)
  }

  /// The text made safe.
  package static func escaped(_ text: String) -> [UInt8] {
    var output: [UInt8] = []
    escape(text, into: &output)
    return output
  }

  /// `Char` of XML 1.0, section 2.2.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...: true
    default: false
    }
  }
}
