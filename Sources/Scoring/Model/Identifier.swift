/// A typed identifier: the identifier of a source cannot be used as that of an entity.
///
/// Identifiers sort by Unicode scalars, so that the order is the same on every machine.
package struct Identifier<Subject>: RawRepresentable, Hashable, Comparable, Encodable, Sendable,
  ExpressibleByStringLiteral, CustomStringConvertible
{
  /// The identifier as it is written in the data files.
  package let rawValue: String

  /// Accepts any text; validation of the data files checks the form.
  package init(rawValue: String) { self.rawValue = rawValue }

  package init(_ rawValue: String) { self.rawValue = rawValue }

  package init(stringLiteral value: String) { self.rawValue = value }

  /// The identifier as it is written in the data files.
  package var description: String { rawValue }

  package static func < (left: Self, right: Self) -> Bool {
    left.rawValue.unicodeScalars.lexicographicallyPrecedes(right.rawValue.unicodeScalars)
  }
}
