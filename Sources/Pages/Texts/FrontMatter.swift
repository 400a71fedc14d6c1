internal import Text

/// The header between the lines `---` at the top of a page.
struct FrontMatter {
  private static let required = ["id", "title", "description", "path"]
  private static let keys = required + ["menu", "bilingual"]

  private let entries: [YAMLEntry]
  /// The rules that it breaks, each with the line of the page.
  private(set) var broken: [(rule: Rule, line: Int)]

  /// Parses a header, which begins on the second line of its page.
  init(_ header: Substring) {
    do throws(YAMLFault) {
      let (root, faults) = try YAMLReader.read(header)
      entries = root?.entries ?? []
      broken = faults.map { (.yamlSyntax, $0.position.line + 1) }
      guard root?.entries != nil else {
        if faults.isEmpty { broken = [(.frontMatterMissing, 1)] }
        return
      }
    } catch {
      entries = []
      broken = [(.yamlSyntax, error.position.line + 1)]
      return
    }
    // After a syntax error a key may only seem to be missing, so none is reported.
    let missing = broken.isEmpty ? Self.required.filter { self[$0] == nil } : []
    broken += missing.map { (.frontMatterKeyMissing($0), 1) }
    for key in entries.lazy.map(\.key) where !Self.keys.contains(key.text) {
      broken.append((.frontMatterKeyUnknown(key.text), key.position.line + 1))
    }
  }

  /// The value of a key; nil when it is missing or empty.
  subscript(key: String) -> String? {
    guard let text = entries.value(of: key)?.scalar?.text, !text.isEmpty else { return nil }
    return text
  }
}
