internal import Scoring
internal import Yams

/// Reads a YAML file into nodes with places.
///
/// Every duplicate key is a finding of its own and the first one counts. Anchors and aliases are refused. After a
/// syntax error nothing of the file can be read.
struct YAMLReader {
  let file: String
  let log: FindingLog
  private let cleaner: ScalarCleaner

  /// Deeper nesting than any file needs; keeps recursion within every thread's stack.
  private static let deepest = 40
  /// How many duplicate keys are told apart before the file is given up.
  private static let mostDuplicates = 60
  /// Put before a duplicate key, so that the parser takes it for another key; from the private use area, which
  /// no text has.
  private static let marker: Unicode.Scalar = "\u{E123}"

  private init(file: String, log: FindingLog) {
    self.file = file
    self.log = log
    cleaner = ScalarCleaner(file: file, log: log)
  }

  /// Reads a text without byte order mark; nil, with a finding, when it can not be read.
  static func read(_ text: String, file: String, log: FindingLog) -> YAMLNode? {
    YAMLReader(file: file, log: log).read(text)
  }

  private func read(_ text: String) -> YAMLNode? {
    guard !Self.isTooDeep(text) else { return fail(.tooDeep, at: .start) }
    var source = text
    var shifts: [Position] = []
    for _ in 0...Self.mostDuplicates {
      do {
        let parser = try Parser(yaml: source, resolver: .basic, encoding: .utf8)
        guard let root = try parser.singleRoot() else {
          log.report(.fileEmpty, in: file, at: .start)
          return nil
        }
        return convert(root, shifts: shifts)
      } catch YamlError.duplicatedKeysInMapping(_, let context) {
        let mark = Position(line: context.mark.line, column: context.mark.column)
        guard let insertion = Self.markKey(at: mark, in: &source) else {
          return fail(.other("duplicate keys"), at: mark)
        }
        // Earlier markers further right on the line have moved too.
        shifts = shifts.map { shift in
          let isRight = shift.line == insertion.line && shift.column >= insertion.column
          return shift.moved(by: isRight ? 1 : 0)
        }
        shifts.append(insertion)
      } catch let error as YamlError {
        return fail(error, in: source, shifts: shifts)
      } catch {
        return fail(.other("unknown"), at: .start)
      }
    }
    return fail(.other("too many duplicate keys"), at: shifts.last ?? .start)
  }

  /// Yams stops at duplicate keys and says where the first of them stands. The marker makes that one differ.
  private static func markKey(at mark: Position, in text: inout String) -> Position? {
    var scalars = Array(text.unicodeScalars)
    var line = 1
    var index = 0
    while index < scalars.count, line < mark.line {
      let isLineEnd =
        scalars[index] == "\n"
        || (scalars[index] == "\r" && !(index + 1 < scalars.count && scalars[index + 1] == "\n"))
      if isLineEnd { line += 1 }
      index += 1
    }
    index += mark.column - 1
    guard line == mark.line, scalars.indices.contains(index) else { return nil }
    let isQuoted = scalars[index] == "\"" || scalars[index] == "'"
    scalars.insert(marker, at: isQuoted ? index + 1 : index)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    text = String(view)
    return mark.moved(by: isQuoted ? 1 : 0)
  }

  private static func isTooDeep(_ text: String) -> Bool {
    var (flow, indent, dashes, isLeading) = (0, 0, 0, true)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\n"): (indent, dashes, isLeading) = (0, 0, true)
      case UInt8(ascii: " ") where isLeading: indent += 1
      case UInt8(ascii: "-") where isLeading, UInt8(ascii: "?") where isLeading: dashes += 1
      case UInt8(ascii: "["), UInt8(ascii: "{"): (flow, isLeading) = (flow + 1, false)
      case UInt8(ascii: "]"), UInt8(ascii: "}"): (flow, isLeading) = (max(0, flow - 1), false)
      default: isLeading = false
      }
      if flow > deepest || indent > 4 * deepest || dashes > deepest { return true }
    }
    return false
  }

  /// Where a mark of the parser is in the file: markers before it moved it to the right.
  private func place(_ mark: Mark?, shifts: [Position]) -> Position {
    guard let mark else { return .start }
    let raw = Position(line: max(1, mark.line), column: max(1, mark.column))
    let before = shifts.filter { $0.line == raw.line && $0.column < raw.column }.count
    return raw.moved(by: -min(before, raw.column - 1))
  }

  private func convert(_ node: Node, shifts: [Position], depth: Int = 0) -> YAMLNode? {
    let position = place(node.mark, shifts: shifts)
    guard node.anchor == nil else {
      log.report(.yamlAnchor, in: file, at: position)
      return nil
    }
    guard depth <= Self.deepest else { return fail(.tooDeep, at: position) }
    switch node {
    case .scalar(let scalar):
      return YAMLNode(content: .scalar(convert(scalar, at: position)), position: position)
    case .sequence(let sequence):
      let items = sequence.compactMap { convert($0, shifts: shifts, depth: depth + 1) }
      return YAMLNode(content: .sequence(items), position: position)
    case .mapping(let mapping):
      return YAMLNode(
        content: .mapping(entries(of: mapping, shifts: shifts, depth: depth)), position: position)
    case .alias:
      log.report(.yamlAnchor, in: file, at: position)
      return nil
    }
  }

  private func entries(of mapping: Node.Mapping, shifts: [Position], depth: Int) -> [YAMLEntry] {
    var entries: [YAMLEntry] = []
    var firstLines: [String: Int] = [:]
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key, key.anchor == nil else {
        _ = fail(.badKey, at: place(key.mark, shifts: shifts))
        continue
      }
      let name = convert(scalar, at: place(key.mark, shifts: shifts))
      let converted = convert(value, shifts: shifts, depth: depth + 1)
      if let line = firstLines[name.text] {
        log.report(.keyDuplicate(key: name.text, firstLine: line), in: file, at: name.position)
        continue
      }
      firstLines[name.text] = name.position.line
      if let converted { entries.append(YAMLEntry(key: name, value: converted)) }
    }
    return entries
  }

  private func convert(_ scalar: Node.Scalar, at position: Position) -> Scalar {
    let isQuoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
    let isMarked = scalar.string.unicodeScalars.first == Self.marker
    let text = isMarked ? String(scalar.string.unicodeScalars.drop { $0 == Self.marker }) : scalar.string
    return cleaner.clean(text, at: position, isQuoted: isQuoted)
  }

  private func fail(_ problem: YAMLProblem, at position: Position) -> YAMLNode? {
    log.report(.yamlSyntax(problem), in: file, at: position)
    return nil
  }

  private func fail(_ error: YamlError, in text: String, shifts: [Position]) -> YAMLNode? {
    switch error {
    case .composer(_, let problem, let mark, _) where problem.contains("alias"):
      log.report(.yamlAnchor, in: file, at: place(mark, shifts: shifts))
      return nil
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return fail(YAMLProblem(parserSays: problem), at: place(mark, shifts: shifts))
    case .reader(_, let offset, _, _):
      let before = String(decoding: text.utf8.prefix(max(0, offset ?? 0)), as: UTF8.self).unicodeScalars
      let line = before.filter { $0 == "\n" }.count + 1
      let column = before.reversed().prefix { $0 != "\n" }.count + 1
      return fail(.character, at: Position(line: line, column: column))
    default:
      return fail(.other("unknown"), at: .start)
    }
  }
}
