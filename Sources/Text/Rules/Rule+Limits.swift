/// Rules about how large a file and its parts may be.
extension Rule {
  static let fileTooLarge = Rule(
    "file.too-large", vi: "Tệp lớn hơn 16 MB, mức tối đa của một tệp dữ liệu.",
    en: "The file is larger than 16 MB, the most that a data file may have.",
    hintVi: "Hãy kiểm tra xem có nhầm tệp không; dữ liệu thật cần lớn như vậy thì chia ra nhiều tệp.",
    hintEn:
      "Check that it is the right file; if the data are really that large, divide them among several files.")

  package static func fileTooManyRecords(most: Int) -> Rule {
    Rule(
      "file.too-many-records", vi: "Từ chỗ này tệp có hơn \(most) dòng hay mục, mức tối đa của một tệp.",
      en: "From here on the file has more than \(most) records, the most that a file may have.",
      hintVi: "Phần còn lại không được đọc. Hãy xóa các dòng thừa, hoặc chia ra nhiều tệp.",
      hintEn: "The rest is not read. Delete what does not belong here, or divide it among several files.")
  }

  static func cellTooLong(count: Int, most: Int) -> Rule {
    Rule(
      "csv.cell-too-long", vi: "Ô này dài \(count) ký tự; một ô có nhiều nhất \(most) ký tự.",
      en: "This cell has \(count) characters; a cell has at most \(most).",
      hintVi: "Hãy viết ngắn lại, hoặc xem có thiếu dấu ngoặc kép đóng ô không.",
      hintEn: "Shorten it, or look whether the quotation mark that ends the cell is missing.")
  }

  static func textTooLong(count: Int, most: Int) -> Rule {
    Rule(
      "text.too-long", vi: "Đoạn chữ này dài \(count) ký tự; một đoạn có nhiều nhất \(most) ký tự.",
      en: "This text has \(count) characters; a text has at most \(most).",
      hintVi: "Hãy viết ngắn lại, hoặc xem có thiếu dấu ngoặc kép đóng câu không.",
      hintEn: "Shorten it, or look whether the quotation mark that ends it is missing.")
  }
}
