internal import Text

/// Rules about whole files: whether they exist, can be read, and have content that belongs at their path.
extension Rule {
  static func fileMissing(path: String) -> Rule {
    Rule(
      "file.missing", vi: "Thiếu tệp “\(path)”.", en: "The file “\(path)” is missing.",
      hintVi: "Hãy thêm tệp này; cách viết có trong README.md của thư mục dữ liệu.",
      hintEn: "Add the file; README.md of the data folder shows how it is written.")
  }

  static func fileUnexpected(path: String) -> Rule {
    let meant = ExpectedFile.path(for: path).flatMap { $0 == path ? nil : $0 }
    let read = ExpectedFile.files(besides: path).joined(separator: ", ")
    let check = LocalizedText(
      vi: "Hãy kiểm tra tên tệp và thư mục (tệp Excel cần lưu thành CSV UTF-8), hoặc đưa tệp ra ngoài.",
      en: "Check the name and the folder (save an Excel file as CSV UTF-8), or move the file elsewhere.")
    let list = LocalizedText(
      vi: "Thư mục này chỉ có \(read); hãy đổi tên, hoặc đưa tệp ra ngoài.",
      en: "This folder has only \(read); rename the file, or move it elsewhere.")
    let other = read.isEmpty ? check : list
    return Rule(
      "file.unexpected", vi: "Tệp này không thuộc loại nào mà thư mục dữ liệu có, nên không được đọc.",
      en: "The file is of no kind that the data folder has, so it would not be read.",
      hintVi: meant.map {
        "Tệp được đọc tên là “\($0)”\(isExcel(path) ? " (lưu bằng kiểu CSV UTF-8)" : ""); "
          + "hãy đổi tên, hoặc chép nội dung vào tệp ấy nếu đã có."
      } ?? other.vi,
      hintEn: meant.map {
        "The file that is read is “\($0)”\(isExcel(path) ? " (saved as CSV UTF-8)" : ""); "
          + "rename this one, or copy its content into that file if there is one."
      } ?? other.en)
  }

  private static func isExcel(_ path: String) -> Bool {
    [".xlsx", ".xls", ".xlsm", ".ods"].contains(where: path.lowercased().hasSuffix)
  }

  /// - Parameter name: as it can be shown.
  static func fileName(_ name: String) -> Rule {
    Rule(
      "file.name", vi: "Tên “\(name)” không đúng cách đặt tên, nên không được đọc.",
      en: "The name “\(name)” is not of the right form, so it is not read.",
      hintVi:
        "Chỉ dùng chữ thường không dấu a–z, số 0–9 và dấu gạch ngang; tệp có thêm đúng một đuôi, ví dụ bao-hai-duong.yaml.",
      hintEn:
        "Use only lower-case letters a–z, digits 0–9 and hyphens; a file has just one extension too, as bao-hai-duong.yaml."
    )
  }

  static func folderMismatch(key: String, value: String, expected: String) -> Rule {
    Rule(
      "id.folder",
      vi: "“\(key)” là “\(value)”, nhưng tên tệp hoặc thư mục cho biết phải là “\(expected)”.",
      en: "“\(key)” is “\(value)”, but the name of the file or folder says that it must be “\(expected)”.",
      hintVi: "Hãy sửa giá trị này, hoặc đổi tên tệp hay thư mục cho khớp.",
      hintEn: "Correct the value, or rename the file or folder to match.")
  }
}
