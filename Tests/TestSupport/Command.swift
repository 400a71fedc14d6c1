package import Foundation

/// Runs the built command as a process.
package enum Command {
  /// The result of a run.
  package struct Result: Sendable {
    package let code: Int32
    /// Standard output.
    package let output: String
    /// Standard error.
    package let errors: String
  }

  /// Options that select the frozen data instead of the live data.
  package static let onFrozenData = ["--data", Repository.frozenData.path(percentEncoded: false)]

  /// Runs the command in the root of the repository.
  package static func run(_ arguments: String...) throws -> Result { try run(arguments) }

  /// Runs the command in the root of the repository.
  package static func run(_ arguments: [String]) throws -> Result {
    let (process, collect) = try start(arguments)
    process.waitUntilExit()
    return try collect()
  }

  /// Starts the command; the closure waits for its end and returns the result.
  ///
  /// - Parameters:
  ///   - launcher: a program and arguments that start the command, whose path and arguments follow; none when empty.
  ///   - place: the working folder; the root of the repository when nil.
  ///   - variables: added to the environment of the tests.
  package static func start(
    _ arguments: [String], launcher: [String] = [], in place: URL? = nil, variables: [String: String] = [:]
  ) throws -> (Process, () throws -> Result) {
    let folder = FileManager.default.temporaryDirectory
    let files = ["output", "errors"].map { folder.appending(path: "command-\(UUID().uuidString)-\($0)") }
    // Files rather than pipes, because a full pipe would block the command.
    let handles = try files.map { file in
      try Data().write(to: file)
      return try FileHandle(forWritingTo: file)
    }
    let process = Process()
    let line = launcher + [try executable().path(percentEncoded: false)] + arguments
    process.executableURL = URL(filePath: line[0])
    process.arguments = Array(line.dropFirst())
    process.currentDirectoryURL = place ?? Repository.root
    process.environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
    process.standardOutput = handles[0]
    process.standardError = handles[1]
    try process.run()
    return (
      process,
      {
        let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
        for file in files { try FileManager.default.removeItem(at: file) }
        return Result(code: process.terminationStatus, output: texts[0], errors: texts[1])
      }
    )
  }

  /// The command is beside the test bundle.
  package static func executable() throws -> URL {
    let arguments = ProcessInfo.processInfo.arguments
    let bundle = arguments.first { $0.hasSuffix(".xctest") } ?? arguments.first ?? ""
    let starts = [Bundle.main.bundleURL, URL(filePath: bundle)]
    for start in starts {
      var folder = start
      while folder.pathComponents.count > 1 {
        let candidate = folder.appending(path: "parindex")
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: candidate.path(), isDirectory: &isFolder),
          !isFolder.boolValue
        {
          return candidate
        }
        folder = folder.deletingLastPathComponent()
      }
    }
    throw CocoaError(.fileNoSuchFile)
  }
}
