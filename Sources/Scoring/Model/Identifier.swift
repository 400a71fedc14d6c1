/// A typed identifier: the identifier of a source can not be used as that of an entity.
///
/// Identifiers sort by their Unicode scalars, so every order made from them is the same on every machine.
public struct Identifier<Subject>: RawRepresentable, Hashable, Comparable, Encodable, Sendable,
  ExpressibleByStringLiteral, CustomStringConvertible
{
  /// The identifier as it is written in the data files.
  public let rawValue: String

  /// Takes any text; the validator of the data files checks the form.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Same as `init(rawValue:)`, without the label.
  public init(_ rawValue: String) { self.rawValue = rawValue }

  /// Lets a literal stand for an identifier.
  public init(stringLiteral value: String) { self.rawValue = value }

  /// The identifier as it is written in the data files.
  public var description: String { rawValue }

  /// Orders by Unicode scalars.
  public static func < (left: Self, right: Self) -> Bool {
    left.rawValue.unicodeScalars.lexicographicallyPrecedes(right.rawValue.unicodeScalars)
  }
}
