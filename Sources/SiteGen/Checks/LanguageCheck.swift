internal import Scoring

/// Finds words of the other language on a page. Proper names, titles of documents and publishers may stay.
struct LanguageCheck {
  private let nameWords: Set<String>
  private let names: [String]

  /// - Parameter allowedNames: further proper names, from `site/names.txt`.
  init(dataset: Dataset, allowedNames: [String]) {
    var words: Set<String> = []
    for entity in dataset.entities {
      for name in [entity.name.vi, entity.name.en] { words.formUnion(LanguageCheck.words(of: name)) }
    }
    nameWords = words
    let documents = dataset.sources.flatMap { [$0.title, $0.publisher].compactMap { $0 } }
    let numbers = dataset.plans.compactMap(\.number) + dataset.editions.compactMap(\.decision)
    names = Set(documents + numbers + allowedNames).sorted { ($0.count, $0) > ($1.count, $1) }
  }

  /// The first words of a text that are of the other language; nil when all are of the page's.
  func foreignWords(in texts: [String], of language: Language) -> String? {
    for text in texts where isSuspicious(text, language) {
      let rest = withoutNames(text)
      let found = LanguageCheck.words(of: rest).filter { word in
        isForeign(word, language) && !nameWords.contains(word)
      }
      if language == .english ? !found.isEmpty : found.count > 1 {
        return found.prefix(6).joined(separator: " ")
      }
    }
    return nil
  }

  private func isSuspicious(_ text: String, _ language: Language) -> Bool {
    language == .english
      ? text.unicodeScalars.contains(where: LanguageCheck.isVietnamese)
      : LanguageCheck.words(of: text).contains { LanguageCheck.englishWords.contains($0) }
  }

  private func isForeign(_ word: String, _ language: Language) -> Bool {
    language == .english
      ? word.unicodeScalars.contains(where: LanguageCheck.isVietnamese)
      : LanguageCheck.englishWords.contains(word)
  }

  private func withoutNames(_ text: String) -> String {
    var rest = text
    for name in names where rest.contains(name) {
      rest = rest.split(separator: name, omittingEmptySubsequences: false).joined(separator: " ")
    }
    // Numbers of documents such as 1001/QĐ-BNV read the same in both languages.
    return rest.split(separator: " ").filter { !LanguageCheck.isDocumentNumber($0) }.joined(separator: " ")
  }

  private static func isDocumentNumber(_ token: Substring) -> Bool {
    guard let slash = token.firstIndex(of: "/") else { return false }
    return token[..<slash].contains(where: \.isNumber)
      && token[slash...].contains { $0.isUppercase }
  }

  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init)
  }

  /// Words that English text can hardly do without and that Vietnamese does not have.
  private static let englishWords: Set<String> = [
    "the", "of", "and", "with", "from", "which", "were", "was", "are", "is", "for", "by", "not", "this",
    "that", "as",
  ]

  /// Letters that Vietnamese has and English has not.
  private static func isVietnamese(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xC0...0xD6, 0xD8...0xDD, 0xE0...0xF6, 0xF8...0xFD: true
    case 0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0: true
    case 0x1EA0...0x1EF9: true
    default: false
    }
  }
}
