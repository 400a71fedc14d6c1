internal import Foundation

/// A run of a tool as a process.
enum ToolProcess {
  /// Runs a program to its end.
  ///
  /// It sees nothing of the user's settings: its working folder is empty, and its environment has `PATH` only.
  ///
  /// - Parameter variables: more of its environment.
  /// - Returns: what it wrote to its standard output and error.
  static func run(
    _ program: String, _ arguments: [String], in workspace: ToolWorkspace, seconds: Int,
    variables: [String: String] = [:], isStopped: () -> Bool
  ) throws(ToolFault) -> String {
    // A file rather than a pipe, because a full pipe would block the program.
    try workspace.write(Data(), to: "said/words")
    try workspace.write(Data(), to: "work/empty")
    let words = URL(filePath: workspace.path + "/said/words")
    let handle = try unusable { try FileHandle(forWritingTo: words) }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: workspace.path + "/work")
    process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""].merging(variables) {
      $1
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handle
    process.standardError = handle
    try unusable { try process.run() }
    let end = ContinuousClock.now + .seconds(seconds)
    while process.isRunning {
      let isLate = ContinuousClock.now > end
      if isLate || isStopped() {
        // Not a signal that it can ignore, as it may have inherited from this command.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        throw isLate ? .slow : .stopped
      }
      usleep(10_000)
    }
    process.waitUntilExit()
    let said = try unusable { String(decoding: try Data(contentsOf: words), as: UTF8.self) }
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      let lines = said.split(separator: "\n").suffix(5).joined(separator: "\n")
      throw .failed(code: process.terminationStatus, lines)
    }
    return said
  }
}
