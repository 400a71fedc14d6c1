package import Testing
package import Text

/// Checks a generated sentence: both wordings exist and differ, and neither has a decimal in the format of the other
/// language.
package func expectBothLanguages(
  _ text: LocalizedText, sourceLocation: SourceLocation = #_sourceLocation
) {
  let (point, comma) = (UInt8(ascii: "."), UInt8(ascii: ","))
  #expect(!text.vi.isEmpty && !text.en.isEmpty, sourceLocation: sourceLocation)
  #expect(text.vi != text.en, sourceLocation: sourceLocation)
  #expect(!containsDecimal(text.vi, separator: point), "\(text.vi)", sourceLocation: sourceLocation)
  #expect(!containsDecimal(text.en, separator: comma), "\(text.en)", sourceLocation: sourceLocation)
}

/// Whether digits follow the separator in a run other than a group of three, so that it separates decimals.
package func containsDecimal(_ text: String, separator: UInt8) -> Bool {
  let bytes = Array(text.utf8)
  let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
  return bytes.indices.contains { index in
    guard bytes[index] == separator, index > 0, digits.contains(bytes[index - 1]) else { return false }
    let run = bytes[(index + 1)...].prefix(while: digits.contains).count
    return run > 0 && run != 3
  }
}

/// Whether it has letters that no English sentence of the toolkit contains.
package func containsVietnameseLetters(_ text: String) -> Bool {
  text.unicodeScalars.contains { !$0.isASCII && $0.properties.isAlphabetic }
}
