internal import Text

/// Rules about the format and size of numbers.
extension Rule {
  static func numberMalformed(value: String) -> Rule {
    let meant = WrittenNumber.meaning(of: value)
    return Rule(
      "number.malformed", vi: "“\(value)” không phải là một con số.", en: "“\(value)” is not a number.",
      hintVi: meant.map { $0.advice.vi + "." }
        ?? "Chỉ ghi chữ số và dấu chấm thập phân, không ghi %, đơn vị hay dấu ngăn hàng nghìn: 1900, 91.8.",
      hintEn: meant.map { $0.advice.en + "." }
        ?? "Write only digits and a decimal point, without %, unit or thousands separators: 1900, 91.8.")
  }

  static func numberDecimalComma(value: String) -> Rule {
    Rule(
      "number.decimal-comma", vi: "“\(value)” dùng dấu phẩy; trong tệp số liệu dấu thập phân là dấu chấm.",
      en: "“\(value)” has a comma; in data files the decimal mark is a point.",
      hintVi: "Viết \(value.replacingComma("."))"
        + "; nếu dấu phẩy ngăn hàng nghìn thì viết \(value.replacingComma("")).",
      hintEn: "Write \(value.replacingComma("."))"
        + "; or \(value.replacingComma("")) if the comma separates thousands.")
  }

  static func numberTooPrecise(value: String) -> Rule {
    Rule(
      "number.too-precise", vi: "“\(value)” có hơn bốn chữ số thập phân.",
      en: "“\(value)” has more than four decimals.",
      hintVi: "Ghi đúng như nguồn in, tối đa bốn chữ số sau dấu chấm.",
      hintEn: "Write it as the source prints it, with at most four digits after the point.")
  }

  static func numberNotWhole(value: String) -> Rule {
    // Three zeros may be thousands.
    let parts = value.split(separator: ".", omittingEmptySubsequences: false)
    let isWhole = parts.count == 2 && parts[1].count != 3 && parts[1].allSatisfy { $0 == "0" }
    return Rule(
      "number.not-whole", vi: "“\(value)” phải là số nguyên.", en: "“\(value)” must be a whole number.",
      hintVi: isWhole
        ? "Viết \(parts[0])." : "Dấu chấm là dấu thập phân: một nghìn chín trăm viết 1900, không viết 1.900.",
      hintEn: isWhole
        ? "Write \(parts[0])." : "The point is the decimal mark: nineteen hundred is 1900, not 1.900.")
  }

  static func numberOutOfRange(value: String, low: String, high: String) -> Rule {
    Rule(
      "number.out-of-range", vi: "“\(value)” nằm ngoài khoảng từ \(low) đến \(high).",
      en: "“\(value)” is not between \(low) and \(high).",
      hintVi: "Hãy kiểm tra con số và đơn vị của nó.", hintEn: "Check the number and its unit.")
  }

  static func percentOverHundred(value: String) -> Rule {
    Rule(
      "percent.over-100", vi: "“\(value)” phần trăm vượt quá 100.", en: "“\(value)” percent is above 100.",
      hintVi: "Hãy kiểm tra con số; nếu chỉ số đo có thể vượt 100 thì ghi “above_100: true” cho chỉ số ấy.",
      hintEn: "Check the number; if the indicator may exceed 100, give it “above_100: true”.")
  }

  static func numberNegative(value: String) -> Rule {
    Rule(
      "number.negative", vi: "“\(value)” là số âm.", en: "“\(value)” is negative.",
      hintVi: "Hãy kiểm tra con số; nếu chỉ số đo có thể âm thì ghi “negative: true” cho chỉ số ấy.",
      hintEn: "Check the number; if the indicator may be negative, give it “negative: true”.")
  }

  static func numberNotFinite(value: String) -> Rule {
    Rule(
      "number.not-finite", vi: "“\(value)” không phải là số hữu hạn.",
      en: "“\(value)” is not a finite number.",
      hintVi: "Hãy ghi một con số; giá trị chưa biết thì để trống ô.",
      hintEn: "Write a number; leave the cell empty where the value is not known.")
  }

  static func rankOutOfList(rank: Int, size: Int) -> Rule {
    Rule(
      "rank.out-of-list", vi: "Hạng \(rank) không có trong danh sách \(size) đơn vị.",
      en: "Rank \(rank) does not exist in a list of \(size).",
      hintVi: "Hãy kiểm tra hạng và “list_size”.", hintEn: "Check the rank and “list_size”.")
  }

  static func listSizeShare(percent: String, size: Int) -> Rule {
    Rule(
      "list-size.share", vi: "\(percent)% không ứng với một số nguyên nào trong \(size).",
      en: "\(percent)% is no whole number out of \(size).",
      hintVi: "Hãy kiểm tra phần trăm và “list_size”: 13 trên 15 ghi 86.67 và 15.",
      hintEn: "Check the percentage and “list_size”: 13 of 15 is written as 86.67 and 15.")
  }

  static let listSizeUnexpected = Rule(
    "list-size.unexpected", vi: "“list_size” chỉ dùng cho thứ hạng và cho tỷ lệ phần trăm của một danh sách.",
    en: "“list_size” is for ranks and for percentages of the things on a list only.",
    hintVi: "Hãy để trống ô này; cần nói thêm thì dùng ghi chú.",
    hintEn: "Leave this cell empty; use the note for what else there is to say.")
}

extension String {
  /// The text with its commas replaced.
  fileprivate func replacingComma(_ other: String) -> String {
    split(separator: ",", omittingEmptySubsequences: false).joined(separator: other)
  }
}
