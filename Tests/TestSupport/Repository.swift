package import Foundation

/// The folders of the repository, located relative to this file.
package enum Repository {
  /// The top folder.
  package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The live data. They change with every submission, so tests check properties of them, never a value or a count.
  package static let liveData = root.appending(path: "Data").resolvingSymlinksInPath()

  /// The page texts, labels, layout and assets of the site.
  package static let site = root.appending(path: "site").resolvingSymlinksInPath()

  /// The synthetic examples.
  package static let examples = root.appending(path: "Examples").resolvingSymlinksInPath()

  /// The inputs of exact goldens, a small dataset and a small index, with the goldens.
  package static let frozen = root.appending(path: "Tests/Frozen").resolvingSymlinksInPath()

  /// The data in ``frozen``.
  package static let frozenData = frozen.appending(path: "Data")
}
