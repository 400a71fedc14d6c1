/// A typed identifier: the identifier of a source can not be used as that of an entity.
///
/// Identifiers sort by their Unicode scalars, so every order made from them is the same on every machine.
package struct Identifier<Subject>: RawRepresentable, Hashable, Comparable, Encodable, Sendable,
  ExpressibleByStringLiteral, CustomStringConvertible
{
  /// The identifier as it is written in the data files.
  package let rawValue: String

  /// Takes any text; the validator of the data files checks the form.
  package init(rawValue: String) { self.rawValue = rawValue }

  /// Same as `init(rawValue:)`, without the label.
  package init(_ rawValue: String) { self.rawValue = rawValue }

  /// Lets a literal stand for an identifier.
  package init(stringLiteral value: String) { self.rawValue = value }

  /// The identifier as it is written in the data files.
  package var description: String { rawValue }

  /// Orders by Unicode scalars.
  package static func < (left: Self, right: Self) -> Bool {
    left.rawValue.unicodeScalars.lexicographicallyPrecedes(right.rawValue.unicodeScalars)
  }
}
