/// Finds further syntax faults of a text in which one was found.
///
/// The key or list item with a fault is blanked, and the rest is parsed again. A fault counts only when it lies behind
/// what was blanked and the text before it is sound, so that none is reported that only follows from another.
struct YAMLRecovery {
  private var lines: [String]

  /// A long text is left alone, and one with a line at the margin that is no key: its items cannot be told apart.
  init(_ text: String) {
    guard text.utf8.count <= 1 << 18 else {
      lines = []
      return
    }
    let all = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    lines = all.contains { Self.isAtMargin($0) && !Self.isKey($0) } ? [] : all
  }

  /// The faults after the first one, at most 20.
  func faults(after first: YAMLFault) -> [YAMLFault] {
    var faults: [YAMLFault] = []
    var rest = self
    var found = cause(of: first)
    while let unit = found?.unit, faults.count < 20 {
      for line in unit { rest.lines[line] = "" }
      let next = rest.fault(before: rest.lines.count)
      found = next.flatMap(rest.cause)
      guard let cause = found?.fault, cause.position.line > unit.upperBound else { break }
      faults.append(cause)
    }
    return faults
  }

  /// The first fault of the lines before one.
  private func fault(before end: Int) -> YAMLFault? {
    do throws(YAMLFault) {
      _ = try YAMLReader.read(lines[..<end].joined(separator: "\n")[...])
      return nil
    } catch {
      return error
    }
  }

  /// The item or key that causes a fault, and the fault at its true place; nil when that cannot be told.
  private func cause(of fault: YAMLFault) -> (unit: Range<Int>, fault: YAMLFault)? {
    guard case .syntax(let problem) = fault.kind, problem != .secondDocument, problem != .tooDeep,
      let unit = unit(at: fault.position.line - 1)
    else { return nil }
    guard let earlier = self.fault(before: unit.lowerBound) else { return (unit, fault) }
    // A quotation mark or bracket that is never closed is noticed only later.
    guard case .syntax(let kind) = earlier.kind, kind == .unclosed || kind == .separatorInFlow,
      let start = earlier.start, let opened = self.unit(at: start.line - 1),
      opened.lowerBound < unit.lowerBound, self.fault(before: opened.lowerBound) == nil
    else { return nil }
    return (opened, YAMLFault(kind: .syntax(.unclosed), position: start))
  }

  /// The lines of the list item, or of the key at the margin, that a line belongs to.
  private func unit(at line: Int) -> Range<Int>? {
    guard lines.indices.contains(line) || line == lines.count, !lines.isEmpty else { return nil }
    let line = min(line, lines.count - 1)
    guard let key = lines[...line].lastIndex(where: Self.isAtMargin) else { return nil }
    let end = lines[(line + 1)...].firstIndex(where: Self.isAtMargin) ?? lines.count
    // Items of the list under the key, whose dashes stand in one column.
    guard let column = lines[key..<end].lazy.compactMap(Self.dash).first, line > key,
      let item = lines[key...line].lastIndex(where: { Self.dash($0) == column })
    else { return key..<end }
    return item..<(lines[(line + 1)..<end].firstIndex { Self.dash($0) == column } ?? end)
  }

  private static func isAtMargin(_ line: String) -> Bool {
    line.utf8.first.map { !" \t\r#".utf8.contains($0) } == true && dash(line) == nil
  }

  private static func isKey(_ line: String) -> Bool {
    let name = line.utf8.prefix { $0 != UInt8(ascii: ":") }
    return name.count < line.utf8.count
      && name.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "_") }
  }

  /// The column of the dash that begins an item; nil for other lines.
  private static func dash(_ line: String) -> Int? {
    let indent = line.utf8.prefix { $0 == UInt8(ascii: " ") }.count
    return line.utf8.dropFirst(indent).starts(with: "- ".utf8) ? indent : nil
  }
}
