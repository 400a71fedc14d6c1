/// A value that a layout can show.
enum LayoutValue: Sendable {
  /// Text, escaped where it is shown.
  case text(String)
  /// HTML as UTF-8, shown as it is.
  case html([UInt8])
  /// Whether a section is shown.
  case flag(Bool)
  /// Values of their own, for a section that is shown once.
  case fields([String: LayoutValue])
  /// Values for each time that a section is shown.
  case list([[String: LayoutValue]])

  /// Whether a section with this value is shown at all.
  var shows: Bool {
    switch self {
    case .text(let text): !text.isEmpty
    case .html(let bytes): !bytes.isEmpty
    case .flag(let isSet): isSet
    case .fields: true
    case .list(let items): !items.isEmpty
    }
  }
}
