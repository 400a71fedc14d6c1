internal import Foundation
internal import Files
internal import Text

extension PublishingFailure {
  /// The message, with a way to fix the problem.
  var sentence: LocalizedText {
    switch self {
    case .notOurs(let path):
      LocalizedText(
        vi: "\(path) có tệp không do công cụ này tạo ra nên không bị ghi đè; hãy chọn --out khác.",
        en: "\(path) holds files that this tool did not make, so it is not replaced; choose another --out.")
    case .symbolicLink(let path):
      LocalizedText(
        vi: "\(path) là liên kết tượng trưng nên không bị thay; hãy ghi rõ thư mục thật ở --out.",
        en: "\(path) is a symbolic link, so it is not replaced; name the folder itself in --out.")
    case .protected(let path, let reason):
      LocalizedText(
        vi: "\(path) chứa, hoặc nằm trong, \(reason), là nơi không được ghi đè; hãy chọn --out khác.",
        en: "\(path) holds, or lies in, \(reason), which must not be replaced; choose another --out.")
    case .busy(let path):
      LocalizedText(
        vi: "Một lần dựng khác vẫn đang ghi vào \(path); hãy chờ nó xong rồi chạy lại.",
        en: "Another build is still publishing to \(path); wait for it and run again.")
    case .pathTaken(let path):
      LocalizedText(
        vi: "Trang dựng ra có hai tệp cùng ở \(path), hoặc một tệp và một thư mục; trang cũ được giữ nguyên.",
        en: "Two files of the site, or a file and a folder, have the path \(path); the previous site stays.")
    case .interrupted:
      LocalizedText(
        vi: "Đã dừng theo yêu cầu; trang cũ được giữ nguyên.",
        en: "Stopped as asked; the previous site stays.")
    case .system(let path, let code):
      Self.sentence(path: path, code: code)
    }
  }

  /// The exit code: usage error for a refused folder, else a fault of the system.
  var exitCode: Int32 {
    switch self {
    case .notOurs, .symbolicLink, .protected: 64
    case .busy, .pathTaken, .interrupted, .system: 70
    }
  }

  private static func sentence(path: String, code: Int32) -> LocalizedText {
    switch code {
    case ENOSPC, EDQUOT:
      LocalizedText(
        vi: "Ổ đĩa đã đầy khi ghi \(path); trang cũ được giữ nguyên. Hãy dọn bớt rồi chạy lại.",
        en: "The disk is full, writing \(path); the previous site stays. Make room and run again.")
    case EFBIG:
      LocalizedText(
        vi: "\(path) vượt quá cỡ tệp được phép; trang cũ được giữ nguyên.",
        en: "\(path) exceeds the file size allowed here; the previous site stays.")
    case EACCES, EPERM, EROFS:
      LocalizedText(
        vi: "Không có quyền ghi \(path); trang cũ được giữ nguyên. Hãy kiểm tra quyền hoặc chọn --out khác.",
        en: "No permission to write \(path); the previous site stays. Check it or choose another --out.")
    case EXDEV, EBUSY:
      LocalizedText(
        vi:
          "\(path) là nơi gắn một ổ đĩa khác nên không thể thay trong một bước; hãy chọn --out là thư mục bên trong nó.",
        en:
          "\(path) is where another disk is mounted, so it cannot be replaced in one step; choose a folder inside it."
      )
    default:
      LocalizedText(
        vi: "Hệ thống không cho ghi \(path) (\(String(cString: strerror(code)))); trang cũ được giữ nguyên.",
        en:
          "The system does not let \(path) be written (\(String(cString: strerror(code)))); the previous site stays."
      )
    }
  }
}
