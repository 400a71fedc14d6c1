/// Rules about how YAML is written.
extension Rule {
  static func yaml(_ fault: YAMLFault.YAMLFaultKind) -> Rule {
    switch fault {
    case .anchor: .yamlAnchor
    case .duplicate(let key, let line): .keyDuplicate(key: key, firstLine: line)
    case .syntax(let problem): .yamlSyntax(problem)
    }
  }

  private static func yamlSyntax(_ problem: YAMLProblem) -> Rule {
    let quoted: String? =
      if case .blockSign(let value) = problem {
        value.contains("\"") ? "'…'" : "\"\(value.count > 40 ? "…" : value)\""
      } else { nil }
    return Rule(
      "yaml.syntax", vi: "Không đọc được tệp từ chỗ này: \(problem.sentence.vi).",
      en: "The file cannot be read from here on: \(problem.sentence.en).",
      hintVi: quoted.map { "Đặt giá trị trong ngoặc kép: \($0)." }
        ?? "Hãy xem dòng này và dòng ngay trên: lùi đầu dòng bằng dấu cách, sau dấu hai chấm có dấu cách, "
        + "câu có \": \" thì đặt trong ngoặc kép.",
      hintEn: quoted.map { "Put the value in quotes: \($0)." }
        ?? "Look at this line and the one above: indent with spaces, put a space after a colon, and put "
        + "text that holds \": \" in quotes.")
  }

  private static let yamlAnchor = Rule(
    "yaml.anchor", vi: "Không dùng “&tên” và “*tên” để nhắc lại một đoạn.",
    en: "Parts may not be repeated with “&name” and “*name”.",
    hintVi: "Hãy viết đoạn ấy ra đầy đủ; nếu đó là câu chữ thì đặt trong ngoặc kép.",
    hintEn: "Write the part out in full; if it is text, put it in quotes.")

  private static func keyDuplicate(key: String, firstLine: Int) -> Rule {
    Rule(
      "key.duplicate", vi: "Mục “\(key)” được ghi hai lần; lần đầu ở dòng \(firstLine).",
      en: "The key “\(key)” is given twice, first on line \(firstLine).",
      hintVi: "Hãy giữ một lần và xóa lần kia.", hintEn: "Keep one and delete the other.")
  }
}

extension YAMLProblem {
  /// Half a sentence, without a full stop.
  fileprivate var sentence: LocalizedText {
    switch self {
    case .colon:
      LocalizedText(vi: "có dấu hai chấm ở chỗ không được có", en: "there is a colon where none may stand")
    case .blockSign:
      LocalizedText(
        vi: "giá trị bắt đầu bằng > hoặc | phải đặt trong ngoặc kép",
        en: "a value that begins with > or | must stand in quotes")
    case .indentation:
      LocalizedText(vi: "dòng này lùi vào không khớp với các dòng trên", en: "the indentation does not match")
    case .missingColon:
      LocalizedText(vi: "thiếu dấu hai chấm sau tên mục", en: "the colon after a key is missing")
    case .badStart:
      LocalizedText(
        vi: "giá trị không được bắt đầu bằng ký tự này (hoặc dòng lùi vào bằng tab)",
        en: "a value may not begin with this character (or the line is indented with a tab)")
    case .unclosed:
      LocalizedText(
        vi: "dấu ngoặc mở mà không đóng", en: "a quotation mark or bracket is opened and not closed")
    case .separatorInFlow:
      LocalizedText(
        vi: "trong ngoặc {…} hoặc […] thiếu dấu phẩy hay dấu đóng ngoặc",
        en: "a comma or closing bracket is missing inside {…} or […]")
    case .secondDocument:
      LocalizedText(
        vi: "một tệp chỉ có một phần, không có “---” ở giữa", en: "“---” starts a second document")
    case .tooDeep:
      LocalizedText(vi: "lồng nhau quá nhiều tầng", en: "it is nested too deeply")
    case .character:
      LocalizedText(vi: "có ký tự không in được", en: "there is an unprintable character")
    case .badKey:
      LocalizedText(vi: "tên mục phải là một từ", en: "a key must be one word")
    case .other(let text):
      LocalizedText(vi: "bộ đọc YAML báo “\(text)”", en: "the YAML parser says “\(text)”")
    }
  }
}
