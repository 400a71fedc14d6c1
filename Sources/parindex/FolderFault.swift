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
    let (rule, path, message, hint) = parts
    return Finding(
      rule: rule, severity: .error, file: path, line: 1, column: 1, message: message, hint: hint)
  }

  /// The fault as an end of the command: a usage error, or exit code 1 for unreadable data.
  func commandEnd(_ language: Language) -> any Error {
    let (_, _, message, hint) = parts
    guard case .unreadable = self else { return ValidationError(message.en + " " + hint.en) }
    Console.note(message[language] + " " + hint[language])
    return ExitCode(1)
  }

  private var parts: (rule: String, path: String, message: LocalizedText, hint: LocalizedText) {
    switch self {
    case .noDataFolder(let path):
      (
        "folder.missing", path,
        LocalizedText(vi: "Không có thư mục dữ liệu “\(path)”.", en: "There is no data folder '\(path)'."),
        LocalizedText(vi: "Thư mục dữ liệu được ghi ở --data.", en: "--data names the folder.")
      )
    case .unreadable(let path):
      (
        "file.unreadable", path,
        LocalizedText(vi: "Không đọc được \(path).", en: "\(path) cannot be read."),
        LocalizedText(
          vi: "Hãy kiểm tra quyền truy cập tệp này.", en: "Check the permissions of this file.")
      )
    case .noExampleFile(let path):
      (
        "file.missing", path,
        LocalizedText(vi: "Không có tệp “\(path)”.", en: "There is no file '\(path)'."),
        LocalizedText(
          vi: "Thư mục có ví dụ được ghi ở --examples.",
          en: "--examples names the folder with the worked example.")
      )
    }
  }
}
