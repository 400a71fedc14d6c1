internal import GFM
internal import Scoring
internal import Text

extension PageContext {
  /// A name or a title in its own language, which is marked where it is the other one of the site.
  func ownWords(_ text: String, in code: String) -> Markdown {
    code == language.other.rawValue ? .passage(.text(text), language: code) : .text(text)
  }

  /// The name of a publisher. One with more than the letters of ASCII is Vietnamese.
  func publisher(_ name: String) -> Markdown {
    name.utf8.allSatisfy { $0 < 0x80 } ? .text(name) : ownWords(name, in: Language.vietnamese.rawValue)
  }

  /// A sentence that names publishers, with each name in its own language.
  func sentence(_ text: LocalizedText, naming publishers: [String]) -> Markdown {
    guard language == .english else { return markdown(text) }
    let names = Set(publishers).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    var result = Markdown("")
    var rest = text.en[...]
    while let (name, place) = first(of: names, in: rest) {
      result += .text(String(rest[..<place.lowerBound])) + publisher(name)
      rest = rest[place.upperBound...]
    }
    return result + .text(String(rest))
  }

  /// The name that comes first, the longest of those that begin at the same place.
  private func first(of names: [String], in text: Substring) -> (name: String, place: Range<String.Index>)? {
    names.compactMap { name in text.firstRange(of: name).map { (name: name, place: $0) } }
      .min { $0.place.lowerBound < $1.place.lowerBound }
  }
}
