public import Foundation

/// The folders of the repository, found from this file.
public enum Repository {
  /// The top folder.
  public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The live data. They change with every submission, so tests hold properties of them and never a value or a count.
  public static let liveData = root.appending(path: "Data").resolvingSymlinksInPath()

  /// The page texts, labels, layout and assets of the site.
  public static let site = root.appending(path: "site").resolvingSymlinksInPath()

  /// The synthetic examples.
  public static let examples = root.appending(path: "Examples").resolvingSymlinksInPath()

  /// What exact goldens are made from: a small dataset, a small index, and what is recorded of them.
  public static let frozen = root.appending(path: "Tests/Frozen").resolvingSymlinksInPath()

  /// The data in ``frozen``.
  public static let frozenData = frozen.appending(path: "Data")
}
