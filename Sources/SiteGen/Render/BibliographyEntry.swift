/// A page as an entry of a BibTeX bibliography.
struct BibliographyEntry {
  /// What the entry is found by: the path of the page, with hyphens.
  let key: String
  /// Whoever publishes the site; its name where nobody is named.
  let author: String
  let title: String
  let site: String
  let year: Int
  /// Days and versions that say which state is cited.
  let note: String
  /// The whole address, or the path where the address of the site is not known.
  let address: String

  /// The entry, a field a line.
  var text: String {
    let fields = [
      ("author", "{" + Self.escaped(author) + "}"), ("title", Self.escaped(title)),
      ("howpublished", Self.escaped(site)), ("year", String(year)), ("note", Self.escaped(note)),
      ("url", address),
    ]
    return "@misc{\(key),\n" + fields.map { "  \($0) = {\($1)},\n" }.joined() + "}"
  }

  /// The key of the page at a path, `/tinh/hai-duong/` giving `tinh-hai-duong`.
  static func key(ofPath path: String) -> String {
    let parts = path.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return (["parindex"] + parts.map(String.init)).joined(separator: "-")
  }

  /// A text with the characters marked that TeX would read as commands.
  private static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "&", "%", "$", "#", "_", "{", "}": "\\\(character)"
      case "\\": "\\textbackslash{}"
      case "~": "\\textasciitilde{}"
      case "^": "\\textasciicircum{}"
      default: String(character)
      }
    }.joined()
  }
}
