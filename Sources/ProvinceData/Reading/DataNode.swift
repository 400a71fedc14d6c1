/// A value of a YAML or CSV file with its place: the common ground of both formats.
struct DataNode {
  /// What stands there.
  enum Content {
    /// A scalar, in NFC. Plain scalars that mean "nothing" in YAML are empty.
    case text(String)
    case list([DataNode])
    case map([Pair])
  }

  /// A key and its value.
  struct Pair {
    let key: String
    let keyPlace: Place
    let value: DataNode
  }

  let place: Place
  let content: Content

  /// Whether nothing was written.
  var isEmpty: Bool {
    if case .text(let text) = content { return text.isEmpty }
    return false
  }
}
