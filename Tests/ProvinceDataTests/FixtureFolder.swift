import Foundation
import ProvinceData
import Scoring

/// The fixtures of broken data: a tiny valid folder, `_base`, and overlays whose files replace or join it.
/// `removed.list` in an overlay names files of the base that are left out.
enum FixtureFolder {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")
  static let base = root.appendingPathComponent("_base")

  /// The overlays, by name: a rule, or a rule, `+` and a case.
  static var names: [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return all.filter { !$0.hasPrefix("_") && !$0.hasPrefix(".") }.sorted()
  }

  /// The files of a folder, by path relative to it.
  static func files(of folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let url = folder.appendingPathComponent(path)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), !isFolder.boolValue
      else { continue }
      files[path] = try Data(contentsOf: url)
    }
    return files
  }

  /// The base with an overlay.
  static func files(overlay name: String) throws -> [String: Data] {
    var files = try files(of: base)
    var overlay = try FixtureFolder.files(of: root.appendingPathComponent(name))
    overlay["expected.txt"] = nil
    let removed =
      overlay.removeValue(forKey: "removed.list").map { String(decoding: $0, as: UTF8.self) } ?? ""
    for path in removed.split(separator: "\n") { files[String(path)] = nil }
    return files.merging(overlay) { _, new in new }
  }

  /// Loads files from a temporary folder.
  static func load(_ files: [String: Data]) throws -> LoadResult {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("province-data-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (path, data) in files {
      let url = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: url)
    }
    return try DataLoader(folder: folder).load()
  }

  /// Loads the base with one file replaced.
  static func load(replacing path: String, by text: String) throws -> LoadResult {
    var files = try files(of: base)
    files[path] = Data(text.utf8)
    return try load(files)
  }
}

extension Finding {
  /// One line of `expected.txt`.
  var goldenLine: String {
    let place = "\(file):\(line):\(column) \(severity.rawValue) \(rule)"
    return [place, message.vi, message.en, hint.vi, hint.en].joined(separator: " | ")
  }
}
