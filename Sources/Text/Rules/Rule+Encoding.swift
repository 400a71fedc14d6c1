/// Rules about the encoding of a file.
extension Rule {
  static let fileEmpty = Rule(
    "file.empty", vi: "Tệp không có nội dung.", en: "The file has no content.",
    hintVi: "Nếu chưa có số liệu thì xóa tệp; trang web sẽ ghi là chưa biết.",
    hintEn: "If there are no figures yet, delete the file; the site will say that they are not known.")

  static let fileNotUTF8 = Rule(
    "file.not-utf8", vi: "Chữ trong tệp không theo bảng mã UTF-8, bắt đầu từ chỗ này.",
    en: "From here on the text of the file is not UTF-8.",
    hintVi: "Trong Excel, chọn Lưu thành (Save As), kiểu “CSV UTF-8 (Comma delimited)”, rồi gửi lại.",
    hintEn: "In Excel choose Save As, type “CSV UTF-8 (Comma delimited)”, and submit the file again.")

  static func fileOtherFormat(_ format: FileFormat, isTable: Bool) -> Rule {
    Rule(
      "file.other-format",
      vi: "Nội dung tệp là \(format.name.vi), không phải \(isTable ? "CSV" : "YAML") UTF-8.",
      en: "The content of the file is \(format.name.en), not \(isTable ? "CSV" : "YAML") in UTF-8.",
      hintVi: format == .utf16 && isTable
        ? fileNotUTF8.hint.vi
        : isTable
          ? "Đổi đuôi tên tệp không đổi nội dung: hãy mở tệp bằng Excel, chọn Lưu thành (Save As), kiểu "
            + "“CSV UTF-8 (Comma delimited)”, rồi gửi lại."
          : "Hãy lưu lại thành văn bản thường với bảng mã UTF-8.",
      hintEn: format == .utf16 && isTable
        ? fileNotUTF8.hint.en
        : isTable
          ? "Renaming a file does not change its content: open it in Excel, choose Save As, type "
            + "“CSV UTF-8 (Comma delimited)”, and submit it again."
          : "Save it again as plain text in UTF-8.")
  }

  static func fileMergeMarker(_ marker: String) -> Rule {
    Rule(
      "file.merge-marker",
      vi: "Dòng “\(marker)” là dấu mà git để lại khi hai bản sửa chưa được ghép xong.",
      en: "The line “\(marker)” is left by git where two changes have not been merged yet.",
      hintVi: "Hãy ghép cho xong: giữ những dòng đúng và xóa các dòng “<<<<<<<”, “=======”, “>>>>>>>”.",
      hintEn:
        "Finish the merge: keep the lines that are right and delete the lines “<<<<<<<”, “=======”, “>>>>>>>”."
    )
  }
}
