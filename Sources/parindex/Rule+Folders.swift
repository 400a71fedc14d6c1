internal import Text

/// Rules about the folders and files that a command cannot do without.
extension Rule {
  static func folderMissing(_ path: String) -> Rule {
    Rule(
      "folder.missing", vi: "Không có thư mục dữ liệu “\(path)”.", en: "There is no data folder '\(path)'.",
      hintVi: "Thư mục dữ liệu được ghi ở --data.", hintEn: "--data names the folder.")
  }

  static func fileUnreadable(_ path: String) -> Rule {
    Rule(
      "file.unreadable", vi: "Không đọc được \(path).", en: "\(path) cannot be read.",
      hintVi: "Hãy kiểm tra quyền truy cập tệp này.", hintEn: "Check the permissions of this file.")
  }

  static func exampleFileMissing(_ path: String) -> Rule {
    Rule(
      "file.missing", vi: "Không có tệp “\(path)”.", en: "There is no file '\(path)'.",
      hintVi: "Thư mục có ví dụ được ghi ở --examples.",
      hintEn: "--examples names the folder with the worked example.")
  }

  static func buildFailed(_ error: any Error) -> Rule {
    Rule(
      "build.failed", vi: "Không dựng được trang: \(error)", en: "The site cannot be built: \(error)",
      hintVi: "Chạy parindex build để xem lỗi này ngoài trình duyệt.",
      hintEn: "Run parindex build to see this fault outside the browser.")
  }
}
