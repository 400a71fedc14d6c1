/// Reads a YAML file into nodes with places.
///
/// Every duplicate key is a finding of its own and the first one counts. Anchors and aliases are refused. After a
/// syntax error nothing of the file can be read.
package struct YAMLReader: ~Copyable {
  private let file: String
  private let log: FindingLog
  private let cleaner: ScalarCleaner
  private var events: YAMLEvents
  /// Where the nodes with names that have ended stand.
  private var anchors: [String: Position] = [:]

  /// Deeper nesting than any file needs; keeps recursion within every thread's stack.
  private static let deepest = 40

  /// Why nothing of a file can be read.
  private struct Stop: Error {
    let rule: Rule
    let position: Position
  }

  /// Reads a text without byte order mark; nil, with a finding, when it can not be read.
  package static func read(_ text: String, file: String, log: FindingLog) -> YAMLNode? {
    var text = text
    return text.withUTF8 { bytes in
      // What was found on the way counts only when the whole text can be read.
      let found = FindingLog()
      do throws(Stop) {
        guard !isTooDeep(bytes) else { throw Stop(rule: .yamlSyntax(.tooDeep), position: .start) }
        var reader = YAMLReader(bytes, file: file, log: found)
        let root = try reader.root()
        log.add(found.all)
        return root
      } catch {
        log.report(error.rule, in: file, at: error.position)
        return nil
      }
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, file: String, log: FindingLog) {
    self.file = file
    self.log = log
    cleaner = ScalarCleaner(file: file, log: log)
    events = YAMLEvents(bytes)
  }

  private static func isTooDeep(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var (flow, indent, dashes, isLeading) = (0, 0, 0, true)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\n"): (indent, dashes, isLeading) = (0, 0, true)
      case UInt8(ascii: " ") where isLeading: indent += 1
      case UInt8(ascii: "-") where isLeading, UInt8(ascii: "?") where isLeading: dashes += 1
      case UInt8(ascii: "["), UInt8(ascii: "{"): (flow, isLeading) = (flow + 1, false)
      case UInt8(ascii: "]"), UInt8(ascii: "}"): (flow, isLeading) = (max(0, flow - 1), false)
      default:
        isLeading = false
        continue
      }
      if flow > deepest || indent > 4 * deepest || dashes > deepest { return true }
    }
    return false
  }

  private mutating func advance() throws(Stop) {
    do throws(YAMLEvents.Fault) {
      try events.next()
    } catch {
      throw Stop(rule: .yamlSyntax(error.problem), position: error.position)
    }
  }

  private mutating func root() throws(Stop) -> YAMLNode? {
    // What begins: the stream, then the document, then its root.
    try advance()
    try advance()
    guard events.kind != .streamEnd else { throw Stop(rule: .fileEmpty, position: .start) }
    try advance()
    let root = try node(depth: 0)
    // What ends: the document, then the stream.
    try advance()
    try advance()
    guard events.kind == .streamEnd else {
      throw Stop(rule: .yamlSyntax(.secondDocument), position: events.position)
    }
    return root
  }

  /// Reads the node that begins at the event, up to its last event; nil when it does not count.
  private mutating func node(depth: Int) throws(Stop) -> YAMLNode? {
    let position = events.position
    if events.kind == .alias || events.anchor != nil {
      report(.yamlAnchor, at: try skip())
      return nil
    }
    guard depth <= Self.deepest else {
      report(.yamlSyntax(.tooDeep), at: try skip())
      return nil
    }
    switch events.kind {
    case .sequence: return YAMLNode(content: .sequence(try items(depth: depth)), position: position)
    case .mapping: return YAMLNode(content: .mapping(try entries(depth: depth)), position: position)
    default: return YAMLNode(content: .scalar(scalar), position: position)
    }
  }

  private mutating func items(depth: Int) throws(Stop) -> [YAMLNode] {
    var items: [YAMLNode] = []
    try advance()
    while events.kind != .end {
      if let item = try node(depth: depth + 1) { items.append(item) }
      try advance()
    }
    return items
  }

  private mutating func entries(depth: Int) throws(Stop) -> [YAMLEntry] {
    var entries: [YAMLEntry] = []
    var keys = KeyLines()
    try advance()
    while events.kind != .end {
      guard events.kind == .scalar, events.anchor == nil else {
        report(.yamlSyntax(.badKey), at: try skip())
        try advance()
        _ = try skip()
        try advance()
        continue
      }
      let key = scalar
      try advance()
      let value = try node(depth: depth + 1)
      try advance()
      if let line = keys.line(of: key) {
        report(.keyDuplicate(key: key.text, firstLine: line), at: key.position)
      } else if let value {
        entries.append(YAMLEntry(key: key, value: value))
      }
    }
    return entries
  }

  private var scalar: Scalar {
    cleaner.clean(events.scalar, at: events.position, isQuoted: events.isQuoted)
  }

  /// Steps over the node that begins at the event, up to its last event. Its names are known from then on.
  ///
  /// - Returns: where it stands; that of the node it names, if it is an alias.
  private mutating func skip() throws(Stop) -> Position {
    var open: [(anchor: String?, position: Position)] = []
    while true {
      var done = (anchor: events.anchor, position: events.position)
      switch events.kind {
      case .sequence, .mapping:
        open.append(done)
        try advance()
        continue
      case .alias:
        guard let named = done.anchor.flatMap({ anchors[$0] }) else {
          throw Stop(rule: .yamlAnchor, position: done.position)
        }
        done = (nil, named)
      case .end: done = open.popLast() ?? done
      default: break
      }
      if let anchor = done.anchor { anchors[anchor] = done.position }
      guard !open.isEmpty else { return done.position }
      try advance()
    }
  }

  private func report(_ rule: Rule, at position: Position) { log.report(rule, in: file, at: position) }
}

/// The keys of one mapping so far.
private struct KeyLines {
  private var few: [Scalar] = []
  private var many: [String: Int] = [:]

  /// The line of the first such key; nil for the first, which is noted.
  mutating func line(of key: Scalar) -> Int? {
    if let known = few.first(where: { $0.text == key.text }) { return known.position.line }
    // A table is quicker than a look at each, but dearer to make.
    if few.count < 32 {
      few.append(key)
      return nil
    }
    if let line = many[key.text] { return line }
    many[key.text] = key.position.line
    return nil
  }
}
