package import Text

/// Every rule about the pages, labels and links of the site, with its sentence and hint in both languages.
package enum SiteRule: Hashable, Sendable {
  case fileMissing
  case yamlSyntax
  case labelMalformed
  case labelDuplicate(String)
  case labelOneLanguage(String, has: Language)
  case labelPlaces(String)
  case frontMatterMissing
  case frontMatterKeyMissing(String)
  case frontMatterKeyUnknown(String)
  case pathMalformed(String)
  case pathTaken(String)
  case pageOneLanguage(String, has: Language)
  case insertUnknown(String)
  case layoutMalformed(LayoutFault.Kind)
  case textMissing(String)
  case otherLanguage(String, Language)
  case linkBroken(String)
  case figureUnsourced(String)
  case renderFailed(String)

  /// The identifier.
  package var id: String {
    switch self {
    case .fileMissing: "site.file-missing"
    case .yamlSyntax: "site.yaml-syntax"
    case .labelMalformed: "site.label-malformed"
    case .labelDuplicate: "site.label-duplicate"
    case .labelOneLanguage: "site.label-one-language"
    case .labelPlaces: "site.label-places"
    case .frontMatterMissing: "site.front-matter-missing"
    case .frontMatterKeyMissing: "site.front-matter-key-missing"
    case .frontMatterKeyUnknown: "site.front-matter-key-unknown"
    case .pathMalformed: "site.path-malformed"
    case .pathTaken: "site.path-taken"
    case .pageOneLanguage: "site.page-one-language"
    case .insertUnknown: "site.insert-unknown"
    case .layoutMalformed: "site.layout-malformed"
    case .textMissing: "site.text-missing"
    case .otherLanguage: "site.other-language"
    case .linkBroken: "site.link-broken"
    case .figureUnsourced: "site.figure-unsourced"
    case .renderFailed: "site.render-failed"
    }
  }

  /// The finding at a place. Files are relative to the site folder, or paths of finished pages.
  package func finding(in file: String, line: Int = 1, column: Int = 1) -> Finding {
    Finding(
      rule: id, severity: .error, file: file, line: line, column: column, message: message, hint: hint)
  }

  /// What is wrong.
  package var message: LocalizedText {
    switch self {
    case .fileMissing:
      LocalizedText(vi: "Thiếu tệp này trong thư mục site.", en: "This file is missing from the site folder.")
    case .yamlSyntax:
      LocalizedText(vi: "YAML ở đây không đọc được.", en: "The YAML here cannot be read.")
    case .labelMalformed:
      LocalizedText(
        vi: "Nhãn phải là một cặp “khóa: chữ” và không được để trống.",
        en: "A label must be a pair “key: text” and must not be empty.")
    case .labelDuplicate(let key):
      LocalizedText(vi: "Nhãn “\(key)” được khai báo hai lần.", en: "The label “\(key)” is given twice.")
    case .labelOneLanguage(let key, let language):
      LocalizedText(
        vi: "Nhãn “\(key)” chỉ có trong tiếng \(language == .vietnamese ? "Việt" : "Anh").",
        en: "The label “\(key)” exists in \(language == .vietnamese ? "Vietnamese" : "English") only.")
    case .labelPlaces(let key):
      LocalizedText(
        vi: "Nhãn “\(key)” có các chỗ điền khác nhau ở hai thứ tiếng.",
        en: "The label “\(key)” has different places to fill in the two languages.")
    case .frontMatterMissing:
      LocalizedText(
        vi: "Trang phải mở đầu bằng phần khai báo giữa hai dòng “---”.",
        en: "The page must open with a header between two lines “---”.")
    case .frontMatterKeyMissing(let key):
      LocalizedText(vi: "Phần khai báo thiếu “\(key)”.", en: "The header lacks “\(key)”.")
    case .frontMatterKeyUnknown(let key):
      LocalizedText(
        vi: "Phần khai báo có khóa lạ “\(key)”.", en: "The header has an unknown key “\(key)”.")
    case .pathMalformed(let path):
      LocalizedText(
        vi: "Đường dẫn “\(path)” không đúng dạng.", en: "The path “\(path)” is not of the right form.")
    case .pathTaken(let path):
      LocalizedText(vi: "Đã có trang khác ở “\(path)”.", en: "Another page is already at “\(path)”.")
    case .pageOneLanguage(let id, let language):
      LocalizedText(
        vi: "Trang “\(id)” chỉ có bản tiếng \(language == .vietnamese ? "Việt" : "Anh").",
        en: "The page “\(id)” exists in \(language == .vietnamese ? "Vietnamese" : "English") only.")
    case .insertUnknown(let name):
      LocalizedText(vi: "Không có khối chèn “\(name)”.", en: "There is no insert “\(name)”.")
    case .layoutMalformed(.tagUnclosed):
      LocalizedText(
        vi: "Dấu “{{” ở đây không có dấu đóng “}}”.", en: "The “{{” here is not closed by “}}”.")
    case .layoutMalformed(.nameUnknown(let name)):
      LocalizedText(
        vi: "Khung trang nhắc đến “\(name)”, một tên mà trang không có.",
        en: "The layout names “\(name)”, which no page has.")
    case .layoutMalformed(.sectionUnclosed(let name)):
      LocalizedText(
        vi: "Đoạn “{{#\(name)}}” không kết thúc.", en: "The section “{{#\(name)}}” does not end.")
    case .layoutMalformed(.sectionNotOpen(let name)):
      LocalizedText(
        vi: "“{{/\(name)}}” không khép đoạn nào đang mở.",
        en: "“{{/\(name)}}” does not end the section that is open.")
    case .textMissing(let key):
      LocalizedText(
        vi: "Trang cần nhãn “\(key)” nhưng nhãn này chưa có hoặc còn chỗ chưa điền.",
        en: "The page needs the label “\(key)”, which is missing or has a place left unfilled.")
    case .otherLanguage(let words, let language):
      LocalizedText(
        vi: "Trang tiếng \(language == .vietnamese ? "Việt" : "Anh") có chữ của thứ tiếng kia: “\(words)”.",
        en:
          "The \(language == .vietnamese ? "Vietnamese" : "English") page has words of the other language: “\(words)”."
      )
    case .linkBroken(let target):
      LocalizedText(vi: "Liên kết “\(target)” không dẫn tới đâu.", en: "The link “\(target)” leads nowhere.")
    case .figureUnsourced(let line):
      LocalizedText(
        vi: "Con số dẫn tới “\(line)” không kèm nguồn.",
        en: "The figure that leads to “\(line)” has no source.")
    case .renderFailed(let reason):
      LocalizedText(vi: "Không dựng được trang: \(reason).", en: "The page could not be rendered: \(reason).")
    }
  }

  /// The way out.
  package var hint: LocalizedText {
    switch self {
    case .fileMissing:
      LocalizedText(vi: "Khôi phục tệp từ kho mã.", en: "Restore the file from the repository.")
    case .yamlSyntax:
      LocalizedText(
        vi: "Kiểm tra thụt dòng, dấu hai chấm và dấu nháy ở dòng này.",
        en: "Check indentation, colons and quotes on this line.")
    case .labelMalformed, .labelDuplicate:
      LocalizedText(vi: "Mỗi khóa viết một lần, một dòng.", en: "Write each key once, on one line.")
    case .labelOneLanguage, .labelPlaces:
      LocalizedText(
        vi: "Viết nhãn ở cả site/strings/vi và site/strings/en với cùng các chỗ điền {…}.",
        en: "Write the label in both site/strings/vi and site/strings/en, with the same places {…}.")
    case .frontMatterMissing, .frontMatterKeyMissing, .frontMatterKeyUnknown:
      LocalizedText(
        vi: "Phần khai báo gồm id, title, description, path và có thể có menu, bilingual.",
        en: "The header holds id, title, description, path and, if wanted, menu and bilingual.")
    case .pathMalformed:
      LocalizedText(
        vi: "Viết như /gioi-thieu/ cho tiếng Việt và /en/about/ cho tiếng Anh.",
        en: "Write it like /gioi-thieu/ for Vietnamese and /en/about/ for English.")
    case .pathTaken:
      LocalizedText(vi: "Chọn đường dẫn khác.", en: "Choose another path.")
    case .pageOneLanguage:
      LocalizedText(
        vi: "Thêm trang cùng id trong thư mục của thứ tiếng còn lại.",
        en: "Add a page with the same id in the folder of the other language.")
    case .insertUnknown:
      LocalizedText(
        vi: "Xem danh sách khối chèn trong CONTRIBUTING.md.",
        en: "See the list of inserts in CONTRIBUTING.md.")
    case .layoutMalformed:
      LocalizedText(
        vi: "Sửa khung trang; các tên dùng được ghi trong CONTRIBUTING.md.",
        en: "Mend the layout; the names that it can use are listed in CONTRIBUTING.md.")
    case .textMissing:
      LocalizedText(
        vi: "Thêm nhãn vào site/strings ở cả hai thứ tiếng.",
        en: "Add the label to site/strings in both languages.")
    case .otherLanguage:
      LocalizedText(
        vi: "Dịch đoạn này; tên riêng và tên nguồn thì được giữ nguyên.",
        en: "Translate it; proper names and titles of sources may stay.")
    case .linkBroken:
      LocalizedText(
        vi: "Sửa đích của liên kết hoặc thêm trang còn thiếu.", en: "Mend the target or add the missing page."
      )
    case .figureUnsourced:
      LocalizedText(
        vi: "Đặt dấu nguồn ngay sau con số.", en: "Put the mark of its source right after the figure.")
    case .renderFailed:
      LocalizedText(
        vi: "Đây là lỗi của chương trình; xin báo lại kèm tên trang.",
        en: "This is a fault of the program; please report it with the name of the page.")
    }
  }
}
