internal import Yams

/// What stands between the lines `---` at the top of a page.
struct FrontMatter: Equatable {
  /// A key that pages do not have, and its line in the header, from 1.
  struct UnknownKey: Equatable {
    let name: String
    let line: Int
  }

  private(set) var fields: [String: String] = [:]
  private(set) var unknownKeys: [UnknownKey] = []

  static let keys: Set = ["id", "title", "description", "path", "menu", "bilingual"]

  /// Reads a header.
  ///
  /// - Returns: nil when it is no mapping.
  /// - Throws: what Yams finds wrong.
  static func read(_ header: Substring) throws -> FrontMatter? {
    if let plain = plain(header) { return plain }
    return try yaml(header)
  }

  /// The same by Yams, which can read all of YAML and for which each of thousands of pages needs a parser.
  static func yaml(_ header: Substring) throws -> FrontMatter? {
    // The encoding is named because Yams would otherwise look through the whole environment for it.
    guard let mapping = try Yams.compose(yaml: String(header), .basic, .default, .utf8)?.mapping else {
      return nil
    }
    var matter = FrontMatter()
    for (key, value) in mapping {
      let name = key.string ?? "?"
      if !keys.contains(name) { matter.unknownKeys.append(UnknownKey(name: name, line: key.mark?.line ?? 0)) }
      matter.fields[name] = value.string
    }
    return matter
  }

  /// The same for a header of plain lines, each with a known key; nil for any other, be it right or wrong.
  static func plain(_ header: Substring) -> FrontMatter? {
    guard let entries = PlainMapping.entries(of: header), entries.allSatisfy({ keys.contains($0.key) }) else {
      return nil
    }
    return FrontMatter(fields: Dictionary(entries.map { ($0.key, $0.value) }) { first, _ in first })
  }
}
