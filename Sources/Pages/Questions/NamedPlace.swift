/// An authored page or a term of the glossary, as the list of everything by name shows it.
struct NamedPlace: Encodable, Sendable {
  let name: String
  /// The path from the root of the site, with the place on the page.
  let path: String
  let isTerm: Bool
}
