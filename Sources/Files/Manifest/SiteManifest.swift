/// What a site holds and what it was made from: enough to make it again and to find every difference.
package struct SiteManifest: Hashable, Sendable {
  /// The options that decide the bytes of a site, beside its sources.
  package struct Options: Hashable, Sendable {
    /// Where the site stands, without a slash at the end; nil when the pages do not say.
    package let baseURL: String?
    /// The day of the verdicts, YYYY-MM-DD; nil for that of the data.
    package let asOf: String?

    /// Makes options; a slash at the end of the address is dropped.
    package init(baseURL: String?, asOf: String?) {
      self.baseURL = baseURL.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
      self.asOf = asOf
    }
  }

  /// The name of the manifest in the folder of the site.
  package static let fileName = "manifest.json"
  /// The number of the format; a manifest of another number is not read.
  static let format = 1

  /// The version of the program that made the site.
  let programVersion: String
  /// The version of the sources, see ``SourceVersion``.
  package let sourceVersion: String
  /// The commit that the one who built named; nil when none was named. It decides no byte of any other file.
  let commit: String?
  /// The options that it was made with.
  package let options: Options
  /// The digest of each file by its path from the root of the site; the manifest itself is not among them.
  package let files: [String: FileDigest]

  /// Makes the manifest of files by their digests.
  package init(
    programVersion: String, sourceVersion: String, commit: String?, options: Options,
    files: [String: FileDigest]
  ) {
    self.programVersion = programVersion
    self.sourceVersion = sourceVersion
    self.commit = commit
    self.options = options
    self.files = files
  }

  /// Whether a text can be a commit: 40 or 64 lower-case hexadecimal digits, as git writes it in full.
  package static func isCommit(_ text: String) -> Bool {
    (text.utf8.count == 40 || text.utf8.count == 64) && isHexadecimal(text)
  }

  static func isHexadecimal(_ text: String) -> Bool {
    text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }
}
