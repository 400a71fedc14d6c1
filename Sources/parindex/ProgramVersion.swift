/// The version of the program, also stated in CITATION.cff and in the manifest of a site.
enum ProgramVersion {
  static let current = "0.1.0"
}
