internal import Yams

/// Reads a YAML file into nodes with places. Each repeated key is one finding and the rest of the file is
/// still read; anchors and aliases are refused.
///
/// Yams stops at the first mapping with a repeated key and says only where the first of the equal keys stands.
/// So that key is changed in a working copy, by one private-use character so that no place moves, and the
/// text is read again until no key is repeated. The tree then holds every key, and `originals` says what the
/// changed ones were called.
struct YAMLReader {
  private let source: SourceText
  private let session: LoadSession
  private var originals: [Place: String] = [:]

  private static let maximumDepth = 60
  private static let maximumRepeats = 200

  /// The root of the file; nil, with a finding, when the text is not YAML.
  static func root(of source: SourceText, session: LoadSession) -> DataNode? {
    var reader = YAMLReader(source: source, session: session)
    return reader.read()
  }

  private init(source: SourceText, session: LoadSession) {
    self.source = source
    self.session = session
  }

  private mutating func read() -> DataNode? {
    if let place = tooDeep() {
      session.report(.yamlSyntax(.nesting), at: place)
      return nil
    }
    var scalars = Array(source.text.unicodeScalars)
    for repeatNumber in 0..<YAMLReader.maximumRepeats {
      do {
        let parser = try Parser(yaml: String(String.UnicodeScalarView(scalars)), encoding: .utf8)
        guard let node = try parser.singleRoot() else {
          session.report(.fileEmpty, at: Place(file: source.path))
          return nil
        }
        return convert(node, depth: 0)
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let place = self.place(context.mark)
        guard let key = keys.first, originals[place] == nil,
          rename(key, at: place, number: repeatNumber, in: &scalars)
        else {
          session.report(.keyDuplicate(key: keys.first ?? "", firstLine: place.line), at: place)
          return nil
        }
      } catch {
        report(error)
        return nil
      }
    }
    session.report(.yamlSyntax(.other("too many repeated keys")), at: Place(file: source.path))
    return nil
  }

  /// Changes the first letter of a key in the working copy; false when there is none to change.
  private mutating func rename(
    _ key: String, at place: Place, number: Int, in scalars: inout [Unicode.Scalar]
  ) -> Bool {
    guard var index = offset(of: place, in: scalars), let mark = Unicode.Scalar(0xE000 + UInt32(number))
    else { return false }
    let isQuoted = scalars[index] == "\"" || scalars[index] == "'"
    if isQuoted { index += 1 }
    guard index < scalars.count, !"\"'[]{}&*!?\n\r".unicodeScalars.contains(scalars[index]) else {
      return false
    }
    if scalars[index] == "\\" { return false }
    scalars[index] = mark
    originals[place] = key
    return true
  }

  private func offset(of place: Place, in scalars: [Unicode.Scalar]) -> Int? {
    var line = 1
    var index = 0
    while index < scalars.count, line < place.line {
      if SourceText.isLineEnd(scalars[index]) {
        if scalars[index] == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" { index += 1 }
        line += 1
      }
      index += 1
    }
    index += place.column - 1
    return line == place.line && index < scalars.count ? index : nil
  }

  private func convert(_ node: Node, depth: Int) -> DataNode {
    let place = node.mark.map { self.place($0) } ?? Place(file: source.path)
    guard depth < YAMLReader.maximumDepth, node.anchor == nil else {
      session.report(.yamlSyntax(node.anchor == nil ? .nesting : .anchor), at: place)
      return DataNode(place: place, content: .text(node.scalar?.string ?? "…"))
    }
    switch node {
    case .scalar(let scalar):
      let isNull = scalar.style == .plain && ["~", "null", "Null", "NULL"].contains(scalar.string)
      return DataNode(place: place, content: .text(isNull ? "" : normalised(scalar.string)))
    case .sequence(let sequence):
      return DataNode(place: place, content: .list(sequence.map { convert($0, depth: depth + 1) }))
    case .mapping(let mapping):
      return DataNode(place: place, content: .map(pairs(of: mapping, depth: depth)))
    case .alias:
      session.report(.yamlSyntax(.anchor), at: place)
      return DataNode(place: place, content: .text(""))
    }
  }

  private func pairs(of mapping: Node.Mapping, depth: Int) -> [DataNode.Pair] {
    var firstLines: [String: Int] = [:]
    var pairs: [DataNode.Pair] = []
    for (keyNode, valueNode) in mapping {
      let place = keyNode.mark.map { self.place($0) } ?? Place(file: source.path)
      guard case .scalar(let scalar) = keyNode else {
        session.report(.yamlSyntax(.complexKey), at: place)
        continue
      }
      let key = normalised(originals[place] ?? scalar.string)
      let value = convert(valueNode, depth: depth + 1)
      if let firstLine = firstLines[key] {
        session.report(.keyDuplicate(key: key, firstLine: firstLine), at: place)
      } else {
        firstLines[key] = place.line
        pairs.append(DataNode.Pair(key: key, keyPlace: place, value: value))
      }
    }
    return pairs
  }

  private func normalised(_ text: String) -> String { SourceText.normalised(text) }

  private func place(_ mark: Mark) -> Place {
    Place(file: source.path, line: max(1, mark.line), column: max(1, mark.column))
  }

  private func report(_ error: any Error) {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      session.report(.yamlSyntax(YAMLProblem(problem)), at: place(mark))
    case YamlError.reader(let problem, let offset, _, _):
      session.report(.yamlSyntax(YAMLProblem(problem)), at: place(ofByte: offset ?? 0))
    default:
      session.report(.yamlSyntax(.other("unreadable")), at: Place(file: source.path))
    }
  }

  private func place(ofByte offset: Int) -> Place {
    var (line, column, bytes) = (1, 1, 0)
    for scalar in source.text.unicodeScalars {
      guard bytes < offset else { break }
      bytes += UTF8.width(scalar)
      if SourceText.isLineEnd(scalar) { (line, column) = (line + 1, 1) } else { column += 1 }
    }
    return Place(file: source.path, line: line, column: column)
  }

  /// Where nesting goes deeper than any data file needs; guards the recursion of the parser.
  private func tooDeep() -> Place? {
    var open = 0
    for (index, line) in source.lines.enumerated() {
      var isLeading = true
      var indicators = 0
      for (column, scalar) in line.unicodeScalars.enumerated() {
        if scalar == "[" || scalar == "{" { open += 1 }
        if scalar == "]" || scalar == "}" { open = max(0, open - 1) }
        if isLeading, scalar == "-" || scalar == "?" || scalar == ":" { indicators += 1 }
        if !" -?:\t".unicodeScalars.contains(scalar) { isLeading = false }
        if open > 100 || indicators > 100 || (isLeading && column > 300) {
          return Place(file: source.path, line: index + 1, column: column + 1)
        }
      }
    }
    return nil
  }
}
