internal import ArgumentParser

/// The command line: parses options, calls the libraries, prints results and chooses the exit code.
@main
struct ParIndex: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parindex",
    abstract: "Benchmark Vietnamese provinces on administrative reform.",
    discussion: """
      Exit codes: 0 done; 1 the data has errors, all of them printed; 64 wrong command line; 70 our fault.
      Results go to standard output, progress and diagnostics to standard error.

      Example:
        parindex build --out _site
      """,
    version: ProgramVersion.current,
    subcommands: [
      BuildCommand.self, VerifyCommand.self, ServeCommand.self, ValidateCommand.self, ScoreCommand.self,
      RobustnessCommand.self,
      CompareCommand.self,
    ])

  /// Runs the command. An error that is neither a usage error nor an exit code is our fault or the system's, and ends
  /// with 70.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      guard exitCode(for: error) == .failure, !(error is ExitCode) else { exit(withError: error) }
      Console.note("\(error)")
      exit(withError: ExitCode(70))
    }
  }
}
