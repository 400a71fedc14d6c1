/// The rule about what lies in a folder without being a file or a folder.
extension Rule {
  /// - Parameter isLink: whether it is a symbolic link.
  package static func fileIrregular(isLink: Bool) -> Rule {
    let message =
      isLink
      ? LocalizedText(
        vi: "Đây là liên kết tượng trưng (symlink), nên thứ mà nó trỏ tới không được đọc.",
        en: "This is a symbolic link, so what it points to is not read.")
      : LocalizedText(
        vi:
          "Đây không phải tệp thường (có thể là ống dẫn, thiết bị hoặc có tên không theo UTF-8), nên không được đọc.",
        en:
          "This is not a regular file (it may be a pipe, a device or have a name that is not UTF-8), so it is not read."
      )
    return Rule(
      "file.irregular", vi: message.vi, en: message.en,
      hintVi: "Hãy đặt chính tệp hoặc thư mục vào chỗ này, hoặc xóa đi.",
      hintEn: "Put the file or folder itself in this place, or delete it.")
  }
}
