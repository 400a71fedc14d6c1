internal import Foundation
internal import Text

/// A program of somebody else that makes more files for a site: from its finished pages, or from the drawings of its
/// cards.
///
/// The site is complete without these files. Pages name cards only when the program that makes them was found.
protocol OutsideTool: Sendable {
  /// Its word in `--with`.
  var option: String { get }
  /// The name of the program, as in the manifest of a site.
  var name: String { get }

  /// Looks for the program on this machine.
  func find() -> FoundTool?

  /// What it makes its files from.
  var source: ToolSource { get }

  /// How to get the program.
  var installation: LocalizedText { get }

  /// Runs the program.
  ///
  /// - Parameters:
  ///   - found: the program.
  ///   - isStopped: asked again and again; the program is ended when it says yes.
  /// - Returns: what it made, by path from the root of the site. The same input gives the same bytes.
  func run(
    _ found: FoundTool, on input: ToolInput, isStopped: @escaping @Sendable () -> Bool
  ) throws(ToolFault) -> [String: Data]
}

/// What a tool makes its files from.
enum ToolSource {
  /// The finished pages.
  case pages
  /// The drawings of the cards.
  case drawings

  /// Whether it takes in the file at this path of a site.
  func reads(_ path: String) -> Bool { self == .pages && path.hasSuffix(".html") }
}

/// What a tool is given.
struct ToolInput: Sendable {
  /// The folder of the site, which stays as it is; only for a tool that reads pages.
  var folder = ""
  /// The drawings by the path of the file to be made of each; only for a tool that reads them.
  var drawings: [String: String] = [:]
  /// What the tool made for the site that will be replaced; nil when there is nothing.
  var earlier: EarlierToolFiles?
}

/// A program that was found on this machine.
struct FoundTool: Hashable, Sendable {
  /// The path of the program.
  let path: String
  /// The version, as the program says it.
  let version: String
}

extension FoundTool {
  /// Looks for a program in the folders of `PATH`, and asks it for its version with `--version`.
  init?(named name: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    // A relative folder would make the program depend on where the command is started.
    let paths = folders.filter { $0.hasPrefix("/") }.map { $0 + "/" + name }
    guard let path = paths.first(where: FileManager.default.isExecutableFile),
      let workspace = try? ToolWorkspace(),
      let said = try? ToolProcess.run(path, ["--version"], in: workspace, seconds: 10, isStopped: { false })
    else { return nil }
    let words = said.split(separator: "\n").first?.split(separator: " ") ?? []
    guard let version = words.first(where: { $0.first?.isNumber == true }) else { return nil }
    self.init(path: path, version: String(version))
  }

  /// The program, with the version of another that it needs to make the same bytes.
  func with(_ name: String, _ other: FoundTool) -> FoundTool {
    FoundTool(path: path, version: "\(version) (\(name) \(other.version))")
  }
}

/// Why a tool made nothing.
enum ToolFault: Error, Hashable {
  /// It cannot be started, or its files cannot be read: the reason in the words of the system.
  case unusable(String)
  /// It ended with this code, and these last words.
  case failed(code: Int32, String)
  /// It did not end in time.
  case slow
  /// It ended well, without a file that it always makes.
  case incomplete(String)
  /// The command was asked to stop.
  case stopped
}
