/// The version of the program, as CITATION.cff and the manifest of a site have it.
enum ProgramVersion {
  static let current = "0.1.0"
}
