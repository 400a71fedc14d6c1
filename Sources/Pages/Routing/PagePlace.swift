package import Text

/// A place that a link leads to: a page, or an element of it.
package struct PagePlace: Hashable, Sendable {
  package let route: Route
  /// The identifier of the element; nil for the page as a whole.
  package let anchor: String?

  package init(_ route: Route, anchor: String? = nil) {
    self.route = route
    self.anchor = anchor
  }

  /// The path from the root of the site, with the anchor.
  package func path(in language: Language) -> String {
    route.path(in: language) + (anchor.map { "#" + $0 } ?? "")
  }
}
