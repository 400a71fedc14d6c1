/// The content and origin of a site: enough to rebuild it and to find every difference.
package struct SiteManifest: Hashable, Sendable {
  /// The options that, with the sources, determine the bytes of a site.
  package struct Options: Hashable, Sendable {
    /// The base URL of the site, without a trailing slash; nil when its pages have none.
    package let baseURL: String?
    /// The day on which verdicts are based, YYYY-MM-DD; nil for that of the data.
    package let asOf: String?

    /// Takes the options; removes a trailing slash from the address.
    package init(baseURL: String?, asOf: String?) {
      self.baseURL = baseURL.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
      self.asOf = asOf
    }
  }

  /// The part of a site that a program of somebody else made.
  package struct ToolPart: Hashable, Sendable {
    /// The name of the program.
    package let tool: String
    /// Its version.
    package let version: String
    /// The digest of each file by its path from the root of the site.
    package let files: [String: FileDigest]

    package init(tool: String, version: String, files: [String: FileDigest]) {
      self.tool = tool
      self.version = version
      self.files = files
    }
  }

  /// The name of the manifest in the folder of the site.
  package static let fileName = "manifest.json"
  /// The version of the format. Manifests of other versions are not read.
  static let format = 1

  /// The version of the program that made the site.
  let programVersion: String
  /// The version of the sources, see ``SourceVersion``.
  package let sourceVersion: String
  /// The commit given for the build; nil when none was given. It affects no other file.
  let commit: String?
  package let options: Options
  /// The digest of each file by its path from the root of the site, without the manifest itself and the files of tools.
  package let files: [String: FileDigest]
  /// What programs of others made from these files.
  package let madeByTools: [ToolPart]

  package init(
    programVersion: String, sourceVersion: String, commit: String?, options: Options,
    files: [String: FileDigest], madeByTools: [ToolPart] = []
  ) {
    self.programVersion = programVersion
    self.sourceVersion = sourceVersion
    self.commit = commit
    self.options = options
    self.files = files
    self.madeByTools = madeByTools
  }

  /// The digest of every file, those of tools too.
  package var allFiles: [String: FileDigest] {
    madeByTools.reduce(into: files) { $0.merge($1.files) { first, _ in first } }
  }

  /// Whether a text can be a full commit identifier of git: 40 or 64 lower-case hexadecimal digits.
  package static func isCommit(_ text: String) -> Bool {
    (text.utf8.count == 40 || text.utf8.count == 64) && isHexadecimal(text)
  }

  static func isHexadecimal(_ text: String) -> Bool {
    text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }
}
