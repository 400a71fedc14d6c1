package import Foundation

/// The finished site in memory: every file with its bytes.
package struct SiteOutput: Sendable {
  /// The bytes by path relative to the root of the site.
  package let files: [String: Data]

  /// Takes the bytes by path relative to the root of the site.
  package init(files: [String: Data]) { self.files = files }

  /// The paths in an order that is the same everywhere.
  package var paths: [String] {
    files.keys.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }
}
