/// The names that a layout can use besides constants. The layout uses the same spelling as the case.
protocol LayoutName: CaseIterable, Equatable, Sendable {}

/// A value that a layout can show.
enum LayoutValue<Name: LayoutName>: Sendable {
  /// Text, escaped when it is shown.
  case text(String)
  /// An address in two parts, escaped when it is shown, so that pages need not concatenate them.
  case address(root: String, path: Substring)
  /// HTML as UTF-8, shown unescaped.
  case html([UInt8])
  /// Whether a section is shown.
  case flag(Bool)
  /// The values of a section that is shown once.
  case fields(LayoutValues<Name>)
  /// The values of each repetition of a section.
  case list([LayoutValues<Name>])

  /// Whether a section with this value is shown at all.
  var shows: Bool {
    switch self {
    case .text(let text): !text.isEmpty
    case .address(let root, let path): !root.isEmpty || !path.isEmpty
    case .html(let bytes): !bytes.isEmpty
    case .flag(let isSet): isSet
    case .fields: true
    case .list(let items): !items.isEmpty
    }
  }
}

/// Values by name. They are few, so lookup is linear.
struct LayoutValues<Name: LayoutName>: ExpressibleByDictionaryLiteral, Sendable {
  private var entries: [(name: Name, value: LayoutValue<Name>)]

  /// Takes each name at most once.
  init(dictionaryLiteral elements: (Name, LayoutValue<Name>)...) { entries = elements.map { ($0, $1) } }

  /// Adds the value of a name that has none.
  mutating func add(_ name: Name, _ value: LayoutValue<Name>) { entries.append((name, value)) }

  /// The value of a name; nil when it has none.
  subscript(_ name: Name) -> LayoutValue<Name>? { entries.first { $0.name == name }?.value }
}
