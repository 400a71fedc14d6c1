import Foundation
import GFM

/// The text inside the expected HTML, with its entities decoded; nil if the HTML has anything else around it or a tag
/// in it.
func plainText(in html: String, between before: String, and after: String) -> String? {
  let scalars = Array(html.unicodeScalars)
  let head = Array(before.unicodeScalars)
  let tail = Array(after.unicodeScalars)
  guard scalars.count >= head.count + tail.count, scalars.starts(with: head),
    scalars.suffix(tail.count).elementsEqual(tail)
  else { return nil }
  var inner = String.UnicodeScalarView()
  inner.append(contentsOf: scalars.dropFirst(head.count).dropLast(tail.count))
  guard !inner.contains("<") else { return nil }
  return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
    .reduce(String(inner)) { text, pair in
      text.replacingOccurrences(of: pair.0, with: pair.1, options: .literal)
    }
}

func escapedHTML(_ text: String) -> String {
  [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;")]
    .reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1, options: .literal) }
}

/// Whether the two have the same scalars; `==` would ignore normalisation.
func isSame(_ first: String?, _ second: String) -> Bool {
  first.map { Array($0.utf8) == Array(second.utf8) } ?? false
}

func html(_ paragraph: Markdown) throws -> String {
  var document = MarkdownDocument()
  document.paragraph(paragraph)
  return try MarkdownRenderer().html(from: document.text)
}

extension MarkdownRenderer {
  func html(from markdown: String) throws -> String {
    String(decoding: try htmlBytes(from: markdown), as: UTF8.self)
  }
}

/// A generator with the same numbers in every run (splitmix64, Steele et al. 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func pick<Element>(_ elements: [Element], else fallback: Element) -> Element {
    elements.randomElement(using: &self) ?? fallback
  }
}

/// Strings with a meaning to cmark, and letters between them.
let nastyPieces = [
  "a", "là", "Đ", "w", "x", "1", "2024", " ", "  ", "\t", "\u{A0}", "\u{301}", "\u{FEFF}", "\u{3000}",
  "“", "”", "–", "…", "€", "😀", "\\", "`", "``", "*", "**", "_", "__", "~", "~~", "[", "]", "[^1]", "(", ")",
  "<", ">", "<br>", "<!--", "-->", "&", "&copy;", "&#35;", "#", "##", "!", "!\u{5B}", "|", ":", "://", "/",
  "http", "https://a.vn", "ftp", "www", "www.", ".", ".vn", "@", "a@b.vn", "mailto:", "xmpp:", "-", "---",
  "+",
  "=", "===", ":---", "\"", "'", "^", "$", "{", "}", "%", "%20", ";", ",", "?", "[x]", "[ ]", "```", "~~~",
]

func nastyText(_ generator: inout SeededGenerator, atMost length: Int = 9) -> String {
  let count = Int.random(in: 1...length, using: &generator)
  return (0..<count).map { _ in generator.pick(nastyPieces, else: "") }.joined()
}
