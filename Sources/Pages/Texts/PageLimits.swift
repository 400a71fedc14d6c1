internal import Text

/// What an authored page may hold. cmark-gfm needs time or memory out of all proportion for some texts, so pages are
/// measured before it sees them: in one pass, and never too low, whatever the text makes of the syntax.
struct PageLimits {
  enum Limit: CaseIterable {
    /// The bytes of the text.
    case text
    /// The cells of all tables. cmark-gfm fills up short rows.
    case cells
    /// The definitions of link references and footnotes.
    case definitions
    /// The brackets that may open a link; for some that close, cmark-gfm looks at all that are open.
    case brackets
    /// The bytes of all uses of link references, if each had the longest address and title.
    case expansion
    /// The bytes between two blanks; of a long address cmark-gfm counts the brackets over and over.
    case word
    /// Starts of declarations, CDATA sections and instructions; for each of them cmark-gfm looks for the end.
    case declarations

    var most: Int {
      switch self {
      case .text: 200_000
      case .cells: 5_000
      case .definitions: 500
      case .brackets: 10_000
      case .expansion: 1_000_000
      case .word: 4_000
      case .declarations: 10
      }
    }
  }

  /// The limits that the text exceeds, each with the line at which it does.
  private(set) var exceeded: [(limit: Limit, line: Int)] = []
  private let bytes: UnsafeBufferPointer<UInt8>
  private var line = 1
  private var definitions = 0
  private var declarations = 0
  private var brackets = 0
  private var longestDefinition = 0
  private var cells = 0
  /// The lines since the last blank one, and the columns of the widest delimiter row among them. A table holds no blank
  /// line, so this is the most that tables can make of these lines.
  private var block = (lines: 0, columns: 0)

  /// The limits that a text exceeds, each with the line at which it does.
  static func exceeded(by text: Substring) -> [(limit: Limit, line: Int)] {
    var text = text
    return text.withUTF8 { PageLimits($0).exceeded }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    guard bytes.count <= Limit.text.most else {
      exceeded = [(.text, 1)]
      return
    }
    if isSurelyWithin { return }
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(where: Self.isLineEnd) ?? bytes.count
      measure(start..<end)
      if end < bytes.count, bytes[end] == UInt8(ascii: "\n") { line += 1 }
      start = end + 1
    }
  }

  /// Whether the text is too short, with too few of the bytes that count, to exceed a limit. True of most pages, and
  /// known several times faster than by measuring.
  private var isSurelyWithin: Bool {
    guard bytes.count <= Limit.word.most else { return false }
    var (brackets, closing, angles, pipes, lines) = (0, 0, 0, 1, 1)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "["): brackets += 1
      case UInt8(ascii: "]"): closing += 1
      case UInt8(ascii: "<"): angles += 1
      case UInt8(ascii: "|"): pipes += 1
      case 0x0A, 0x0D: lines += 1
      default: break
      }
    }
    return brackets * bytes.count <= Limit.expansion.most && brackets <= Limit.brackets.most
      && closing <= Limit.definitions.most && angles <= Limit.declarations.most
      && lines * pipes <= Limit.cells.most
  }

  private mutating func note(_ limit: Limit, _ value: Int) {
    guard value > limit.most else { return }
    if !exceeded.contains(where: { $0.limit == limit }) { exceeded.append((limit, line)) }
  }

  private mutating func measure(_ range: Range<Int>) {
    if bytes[range].allSatisfy(Self.isBlank) {
      cells += block.lines * block.columns
      block = (0, 0)
    } else {
      block.lines += 1
      block.columns = max(block.columns, columns(of: range))
      note(.cells, cells + block.lines * block.columns)
    }
    var wordStart = range.lowerBound
    for place in range {
      switch bytes[place] {
      case 0x20, 0x09:
        note(.word, place - wordStart)
        wordStart = place + 1
      case UInt8(ascii: "["):
        brackets += 1
        note(.brackets, brackets)
        note(.expansion, brackets * longestDefinition)
      case UInt8(ascii: "]") where place + 1 < range.upperBound && bytes[place + 1] == UInt8(ascii: ":"):
        definitions += 1
        note(.definitions, definitions)
        if definitions <= Limit.definitions.most {
          longestDefinition = max(longestDefinition, definition(from: place + 2))
        }
        note(.expansion, brackets * longestDefinition)
      case UInt8(ascii: "<") where isDeclaration(at: place + 1):
        declarations += 1
        note(.declarations, declarations)
      default: break
      }
    }
    note(.word, range.upperBound - wordStart)
  }

  /// The columns of a table if the line is a delimiter row, in a quotation or a list too; otherwise 0.
  private func columns(of range: Range<Int>) -> Int {
    let row = bytes[range].drop { Self.isBlank($0) || $0 == UInt8(ascii: ">") }
    var (dashes, pipes) = (0, 0)
    var previous: UInt8 = 0
    for byte in row {
      switch byte {
      case UInt8(ascii: "-"): if previous != byte { dashes += 1 }
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: ":"), 0x20, 0x09, 0x0B, 0x0C: break
      default: return 0
      }
      previous = byte
    }
    return min(dashes, pipes + 1)
  }

  /// The most that the address and the title after `[name]:` can measure: up to the next blank line, or, where no title
  /// begins before it, the longest line.
  private func definition(from start: Int) -> Int {
    var (place, longest, hasTitle) = (start, 0, false)
    while place < bytes.count {
      let end = bytes[place...].firstIndex(where: Self.isLineEnd) ?? bytes.count
      if place > start, bytes[place..<end].allSatisfy(Self.isBlank) { break }
      longest = max(longest, end - place)
      hasTitle = hasTitle || bytes[place..<end].contains { "\"'(".utf8.contains($0) }
      place = end + 1
    }
    return hasTitle ? place - start : longest
  }

  /// Whether `<` before this place begins `<?`, `<![` or `<!` and a letter.
  private func isDeclaration(at place: Int) -> Bool {
    guard place < bytes.count else { return false }
    if bytes[place] == UInt8(ascii: "?") { return true }
    guard bytes[place] == UInt8(ascii: "!"), place + 1 < bytes.count else { return false }
    let next = bytes[place + 1]
    return next == UInt8(ascii: "[") || (0x41...0x5A).contains(next & 0xDF)
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
