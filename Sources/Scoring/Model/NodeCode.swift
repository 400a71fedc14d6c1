/// A place in the scoring tree: the total, a component, a criterion, a subcriterion or a block.
public enum NodeCode: Hashable, Comparable, Encodable, Sendable, CustomStringConvertible {
  /// The whole index.
  case total
  /// `[3]` is component LV3, `[3, 2]` criterion LV3.2, `[3, 2, 1]` subcriterion LV3.2.1; never empty.
  case part([Int])
  /// A block of the other cut of the same points, such as `sipas`.
  case block(String)

  /// Component LV1 … LV8 by its number.
  public static func component(_ number: Int) -> NodeCode { .part([number]) }

  /// Reads `total`, `LV3`, `LV3.2.1` or `block:sipas`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    if text == "total" {
      self = .total
    } else if text.hasPrefix("block:") {
      let name = text.dropFirst(6)
      let allowed = name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
      guard !name.isEmpty, allowed else { return nil }
      self = .block(String(name))
    } else {
      guard text.hasPrefix("LV") else { return nil }
      let steps = text.dropFirst(2).split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
      let numbers = steps.compactMap { $0 }.filter { $0 > 0 }
      guard numbers.count == steps.count, (1...4).contains(numbers.count),
        "LV" + numbers.map(String.init).joined(separator: ".") == text
      else { return nil }
      self = .part(numbers)
    }
  }

  /// The component that the node belongs to, or is; nil for the total and for blocks.
  public var component: NodeCode? {
    if case .part(let path) = self, let first = path.first { return .part([first]) }
    return nil
  }

  /// Whether it is a component.
  public var isComponent: Bool {
    if case .part(let path) = self { return path.count == 1 }
    return false
  }

  /// The number of the component, 1-based; nil for the total and for blocks.
  public var componentNumber: Int? {
    if case .part(let path) = self { return path.first }
    return nil
  }

  /// The form of the data files.
  public var description: String {
    switch self {
    case .total: "total"
    case .part(let path): "LV" + path.map(String.init).joined(separator: ".")
    case .block(let name): "block:" + name
    }
  }

  /// The total first, then parts in tree order, then blocks by name.
  public static func < (left: Self, right: Self) -> Bool {
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
