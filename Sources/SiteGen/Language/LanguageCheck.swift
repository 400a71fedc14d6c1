internal import Scoring
internal import Text

/// Finds words of the other language on a page. Proper names and the titles and publishers of documents are allowed.
///
/// It works on bytes, because it reads all text of every page. Only the few texts that pass a quick filter are split
/// into words.
struct LanguageCheck {
  private let nameWords: Set<String>
  private let names: NameFinder
  /// The names that the check knows, for the layout fingerprint.
  let knownNames: [String]

  /// - Parameter allowedNames: further proper names, from `site/names.txt`.
  init(dataset: Dataset, allowedNames: [String]) {
    // The names of regions consist of common words and are translated, so they are not exempt.
    let places = dataset.entities.filter { [.province, .city].contains($0.kind) }
      .flatMap { [$0.name.vi, $0.name.en] }
    nameWords = places.reduce(into: []) { $0.formUnion(LanguageCheck.words(of: $1)) }
    let documents = dataset.sources.flatMap { [$0.title, $0.publisher].compactMap { $0 } }
    let numbers = dataset.plans.compactMap(\.number) + dataset.editions.compactMap(\.decision)
    // Districts and communes have names that English keeps, such as “Quyết Thắng commune”.
    let units = dataset.unitGroups.filter { $0.kind != .department }.flatMap(\.units).map(\.name.en)
    let others = documents + numbers + units + allowedNames
    names = NameFinder(others)
    knownNames = places + ["/"] + others
  }

  /// The first foreign words in the first text that has any; nil when there are none.
  func foreignWords(in texts: [String], of language: Language) -> String? {
    for text in texts where isSuspicious(text, language) {
      let found = foreignWords(of: withoutNames(text), language)
      if language == .english ? !found.isEmpty : found.count > 1 {
        return found.prefix(6).joined(separator: " ")
      }
    }
    return nil
  }

  /// Whether text, as UTF-8 that may contain entities, could contain foreign words. Only few texts do, so the others
  /// need no decoding.
  static func mayBeForeign(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, to language: Language) -> Bool {
    language == .english ? bytes.contains { $0 >= 0x80 } : EnglishWords.count(in: bytes) > 1
  }

  private func foreignWords(of text: String, _ language: Language) -> [String] {
    let parts = LanguageCheck.parts(of: text)
    let words = language == .vietnamese ? parts : LanguageCheck.withoutPlaceNames(parts, in: text)
    return words.filter { language == .vietnamese || $0.contains(where: Self.isVietnamese) }
      .map { String($0).lowercased() }
      .filter { isForeign($0, language) && !nameWords.contains($0) }
  }

  /// The words of an English text, without runs of two or more capitalised words such as "Chợ Đồn": an English
  /// sentence in the data may name any district or person. A run that starts with the word for a kind of office or
  /// place, such as "Tỉnh Bắc Kạn", is Vietnamese rather than a name.
  private static func withoutPlaceNames(
    _ parts: [Substring.UnicodeScalarView], in text: String
  ) -> [Substring.UnicodeScalarView] {
    var kept: [Substring.UnicodeScalarView] = []
    var start = parts.startIndex
    while start < parts.endIndex {
      var end = start + 1
      if isCapitalised(parts[start]) {
        while end < parts.endIndex, isCapitalised(parts[end]),
          isGapInName(text.unicodeScalars[parts[end - 1].endIndex..<parts[end].startIndex])
        {
          end += 1
        }
      }
      let isName = end - start > 1 && !genericNouns.contains(String(parts[start]).lowercased())
      if !isName { kept += parts[start..<end] }
      start = end
    }
    return kept
  }

  private static func isCapitalised(_ part: Substring.UnicodeScalarView) -> Bool {
    part.first?.properties.isUppercase == true
  }

  private static func isGapInName(_ gap: Substring.UnicodeScalarView) -> Bool {
    gap.allSatisfy { $0 == " " || $0 == "-" }
  }

  /// The first words of Vietnamese names of offices and places that English text translates.
  private static let genericNouns: Set<String> = [
    "ban", "báo", "bộ", "chi", "cổng", "công", "cục", "đảng", "hội", "huyện", "khu", "nghị", "phòng",
    "phường",
    "quận", "quyết", "sở", "thành", "thị", "tỉnh", "trung", "ủy", "văn", "viện", "vùng", "xã",
  ]

  private func isSuspicious(_ text: String, _ language: Language) -> Bool {
    switch language {
    case .english: text.utf8.contains { $0 >= 0x80 } && !foreignWords(of: text, .english).isEmpty
    case .vietnamese: EnglishWords.count(in: text.utf8) > 1
    }
  }

  private func isForeign(_ word: String, _ language: Language) -> Bool {
    language == .english
      ? word.unicodeScalars.contains(where: LanguageCheck.isVietnamese) : EnglishWords.all.contains(word)
  }

  private func withoutNames(_ text: String) -> String {
    // Document numbers such as 1001/QĐ-BNV are the same in both languages.
    names.removed(from: text).split(separator: " ").filter { !LanguageCheck.isDocumentNumber($0) }
      .joined(separator: " ")
  }

  private static func isDocumentNumber(_ token: Substring) -> Bool {
    guard let slash = token.firstIndex(of: "/") else { return false }
    return token[..<slash].contains(where: \.isNumber)
      && token[slash...].contains { $0.isUppercase }
  }

  private static func words(of text: String) -> [String] {
    parts(of: text).map { String($0).lowercased() }
  }

  /// The words in their original case.
  private static func parts(of text: String) -> [Substring.UnicodeScalarView] {
    text.unicodeScalars.split { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z": false
      case _ where scalar.isASCII: true
      default: !scalar.properties.isAlphabetic
      }
    }
  }

  /// Letters that Vietnamese has and English does not.
  private static func isVietnamese(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xC0...0xD6, 0xD8...0xDD, 0xE0...0xF6, 0xF8...0xFD: true
    case 0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0: true
    case 0x1EA0...0x1EF9: true
    default: false
    }
  }
}

/// Words that most English text contains and Vietnamese does not have.
private enum EnglishWords {
  static let all: Set<String> = [
    "the", "of", "and", "with", "from", "which", "were", "was", "are", "is", "for", "by", "not", "this",
    "that", "as",
  ]

  private static let packed = Set(all.map { $0.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } })

  /// A bit for each word, as a filter: a word whose bit is not set is not in the list.
  private static let bits = packed.reduce(UInt64(0)) { $0 | bit(of: $1) }

  private static func bit(of word: UInt64) -> UInt64 { 1 << ((word &* 0x9E37_79B9_7F4A_7C15) >> 58) }

  /// Counts them without making a string of each word.
  static func count(in text: some Sequence<UInt8>) -> Int {
    let bits = bits
    var count = 0
    var word: UInt64 = 0
    var length = 0
    func endWord() {
      if (2...5).contains(length), bits & bit(of: word) != 0, packed.contains(word) { count += 1 }
      (word, length) = (0, 0)
    }
    for byte in text {
      switch byte {
      case 0x41...0x5A: (word, length) = (word << 8 | UInt64(byte | 0x20), length + 1)
      case 0x61...0x7A: (word, length) = (word << 8 | UInt64(byte), length + 1)
      case 0x80...: length += 100
      default: endWord()
      }
    }
    endWord()
    return count
  }
}

/// Removes known names from a text, the longest first, in one pass over its bytes.
private struct NameFinder {
  private let byStart: [UInt32: [[UInt8]]]

  init(_ names: [String]) {
    let bytes = Set(names).map { Array($0.utf8) }.filter { $0.count > 2 }
    let groups = Dictionary(grouping: bytes) { NameFinder.start($0, 0) }
    byStart = groups.mapValues { group in
      group.sorted { $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count > $1.count }
    }
  }

  private static func start(_ bytes: [UInt8], _ index: Int) -> UInt32 {
    UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
  }

  /// Replaces each name with a space.
  func removed(from text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if index + 2 < bytes.count, let names = byStart[NameFinder.start(bytes, index)],
        let name = names.first(where: { bytes[index...].starts(with: $0) })
      {
        result.append(0x20)
        index += name.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
