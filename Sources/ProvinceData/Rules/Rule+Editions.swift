internal import Text

/// Rules about editions of an index.
extension Rule {
  static func editionMaximaSum(sum: String, total: String) -> Rule {
    Rule(
      "edition.maxima-sum", vi: "Điểm tối đa của các lĩnh vực cộng lại là \(sum), trái với tổng \(total).",
      en: "The maxima of the components sum to \(sum), which contradicts the total \(total).",
      hintVi: "Hãy kiểm tra từng điểm tối đa; điểm chưa biết thì bỏ, đừng ghi 0.",
      hintEn: "Check each maximum; leave out what is not known, do not write 0.")
  }

  static func editionChildrenSum(node: String, sum: String, total: String) -> Rule {
    Rule(
      "edition.children-sum", vi: "Điểm tối đa bên dưới \(node) cộng lại là \(sum), trái với \(total).",
      en: "The maxima below \(node) sum to \(sum), which contradicts \(total).",
      hintVi: "Hãy kiểm tra từng điểm tối đa.", hintEn: "Check each maximum.")
  }

  static func editionBlocksSum(what: LocalizedText, sum: String, total: String) -> Rule {
    Rule(
      "edition.blocks-sum", vi: "\(what.vi) cộng lại là \(sum), trái với \(total).",
      en: "\(what.en) sum to \(sum), which contradicts \(total).",
      hintVi: "Hãy kiểm tra điểm tối đa của từng khối.", hintEn: "Check the maximum of each block.")
  }

  static func editionRemainder(stated: String, expected: String) -> Rule {
    Rule(
      "edition.remainder", vi: "Phần còn lại được ghi là \(stated), tính ra là \(expected).",
      en: "The remainder is given as \(stated) and works out to \(expected).",
      hintVi: "Phần còn lại là tổng trừ các điểm tối đa đã biết, cho đúng các lĩnh vực chưa biết.",
      hintEn: "The remainder is the total less the known maxima, for exactly the unknown components.")
  }

  static func editionYearTwice(year: Int, other: String) -> Rule {
    Rule(
      "edition.year-twice", vi: "Năm \(year) đã thuộc bộ tiêu chí “\(other)”.",
      en: "The year \(year) already belongs to the framework “\(other)”.",
      hintVi: "Mỗi năm chỉ có một bộ tiêu chí.", hintEn: "A year has one framework.")
  }

  static let editionMaximumUnbacked = Rule(
    "edition.unbacked-maximum", vi: "Điểm tối đa không ghi nguồn.",
    en: "The maximum has no sources.",
    hintVi: "Ghi “sources” bên cạnh; nếu tự tính thì ghi “derived: true” và cách tính.",
    hintEn: "Add “sources” beside it; if it is worked out, “derived: true” and how.")

  static let editionCountCandidates = Rule(
    "edition.count-candidates",
    vi: "Số lượng cần một “value”; nếu mâu thuẫn thì cần từ hai giá trị trở lên ở “candidates” thay vào đó.",
    en: "A count needs one “value”; a count in conflict needs two or more “candidates” instead.",
    hintVi: "Số không mâu thuẫn thì ghi “value” và “sources”.",
    hintEn: "Without conflict give “value” and “sources”.")

  static func editionGroupOrder(label: String) -> Rule {
    Rule(
      "edition.group-order", vi: "Nhóm “\(label)” không có ngưỡng hoặc ngưỡng bị ngược.",
      en: "The group “\(label)” has no bounds or reversed ones.",
      hintVi: "“from” là đầu dưới, “to” là đầu trên; phải có ít nhất một.",
      hintEn: "“from” is the lower end, “to” the upper; at least one is needed.")
  }
}
