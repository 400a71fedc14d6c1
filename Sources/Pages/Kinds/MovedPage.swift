/// A page whose content another place of the site tells. Its address stays and leads on.
package struct MovedPage: Sendable {
  /// The page as it would be: its address, title and description.
  package let head: Page.Head
  /// The place that tells it.
  package let place: PagePlace

  package init(_ head: Page.Head, to place: PagePlace) {
    self.head = head
    self.place = place
  }
}
