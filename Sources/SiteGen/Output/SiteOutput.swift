public import Foundation

/// The finished site in memory: every file with its bytes.
public struct SiteOutput: Sendable {
  /// The bytes by path relative to the root of the site.
  public internal(set) var files: [String: Data] = [:]

  /// The paths in an order that is the same everywhere.
  public var paths: [String] {
    files.keys.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }
}
