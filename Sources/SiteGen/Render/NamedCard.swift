/// A card as pages name it.
struct NamedCard: Sendable {
  /// The path of its picture from the root of the site, without a leading slash.
  let path: String
  /// What a reader would see.
  let alternative: String
  /// The drawing that a program makes the picture from.
  let svg: String
}
