public import Scoring

/// Why a data folder could not be read at all. Faults inside files are findings, not errors.
public enum DataLoadingError: Error, Hashable, Sendable {
  /// There is no folder at the path.
  case folderMissing(path: String)
  /// The file or folder exists but the system refuses to read it.
  case unreadable(path: String, reason: String)

  /// The sentence for the reader, in both languages.
  public var message: LocalizedText {
    switch self {
    case .folderMissing(let path):
      LocalizedText(
        vi: "Không có thư mục dữ liệu “\(path)”.", en: "There is no data folder \"\(path)\".")
    case .unreadable(let path, let reason):
      LocalizedText(
        vi: "Không đọc được “\(path)”: \(reason)", en: "\"\(path)\" could not be read: \(reason)")
    }
  }
}
