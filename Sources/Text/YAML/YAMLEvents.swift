internal import CYAML

/// The events of libyaml for a text, one at a time.
///
/// libyaml alone decides where events end, what is a scalar and what is a fault.
struct YAMLEvents: ~Copyable {
  /// The kind of an event.
  enum EventKind {
    case scalar, alias, sequence, mapping, end, streamEnd, other
  }

  private(set) var kind = EventKind.other
  // On the heap, because libyaml keeps pointers into it.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var event = yaml_event_t()
  private let bytes: UnsafeBufferPointer<UInt8>

  /// Takes UTF-8. The bytes must outlive the events.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    var last = event
    yaml_event_delete(&last)
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// Parses the next event.
  mutating func next() throws(YAMLFault) {
    yaml_event_delete(&event)
    guard yaml_parser_parse(parser, &event) == 1 else { throw fault }
    kind =
      switch event.type {
      case YAML_SCALAR_EVENT: .scalar
      case YAML_ALIAS_EVENT: .alias
      case YAML_SEQUENCE_START_EVENT: .sequence
      case YAML_MAPPING_START_EVENT: .mapping
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: .end
      case YAML_STREAM_END_EVENT: .streamEnd
      default: .other
      }
  }

  /// The start of the event.
  var position: Position { Position(event.start_mark) }

  /// The name after `&`, or after `*` for an alias; nil when there is none.
  var anchor: String? {
    let name =
      switch kind {
      case .scalar: event.data.scalar.anchor
      case .alias: event.data.alias.anchor
      case .sequence: event.data.sequence_start.anchor
      case .mapping: event.data.mapping_start.anchor
      case .end, .streamEnd, .other: nil as UnsafeMutablePointer<UInt8>?
      }
    return name.map { String(cString: $0) }
  }

  /// The text of a scalar in UTF-8, valid until the next event.
  var scalar: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: event.data.scalar.value, count: event.data.scalar.length)
  }

  var isQuoted: Bool {
    let style = event.data.scalar.style
    return style == YAML_SINGLE_QUOTED_SCALAR_STYLE || style == YAML_DOUBLE_QUOTED_SCALAR_STYLE
  }

  private var fault: YAMLFault {
    switch parser.pointee.error {
    case YAML_SCANNER_ERROR, YAML_PARSER_ERROR:
      let says = parser.pointee.problem.map { String(cString: $0) } ?? ""
      let during = parser.pointee.context.map { String(cString: $0) } ?? ""
      if during.contains("block scalar"), !says.contains("indentation") {
        let start = Position(parser.pointee.context_mark)
        return YAMLFault(kind: .syntax(.blockSign(line(from: start))), position: start)
      }
      return YAMLFault(
        kind: .syntax(YAMLProblem(parserSays: says)), position: Position(parser.pointee.problem_mark),
        start: Position(parser.pointee.context_mark))
    case YAML_READER_ERROR:
      let before = bytes.prefix(parser.pointee.problem_offset)
      let line = before.count { $0 == UInt8(ascii: "\n") } + 1
      // A column counts scalars, so continuation bytes are skipped.
      let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count { $0 & 0xC0 != 0x80 } + 1
      return YAMLFault(kind: .syntax(.character), position: Position(line: line, column: column))
    default:
      return YAMLFault(kind: .syntax(.other("unknown")), position: .start)
    }
  }

  /// The text from a position to the end of its line, without blanks at its ends.
  private func line(from position: Position) -> String {
    var (line, start) = (1, bytes.startIndex)
    while line < position.line, let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      (line, start) = (line + 1, end + 1)
    }
    let text = String(
      decoding: bytes[start...].prefix { $0 != UInt8(ascii: "\n") }.prefix(400), as: UTF8.self)
    let rest = Substring(text.unicodeScalars.dropFirst(position.column - 1))
    return rest.split { $0 == " " || $0 == "\r" || $0 == "\t" }.joined(separator: " ")
  }
}

extension Position {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}
