/// A position in the scoring tree: the total, a component, a criterion, a subcriterion or a block.
package enum NodeCode: Hashable, Comparable, Encodable, Sendable, CustomStringConvertible {
  /// The whole index.
  case total
  /// `[3]` is component LV3, `[3, 2]` criterion LV3.2, `[3, 2, 1]` subcriterion LV3.2.1; never empty.
  case part([Int])
  /// A block, such as `sipas`: a part of the same points in the breakdown by assessment method.
  case block(String)

  /// Component LV1 … LV8 by its number, 1-based.
  package static func component(_ number: Int) -> NodeCode { .part([number]) }

  /// Parses `total`, `LV3`, `LV3.2.1` or `block:sipas`; nil for anything else.
  package init?(_ text: String) {
    if text == "total" {
      self = .total
    } else if text.hasPrefix("block:") {
      let name = text.dropFirst(6)
      let allowed = name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
      guard !name.isEmpty, allowed else { return nil }
      self = .block(String(name))
    } else {
      guard text.hasPrefix("LV"), let path = Self.path(text.utf8.dropFirst(2)) else { return nil }
      self = .part(path)
    }
  }

  /// Parses `3.2.1`: one to four whole numbers above 0 without leading zeros; nil for anything else.
  private static func path(_ text: Substring.UTF8View) -> [Int]? {
    var path = [0]
    for byte in text {
      let last = path.count - 1
      switch byte {
      case UInt8(ascii: ".") where path[last] > 0 && path.count < 4: path.append(0)
      case UInt8(ascii: "0")...UInt8(ascii: "9") where byte != UInt8(ascii: "0") || path[last] > 0:
        let (shifted, isTooLong) = path[last].multipliedReportingOverflow(by: 10)
        let (number, isTooLarge) = shifted.addingReportingOverflow(Int(byte - UInt8(ascii: "0")))
        guard !isTooLong, !isTooLarge else { return nil }
        path[last] = number
      default: return nil
      }
    }
    return path.last == 0 ? nil : path
  }

  /// The component that the node is or belongs to; nil for the total and for blocks.
  package var component: NodeCode? {
    if case .part(let path) = self, let first = path.first { return .part([first]) }
    return nil
  }

  package var isComponent: Bool {
    if case .part(let path) = self { return path.count == 1 }
    return false
  }

  /// The number of the component, 1-based; nil for the total and for blocks.
  package var componentNumber: Int? {
    if case .part(let path) = self { return path.first }
    return nil
  }

  /// The form used in the data files.
  package var description: String {
    switch self {
    case .total: "total"
    case .part(let path): "LV" + path.map(String.init).joined(separator: ".")
    case .block(let name): "block:" + name
    }
  }

  /// Orders the total first, then parts in tree order, then blocks by name.
  package static func < (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.total, .total): false
    case (.total, _): true
    case (_, .total): false
    case (.part(let first), .part(let second)): first.lexicographicallyPrecedes(second)
    case (.part, .block): true
    case (.block, .part): false
    case (.block(let first), .block(let second)): first < second
    }
  }
}
