package import Foundation
package import Text

/// What one rebuild gave.
package enum Rebuild: Sendable {
  /// The whole site.
  ///
  /// - files: the bytes by path relative to the root of the site.
  /// - pages: how many of them are pages.
  case site(files: [String: Data], pages: Int)
  /// No site, and why; at least one finding. Their paths are those that people open.
  case findings([Finding])
}
