internal import Text

/// Rules about whole files: whether they exist, can be read, and have content that belongs at their path.
extension Rule {
  static func fileMissing(path: String) -> Rule {
    Rule(
      "file.missing", vi: "Thiếu tệp “\(path)”.", en: "The file “\(path)” is missing.",
      hintVi: "Hãy thêm tệp này; cách viết có trong README.md của thư mục dữ liệu.",
      hintEn: "Add the file; README.md of the data folder shows how it is written.")
  }

  static let fileUnexpected = Rule(
    "file.unexpected", vi: "Tệp này không thuộc loại nào mà thư mục dữ liệu có, nên không được đọc.",
    en: "The file is of no kind that the data folder has, so it would not be read.",
    hintVi: "Hãy kiểm tra tên tệp và thư mục (tệp Excel cần lưu thành CSV UTF-8), hoặc đưa tệp ra ngoài.",
    hintEn: "Check the name and the folder (save an Excel file as CSV UTF-8), or move the file elsewhere."
  )

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
