/// The names that a layout can show besides constants; each is written in the layout as it is called here.
protocol LayoutName: CaseIterable, Equatable, Sendable {}

/// A value that a layout can show.
enum LayoutValue<Name: LayoutName>: Sendable {
  /// Text, escaped where it is shown.
  case text(String)
  /// An address in two parts, so that they need not be put together for each page; escaped where it is shown.
  case address(root: String, path: Substring)
  /// HTML as UTF-8, shown as it is.
  case html([UInt8])
  /// Whether a section is shown.
  case flag(Bool)
  /// Values of their own, for a section that is shown once.
  case fields(LayoutValues<Name>)
  /// Values for each time that a section is shown.
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

/// Values by name. There are few, so they are looked for one after another.
struct LayoutValues<Name: LayoutName>: ExpressibleByDictionaryLiteral, Sendable {
  private var entries: [(name: Name, value: LayoutValue<Name>)]

  /// Each name stands once.
  init(dictionaryLiteral elements: (Name, LayoutValue<Name>)...) { entries = elements.map { ($0, $1) } }

  /// Adds the value of a name that has none.
  mutating func add(_ name: Name, _ value: LayoutValue<Name>) { entries.append((name, value)) }

  /// The value of a name; nil when it has none.
  subscript(_ name: Name) -> LayoutValue<Name>? { entries.first { $0.name == name }?.value }
}
