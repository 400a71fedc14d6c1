internal import ArgumentParser
internal import Text

/// A missing or unreadable folder or file that a command requires.
enum FolderFault: Error {
  /// There is no data folder at the path.
  case noDataFolder(String)
  /// A data file cannot be read.
  case unreadable(String)
  /// A file of the worked example is missing.
  case noExampleFile(String)

  /// The fault as a finding about the path.
  var finding: Finding {
    switch self {
    case .noDataFolder(let path): Rule.folderMissing(path).finding(in: path)
    case .unreadable(let path): Rule.fileUnreadable(path).finding(in: path)
    case .noExampleFile(let path): Rule.exampleFileMissing(path).finding(in: path)
    }
  }

  /// The fault as an end of the command: a usage error, or exit code 1 for unreadable data.
  func commandEnd(_ language: Language) -> any Error {
    let (message, hint) = (finding.message, finding.hint)
    guard case .unreadable = self else { return ValidationError(message.en + " " + hint.en) }
    Console.note(message[language] + " " + hint[language])
    return ExitCode(1)
  }
}
