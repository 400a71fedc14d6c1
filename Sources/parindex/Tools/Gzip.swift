internal import Foundation

/// The program gzip, which opens and closes the files of a Pagefind index.
struct Gzip {
  let program: FoundTool

  /// Unpacks files, by any name.
  func unpack(_ files: [String: Data], isStopped: () -> Bool) throws(ToolFault) -> [String: Data] {
    try run(["-d"], files, from: ".gz", to: "", isStopped)
  }

  /// Packs files, by any name. The same bytes give the same bytes.
  func pack(_ files: [String: Data], isStopped: () -> Bool) throws(ToolFault) -> [String: Data] {
    try run(["-n", "-9"], files, from: "", to: ".gz", isStopped)
  }

  private func run(
    _ options: [String], _ files: [String: Data], from: String, to: String,
    _ isStopped: () -> Bool
  ) throws(ToolFault) -> [String: Data] {
    guard !files.isEmpty else { return [:] }
    let workspace = try ToolWorkspace()
    let names = files.keys.sorted()
    // Numbers stand for the names, which may be anything.
    for (number, name) in names.enumerated() {
      try workspace.write(files[name] ?? Data(), to: "files/\(number)\(from)")
    }
    let paths = names.indices.map { "\(workspace.path)/files/\($0)" }
    _ = try ToolProcess.run(
      program.path, options + paths.map { $0 + from }, in: workspace, seconds: 600, isStopped: isStopped)
    var result: [String: Data] = [:]
    for (name, path) in zip(names, paths) {
      result[name] = try unusable { try Data(contentsOf: URL(filePath: path + to)) }
    }
    return result
  }
}
