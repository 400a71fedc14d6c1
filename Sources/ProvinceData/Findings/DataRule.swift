internal import Scoring

/// Every rule about the data files: its identifier, its severity, its sentence and the way out, in both
/// languages and in this one file. Readers know Excel and a browser, not the tools behind the site.
enum DataRule: Hashable {
  // Files
  case fileMissing
  case fileUnexpected
  case fileNotUTF8
  case fileEmpty
  case entityMisplaced(String, folder: String)
  case yamlSyntax(YAMLProblem)
  case csvHeader(HeaderFault)
  case csvRowLength(found: Int, expected: Int)
  case csvSeparator
  case csvQuote
  // Keys and forms of values
  case keyUnknown(String, suggestion: String?)
  case keyDuplicate(key: String, firstLine: Int)
  case keyMissing(Field)
  case typeWrong(Field, expected: DataShape, found: DataShape)
  case valueUnknown(Field, String, allowed: [String])
  case textNotNFC
  case textOneLanguage(Field, missing: Language)
  // Identifiers and references
  case idDuplicate(String, first: Place)
  case idMalformed(String, form: IdentifierForm)
  case referenceUnknown(kind: SubjectKind, id: String, suggestion: String?)
  case sourceUnused(id: String)
  // Numbers and dates
  case numberMalformed(String)
  case numberDecimalComma(String)
  case numberTooPrecise(String)
  case numberOutOfRange(String, low: Int?, high: Int?, isWhole: Bool)
  case percentOver100(String)
  case rankOutOfList(rank: Int, size: Int)
  case dateMalformed(String)
  case dateNonexistent(String)
  // Targets
  case targetNoUnit(String)
  case targetNoValue(comparator: String, field: Field)
  case targetNoDeadline
  case rangeReversed(low: String, high: String)
  case stagesOrder(String, after: String)
  case denominatorRequired(indicator: String, allowed: [String])
  case denominatorUnexpected(String, indicator: String)
  case levelUnusual(String, indicator: String, usual: [String])
  case derivedNoHow
  // Figures
  case outcomeNoSource
  case figureEmpty
  case factDuplicate(first: Place)
  case conflictUnmarked(String, other: String, place: Place)
  case lifetimeAfter(Int, entity: LocalizedText, until: String)
  case lifetimeBefore(Int, entity: LocalizedText, from: String)
  case pointsOverMaximum(String, maximum: String)
  case scorecardNoEvidence(String)
  // Editions
  case editionMaximaSum(what: String?, sum: String, total: String)
  case editionBlocksSum(what: String, sum: String, total: String)
  case editionYearTwice(Int, first: Place)
  case editionRemainder(stated: String, computed: String, components: [String])
  // Files of the command `score`.
  case frameworkFault(Framework.Fault)
  case scoreCodeUnknown(String, suggestion: String?)

  /// What is wrong with a header.
  enum HeaderFault: Hashable {
    case missing(String)
    case unknown(String, suggestion: String?)
    case repeated(String)
    case order
  }

  /// Tells apart the ways a number can be malformed.
  init(malformedNumber text: String) {
    let digits = text.hasPrefix("-") ? text.dropFirst() : Substring(text)
    func isDigits(_ part: Substring) -> Bool {
      !part.isEmpty && part.utf8.allSatisfy { (48...57).contains($0) }
    }
    let comma = digits.split(separator: ",", omittingEmptySubsequences: false)
    let point = digits.split(separator: ".", omittingEmptySubsequences: false)
    if comma.count == 2, comma.allSatisfy(isDigits) {
      self = .numberDecimalComma(text)
    } else if point.count <= 2, point.allSatisfy(isDigits) {
      self = .numberTooPrecise(text)
    } else {
      self = .numberMalformed(text)
    }
  }

  /// Tells a date that does not exist from a text that is no date.
  init(malformedDate text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let lengths = parts.map(\.utf8.count)
    let isForm = [[4], [4, 2], [4, 2, 2]].contains(lengths)
    let isDigits = text.utf8.allSatisfy { (48...57).contains($0) || $0 == 45 }
    self = isForm && isDigits ? .dateNonexistent(text) : .dateMalformed(text)
  }

  /// The identifier and the severity. What would make the site say something false is an error.
  private var rule: (id: String, severity: Finding.Severity) {
    switch self {
    case .fileMissing: ("file.missing", .error)
    case .fileUnexpected: ("file.unexpected", .error)
    case .fileNotUTF8: ("file.not-utf8", .error)
    case .fileEmpty: ("file.empty", .error)
    case .entityMisplaced: ("entity.misplaced", .error)
    case .yamlSyntax: ("yaml.syntax", .error)
    case .csvHeader: ("csv.header", .error)
    case .csvRowLength: ("csv.row-length", .error)
    case .csvSeparator: ("csv.separator", .error)
    case .csvQuote: ("csv.quote", .error)
    case .keyUnknown: ("key.unknown", .error)
    case .keyDuplicate: ("key.duplicate", .error)
    case .keyMissing: ("key.missing", .error)
    case .typeWrong: ("type.wrong", .error)
    case .valueUnknown: ("value.unknown", .error)
    case .textNotNFC: ("text.not-nfc", .warning)
    case .textOneLanguage: ("text.one-language", .error)
    case .idDuplicate: ("id.duplicate", .error)
    case .idMalformed: ("id.malformed", .error)
    case .referenceUnknown: ("reference.unknown", .error)
    case .sourceUnused: ("source.unused", .warning)
    case .numberMalformed: ("number.malformed", .error)
    case .numberDecimalComma: ("number.decimal-comma", .error)
    case .numberTooPrecise: ("number.too-precise", .error)
    case .numberOutOfRange: ("number.out-of-range", .error)
    case .percentOver100: ("percent.over-100", .error)
    case .rankOutOfList: ("rank.out-of-list", .error)
    case .dateMalformed: ("date.malformed", .error)
    case .dateNonexistent: ("date.nonexistent", .error)
    case .targetNoUnit: ("target.no-unit", .error)
    case .targetNoValue: ("target.no-value", .error)
    case .targetNoDeadline: ("target.no-deadline", .error)
    case .rangeReversed: ("range.reversed", .error)
    case .stagesOrder: ("stages.order", .error)
    case .denominatorRequired: ("denominator.required", .error)
    case .denominatorUnexpected: ("denominator.unexpected", .error)
    case .levelUnusual: ("level.unusual", .warning)
    case .derivedNoHow: ("derived.no-how", .error)
    case .outcomeNoSource: ("outcome.no-source", .error)
    case .figureEmpty: ("figure.empty", .error)
    case .factDuplicate: ("fact.duplicate", .error)
    case .conflictUnmarked: ("conflict.unmarked", .error)
    case .lifetimeAfter: ("lifetime.outside", .error)
    case .lifetimeBefore: ("lifetime.outside", .warning)
    case .pointsOverMaximum: ("points.over-maximum", .error)
    case .scorecardNoEvidence: ("scorecard.no-evidence", .error)
    case .editionMaximaSum: ("edition.maxima-sum", .error)
    case .editionBlocksSum: ("edition.blocks-sum", .error)
    case .editionYearTwice: ("edition.year-twice", .error)
    case .editionRemainder: ("edition.remainder", .error)
    case .frameworkFault: ("framework.fault", .error)
    case .scoreCodeUnknown: ("score.code-unknown", .error)
    }
  }

  /// Every rule identifier, sorted. The tests ask for a fixture of each.
  static let identifiers = [
    "conflict.unmarked", "csv.header", "csv.quote", "csv.row-length", "csv.separator", "date.malformed",
    "date.nonexistent", "denominator.required", "denominator.unexpected", "derived.no-how",
    "edition.blocks-sum", "edition.maxima-sum", "edition.remainder", "edition.year-twice", "entity.misplaced",
    "fact.duplicate",
    "figure.empty", "file.empty", "file.missing", "file.not-utf8", "file.unexpected", "id.duplicate",
    "id.malformed", "key.duplicate", "key.missing", "key.unknown", "level.unusual", "lifetime.outside",
    "number.decimal-comma", "number.malformed", "number.out-of-range", "number.too-precise",
    "outcome.no-source", "percent.over-100", "points.over-maximum", "range.reversed", "rank.out-of-list",
    "reference.unknown", "scorecard.no-evidence", "source.unused", "stages.order", "target.no-deadline",
    "target.no-unit", "target.no-value", "text.not-nfc", "text.one-language", "type.wrong",
    "value.unknown", "yaml.syntax",
  ]

  /// The identifier, such as `number.decimal-comma`.
  var id: String { rule.id }
  /// How bad it is.
  var severity: Finding.Severity { rule.severity }
  /// What is wrong: one sentence.
  var message: LocalizedText { wording.message }
  /// The way out: one sentence.
  var hint: LocalizedText { wording.hint }

  private struct Wording {
    let message: LocalizedText
    let hint: LocalizedText

    init(_ vi: String, _ en: String, hint hintVi: String, _ hintEn: String) {
      message = LocalizedText(vi: vi, en: en)
      hint = LocalizedText(vi: hintVi, en: hintEn)
    }
  }

  private var wording: Wording {
    switch self {
    case .fileMissing, .fileUnexpected, .fileNotUTF8, .fileEmpty, .entityMisplaced, .yamlSyntax, .csvHeader,
      .csvRowLength, .csvSeparator, .csvQuote:
      fileWording
    case .keyUnknown, .keyDuplicate, .keyMissing, .typeWrong, .valueUnknown, .textNotNFC, .textOneLanguage,
      .idDuplicate, .idMalformed, .referenceUnknown, .sourceUnused:
      keyWording
    case .numberMalformed, .numberDecimalComma, .numberTooPrecise, .numberOutOfRange, .percentOver100,
      .rankOutOfList, .dateMalformed, .dateNonexistent:
      numberWording
    case .frameworkFault, .scoreCodeUnknown: scoreWording
    case .targetNoUnit, .targetNoValue, .targetNoDeadline, .rangeReversed, .stagesOrder,
      .denominatorRequired, .denominatorUnexpected, .levelUnusual, .derivedNoHow:
      targetWording
    default:
      figureWording
    }
  }

  private var fileWording: Wording {
    switch self {
    case .fileMissing:
      Wording(
        "Thiếu tệp này.", "This file is missing.",
        hint: "Tạo tệp theo ví dụ trong Data/README.md.", "Create it after the example in Data/README.md.")
    case .fileUnexpected:
      Wording(
        "Tên hoặc chỗ đặt tệp không khớp loại dữ liệu nào, nên số liệu trong tệp bị bỏ qua.",
        "The name or place of the file fits no kind of data, so the figures in it are left out.",
        hint: "Đổi tên hoặc chuyển tệp về đúng thư mục; các loại tệp được liệt kê trong Data/README.md.",
        "Rename the file or move it to its folder; the kinds of files are listed in Data/README.md.")
    case .fileNotUTF8:
      Wording(
        "Tệp không được lưu bằng bảng mã UTF-8.", "The file is not saved as UTF-8.",
        hint: "Trong Excel chọn Lưu thành (Save As), loại tệp “CSV UTF-8 (Comma delimited)”.",
        "In Excel choose Save As and the file type “CSV UTF-8 (Comma delimited)”.")
    case .fileEmpty:
      Wording(
        "Tệp không có nội dung.", "The file has no content.",
        hint: "Điền nội dung hoặc xóa tệp.", "Fill the file or delete it.")
    case .entityMisplaced(let entity, let folder):
      Wording(
        "Dữ liệu của “\(entity)” nằm trong thư mục của “\(folder)”.",
        "Data of “\(entity)” stand in the folder of “\(folder)”.",
        hint: "Sửa lại mã, hoặc chuyển dữ liệu về thư mục của “\(entity)”.",
        "Mend the identifier, or move the data to the folder of “\(entity)”.")
    case .csvHeader(let fault): headerWording(fault)
    case .csvRowLength(let found, let expected):
      Wording(
        "Dòng có \(found) ô, trong khi bảng có \(expected) cột.",
        "The row has \(found) cells, but the table has \(expected) columns.",
        hint:
          "Đặt ô có dấu phẩy trong dấu ngoặc kép \"…\"; số thập phân viết bằng dấu chấm; ô chưa biết để trống.",
        "Put a cell with a comma in quotation marks \"…\", write decimals with a point, and leave unknown cells empty."
      )
    case .csvSeparator:
      Wording(
        "Các cột cách nhau bằng dấu chấm phẩy (;) thay vì dấu phẩy (,).",
        "The columns are separated by semicolons (;) instead of commas (,).",
        hint:
          "Excel tiếng Việt lưu như vậy: trong cài đặt vùng của Windows đổi “Dấu phân cách danh sách” thành dấu phẩy rồi lưu lại, hoặc tải lên bảng tính trực tuyến và xuất ra CSV.",
        "Excel saves so on a Vietnamese computer: set “List separator” to a comma in the regional settings of Windows and save again, or open the file in an online spreadsheet and export it as CSV."
      )
    case .csvQuote:
      Wording(
        "Dấu ngoặc kép (\") đặt sai chỗ hoặc chưa được đóng.",
        "A quotation mark (\") is misplaced or not closed.",
        hint: "Ô có ngoặc kép phải mở và đóng bằng \", mỗi dấu \" bên trong viết thành hai dấu \"\".",
        "Open and close such a cell with \", and write each \" inside it twice, as \"\".")
    case .yamlSyntax(let problem): yamlWording(problem)
    default: figureWording
    }
  }

  private func headerWording(_ fault: HeaderFault) -> Wording {
    let hint = (
      "Chép nguyên dòng đầu tiên từ một tệp cùng tên của tỉnh khác.",
      "Copy the first line from the file of the same name of another province."
    )
    switch fault {
    case .missing(let column):
      return Wording(
        "Dòng tiêu đề thiếu cột “\(column)”.", "The header lacks the column “\(column)”.", hint: hint.0,
        hint.1)
    case .unknown(let column, let suggestion):
      return Wording(
        "Không có cột nào tên “\(column)”\(vi(suggestion))",
        "There is no column “\(column)”\(en(suggestion))", hint: hint.0, hint.1)
    case .repeated(let column):
      return Wording(
        "Cột “\(column)” có hai lần.", "The column “\(column)” stands twice.", hint: hint.0, hint.1)
    case .order:
      return Wording(
        "Các cột không theo đúng thứ tự.", "The columns are not in their order.", hint: hint.0, hint.1)
    }
  }

  private func yamlWording(_ problem: YAMLProblem) -> Wording {
    func wording(_ vi: String, _ en: String, _ hintVi: String, _ hintEn: String) -> Wording {
      Wording(
        "Không đọc được tệp từ chỗ này: \(vi).", "The file can not be read from here on: \(en).",
        hint: hintVi,
        hintEn)
    }
    switch problem {
    case .tab:
      return wording(
        "có ký tự không được mở đầu một giá trị, thường là phím Tab",
        "a character that can not begin a value, often a tab",
        "Thụt dòng bằng dấu cách, không dùng phím Tab; đặt giá trị mở đầu bằng ký tự lạ trong dấu nháy \"…\".",
        "Indent with spaces, never tabs; put a value that begins with an odd character in quotes \"…\".")
    case .indentation:
      return wording(
        "dòng không thẳng hàng với các dòng cùng nhóm",
        "the line is not aligned with the others of its group",
        "Thụt dòng này bằng đúng số dấu cách như các dòng cùng nhóm ở trên.",
        "Indent this line by the same number of spaces as the lines of its group above.")
    case .colonInText:
      return wording(
        "có dấu hai chấm ở chỗ không được phép", "a colon stands where none may be",
        "Đặt cả câu có dấu hai chấm trong dấu nháy \"…\", và kiểm tra thụt dòng.",
        "Put a sentence with a colon in quotes \"…\", and check the indentation.")
    case .unclosedQuote:
      return wording(
        "dấu nháy mở ra mà không đóng", "a quote is opened and not closed",
        "Tìm dấu nháy mở từ chỗ này trở lên và đóng lại ở cuối câu.",
        "Find the opening quote here or above and close it at the end of the sentence.")
    case .flow:
      return wording(
        "danh sách trong [ ] hoặc { } bị đứt", "a list in [ ] or { } is broken",
        "Kiểm tra dấu phẩy và dấu đóng ] hoặc }; câu có dấu phẩy phải đặt trong dấu nháy \"…\".",
        "Check the commas and the closing ] or }; a sentence with a comma needs quotes \"…\".")
    case .anchor:
      return wording(
        "dùng & hoặc * để nhắc lại phần khác", "& or * is used to repeat another part",
        "Viết lại đầy đủ nội dung; nếu là câu chữ thì đặt trong dấu nháy \"…\".",
        "Write the content out; if it is meant as text, put it in quotes \"…\".")
    case .nesting:
      return wording(
        "có quá nhiều tầng lồng nhau", "too many levels are nested",
        "Xem lại thụt dòng và các dấu [ {; tệp dữ liệu chỉ cần vài tầng.",
        "Check the indentation and the marks [ {; data files need a few levels only.")
    case .complexKey:
      return wording(
        "tên mục không phải là chữ", "the name of a key is not a plain word",
        "Viết tên mục bằng một từ rồi dấu hai chấm, ví dụ “value: 30”.",
        "Write the key as one word and a colon, such as “value: 30”.")
    case .secondDocument:
      return wording(
        "tệp bắt đầu lại từ đầu ở dòng ---", "the file begins again at the line ---",
        "Xóa dòng ---; mỗi tệp chỉ có một phần.", "Delete the line ---; a file has one part only.")
    case .other(let problem):
      return wording(
        "bộ đọc YAML báo “\(problem)”", "the YAML reader says “\(problem)”",
        "So dòng này và dòng trên với ví dụ trong Data/README.md.",
        "Compare this line and the one above with the example in Data/README.md.")
    }
  }

  private var keyWording: Wording {
    switch self {
    case .keyUnknown(let key, let suggestion):
      Wording(
        "Ở đây không có mục nào tên “\(key)”\(vi(suggestion))",
        "There is no key “\(key)” here\(en(suggestion))",
        hint: "Sửa tên mục hoặc xóa dòng; các mục được liệt kê trong Data/README.md.",
        "Mend the name or delete the line; the keys are listed in Data/README.md.")
    case .keyDuplicate(let key, let firstLine):
      Wording(
        "Mục “\(key)” đã có ở dòng \(firstLine).", "The key “\(key)” already stands on line \(firstLine).",
        hint: "Giữ lại một trong hai dòng.", "Keep one of the two lines.")
    case .keyMissing(let field):
      Wording(
        "Thiếu \(field.vi).", "The \(field.en) is missing.",
        hint: "Điền thêm; ví dụ có trong Data/README.md.", "Add it; Data/README.md has an example.")
    case .typeWrong(let field, let expected, let found):
      Wording(
        "Ở \(field.vi) phải là \(expected.name.vi), nhưng lại là: \(found.name.vi).",
        "The \(field.en) must hold \(expected.name.en), but holds \(found.name.en).",
        hint: "Viết theo ví dụ trong Data/README.md; nếu chưa biết thì bỏ cả dòng.",
        "Write it as in the example in Data/README.md; if it is not known, leave the whole line out.")
    case .valueUnknown(let field, let value, let allowed):
      Wording(
        "“\(value)” không được dùng ở \(field.vi)\(vi(nearest(to: value, among: allowed)))",
        "“\(value)” is not allowed in the \(field.en)\(en(nearest(to: value, among: allowed)))",
        hint: "Chọn một trong: \(allowed.joined(separator: ", ")).",
        "Choose one of: \(allowed.joined(separator: ", ")).")
    case .textNotNFC:
      Wording(
        "Chữ có dấu được gõ thành chữ cái và dấu rời (Unicode tổ hợp); bộ công cụ tự ghép lại.",
        "Accented letters are typed as letters and separate marks (decomposed Unicode); they are joined automatically.",
        hint: "Trong bộ gõ chọn bảng mã “Unicode” (dựng sẵn) thay cho “Unicode tổ hợp”.",
        "Choose “Unicode” (precomposed) instead of “Unicode tổ hợp” in the typing program.")
    case .textOneLanguage(let field, let missing):
      Wording(
        "Nội dung ở \(field.vi) chưa có \(missing == .english ? "tiếng Anh" : "tiếng Việt").",
        "The text of the \(field.en) has no \(missing == .english ? "English" : "Vietnamese").",
        hint: "Viết đủ cả hai: vi (tiếng Việt) và en (tiếng Anh).",
        "Write both: vi (Vietnamese) and en (English).")
    case .idDuplicate(let id, let first):
      Wording(
        "Mã “\(id)” đã được dùng ở \(first.file), dòng \(first.line).",
        "The identifier “\(id)” is already used in \(first.file), line \(first.line).",
        hint: "Đặt mã khác, hoặc xóa bản lặp.", "Choose another identifier, or delete the repeat.")
    case .idMalformed(let id, let form):
      Wording(
        "Mã “\(id)” không đúng dạng.", "The identifier “\(id)” does not have the right form.",
        hint: form == .capitals
          ? "Viết chữ in hoa không dấu và chữ số, ví dụ \(form.example)."
          : "Viết chữ thường không dấu và chữ số, nối bằng \(form == .snake ? "_" : "-"), ví dụ \(form.example).",
        form == .capitals
          ? "Use capital letters without accents and digits, such as \(form.example)."
          : "Use lower-case letters without accents and digits, joined by \(form == .snake ? "_" : "-"), such as \(form.example)."
      )
    case .referenceUnknown(let kind, let id, let suggestion):
      Wording(
        "Không tìm thấy \(kind.name.vi) “\(id)”\(vi(suggestion))",
        "There is no \(kind.name.en) “\(id)”\(en(suggestion))",
        hint: "Sửa mã, hoặc khai báo trước trong \(kind.home.vi).",
        "Mend the identifier, or declare it first in \(kind.home.en).")
    case .sourceUnused(let id):
      Wording(
        "Chưa số liệu nào dẫn nguồn “\(id)”.", "No figure cites the source “\(id)”.",
        hint: "Dẫn nguồn này ở số liệu lấy từ đó, hoặc xóa mục này.",
        "Cite it where it is used, or delete the entry.")
    default: figureWording
    }
  }

  private var numberWording: Wording {
    switch self {
    case .numberMalformed(let text):
      Wording(
        "“\(text)” không phải là số.", "“\(text)” is not a number.",
        hint: "Chỉ viết chữ số và một dấu chấm thập phân, ví dụ 91.8; chưa biết thì để trống.",
        "Write digits and one decimal point only, such as 91.8; leave it empty when not known.")
    case .numberDecimalComma(let text):
      Wording(
        "Số “\(text)” viết bằng dấu phẩy.", "The number “\(text)” is written with a comma.",
        hint:
          "Trong tệp dữ liệu viết \(text.replacing(",", with: ".")) nếu là số thập phân, hoặc \(text.replacing(",", with: "")) nếu là hàng nghìn.",
        "In data files write \(text.replacing(",", with: ".")) if it is a decimal, or \(text.replacing(",", with: "")) if the comma parts thousands."
      )
    case .numberTooPrecise(let text):
      Wording(
        "Số “\(text)” có hơn bốn chữ số thập phân hoặc lớn quá 100 tỷ.",
        "The number “\(text)” has more than four decimals or is above 100 billion.",
        hint: "Chép đúng số in trong nguồn; Excel đôi khi tự thêm chữ số thập phân.",
        "Copy the number as the source prints it; Excel sometimes adds decimals of its own.")
    case .numberOutOfRange(let text, let low, let high, let isWhole):
      Wording(
        "Giá trị \(vi(number: text)) không hợp lệ: phải là \(range(.vietnamese, low, high, isWhole)).",
        "The value \(text) is not possible: it must be \(range(.english, low, high, isWhole)).",
        hint: "So lại với nguồn, và xem đơn vị đã đúng chưa.",
        "Compare it with the source, and check the unit.")
    case .percentOver100(let text):
      Wording(
        "Tỷ lệ \(vi(number: text))% vượt quá 100%.", "The share \(text)% is above 100%.",
        hint: "So lại với nguồn; nếu tỷ lệ này thật sự có thể vượt 100% thì ghi “above_100: true” ở chỉ số.",
        "Compare it with the source; if this share can exceed 100%, write “above_100: true” at the indicator."
      )
    case .rankOutOfList(let rank, let size):
      Wording(
        "Hạng \(rank) không thể có trong danh sách \(size) đơn vị.",
        "Rank \(rank) is not possible in a list of \(size).",
        hint: "So lại hạng và số đơn vị được xếp hạng (list_size) với nguồn.",
        "Compare the rank and the number ranked (list_size) with the source.")
    case .dateMalformed(let text):
      Wording(
        "“\(text)” không phải là ngày hay năm viết đúng dạng.",
        "“\(text)” is not a date or year in the right form.",
        hint: "Viết năm-tháng-ngày: 2024, 2024-10 hoặc 2024-10-31.",
        "Write year-month-day: 2024, 2024-10 or 2024-10-31.")
    case .dateNonexistent(let text):
      Wording(
        "Ngày “\(text)” không có trên lịch.", "The date “\(text)” does not exist.",
        hint: "Xem lại tháng (01 đến 12) và ngày của tháng đó.",
        "Check the month (01 to 12) and the day of that month.")
    default: figureWording
    }
  }

  private var targetWording: Wording {
    switch self {
    case .targetNoUnit(let comparator):
      Wording(
        "Chỉ tiêu dạng “\(comparator)” không có đơn vị.", "A target of the form “\(comparator)” has no unit.",
        hint: "Thêm mục unit, ví dụ “unit: percent”.", "Add the key unit, such as “unit: percent”.")
    case .targetNoValue(let comparator, let field):
      Wording(
        "Chỉ tiêu dạng “\(comparator)” thiếu \(field.vi).",
        "A target of the form “\(comparator)” lacks the \(field.en).",
        hint: "Ghi mức phải đạt; nếu kế hoạch không nêu con số thì dùng “comparator: qualitative”.",
        "Write the level to reach; if the plan gives no number, use “comparator: qualitative”.")
    case .targetNoDeadline:
      Wording(
        "Chỉ tiêu không có thời hạn.", "The target has no deadline.",
        hint: "Thêm mục deadline, ví dụ “deadline: 2024” nghĩa là đến 31/12/2024.",
        "Add the key deadline; “deadline: 2024” means by 31 December 2024.")
    case .rangeReversed(let low, let high):
      Wording(
        "Đầu thấp \(vi(number: low)) lớn hơn đầu cao \(vi(number: high)).",
        "The low end \(low) is above the high end \(high).",
        hint: "Đổi chỗ hai số low và high.", "Swap the numbers of low and high.")
    case .stagesOrder(let date, let previous):
      Wording(
        "Mốc \(date) đứng sau mốc \(previous) nhưng không muộn hơn.",
        "The stage \(date) follows the stage \(previous) but is not later.",
        hint: "Xếp các mốc theo thời gian, mỗi thời điểm một mốc.",
        "Put the stages in order of time, one for each date.")
    case .denominatorRequired(let indicator, let allowed):
      allowed.isEmpty
        ? Wording(
          "Chỉ số phần trăm “\(indicator)” chưa nói tính cái gì trên cái gì.",
          "The percentage “\(indicator)” does not say what is counted over what.",
          hint: "Thêm mục denominators với ít nhất một cách tính.",
          "Add the key denominators with at least one way of counting.")
        : Wording(
          "Chỉ số “\(indicator)” có nhiều cách tính, nhưng ở đây không nói theo cách nào.",
          "The indicator “\(indicator)” is counted in several ways, and this does not say which.",
          hint: "Ghi denominator là một trong: \((allowed + ["unstated"]).joined(separator: ", ")).",
          "Write as denominator one of: \((allowed + ["unstated"]).joined(separator: ", ")).")
    case .denominatorUnexpected(let name, let indicator):
      Wording(
        "Chỉ số “\(indicator)” không có cách tính nào, nhưng ở đây ghi “\(name)”.",
        "The indicator “\(indicator)” has no ways of counting, but “\(name)” is given here.",
        hint: "Để trống denominator, hoặc khai báo cách tính ở chỉ số.",
        "Leave denominator empty, or declare the way of counting at the indicator.")
    case .levelUnusual(let level, let indicator, let usual):
      Wording(
        "Chỉ số “\(indicator)” thường không dùng cho cấp “\(level)”.",
        "The indicator “\(indicator)” is not usually given for the level “\(level)”.",
        hint: "Xem lại cấp; danh mục đang ghi: \(usual.joined(separator: ", ")).",
        "Check the level; the catalogue has: \(usual.joined(separator: ", ")).")
    case .derivedNoHow:
      Wording(
        "Con số được suy ra chứ không in trong nguồn, mà chưa nói cách tính.",
        "The figure is worked out rather than printed by the source, and does not say how.",
        hint: "Thêm cách tính: mục how trong tệp YAML, cột note_vi và note_en trong bảng CSV.",
        "Add how it was worked out: the key how in YAML files, the columns note_vi and note_en in CSV tables."
      )
    default: figureWording
    }
  }

  private var scoreWording: Wording {
    let message: LocalizedText =
      switch self {
      case .frameworkFault(let fault): fault.wording
      case .scoreCodeUnknown(let code, let suggestion):
        LocalizedText(
          vi: "Bộ tiêu chí không có mã “\(code)”\(suggestion.map { "; có phải “\($0)”?" } ?? ".")",
          en: "The framework has no code “\(code)”\(suggestion.map { "; did you mean “\($0)”?" } ?? ".")")
      default: LocalizedText(same: id)
      }
    return Wording(
      message.vi, message.en,
      hint: "Sửa cây tiêu chí hoặc bảng điểm: một gốc, mỗi mã một lần, điểm các phần cộng bằng điểm chung.",
      "Mend the tree or the scores: one root, each code once, parts that sum to the whole.")
  }

  private var figureWording: Wording {
    switch self {
    case .factDuplicate(let first):
      return Wording(
        "Số liệu này đã có ở \(first.file), dòng \(first.line).",
        "This figure already stands in \(first.file), line \(first.line).",
        hint: "Giữ một dòng, và ghi nguồn kia vào cột also_sources.",
        "Keep one row, and write the other source in the column also_sources.")
    case .conflictUnmarked(let value, let other, let place):
      return Wording(
        "Giá trị \(vi(number: value)) khác với \(vi(number: other)) ở \(place.file), dòng \(place.line), mà chưa đánh dấu mâu thuẫn.",
        "The value \(value) differs from \(other) in \(place.file), line \(place.line), and is not marked as a conflict.",
        hint:
          "Ghi confidence là conflict ở cả hai dòng và nêu nguồn kia ở contradicted_by; cả hai số đều giữ lại.",
        "Write conflict as confidence in both rows and name the other source in contradicted_by; both figures stay."
      )
    case .lifetimeAfter(let year, let entity, let until):
      return Wording(
        "\(entity.vi) chỉ tồn tại đến \(vi(date: until)), không thể có số liệu năm \(year).",
        "\(entity.en) existed until \(until) and can have no figure of \(year).",
        hint: "Ghi số liệu cho đơn vị mới sau sáp nhập.", "Give the figure to the entity after the merger.")
    case .lifetimeBefore(let year, let entity, let from):
      return Wording(
        "\(entity.vi) có từ \(vi(date: from)), nhưng số liệu là của năm \(year).",
        "\(entity.en) exists from \(from), but the figure is of \(year).",
        hint: "Chỉ giữ nếu nguồn công bố đúng như vậy cho đơn vị sau sáp nhập.",
        "Keep it only if the source published it so for the merged entity.")
    case .pointsOverMaximum(let points, let maximum):
      return Wording(
        "\(vi(number: points)) lớn hơn mức tối đa \(vi(number: maximum)).",
        "\(points) is above the maximum \(maximum).",
        hint: "So lại điểm và điểm tối đa với nguồn.", "Compare the points and the maximum with the source.")
    case .scorecardNoEvidence(let node):
      return Wording(
        "Tiêu chí \(node) có điểm tự chấm nhưng không có tài liệu kiểm chứng hay giải trình.",
        "Criterion \(node) is self-assessed but has neither evidence nor an explanation.",
        hint: "Ghi số văn bản vào cột evidence, hoặc giải trình vào explanation_vi và explanation_en.",
        "Write document numbers in the column evidence, or explain in explanation_vi and explanation_en.")
    case .editionMaximaSum(let node, let sum, let total):
      return Wording(
        "Điểm tối đa các \(node.map { "phần của \($0)" } ?? "lĩnh vực") cộng lại là \(vi(number: sum)), không phải \(vi(number: total)).",
        "The maxima of the \(node.map { "parts of \($0)" } ?? "components") sum to \(sum), not to \(total).",
        hint: "So lại từng điểm tối đa với quyết định; mức chưa biết thì bỏ đi chứ không đoán.",
        "Compare each maximum with the decision; leave out a maximum that is not known rather than guess.")
    case .editionBlocksSum(let what, let sum, let total):
      let isList = what == "blocks" || what == "parts"
      return Wording(
        "Các khối điểm \(isList ? "trong mục" : "của") “\(what)” cộng lại là \(vi(number: sum)), không phải \(vi(number: total)).",
        "The blocks \(isList ? "in the key" : "of") “\(what)” sum to \(sum), not to \(total).",
        hint: "So lại điểm tối đa của từng khối với nguồn.",
        "Compare the maximum of each block with the source.")
    case .editionRemainder(let stated, let computed, let components):
      return Wording(
        "Phần còn lại ghi \(vi(number: stated)); tính ra là \(vi(number: computed)) cho các lĩnh vực chưa biết: \(components.joined(separator: ", ")).",
        "The remainder is given as \(stated); it works out as \(computed) for the unknown components: \(components.joined(separator: ", ")).",
        hint: "Sửa số và danh sách lĩnh vực ở remainder.", "Mend the number and the components of remainder.")
    case .editionYearTwice(let year, let first):
      return Wording(
        "Năm \(year) đã thuộc bộ tiêu chí ở \(first.file).",
        "The year \(year) already belongs to the edition in \(first.file).",
        hint: "Mỗi năm chỉ chấm theo một bộ tiêu chí; xem lại mục years.",
        "Each year is scored by one edition only; check the key years.")
    case .outcomeNoSource:
      return Wording(
        "Số liệu không có nguồn.", "The figure has no source.",
        hint: "Ghi mã nguồn vào cột source; không có nguồn thì không đưa số liệu vào.",
        "Write the source's identifier in the column source; without a source a figure is not taken in.")
    default:
      return Wording(
        "Dòng không có giá trị, điểm hay hạng nào.", "The row has no value, points or rank.",
        hint: "Điền số liệu, hoặc xóa dòng.", "Fill it in, or delete the row.")
    }
  }

  private func vi(_ suggestion: String?) -> String { suggestion.map { "; có phải là “\($0)”?" } ?? "." }
  private func en(_ suggestion: String?) -> String { suggestion.map { "; did you mean “\($0)”?" } ?? "." }
  private func vi(date: String) -> String {
    date.split(separator: "-").reversed().joined(separator: "/")
  }
  private func vi(number: String) -> String { number.replacing(".", with: ",") }

  private func range(_ language: Language, _ low: Int?, _ high: Int?, _ isWhole: Bool) -> String {
    let isVietnamese = language == .vietnamese
    let noun = isVietnamese ? (isWhole ? "số nguyên" : "số") : (isWhole ? "a whole number" : "a number")
    let bounds: String
    switch (low, high) {
    case (let low?, let high?):
      bounds = isVietnamese ? " từ \(low) đến \(high)" : " from \(low) to \(high)"
    case (let low?, nil): bounds = isVietnamese ? " từ \(low) trở lên" : " of at least \(low)"
    case (nil, let high?): bounds = isVietnamese ? " không quá \(high)" : " of at most \(high)"
    case (nil, nil): bounds = ""
    }
    return noun + bounds
  }
}

extension SubjectKind {
  /// The noun.
  fileprivate var name: LocalizedText {
    switch self {
    case .source: LocalizedText(vi: "nguồn", en: "source")
    case .indicator: LocalizedText(vi: "chỉ số", en: "indicator")
    case .denominator: LocalizedText(vi: "cách tính", en: "way of counting")
    case .entity: LocalizedText(vi: "địa phương", en: "place")
    case .edition: LocalizedText(vi: "bộ tiêu chí", en: "edition")
    case .plan: LocalizedText(vi: "kế hoạch", en: "plan")
    case .target: LocalizedText(vi: "chỉ tiêu", en: "target")
    case .index: LocalizedText(vi: "bộ chỉ số", en: "index")
    case .block: LocalizedText(vi: "khối điểm", en: "block")
    case .editionYear: LocalizedText(vi: "năm", en: "year")
    }
  }

  /// Where it is declared.
  fileprivate var home: LocalizedText {
    switch self {
    case .source: LocalizedText(same: "sources/")
    case .indicator: LocalizedText(same: "indicators/")
    case .denominator:
      LocalizedText(vi: "mục denominators của chỉ số", en: "the key denominators of the indicator")
    case .entity:
      LocalizedText(vi: "provinces/ hoặc national/entities.yaml", en: "provinces/ or national/entities.yaml")
    case .edition: LocalizedText(same: "editions/")
    case .plan, .target: LocalizedText(same: "plans/")
    case .editionYear: LocalizedText(same: "editions/")
    case .index: LocalizedText(same: "indexes.yaml")
    case .block: LocalizedText(vi: "mục blocks của bộ tiêu chí", en: "the key blocks of the edition")
    }
  }
}

extension Framework.Fault {
  fileprivate var wording: LocalizedText {
    switch self {
    case .noRoot:
      LocalizedText(vi: "Cây tiêu chí không có gốc.", en: "The tree has no root.")
    case .secondRoot(let code):
      LocalizedText(
        vi: "“\(code)” là gốc thứ hai; chỉ một dòng được để trống parent.",
        en: "“\(code)” is a second root; only one row may leave parent empty.")
    case .duplicate(let code):
      LocalizedText(vi: "Mã “\(code)” có hai lần.", en: "The code “\(code)” stands twice.")
    case .unknownParent(let code, let parent):
      LocalizedText(
        vi: "“\(code)” thuộc “\(parent)” nhưng không có mã đó.",
        en: "“\(code)” is below “\(parent)”, which does not exist.")
    case .cycle(let code):
      LocalizedText(
        vi: "“\(code)” không nối được lên gốc.", en: "“\(code)” does not lead up to the root.")
    case .sum(let code, let stated, let sum):
      LocalizedText { language in
        let numbers = [stated, sum].map { NumberText.exact($0, in: language) }
        return language == .vietnamese
          ? "Điểm tối đa của “\(code)” là \(numbers[0]) nhưng các phần cộng lại là \(numbers[1])."
          : "The maximum of “\(code)” is \(numbers[0]) but its parts sum to \(numbers[1])."
      }
    case .notPositive(let code):
      LocalizedText(
        vi: "Điểm tối đa của “\(code)” phải lớn hơn 0.", en: "The maximum of “\(code)” must be above 0.")
    }
  }
}
