package import Foundation

extension FolderPublisher {
  /// Refuses a folder that must not be replaced, before anything is built, and restores the folder if a killed build
  /// left it under another name.
  ///
  /// - Parameter sources: folders that are read; the target must neither contain them nor lie in them.
  /// - Throws: why the folder is refused.
  package func check(protecting sources: [URL] = []) throws(PublishingFailure) {
    try refuseProtected(sources)
    if try FileSystem.existing(target) == nil, try isOurs(previous) {
      try FileSystem.move(previous, to: target)
    }
    try refuseForeign()
  }

  func refuseForeign() throws(PublishingFailure) {
    switch try FileSystem.existing(target)?.type {
    case nil: return
    case .symbolicLink: throw .symbolicLink(path: target)
    case .regular, .other: throw .notOurs(path: target)
    case .folder: try refuseForeignContent(of: target)
    }
  }

  func refuseForeignContent(of folder: String) throws(PublishingFailure) {
    let entries = try FileSystem.entries(in: folder)
    guard entries.isEmpty || entries.contains(where: { $0.name == marker }) else {
      throw .notOurs(path: folder)
    }
  }

  private func refuseProtected(_ sources: [URL]) throws(PublishingFailure) {
    let folders = [
      FileManager.default.homeDirectoryForCurrentUser.path(percentEncoded: false),
      FileManager.default.currentDirectoryPath,
    ]
    if target == "/" { throw .protected(path: target, reason: "/") }
    for folder in folders.compactMap(FileSystem.resolved) where Self.holds(target, folder) {
      throw .protected(path: target, reason: folder)
    }
    for source in sources.compactMap({ FileSystem.resolved($0.path(percentEncoded: false)) })
    where Self.holds(target, source) || Self.holds(source, target) {
      throw .protected(path: target, reason: source)
    }
  }

  private static func holds(_ folder: String, _ other: String) -> Bool {
    other == folder || other.hasPrefix(folder == "/" ? "/" : folder + "/")
  }

  func isOurs(_ folder: String) throws(PublishingFailure) -> Bool {
    guard try FileSystem.existing(folder)?.type == .folder else { return false }
    return try FileSystem.existing(folder + "/" + marker)?.type == .regular
  }
}
