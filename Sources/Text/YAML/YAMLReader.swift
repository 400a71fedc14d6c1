/// Parses a YAML text into nodes with positions.
///
/// Every duplicate key is a fault, and the first one counts. Anchors and aliases are refused. After a syntax error no
/// part of the text is usable.
package struct YAMLReader: ~Copyable {
  /// Nil to take values verbatim.
  private let cleaner: ScalarCleaner?
  private var events: YAMLEvents
  private var faults: [YAMLFault] = []
  /// The positions of finished nodes, by anchor.
  private var anchors: [String: Position] = [:]

  /// The maximum depth of nesting. No file needs more, and recursion stays within the stack of every thread.
  private static let maximumDepth = 40

  /// Parses the text of a data file without a byte order mark; nil, with a finding, when it cannot be parsed.
  package static func read(_ text: String, file: String, log: FindingLog) -> YAMLNode? {
    // These findings count only when the whole text can be parsed.
    let found = FindingLog()
    do throws(YAMLFault) {
      let (root, faults) = try read(text[...], cleaner: ScalarCleaner(file: file, log: found))
      log.add(found.all)
      for fault in faults { log.report(.yaml(fault.kind), in: file, at: fault.position) }
      if root == nil, faults.isEmpty { log.report(.fileEmpty, in: file, at: .start) }
      return root
    } catch {
      // Hidden characters are reported by name when the text is decoded.
      if case .syntax(.character) = error.kind, HiddenCharacter.isIn(text) { return nil }
      for fault in [error] + YAMLRecovery(text).faults(after: error) {
        log.report(.yaml(fault.kind), in: file, at: fault.position)
      }
      return nil
    }
  }

  /// Parses a text; without a cleaner its values stay verbatim.
  ///
  /// - Returns: the root, nil when the text has none or when it is refused, and the faults.
  /// - Throws: the fault that makes the text unusable.
  package static func read(
    _ text: Substring, cleaner: ScalarCleaner? = nil
  ) throws(YAMLFault) -> (root: YAMLNode?, faults: [YAMLFault]) {
    var text = text
    return try text.withUTF8 { bytes in
      Result { () throws(YAMLFault) in
        guard !isTooDeep(bytes) else { throw YAMLFault(kind: .syntax(.tooDeep), position: .start) }
        var reader = YAMLReader(bytes, cleaner)
        let root = try reader.root()
        return (root, reader.faults)
      }
    }.get()
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ cleaner: ScalarCleaner?) {
    self.cleaner = cleaner
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
      if flow > maximumDepth || indent > 4 * maximumDepth || dashes > maximumDepth { return true }
    }
    return false
  }

  private mutating func root() throws(YAMLFault) -> YAMLNode? {
    // The starts of the stream, the document and the root.
    try events.next()
    try events.next()
    guard events.kind != .streamEnd else { return nil }
    try events.next()
    let root = try node(depth: 0)
    // The ends of the document and the stream.
    try events.next()
    try events.next()
    guard events.kind == .streamEnd else {
      throw YAMLFault(kind: .syntax(.secondDocument), position: events.position)
    }
    if case .refused = root.content { return nil }
    return root
  }

  /// Parses the node that starts at the event, up to its last event.
  private mutating func node(depth: Int) throws(YAMLFault) -> YAMLNode {
    let position = events.position
    if events.kind == .alias || events.anchor != nil {
      report(.anchor, at: try skip())
      return YAMLNode(content: .refused, position: position)
    }
    guard depth <= Self.maximumDepth else { throw YAMLFault(kind: .syntax(.tooDeep), position: position) }
    switch events.kind {
    case .sequence: return YAMLNode(content: .sequence(try items(depth: depth)), position: position)
    case .mapping: return YAMLNode(content: .mapping(try entries(depth: depth)), position: position)
    default: return YAMLNode(content: .scalar(scalar), position: position)
    }
  }

  private mutating func items(depth: Int) throws(YAMLFault) -> [YAMLNode] {
    var items: [YAMLNode] = []
    try events.next()
    while events.kind != .end {
      items.append(try node(depth: depth + 1))
      try events.next()
    }
    return items
  }

  private mutating func entries(depth: Int) throws(YAMLFault) -> [YAMLEntry] {
    var entries: [YAMLEntry] = []
    var keys = KeyLines()
    try events.next()
    while events.kind != .end {
      guard events.kind == .scalar, events.anchor == nil else {
        throw YAMLFault(kind: .syntax(.badKey), position: events.position)
      }
      let key = scalar
      try events.next()
      let value = try node(depth: depth + 1)
      try events.next()
      if let line = keys.line(of: key) {
        report(.duplicate(key: key.text, firstLine: line), at: key.position)
      } else {
        entries.append(YAMLEntry(key: key, value: value))
      }
    }
    return entries
  }

  private var scalar: Scalar {
    cleaner?.clean(events.scalar, at: events.position, isQuoted: events.isQuoted)
      ?? Scalar(
        text: String(decoding: events.scalar, as: UTF8.self), position: events.position,
        isQuoted: events.isQuoted)
  }

  /// Skips the node that starts at the event, up to its last event, and records its anchors.
  ///
  /// - Returns: its position, or for an alias that of the node it refers to.
  private mutating func skip() throws(YAMLFault) -> Position {
    var open: [(anchor: String?, position: Position)] = []
    while true {
      var done = (anchor: events.anchor, position: events.position)
      switch events.kind {
      case .sequence, .mapping:
        open.append(done)
        try events.next()
        continue
      case .alias:
        guard let named = done.anchor.flatMap({ anchors[$0] }) else {
          throw YAMLFault(kind: .anchor, position: done.position)
        }
        done = (nil, named)
      case .end: done = open.popLast() ?? done
      default: break
      }
      if let anchor = done.anchor { anchors[anchor] = done.position }
      guard !open.isEmpty else { return done.position }
      try events.next()
    }
  }

  private mutating func report(_ kind: YAMLFault.YAMLFaultKind, at position: Position) {
    faults.append(YAMLFault(kind: kind, position: position))
  }
}

/// The keys of one mapping so far.
private struct KeyLines {
  private var few: [Scalar] = []
  private var many: [String: Int] = [:]

  /// The line of the first occurrence of the key; nil if this is the first, which is then recorded.
  mutating func line(of key: Scalar) -> Int? {
    if let known = few.first(where: { $0.text == key.text }) { return known.position.line }
    // A dictionary pays off only for many keys.
    if few.count < 32 {
      few.append(key)
      return nil
    }
    if let line = many[key.text] { return line }
    many[key.text] = key.position.line
    return nil
  }
}
