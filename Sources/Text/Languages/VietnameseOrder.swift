/// The order of Vietnamese dictionaries: word by word, by letters (ă and â after a, đ after d, ê after e, ô and ơ after
/// o, ư after u), then by tones (none, grave, hook, tilde, acute, dot below).
package struct VietnameseOrder: Comparable, Sendable {
  private let words: [Word]
  private let text: String

  private struct Word: Comparable {
    var letters: [UInt32] = []
    var tones: [UInt8] = []

    static func < (left: Word, right: Word) -> Bool {
      if left.letters != right.letters { return left.letters.lexicographicallyPrecedes(right.letters) }
      return left.tones.lexicographicallyPrecedes(right.tones)
    }
  }

  package init(_ text: String) {
    self.text = text
    var words = [Word()]
    for character in text.lowercased() {
      guard character.isLetter || character.isNumber else {
        if words.last != Word() { words.append(Word()) }
        continue
      }
      let (rank, tone) = Self.place(of: character)
      words[words.count - 1].letters.append(rank)
      words[words.count - 1].tones.append(tone)
    }
    self.words = words
  }

  package static func < (left: VietnameseOrder, right: VietnameseOrder) -> Bool {
    if left.words != right.words { return left.words.lexicographicallyPrecedes(right.words) }
    return left.text < right.text
  }

  /// The capital letter under which a text stands; nil when it begins with none.
  package static func initial(of text: String) -> Character? {
    guard let first = text.lowercased().first(where: { $0.isLetter || $0.isNumber }),
      let letter = letters.first(where: { $0.contains(first) })?.first
    else { return nil }
    return letter.uppercased().first
  }

  /// Each letter with its forms under the tones, in order.
  private static let letters: [[Character]] = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "b", "c", "d", "đ", "eèẻẽéẹ", "êềểễếệ", "f", "g", "h", "iìỉĩíị", "j", "k",
    "l", "m", "n", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "p", "q", "r", "s", "t", "uùủũúụ", "ưừửữứự", "v", "w", "x",
    "yỳỷỹýỵ", "z",
  ].map(Array.init)

  private static let places: [Character: (rank: UInt32, tone: UInt8)] = letters.enumerated().reduce(into: [:])
  {
    for (tone, form) in $1.element.enumerated() {
      $0[form] = (UInt32($1.offset) + firstRank, UInt8(tone))
    }
  }
  /// Digits stand before letters, and all other letters after them.
  private static let firstRank: UInt32 = 0x100
  private static let otherRank: UInt32 = 0x1000

  private static func place(of character: Character) -> (rank: UInt32, tone: UInt8) {
    if let place = places[character] { return place }
    let value = character.unicodeScalars.first?.value ?? 0
    return (value < firstRank ? value : otherRank + value, 0)
  }
}
