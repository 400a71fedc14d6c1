package import Foundation

/// The finished site in memory.
package struct SiteOutput: Sendable {
  /// The bytes by path from the root of the site.
  package let files: [String: Data]

  /// Takes the bytes by path from the root of the site.
  package init(files: [String: Data]) { self.files = files }

  /// The paths, ordered by Unicode scalars.
  package var paths: [String] {
    files.keys.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }
}
