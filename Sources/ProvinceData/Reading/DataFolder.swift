internal import Foundation
internal import Scoring

/// The files of a data folder, sorted into kinds by their path.
struct DataFolder {
  /// What a file holds.
  enum Kind: Hashable {
    case toolkit
    case sources
    case indicators
    case editions
    case indexes
    case entities
    /// The profile of the entity of the folder.
    case profile(String)
    /// A plan; nil for national ones.
    case plan(String?)
    case outcomes(String?)
    case published(String?)
    case scorecards(String?)

    /// What files of the kind declare.
    var subjects: Set<SubjectKind> {
      switch self {
      case .sources: [.source]
      case .indicators: [.indicator, .denominator]
      case .editions: [.edition]
      case .entities, .profile: [.entity]
      default: []
      }
    }
  }

  /// The files of known kinds, by path.
  let files: [(kind: Kind, source: SourceText)]
  /// The names of the folders under `provinces/`, in order.
  let provinces: [String]

  /// Reads every file of a folder.
  init(_ folder: URL, session: LoadSession) throws(DataLoadingError) {
    let paths = try DataFolder.paths(in: folder)
    var files: [(Kind, SourceText)] = []
    for path in paths {
      guard let kind = DataFolder.kind(of: path) else {
        if !DataFolder.isIgnored(path) { session.report(.fileUnexpected, at: Place(file: path)) }
        continue
      }
      let bytes: Data
      do {
        bytes = try Data(contentsOf: folder.appendingPathComponent(path))
      } catch {
        throw .unreadable(path: path, reason: error.localizedDescription)
      }
      if let source = SourceText(path: path, bytes: bytes, session: session) {
        files.append((kind, source))
      } else {
        session.catalogue.markIncomplete(kind.subjects)
      }
    }
    self.files = files
    provinces = Set(paths.compactMap(DataFolder.province)).sorted()
    if !paths.contains("toolkit.yaml") {
      session.report(.fileMissing, at: Place(file: "toolkit.yaml"))
    }
    for province in provinces where !paths.contains("provinces/\(province)/profile.yaml") {
      session.report(.fileMissing, at: Place(file: "provinces/\(province)/profile.yaml"))
      session.catalogue.markIncomplete([.entity])
    }
  }

  private static func paths(in folder: URL) throws(DataLoadingError) -> [String] {
    var isFolder: ObjCBool = false
    let manager = FileManager.default
    guard manager.fileExists(atPath: folder.path, isDirectory: &isFolder), isFolder.boolValue else {
      throw .folderMissing(path: folder.path)
    }
    var paths: [String] = []
    var waiting = [""]
    while let parent = waiting.popLast() {
      let names: [String]
      do {
        names = try manager.contentsOfDirectory(atPath: folder.appendingPathComponent(parent).path)
      } catch {
        throw .unreadable(path: parent, reason: error.localizedDescription)
      }
      for name in names where !name.hasPrefix(".") {
        let path = parent.isEmpty ? name : "\(parent)/\(name)"
        let full = folder.appendingPathComponent(path).path
        let isDirectory = manager.fileExists(atPath: full, isDirectory: &isFolder) && isFolder.boolValue
        if isDirectory { waiting.append(path) } else { paths.append(path) }
      }
    }
    return paths.sorted { Identifier<DataFolder>($0) < Identifier<DataFolder>($1) }
  }

  /// The kind of a file; nil when the path fits none.
  static func kind(of path: String) -> Kind? {
    let steps = path.split(separator: "/").map(String.init)
    switch (steps.count, steps.first, steps.last) {
    case (1, "toolkit.yaml", _): return .toolkit
    case (1, "indexes.yaml", _): return .indexes
    case (2, "sources", let name?) where name.hasSuffix(".yaml"): return .sources
    case (2, "indicators", let name?) where name.hasSuffix(".yaml"): return .indicators
    case (2, "editions", let name?) where name.hasSuffix(".yaml"): return .editions
    case (2, "national", "entities.yaml"): return .entities
    case (3, "provinces", "profile.yaml"): return .profile(steps[1])
    case (2, "national", let name?): return table(name, owner: nil)
    case (3, "provinces", let name?): return table(name, owner: steps[1])
    case (3, "national", let name?) where steps[1] == "plans" && name.hasSuffix(".yaml"): return .plan(nil)
    case (4, "provinces", let name?) where steps[2] == "plans" && name.hasSuffix(".yaml"):
      return .plan(steps[1])
    default: return nil
    }
  }

  private static func table(_ name: String, owner: String?) -> Kind? {
    switch name {
    case "outcomes.csv": .outcomes(owner)
    case "published.csv": .published(owner)
    case "scorecards.csv": .scorecards(owner)
    default: nil
    }
  }

  /// Notes for readers, and the lock files that Excel leaves while a table is open.
  private static func isIgnored(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return name.hasSuffix(".md") || name.hasPrefix("LICENSE") || name.hasPrefix("~$")
  }

  private static func province(_ path: String) -> String? {
    let steps = path.split(separator: "/")
    return steps.count > 2 && steps[0] == "provinces" ? String(steps[1]) : nil
  }
}
