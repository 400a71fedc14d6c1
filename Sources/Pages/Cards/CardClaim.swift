/// How strongly a page asks for a card of its own, where there cannot be one for each.
package struct CardClaim: Hashable, Comparable, Sendable {
  /// The kinds of pages with cards, those that come first first.
  package enum Kind: Int, CaseIterable, Comparable, Sendable {
    case home, province, plan, settledPromise, indexYear

    package static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
  }

  package let kind: Kind
  /// The year of the page, or of the plan of a promise: the newest come first. 0 where there is none.
  package let year: Int

  package init(_ kind: Kind, year: Int = 0) { (self.kind, self.year) = (kind, year) }

  /// Whether the first comes before the second.
  package static func < (left: CardClaim, right: CardClaim) -> Bool {
    (left.kind, right.year) < (right.kind, left.year)
  }
}
