internal import Text

/// The template of every page, in the notation of Mustache. It is parsed once.
///
/// `{{name}}` shows a text escaped, `{{{name}}}` unescaped. `{{#name}}…{{/name}}` is shown when there is a value,
/// once for each element of a list; the names of the element hide outer ones, and `{{.}}` is the value itself.
/// `{{^name}}…{{/name}}` is shown when there is no value, and `{{! … }}` never. Inside a list, `{{#first()}}` and
/// `{{#last()}}` are shown at its first and last element. A line with nothing but a section or comment tag is left
/// out.
///
/// All pages pass through it, so texts are kept as bytes, and values that are the same on every page of a language
/// are inserted when the layout is parsed.
struct Layout<Name: LayoutName>: Sendable {
  indirect enum LayoutPart: Sendable {
    case text([UInt8])
    /// Nil for the value itself.
    case value(Name?, isEscaped: Bool)
    case section(Name?, [LayoutPart], isInverted: Bool)
    case first([LayoutPart])
    case last([LayoutPart])
  }

  let parts: [LayoutPart]

  /// Parses a layout.
  ///
  /// - Parameters:
  ///   - source: the text.
  ///   - constants: the values that are the same on every page, by name.
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

/// Why a layout cannot be parsed, and where.
package struct LayoutFault: Error, Hashable {
  package enum LayoutFaultKind: Hashable, Sendable {
    /// `{{` without closing braces.
    case tagUnclosed
    /// A name for which no page has a value.
    case nameUnknown(String)
    /// A section without an end.
    case sectionUnclosed(String)
    /// The end of a section other than the open one.
    case sectionNotOpen(String)
  }
  let kind: LayoutFaultKind
  /// The 1-based line.
  let line: Int
}

/// Renders the parts of a layout.
private struct LayoutWriter<Name: LayoutName> {
  private(set) var output: [UInt8] = []
  /// The values; those of the innermost section are last.
  private var scopes: [LayoutValues<Name>]
  /// The value of `{{.}}`.
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
