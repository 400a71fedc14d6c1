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
}
