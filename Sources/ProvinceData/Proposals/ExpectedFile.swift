internal import Text

/// The path that a file which is not read was probably meant to have.
enum ExpectedFile {
  /// The path; nil when it cannot be told.
  static func path(for path: String) -> String? {
    let parts = path.split(separator: "/").map(String.init)
    guard let last = parts.last, let stem = stem(of: last) else { return nil }
    let folder = parts.dropLast()
    let top = folder.first ?? ""
    let name = names.first { stem.hasPrefix($0.stem) } ?? nearest(to: stem)
    if let name, name.isRead(in: folder) { return joined(folder, name.file) }
    switch (top, folder.count) {
    case ("", 0): return name.map { $0.folder + "/" + $0.file }
    case ("sources", 1), ("indicators", 1), ("editions", 1), ("changes", 1):
      return joined(folder, stem + ".yaml")
    case ("national", 2), ("provinces", 3):
      return folder.last == "plans" ? joined(folder, stem + ".yaml") : nil
    case ("national", 1), ("provinces", 2):
      return isText(last) ? joined(folder + ["plans"], stem + ".yaml") : nil
    default: return nil
    }
  }

  /// The files that are read in the folder of a path; empty when it is not known.
  static func files(besides path: String) -> [String] {
    let folder = path.split(separator: "/").dropLast().map(String.init)
    let fixed = names.filter { $0.isRead(in: folder) }.map(\.file)
    switch (folder.first, folder.count) {
    case ("national", 1), ("provinces", 2): return fixed + ["plans/*.yaml"]
    case ("national", 2), ("provinces", 3): return folder.last == "plans" ? ["*.yaml"] : []
    case ("sources", 1), ("indicators", 1), ("editions", 1), ("changes", 1): return ["*.yaml"]
    default: return fixed
    }
  }

  private struct FixedName {
    let stem: String
    let file: String
    /// Where it is read, as a sentence names it.
    let folder: String

    func isRead(in parts: some Collection<String>) -> Bool {
      switch (folder.first, parts.count) {
      case ("p", 2): return parts.first == "provinces"
      case ("p", 1) where file.hasSuffix(".csv"), ("n", 1): return parts.first == "national"
      case (".", 0): return true
      default: return false
      }
    }
  }

  private static let names: [FixedName] = [
    FixedName(stem: "outcomes", file: "outcomes.csv", folder: "provinces/…"),
    FixedName(stem: "published", file: "published.csv", folder: "provinces/…"),
    FixedName(stem: "scorecards", file: "scorecards.csv", folder: "provinces/…"),
    FixedName(stem: "profile", file: "profile.yaml", folder: "provinces/…"),
    FixedName(stem: "units", file: "units.yaml", folder: "provinces/…"),
    FixedName(stem: "entities", file: "entities.yaml", folder: "national"),
    FixedName(stem: "tiles", file: "tiles.yaml", folder: "national"),
    FixedName(stem: "toolkit", file: "toolkit.yaml", folder: "."),
    FixedName(stem: "indexes", file: "indexes.yaml", folder: "."),
  ]

  private static func nearest(to stem: String) -> FixedName? {
    let near = NearestWord.find(stem, in: names.map(\.stem))
    return names.first { $0.stem == near }
  }

  /// The name without endings, in the letters that names of data files have; nil when none are left.
  private static func stem(of name: String) -> String? {
    let stem = name.split(separator: ".").first { !$0.isEmpty }.map { Slug.make(String($0)) } ?? ""
    return stem.isEmpty || name.hasPrefix("~") || name.hasPrefix(".") ? nil : stem
  }

  /// Whether a name has an ending of a YAML text, not of a table or of something else.
  private static func isText(_ name: String) -> Bool {
    [".yaml", ".yml", ".yaml.txt", ".yml.txt"].contains(where: name.lowercased().hasSuffix)
  }

  private static func joined(_ folder: some Sequence<String>, _ name: String) -> String {
    (Array(folder) + [name]).joined(separator: "/")
  }
}
