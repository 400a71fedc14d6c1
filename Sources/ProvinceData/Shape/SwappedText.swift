internal import Text

/// Finds pairs of texts in which each stands in the place of the other.
enum SwappedText {
  /// Whether the English text has Vietnamese words and the Vietnamese one, of several words, has none.
  static func isFound(vi: String, en: String) -> Bool {
    guard !vi.utf8.contains(where: { $0 >= 0xC3 }), vi.utf8.count(where: { $0 == UInt8(ascii: " ") }) >= 3
    else { return false }
    let count = en.split(separator: " ").count(where: isVietnameseWord)
    return count >= 2 || count == 1 && vi.split(separator: " ").count(where: isEnglishWord) >= 2
  }

  private static func isEnglishWord(_ word: Substring) -> Bool {
    ["the", "of", "in", "was", "were", "is", "and", "it", "by", "with", "for"].contains(word.lowercased())
  }

  /// Names, which have capitals, stay Vietnamese in English texts.
  private static func isVietnameseWord(_ word: Substring) -> Bool {
    word.first?.isLowercase == true && word.unicodeScalars.contains(where: isVietnamese)
  }

  private static func isVietnamese(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xC0...0xC3, 0xC8...0xCA, 0xE0...0xE3, 0xE8...0xEA, 0x102, 0x103, 0x110, 0x111, 0x1A0, 0x1A1,
      0x1AF, 0x1B0, 0x1EA0...0x1EF9:
      true
    default: false
    }
  }
}
