internal import ArgumentParser
internal import Text

/// A folder or file that a command cannot do without.
enum FolderFault: Error {
  /// There is no folder with data at the path.
  case noDataFolder(String)
  /// A file of the data cannot be read.
  case unreadable(String)
  /// A file of the worked example is not there.
  case noExampleFile(String)

  /// The fault as a finding about the path.
  var finding: Finding {
    switch self {
    case .noDataFolder(let path): Rule.folderMissing(path).finding(in: path)
    case .unreadable(let path): Rule.fileUnreadable(path).finding(in: path)
    case .noExampleFile(let path): Rule.exampleFileMissing(path).finding(in: path)
    }
  }

  /// The fault as an end of the command: a wrong command line, or data that cannot be used.
  func commandEnd(_ language: Language) -> any Error {
    let (message, hint) = (finding.message, finding.hint)
    guard case .unreadable = self else { return ValidationError(message.en + " " + hint.en) }
    Console.note(message[language] + " " + hint[language])
    return ExitCode(1)
  }
}
