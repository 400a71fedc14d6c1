internal import Text

/// The frame around every page: text with places for values, in the notation of Mustache, read once.
///
/// `{{name}}` shows a text escaped, `{{{name}}}` as it is. `{{#name}}…{{/name}}` is shown when there is a value:
/// once for each element of a list, whose own names come before those around it; `{{.}}` is the value itself.
/// `{{^name}}…{{/name}}` is shown when there is none, `{{! … }}` never. Inside a list, `{{#first()}}` and
/// `{{#last()}}` are shown at its first and last element. A line that holds nothing but such a mark leaves none.
///
/// Every page goes through it, so texts are kept as bytes, and what is the same on every page of a language is
/// put in when the layout is read.
struct Layout<Name: LayoutName>: Sendable {
  /// A piece of the layout.
  indirect enum LayoutPart: Sendable {
    case text([UInt8])
    /// Nil is the value itself.
    case value(Name?, isEscaped: Bool)
    case section(Name?, [LayoutPart], isInverted: Bool)
    case first([LayoutPart])
    case last([LayoutPart])
  }

  let parts: [LayoutPart]

  /// Reads a layout.
  ///
  /// - Parameters:
  ///   - source: the text.
  ///   - constants: the names whose text is the same on every page.
  /// - Throws: the first fault.
  init(_ source: String, constants: [String: String]) throws(LayoutFault) {
    var reader = LayoutReader<Name>(source: Array(source.utf8), constants: constants)
    parts = try reader.read()
  }

  /// The page with these values, as UTF-8.
  func render(_ values: LayoutValues<Name>, capacity: Int = 0) -> [UInt8] {
    var writer = LayoutWriter(values, capacity: capacity)
    writer.write(parts)
    return writer.output
  }
}

/// Why a layout can not be read, and where.
package struct LayoutFault: Error, Hashable {
  package enum LayoutFaultKind: Hashable, Sendable {
    /// `{{` without the braces that close it.
    case tagUnclosed
    /// A name that no page has a value for.
    case nameUnknown(String)
    /// A section that does not end.
    case sectionUnclosed(String)
    /// The end of another section than the one that is open.
    case sectionNotOpen(String)
  }
  let kind: LayoutFaultKind
  /// The line, from 1.
  let line: Int
}

/// Shows the parts of a layout.
private struct LayoutWriter<Name: LayoutName> {
  private(set) var output: [UInt8] = []
  /// The values, those of the innermost section last.
  private var scopes: [LayoutValues<Name>]
  /// The value that `{{.}}` shows.
  private var current: LayoutValue<Name>?
  private var isFirst = false
  private var isLast = false

  init(_ values: LayoutValues<Name>, capacity: Int) {
    scopes = [values]
    output.reserveCapacity(capacity)
  }

  mutating func write(_ parts: [Layout<Name>.LayoutPart]) {
    for part in parts {
      switch part {
      case .text(let bytes): output += bytes
      case .value(let name, let isEscaped): write(value(name), isEscaped: isEscaped)
      case .section(let name, let parts, isInverted: true): if value(name)?.shows != true { write(parts) }
      case .section(let name, let parts, isInverted: false):
        if let value = value(name), value.shows { write(parts, value) }
      case .first(let parts): if isFirst { write(parts) }
      case .last(let parts): if isLast { write(parts) }
      }
    }
  }

  private mutating func write(_ parts: [Layout<Name>.LayoutPart], _ value: LayoutValue<Name>) {
    let outer = (current, isFirst, isLast)
    defer { (current, isFirst, isLast) = outer }
    switch value {
    case .flag: write(parts)
    case .text, .address, .html:
      current = value
      write(parts)
    case .fields(let fields): write(parts, within: fields)
    case .list(let items):
      for (index, item) in items.enumerated() {
        (isFirst, isLast) = (index == 0, index == items.count - 1)
        write(parts, within: item)
      }
    }
  }

  private mutating func write(_ parts: [Layout<Name>.LayoutPart], within scope: LayoutValues<Name>) {
    scopes.append(scope)
    write(parts)
    scopes.removeLast()
  }

  private func value(_ name: Name?) -> LayoutValue<Name>? {
    guard let name else { return current }
    for place in scopes.indices.reversed() { if let value = scopes[place][name] { return value } }
    return nil
  }

  private mutating func write(_ value: LayoutValue<Name>?, isEscaped: Bool) {
    switch value {
    case .text(let text) where isEscaped: MarkupText.escape(text, apostrophes: true, into: &output)
    case .text(let text): output += text.utf8
    case .address(let root, let path):
      write(.text(root), isEscaped: isEscaped)
      write(.text(String(path)), isEscaped: isEscaped)
    case .html(let bytes): output += bytes
    default: break
    }
  }
}
