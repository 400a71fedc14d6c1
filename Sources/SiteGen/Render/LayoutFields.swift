internal import Mustache

/// The values that the layout can name. A type of its own, because the template engine looks up a plain
/// dictionary much more slowly.
struct LayoutFields: MustacheParent {
  private let values: [String: Any]

  init(_ values: [String: Any]) { self.values = values }

  func child(named name: String) -> Any? { values[name] }
}
