internal import Text

/// Rules about the files of the site folder.
extension Rule {
  static let fileMissing = Rule(
    "site.file-missing", vi: "Thiếu tệp này trong thư mục site.",
    en: "This file is missing from the site folder.",
    hintVi: "Khôi phục tệp từ kho mã.", hintEn: "Restore the file from the repository.")

  static let yamlSyntax = Rule(
    "site.yaml-syntax", vi: "YAML ở đây không đọc được.", en: "The YAML here cannot be read.",
    hintVi: "Kiểm tra thụt dòng, dấu hai chấm và dấu nháy ở dòng này.",
    hintEn: "Check indentation, colons and quotes on this line.")

  static let frontMatterMissing = Rule(
    "site.front-matter-missing", vi: "Trang phải mở đầu bằng phần khai báo giữa hai dòng “---”.",
    en: "The page must open with a header between two lines “---”.",
    hintVi: frontMatter.vi, hintEn: frontMatter.en)

  static func frontMatterKeyMissing(_ key: String) -> Rule {
    Rule(
      "site.front-matter-key-missing", vi: "Phần khai báo thiếu “\(key)”.", en: "The header lacks “\(key)”.",
      hintVi: frontMatter.vi, hintEn: frontMatter.en)
  }

  static func frontMatterKeyUnknown(_ key: String) -> Rule {
    Rule(
      "site.front-matter-key-unknown", vi: "Phần khai báo có khóa lạ “\(key)”.",
      en: "The header has an unknown key “\(key)”.",
      hintVi: frontMatter.vi, hintEn: frontMatter.en)
  }

  static func pathMalformed(_ path: String) -> Rule {
    Rule(
      "site.path-malformed", vi: "Đường dẫn “\(path)” không đúng dạng.",
      en: "The path “\(path)” is not of the right form.",
      hintVi: "Viết như /gioi-thieu/ cho tiếng Việt và /en/about/ cho tiếng Anh.",
      hintEn: "Write it like /gioi-thieu/ for Vietnamese and /en/about/ for English.")
  }

  static func insertUnknown(_ name: String) -> Rule {
    Rule(
      "site.insert-unknown", vi: "Không có khối chèn “\(name)”.", en: "There is no insert “\(name)”.",
      hintVi: "Xem danh sách khối chèn trong CONTRIBUTING.md.",
      hintEn: "See the list of inserts in CONTRIBUTING.md.")
  }

  static func layoutMalformed(_ kind: LayoutFault.Kind) -> Rule {
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
      hintVi: "Sửa khung trang; các tên dùng được ghi trong CONTRIBUTING.md.",
      hintEn: "Mend the layout; the names that it can use are listed in CONTRIBUTING.md.")
  }

  private static let frontMatter = LocalizedText(
    vi: "Phần khai báo gồm id, title, description, path và có thể có menu, bilingual.",
    en: "The header holds id, title, description, path and, if wanted, menu and bilingual.")
}
