internal import Text

/// Rules about the pages of the site.
extension Rule {
  /// - Parameter other: the file of an authored page, or the kind of a generated one.
  static func pathTaken(_ path: String, by other: String) -> Rule {
    Rule(
      "site.path-taken", vi: "Đã có trang khác ở “\(path)”: “\(other)”.",
      en: "Another page is already at “\(path)”: “\(other)”.",
      hintVi: "Chọn đường dẫn khác.", hintEn: "Choose another path.")
  }

  static func otherLanguage(_ words: String, _ language: Language) -> Rule {
    Rule(
      "site.other-language",
      vi: "Trang tiếng \(language == .vietnamese ? "Việt" : "Anh") có chữ của thứ tiếng kia: “\(words)”.",
      en:
        "The \(language == .vietnamese ? "Vietnamese" : "English") page has words of the other language: “\(words)”.",
      hintVi: "Dịch đoạn này; tên riêng và tên nguồn thì được giữ nguyên.",
      hintEn: "Translate it; proper names and titles of sources may stay.")
  }

  static func linkBroken(_ target: String) -> Rule {
    Rule(
      "site.link-broken", vi: "Liên kết “\(target)” không dẫn tới đâu.",
      en: "The link “\(target)” leads nowhere.",
      hintVi: "Sửa đích của liên kết hoặc thêm trang còn thiếu.",
      hintEn: "Mend the target or add the missing page.")
  }

  static func linkMoved(_ target: String, to place: String) -> Rule {
    Rule(
      "site.link-moved", vi: "Trang ở “\(target)” nay nằm ở “\(place)”.",
      en: "The page at “\(target)” is now at “\(place)”.",
      hintVi: "Đổi đích của liên kết.", hintEn: "Change the target of the link.")
  }

  static func otherHost(_ address: String) -> Rule {
    Rule(
      "site.other-host", vi: "Trình duyệt sẽ tự tải “\(address)” từ một máy chủ khác.",
      en: "Browsers would load “\(address)” from another host by themselves.",
      hintVi: "Chép tệp vào site/assets/ và ghi đường dẫn như /assets/anh.svg, hoặc thay bằng một liên kết.",
      hintEn:
        "Copy the file into site/assets/ and give its path, like /assets/picture.svg, or make it a link.")
  }

  static func figureUnsourced(_ line: String) -> Rule {
    Rule(
      "site.figure-unsourced", vi: "Con số dẫn tới “\(line)” không kèm nguồn.",
      en: "The figure that leads to “\(line)” has no source.",
      hintVi: "Đặt dấu nguồn ngay sau con số.", hintEn: "Put the mark of its source right after the figure.")
  }

  static func renderFailed(_ reason: String) -> Rule {
    Rule(
      "site.render-failed", vi: "Không dựng được trang: \(reason).",
      en: "The page could not be rendered: \(reason).",
      hintVi: "Đây là lỗi của chương trình; xin báo lại kèm tên trang.",
      hintEn: "This is a fault of the program; please report it with the name of the page.")
  }

  static func layoutMalformed(_ kind: LayoutFault.LayoutFaultKind) -> Rule {
    let message =
      switch kind {
      case .tagUnclosed:
        LocalizedText(
          vi: "Dấu “{{” ở đây không có dấu đóng “}}”.", en: "The “{{” here is not closed by “}}”.")
      case .nameUnknown(let name):
        LocalizedText(
          vi: "Khung trang nhắc đến “\(name)”, một tên mà trang không có.",
          en: "The layout names “\(name)”, which no page has.")
      case .sectionUnclosed(let name):
        LocalizedText(
          vi: "Đoạn “{{#\(name)}}” không kết thúc.", en: "The section “{{#\(name)}}” does not end.")
      case .sectionNotOpen(let name):
        LocalizedText(
          vi: "“{{/\(name)}}” không khép đoạn nào đang mở.",
          en: "“{{/\(name)}}” does not end the section that is open.")
      }
    return Rule(
      "site.layout-malformed", vi: message.vi, en: message.en,
      hintVi: "Sửa khung trang; các tên dùng được ghi trong site/README.md.",
      hintEn: "Mend the layout; the names that it can use are listed in site/README.md.")
  }
}
