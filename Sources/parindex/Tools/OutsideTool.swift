internal import Foundation

/// A program of somebody else that reads a finished site and makes more files for it.
///
/// The site is complete without these files: no page differs with them.
protocol OutsideTool: Sendable {
  /// Its word in `--with`.
  var option: String { get }
  /// The name of the program, as in the manifest of a site.
  var name: String { get }

  /// Looks for the program on this machine.
  func find() -> FoundTool?

  /// Whether it reads the file at this path of a site.
  func reads(_ path: String) -> Bool

  /// Runs the program.
  ///
  /// - Parameters:
  ///   - found: the program.
  ///   - folder: the site, which stays as it is.
  ///   - isStopped: asked again and again; the program is ended when it says yes.
  /// - Returns: what it made, by path from the root of the site. The same pages give the same bytes.
  func run(_ found: FoundTool, on folder: String, isStopped: () -> Bool) throws(ToolFault) -> [String: Data]
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
