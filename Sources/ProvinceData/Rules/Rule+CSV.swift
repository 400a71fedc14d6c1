internal import Text

/// Rules about tables, as spreadsheets save them.
extension Rule {
  static func csvSeparator(found: String) -> Rule {
    Rule(
      "csv.separator", vi: "Các cột được ngăn bằng \(separatorName(found).vi), không phải dấu phẩy.",
      en: "The columns are separated by \(separatorName(found).en), not by commas.",
      hintVi:
        "Excel tiếng Việt lưu như vậy khi máy dùng dấu phẩy thập phân: hãy đổi dấu ngăn danh sách trong "
        + "cài đặt vùng của Windows thành dấu phẩy rồi lưu lại.",
      hintEn: "Excel does so where the decimal mark is a comma: set the list separator in the regional "
        + "settings of Windows to a comma, then save again.")
  }

  static func csvHeaderUnknown(column: String, nearest: String?) -> Rule {
    Rule(
      "csv.header", vi: "Không có cột nào tên “\(column)”.", en: "There is no column called “\(column)”.",
      hintVi: nearest.map { "Có phải là “\($0)” không? Tên cột phải viết đúng như mẫu." }
        ?? "Hãy bỏ cột này; tên cột phải viết đúng như mẫu.",
      hintEn: nearest.map { "Did you mean “\($0)”? Column names must be exactly as in the template." }
        ?? "Remove the column; column names must be exactly as in the template.")
  }

  static func csvHeaderMissing(column: String) -> Rule {
    Rule(
      "csv.header", vi: "Thiếu cột “\(column)”.", en: "The column “\(column)” is missing.",
      hintVi: "Hãy thêm cột này vào dòng đầu; ô nào chưa biết thì để trống.",
      hintEn: "Add the column to the first line; leave cells empty where the value is not known.")
  }

  static func csvHeaderOrder(expected: String) -> Rule {
    Rule(
      "csv.header", vi: "Các cột không đúng thứ tự; ở chỗ này phải là cột “\(expected)”.",
      en: "The columns are not in order; the column “\(expected)” belongs here.",
      hintVi: "Hãy xếp lại các cột đúng như tệp mẫu.",
      hintEn: "Put the columns in the order of the template.")
  }

  static func csvRowLength(found: Int, expected: Int) -> Rule {
    Rule(
      "csv.row-length", vi: "Dòng này có \(found) ô, dòng tiêu đề có \(expected).",
      en: "This row has \(found) cells, the header has \(expected).",
      hintVi:
        "Ô có dấu phẩy phải đặt trong ngoặc kép: \"a, b\"; số thập phân viết bằng dấu chấm: 95.5; thừa hay thiếu dấu phẩy làm lệch cột.",
      hintEn:
        "A cell with a comma stands in quotes: \"a, b\"; decimals have a point: 95.5; a comma too many or too few shifts the cells."
    )
  }

  static let csvQuote = Rule(
    "csv.quote", vi: "Dấu ngoặc kép ở đây đặt sai hoặc không được đóng.",
    en: "The quotation mark here is misplaced or never closed.",
    hintVi:
      "Đặt cả ô trong ngoặc kép và viết dấu ngoặc kép bên trong hai lần: \"gọi là \"\"một cửa\"\"\".",
    hintEn: "Put the whole cell in quotes and double the quotes inside: \"called \"\"one stop\"\"\".")

  private static func separatorName(_ separator: String) -> LocalizedText {
    separator == ";"
      ? LocalizedText(vi: "dấu chấm phẩy (;)", en: "semicolons (;)")
      : LocalizedText(vi: "dấu tab", en: "tabs")
  }
}
