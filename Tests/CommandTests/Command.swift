import Foundation
import Testing

/// The built command, run as a process.
enum Command {
  struct Result {
    let code: Int32
    let output: String
    let errors: String
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Runs the command in the folder of the repository.
  static func run(_ arguments: String...) throws -> Result { try run(arguments) }

  static func run(_ arguments: [String]) throws -> Result {
    let (process, collect) = try start(arguments)
    process.waitUntilExit()
    return try collect()
  }

  /// Starts the command; the closure gives the result once it has ended.
  ///
  /// - Parameters:
  ///   - launcher: a program with arguments that starts the command, whose path and arguments follow; none when empty.
  ///   - place: where it runs; the folder of the repository when nil.
  ///   - variables: of the environment, beside those of the tests.
  static func start(
    _ arguments: [String], launcher: [String] = [], in place: URL? = nil, variables: [String: String] = [:]
  ) throws -> (Process, () throws -> Result) {
    let folder = FileManager.default.temporaryDirectory
    let files = ["output", "errors"].map { folder.appending(path: "command-\(UUID().uuidString)-\($0)") }
    // Files rather than pipes: a full pipe would stop the command.
    let handles = try files.map { file in
      try Data().write(to: file)
      return try FileHandle(forWritingTo: file)
    }
    let process = Process()
    let line = launcher + [try executable().path(percentEncoded: false)] + arguments
    process.executableURL = URL(filePath: line[0])
    process.arguments = Array(line.dropFirst())
    process.currentDirectoryURL = place ?? root
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

  /// The command stands beside the bundle of the tests.
  static func executable() throws -> URL {
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

/// A folder of its own for one test.
struct TemporaryFolder {
  let url: URL

  init(_ files: [String: String] = [:]) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "command-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (path, text) in files {
      let file = url.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  /// Copies what the repository holds under these paths to the same paths here.
  func copy(_ names: String...) throws {
    for name in names {
      let target = url.appending(path: name)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: Command.root.appending(path: name).resolvingSymlinksInPath(), to: target)
    }
  }

  func remove() { try? FileManager.default.removeItem(at: url) }

  /// The path of something in the folder.
  func path(_ name: String) -> String { url.appending(path: name).path(percentEncoded: false) }

  /// Every file below, hidden ones included, with its bytes.
  func files(below name: String) throws -> [String: Data] {
    let folder = url.appending(path: name)
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false)) {
      var isFolder: ObjCBool = false
      let file = folder.appending(path: path)
      guard FileManager.default.fileExists(atPath: file.path(percentEncoded: false), isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      files[path] = try Data(contentsOf: file)
    }
    return files
  }
}
