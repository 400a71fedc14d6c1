/// An entry of the navigation.
package struct MenuEntry: Hashable, Sendable {
  package let route: Route
  package let label: String
}
