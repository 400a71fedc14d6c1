package import Text

/// Rules about the files of the site folder.
extension Rule {
  package static let fileMissing = Rule(
    "site.file-missing", vi: "Thiếu tệp này trong thư mục site.",
    en: "This file is missing from the site folder.",
    hintVi: "Khôi phục tệp từ kho mã.", hintEn: "Restore the file from the repository.")

  package static let siteTextUnreadable = Rule(
    "site.unreadable", vi: "Không đọc được chữ của tệp này; có thể tệp không theo bảng mã UTF-8.",
    en: "The text of this file cannot be read; it may not be UTF-8.",
    hintVi: "Lưu lại tệp dưới dạng văn bản thường, bảng mã UTF-8.",
    hintEn: "Save it again as plain text in UTF-8.")

  package static let yamlSyntax = Rule(
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
      hintVi: "Xem danh sách khối chèn trong site/README.md.",
      hintEn: "See the list of inserts in site/README.md.")
  }

  static func pageLimit(_ limit: PageLimits.Limit) -> Rule {
    let message =
      switch limit {
      case .text:
        LocalizedText(
          vi: "Lời của trang dài hơn 200.000 byte.", en: "The text of the page is longer than 200,000 bytes.")
      case .cells:
        LocalizedText(
          vi: "Đến đây các bảng của trang có thể có hơn 5.000 ô, tính số cột nhân số dòng.",
          en: "Up to here the tables of the page can have more than 5,000 cells, columns times rows.")
      case .definitions:
        LocalizedText(
          vi: "Đến đây trang có hơn 500 chỗ khai báo dạng “[tên]: địa chỉ” hoặc “[^tên]: chú thích”.",
          en: "Up to here the page has more than 500 definitions “[name]: address” or “[^name]: note”.")
      case .expansion:
        LocalizedText(
          vi: "Đến đây các liên kết dạng “[tên]” có thể trải ra hơn 1.000.000 byte.",
          en: "Up to here the links “[name]” can expand to more than 1,000,000 bytes.")
      case .brackets:
        LocalizedText(
          vi: "Đến đây trang có hơn 10.000 dấu “[”.",
          en: "Up to here the page has more than 10,000 brackets “[”.")
      case .word:
        LocalizedText(
          vi: "Dòng này có hơn 4.000 byte liền nhau không có dấu cách.",
          en: "This line has more than 4,000 bytes without a blank between them.")
      case .declarations:
        LocalizedText(
          vi: "Đến đây trang có hơn 10 chỗ “<?”, “<![” hoặc “<!” kèm chữ cái.",
          en: "Up to here the page has “<?”, “<![” or “<!” with a letter more than 10 times.")
      }
    return Rule(
      "site.page-limit", vi: message.vi, en: message.en,
      hintVi: "Chia thành nhiều trang hoặc viết ngắn lại; các giới hạn ghi trong site/README.md.",
      hintEn: "Split the page or write it shorter; site/README.md lists the limits.")
  }

  private static let frontMatter = LocalizedText(
    vi: "Phần khai báo gồm id, title, description, path và có thể có menu, bilingual.",
    en: "The header holds id, title, description, path and, if wanted, menu and bilingual.")

  package static func pageOneLanguage(_ id: String, has language: Language) -> Rule {
    Rule(
      "site.page-one-language",
      vi: "Trang “\(id)” chỉ có bản tiếng \(language == .vietnamese ? "Việt" : "Anh").",
      en: "The page “\(id)” exists in \(language == .vietnamese ? "Vietnamese" : "English") only.",
      hintVi: "Thêm trang cùng id trong thư mục của thứ tiếng còn lại.",
      hintEn: "Add a page with the same id in the folder of the other language.")
  }
}
