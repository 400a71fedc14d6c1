/// Texts cut to a length, for places that show no more.
package enum ShortText {
  /// The text with at most this many characters. A longer one ends after a whole word, with an ellipsis.
  package static func cut(_ text: String, to length: Int) -> String {
    guard text.count > length else { return text }
    var head = text.prefix(max(length - 1, 0))
    if text[head.endIndex] != " ", let space = head.lastIndex(of: " ") { head = head[..<space] }
    while let last = head.last, " ,;:.–-(".contains(last) { head.removeLast() }
    return head + "…"
  }
}
