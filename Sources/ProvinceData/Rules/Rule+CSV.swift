internal import Text

/// Rules about tables, as spreadsheets save them.
extension Rule {
  static func csvSeparator(found: String) -> Rule {
    Rule(
      "csv.separator", vi: "Các cột được ngăn bằng \(separatorName(found).vi), không phải dấu phẩy.",
      en: "The columns are separated by \(separatorName(found).en), not by commas.",
      hintVi:
        "Excel tiếng Việt lưu như vậy khi máy dùng dấu phẩy thập phân: trong cài đặt vùng của Windows, hãy đặt "
        + "dấu thập phân là dấu chấm và dấu ngăn danh sách là dấu phẩy, rồi lưu lại kiểu “CSV UTF-8”.",
      hintEn: "Excel does so where the decimal mark is a comma: in the regional settings of Windows set the "
        + "decimal mark to a point and the list separator to a comma, then save again as “CSV UTF-8”.")
  }

  static func csvSeparatorLine(_ line: String) -> Rule {
    Rule(
      "csv.separator", vi: "Dòng đầu là “\(line)”, lời dặn riêng cho Excel, không phải các tên cột.",
      en: "The first line is “\(line)”, which only Excel understands, and not the column names.",
      hintVi:
        "Hãy xóa dòng này, rồi lưu kiểu “CSV UTF-8” với dấu phẩy giữa các cột và dấu chấm thập phân.",
      hintEn:
        "Delete the line and save as “CSV UTF-8”, with commas between the columns and points in decimals.")
  }

  static func csvHeaderBelow(line: Int) -> Rule {
    Rule(
      "csv.header", vi: "Tên cột không ở dòng đầu; có vẻ chúng ở dòng \(line).",
      en: "The column names are not on the first line; they seem to be on line \(line).",
      hintVi: "Hãy xóa mọi dòng ở trên dòng \(line), kể cả tên bảng.",
      hintEn: "Delete every line above line \(line), the title of the table too.")
  }

  static func csvHeaderNone(expected: [String], isFigures: Bool) -> Rule {
    Rule(
      "csv.header",
      vi: isFigures
        ? "Tệp thiếu dòng tên cột: dòng đầu đã là số liệu." : "Dòng đầu không phải là dòng tên cột.",
      en: isFigures
        ? "The line with the column names is missing: the first line has figures."
        : "The first line does not have the column names.",
      hintVi: (isFigures
        ? "Hãy thêm dòng này lên đầu tệp: " : "Hãy thay dòng đầu bằng dòng này, các cột theo đúng thứ tự: ")
        + expected.joined(separator: ",") + ".",
      hintEn: (isFigures
        ? "Add this line at the top: " : "Put this line in its place, with the columns in this order: ")
        + expected.joined(separator: ",") + ".")
  }

  static func csvHeaderVariant(found: String, expected: String) -> Rule {
    Rule(
      "csv.header-variant", .warning,
      vi: "Tên cột “\(found)” được hiểu là “\(expected)”, chỉ khác ở chữ hoa, dấu cách hay ký tự ẩn.",
      en: "The column “\(found)” is taken for “\(expected)”; only case, blanks or hidden characters differ.",
      hintVi: "Tên các cột nên viết đúng như mẫu.",
      hintEn: "Write the column names exactly as in the template.")
  }

  static func csvHeaderUnknown(columns: [String], missing: [String], nearest: String?) -> Rule {
    let isNameless = columns.allSatisfy(\.isEmpty)
    let lacks = missing.isEmpty || nearest != nil ? nil : list(missing)
    return Rule(
      "csv.header",
      vi: (isNameless ? "Có \(columns.count) cột không có tên." : "Không có cột nào tên \(list(columns)).")
        + (lacks.map { " Thiếu cột \($0)." } ?? ""),
      en: (isNameless
        ? "Columns without a name: \(columns.count)." : "There is no column called \(list(columns)).")
        + (lacks.map { " Missing: \($0)." } ?? ""),
      hintVi: nearest.map { "Có phải là “\($0)” không? Tên cột phải viết đúng như mẫu." }
        ?? "Hãy \(missing.isEmpty ? "bỏ cột thừa" : "sửa tên cột"); tên cột phải viết đúng như mẫu.",
      hintEn: nearest.map { "Did you mean “\($0)”? Column names must be exactly as in the template." }
        ?? "\(missing.isEmpty ? "Remove what is not in the template" : "Correct the names"); "
        + "column names must be exactly as in the template.")
  }

  static func csvHeaderMissing(columns: [String]) -> Rule {
    Rule(
      "csv.header", vi: "Thiếu cột \(list(columns)).",
      en: columns.count == 1
        ? "The column \(list(columns)) is missing." : "The columns \(list(columns)) are missing.",
      hintVi: "Hãy thêm cho đủ ở dòng đầu và ở mọi dòng; ô nào chưa biết thì để trống.",
      hintEn:
        "Add what is missing to the first line and to every row; leave cells empty where the value is not known."
    )
  }

  static func csvHeaderMissing(column: String) -> Rule { csvHeaderMissing(columns: [column]) }

  /// The first names, quoted.
  private static func list(_ names: [String]) -> String {
    names.prefix(6).map { "“\($0)”" }.joined(separator: ", ") + (names.count > 6 ? "…" : "")
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
