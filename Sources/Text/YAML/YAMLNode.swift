/// A node of a YAML file with its position.
package struct YAMLNode: Sendable {
  enum YAMLContent: Sendable {
    case scalar(Scalar)
    case sequence([YAMLNode])
    case mapping([YAMLEntry])
    /// A node that a finding says cannot be used.
    case refused
  }

  let content: YAMLContent
  package let position: Position

  /// The scalar; nil for lists and mappings.
  package var scalar: Scalar? {
    if case .scalar(let scalar) = content { return scalar }
    return nil
  }

  /// The items of a list; nil for anything else.
  package var items: [YAMLNode]? {
    if case .sequence(let items) = content { return items }
    return nil
  }

  /// The entries of a mapping; nil for anything else.
  package var entries: [YAMLEntry]? {
    if case .mapping(let entries) = content { return entries }
    return nil
  }

  /// Whether a finding says that it cannot be used.
  package var isRefused: Bool {
    switch content {
    case .refused: true
    case .scalar(let scalar): scalar.isRefused
    case .sequence, .mapping: false
    }
  }

  /// The value of a key; nil when there is no such key or this is not a mapping.
  package subscript(key: String) -> YAMLNode? { entries?.value(of: key) }
}

package struct YAMLEntry: Sendable {
  package let key: Scalar
  package let value: YAMLNode
}

extension [YAMLEntry] {
  /// The value of a key; nil when there is no such key.
  package func value(of key: String) -> YAMLNode? {
    for index in indices where self[index].key.text == key { return self[index].value }
    return nil
  }
}
