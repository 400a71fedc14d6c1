internal import Text

/// A file or folder in the data folder that is not read, because it is a link or the like, or has a wrong name.
struct UnreadPath {
  /// The path relative to the data folder.
  let path: String
  /// The path without characters that print as nothing, break a line or turn the order of others.
  let shown: String
  /// The rule that it breaks.
  let rule: Rule
  /// The kinds of identifiers that it would declare.
  let declares: [ReferenceKind]
  /// Whether it may cite sources.
  let mayCiteSources: Bool

  /// Nil for a file that is read, is ignored or is of no kind.
  init?(_ file: RawFile) {
    if let rule = file.irregularity {
      path = file.path
      self.rule = rule
      // What is of no kind can be a link in place of a folder.
      declares = file.kind?.declares ?? ReferenceKind.allCases
      mayCiteSources = file.kind?.citesSources ?? true
    } else if let kind = file.kind, !FileKind.isIgnored(file.path),
      let end = Self.endOfWrongName(in: file.path)
    {
      path = String(file.path[..<end])
      rule = .fileName(Self.shown(String(path.split(separator: "/").last ?? "")))
      declares = kind.declares
      mayCiteSources = kind.citesSources
    } else {
      return nil
    }
    shown = Self.shown(path)
  }

  /// The end of the first name in a path that is not of the one form that all file systems and addresses keep: lower-case
  /// ASCII letters, digits and hyphens, in a file with an extension behind them.
  private static func endOfWrongName(in path: String) -> String.Index? {
    func isRight(_ part: Substring) -> Bool {
      !part.isEmpty
        && part.utf8.allSatisfy {
          (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
        }
    }
    return path.split(separator: "/", omittingEmptySubsequences: false).first { name in
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      return parts.count != (name.endIndex == path.endIndex ? 2 : 1) || !parts.allSatisfy(isRight)
    }?.endIndex
  }

  private static func shown(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: scalar == "\\" ? "\\\\" : String(scalar)
      }
    }.joined()
  }
}
