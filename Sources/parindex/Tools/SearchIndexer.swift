internal import Files
internal import Foundation
internal import Text

/// Makes the search index of a site with Pagefind (https://pagefind.app). `site/assets/search.js` reads it.
struct SearchIndexer: OutsideTool {
  let option = "search"
  let name = "pagefind"
  let source = ToolSource.pages
  let installation = LocalizedText(
    vi: "`make site` tự cài pagefind; tự chạy lệnh thì đặt .venv-site/bin vào PATH.",
    en: "`make site` installs pagefind; to run the command by hand put .venv-site/bin on PATH.")

  /// The folder of the index in a site.
  private static let folder = "pagefind/"
  private static let entry = "pagefind-entry.json"

  func find() -> FoundTool? {
    guard let found = FoundTool(named: name) else { return nil }
    return Self.gzip.map { found.with("gzip", $0) } ?? found
  }

  /// Without it the index stays in large pieces.
  private static var gzip: FoundTool? { FoundTool(named: "gzip") }

  func run(
    _ found: FoundTool, on input: ToolInput, isStopped: @escaping @Sendable () -> Bool
  ) throws(ToolFault) -> [String: Data] {
    let workspace = try ToolWorkspace()
    let output = workspace.path + "/made"
    _ = try ToolProcess.run(
      found.path, ["--site", input.folder, "--output-path", output, "--quiet"], in: workspace, seconds: 600,
      isStopped: isStopped)
    let paths = try unusable { try SourceFile.all(below: output) }.map(\.path).filter(Self.isNeeded)
    guard paths.contains(Self.entry) else { throw .incomplete(Self.entry) }
    var made: [String: Data] = [:]
    for path in paths {
      guard let bytes = SourceFile.bytes(of: path, below: output) else { throw .incomplete(path) }
      made[path] = path == Self.entry ? try Self.ordered(Data(bytes)) : Data(bytes)
    }
    if let gzip = Self.gzip {
      made = try PagefindPieces.cut(made, with: Gzip(program: gzip), isStopped: isStopped)
    }
    return Dictionary(uniqueKeysWithValues: made.map { (Self.folder + $0.key, $0.value) })
  }

  /// Pagefind also writes ready-made forms, with styles, and a worker. The site has its own form.
  private static func isNeeded(_ path: String) -> Bool {
    if ["index/", "fragment/", "filter/"].contains(where: path.hasPrefix) { return true }
    return [entry, "pagefind.js"].contains(path) || path.hasSuffix(".pf_meta")
      || (path.hasPrefix("wasm.") && path.hasSuffix(".pagefind"))
  }

  /// The same JSON with its keys in order. Pagefind writes the languages in an order that changes from run to run.
  private static func ordered(_ json: Data) throws(ToolFault) -> Data {
    do {
      let value = try JSONSerialization.jsonObject(with: json)
      return try JSONSerialization.data(
        withJSONObject: value, options: [.sortedKeys, .withoutEscapingSlashes])
    } catch {
      throw .incomplete(entry)
    }
  }
}
