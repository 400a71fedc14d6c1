package import Scoring

/// Two provinces that a page compares, in the one order that its address has: that of their identifiers.
package struct ProvincePair: Hashable, Sendable {
  package let first: Identifier<Entity>
  package let second: Identifier<Entity>

  package init(_ one: Identifier<Entity>, _ other: Identifier<Entity>) {
    (first, second) = one.rawValue < other.rawValue ? (one, other) : (other, one)
  }

  /// Each pair of some provinces once.
  package static func all(of provinces: [Identifier<Entity>]) -> [ProvincePair] {
    provinces.indices.flatMap { place in
      provinces[(place + 1)...].map { ProvincePair(provinces[place], $0) }
    }
  }

  package var provinces: [Identifier<Entity>] { [first, second] }
}
