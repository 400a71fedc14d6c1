internal import Scoring
internal import Text

/// Every rule of the data files: what is wrong, worded in both languages for somebody who has Excel and no git.
///
/// The sentences and hints of all rules stand here and in ``IndexRule``, and nowhere else. An error is what would make the site
/// say something false or lose a figure; a warning is worth a look and stops nothing.
enum DataRule: Hashable, Sendable {
  // Files.
  case fileMissing(path: String)
  case fileEmpty
  case fileUnexpected
  case fileNotUTF8
  case folderMismatch(key: String, value: String, expected: String)
  // Spreadsheets.
  case csvSeparator(found: String)
  case csvHeaderUnknown(column: String, nearest: String?)
  case csvHeaderMissing(column: String)
  case csvHeaderOrder(expected: String)
  case csvRowLength(found: Int, expected: Int)
  case csvQuote
  // YAML.
  case yamlSyntax(YAMLProblem)
  case yamlAnchor
  // Keys and types.
  case keyUnknown(key: String, nearest: String?)
  case keyDuplicate(key: String, firstLine: Int)
  case keyMissing(key: String)
  case valueEmpty(key: String)
  case typeWrong(key: String, expected: LocalizedText)
  case valueUnknown(key: String, value: String, allowed: [String])
  case referenceUnknown(kind: ReferenceKind, value: String, nearest: String?)
  case identifierMalformed(value: String, form: IdentifierForm)
  case identifierDuplicate(value: String, first: DataLine)
  case urlMalformed(value: String)
  // Numbers and dates.
  case numberMalformed(value: String)
  case numberDecimalComma(value: String)
  case numberTooPrecise(value: String)
  case numberNotWhole(value: String)
  case numberOutOfRange(value: String, low: String, high: String)
  case percentOverHundred(value: String)
  case numberNegative(value: String)
  case rankOutOfList(rank: Int, size: Int)
  case dateMalformed(value: String)
  case dateNonexistent(value: String)
  case figureFuture(value: String, asOf: String)
  // Texts.
  case textNotNFC
  case textOneLanguage(missing: Language)
  case textStrayWhitespace
  case textControlCharacter(code: String)
  // Targets.
  case targetNoUnit
  case targetNoValue(key: String, comparator: String)
  case targetUnusedValue(key: String, comparator: String)
  case targetUnitDiffers(unit: String, indicatorUnit: String)
  case targetNoLocator
  case targetNoDeadline
  case targetStageOrder(by: String, previous: String)
  case targetRangeOrder(low: String, high: String)
  case deadlineOutsidePlan(deadline: String, years: String)
  case derivedNoHow
  case denominatorRequired(indicator: String, allowed: [String])
  case denominatorUnexpected(indicator: String)
  case levelUnlisted(level: String, indicator: String)
  // Figures.
  case figureNoSource
  case figureNoNumber
  case figurePeriodNoDate(period: String)
  case figureIndexInOutcomes(indicator: String, index: String)
  case factDuplicate(first: DataLine)
  case conflictUnmarked(other: DataLine)
  case conflictOneSided(source: String, other: DataLine?)
  case lifetimeOutside(entity: LocalizedText, figure: String, limit: String, ended: Bool, mayBeRestated: Bool)
  case pointsOverMaximum(points: String, maximum: String)
  case scorecardNoEvidence
  case scorecardNoEdition(year: Int)
  case scorecardNodeUnknown(node: String, edition: String)
  // Frameworks.
  case editionMaximaSum(sum: String, total: String)
  case editionChildrenSum(node: String, sum: String, total: String)
  case editionBlocksSum(what: LocalizedText, sum: String, total: String)
  case editionRemainder(stated: String, expected: String)
  case editionYearTwice(year: Int, other: String)
  case editionMaximumUnbacked
  case editionCountCandidates
  case editionGroupOrder(label: String)
  case entityLifetimeOrder(from: String, until: String)
  case sourceUnused(source: String)
  // Files of the commands `score` and `robustness`.
  case frameworkFault(Framework.Fault)
  case scoreCodeUnknown(code: String, nearest: String?)
  case index(IndexRule)

  /// The names of the rules. Each has a fixture that breaks it.
  enum ID: String, CaseIterable {
    case fileMissing = "file.missing"
    case fileEmpty = "file.empty"
    case fileUnexpected = "file.unexpected"
    case fileNotUTF8 = "file.not-utf8"
    case folderMismatch = "id.folder"
    case csvSeparator = "csv.separator"
    case csvHeader = "csv.header"
    case csvRowLength = "csv.row-length"
    case csvQuote = "csv.quote"
    case yamlSyntax = "yaml.syntax"
    case yamlAnchor = "yaml.anchor"
    case keyUnknown = "key.unknown"
    case keyDuplicate = "key.duplicate"
    case keyMissing = "key.missing"
    case valueEmpty = "value.empty"
    case typeWrong = "type.wrong"
    case valueUnknown = "value.unknown"
    case referenceUnknown = "reference.unknown"
    case identifierMalformed = "id.malformed"
    case identifierDuplicate = "id.duplicate"
    case urlMalformed = "url.malformed"
    case numberMalformed = "number.malformed"
    case numberDecimalComma = "number.decimal-comma"
    case numberTooPrecise = "number.too-precise"
    case numberNotWhole = "number.not-whole"
    case numberOutOfRange = "number.out-of-range"
    case percentOverHundred = "percent.over-100"
    case numberNegative = "number.negative"
    case rankOutOfList = "rank.out-of-list"
    case dateMalformed = "date.malformed"
    case dateNonexistent = "date.nonexistent"
    case figureFuture = "figure.future"
    case textNotNFC = "text.not-nfc"
    case textOneLanguage = "text.one-language"
    case textStrayWhitespace = "text.stray-whitespace"
    case textControlCharacter = "text.control-character"
    case targetNoUnit = "target.no-unit"
    case targetNoValue = "target.no-value"
    case targetUnusedValue = "target.unused-value"
    case targetUnitDiffers = "target.unit-differs"
    case targetNoLocator = "target.no-locator"
    case targetNoDeadline = "target.no-deadline"
    case targetStageOrder = "target.stage-order"
    case targetRangeOrder = "target.range-order"
    case deadlineOutsidePlan = "deadline.outside-plan"
    case derivedNoHow = "derived.no-how"
    case denominatorRequired = "denominator.required"
    case denominatorUnexpected = "denominator.unexpected"
    case levelUnlisted = "level.unlisted"
    case figureNoSource = "figure.no-source"
    case figureNoNumber = "figure.no-number"
    case figurePeriodNoDate = "figure.no-date"
    case figureIndexInOutcomes = "figure.index-in-outcomes"
    case factDuplicate = "fact.duplicate"
    case conflictUnmarked = "conflict.unmarked"
    case conflictOneSided = "conflict.one-sided"
    case lifetimeOutside = "lifetime.outside"
    case pointsOverMaximum = "points.over-maximum"
    case scorecardNoEvidence = "scorecard.no-evidence"
    case scorecardNoEdition = "scorecard.no-edition"
    case scorecardNodeUnknown = "scorecard.unknown-node"
    case editionMaximaSum = "edition.maxima-sum"
    case editionChildrenSum = "edition.children-sum"
    case editionBlocksSum = "edition.blocks-sum"
    case editionRemainder = "edition.remainder"
    case editionYearTwice = "edition.year-twice"
    case editionMaximumUnbacked = "edition.unbacked-maximum"
    case editionCountCandidates = "edition.count-candidates"
    case editionGroupOrder = "edition.group-order"
    case entityLifetimeOrder = "lifetime.order"
    case sourceUnused = "source.unused"
    case frameworkFault = "framework.fault"
    case scoreCodeUnknown = "score.code-unknown"
    case unitUnknown = "score.unit-unknown"
    case frameworkKind = "framework.kind"
    case frameworkNormalise = "framework.normalise"
    case frameworkNoEffect = "framework.no-effect"
    case numberNotFinite = "number.not-finite"
    case standardErrorNegative = "standard-error.negative"
    case standardErrorNoScore = "standard-error.no-score"
    case indexTwoLevels = "index.two-levels"
    case indexMaximumUnknown = "index.maximum-unknown"
    case indexLowerWithoutScale = "index.lower-without-scale"
    case indexNotPositive = "index.not-positive"
    case indexNegativeValue = "index.negative-value"
    case indexNothingToRank = "index.nothing-to-rank"
    case indexMissingEverywhere = "index.missing-everywhere"
    case indexConstant = "index.constant"
    case indexTooFewUnits = "index.too-few-units"
    case indexUnranked = "index.unranked"
    case indexOutOfRange = "index.out-of-range"
    case weightsDraw = "weights.draw"
    case weightsNoEffect = "weights.no-effect"
    case weightsAbandoned = "weights.abandoned"
  }

  /// A rule in words: its name, how bad it is, one sentence and the way out.
  struct Wording {
    let id: ID
    let severity: Finding.Severity
    let message: LocalizedText
    let hint: LocalizedText

    init(
      _ id: ID, _ severity: Finding.Severity = .error, vi: String, en: String, hintVi: String, hintEn: String
    ) {
      self.id = id
      self.severity = severity
      message = LocalizedText(vi: vi, en: en)
      hint = LocalizedText(vi: hintVi, en: hintEn)
    }
  }

  /// The rule in words.
  var wording: Wording {
    switch self {
    case .fileMissing(let path):
      Wording(
        .fileMissing, vi: "Thiếu tệp “\(path)”.", en: "The file “\(path)” is missing.",
        hintVi: "Hãy thêm tệp này; cách viết có trong README.md của thư mục dữ liệu.",
        hintEn: "Add the file; README.md of the data folder shows how it is written.")
    case .fileEmpty:
      Wording(
        .fileEmpty, vi: "Tệp không có nội dung.", en: "The file has no content.",
        hintVi: "Nếu chưa có số liệu thì xóa tệp; trang web sẽ ghi là chưa biết.",
        hintEn: "If there are no figures yet, delete the file; the site will say that they are not known.")
    case .fileUnexpected:
      Wording(
        .fileUnexpected, vi: "Tệp này không thuộc loại nào mà thư mục dữ liệu có, nên không được đọc.",
        en: "The file is of no kind that the data folder has, so it would not be read.",
        hintVi: "Hãy kiểm tra tên tệp và thư mục (tệp Excel cần lưu thành CSV UTF-8), hoặc đưa tệp ra ngoài.",
        hintEn: "Check the name and the folder (save an Excel file as CSV UTF-8), or move the file elsewhere."
      )
    case .fileNotUTF8:
      Wording(
        .fileNotUTF8, vi: "Chữ trong tệp không theo bảng mã UTF-8, bắt đầu từ chỗ này.",
        en: "From here on the text of the file is not UTF-8.",
        hintVi: "Trong Excel, chọn Lưu thành (Save As), kiểu “CSV UTF-8 (Comma delimited)”, rồi gửi lại.",
        hintEn: "In Excel choose Save As, type “CSV UTF-8 (Comma delimited)”, and submit the file again.")
    case .folderMismatch(let key, let value, let expected):
      Wording(
        .folderMismatch,
        vi: "“\(key)” là “\(value)”, nhưng tên tệp hoặc thư mục cho biết phải là “\(expected)”.",
        en: "“\(key)” is “\(value)”, but the name of the file or folder says that it must be “\(expected)”.",
        hintVi: "Hãy sửa giá trị này, hoặc đổi tên tệp hay thư mục cho khớp.",
        hintEn: "Correct the value, or rename the file or folder to match.")
    case .csvSeparator(let found):
      Wording(
        .csvSeparator, vi: "Các cột được ngăn bằng \(DataRule.separatorName(found).vi), không phải dấu phẩy.",
        en: "The columns are separated by \(DataRule.separatorName(found).en), not by commas.",
        hintVi:
          "Excel tiếng Việt lưu như vậy khi máy dùng dấu phẩy thập phân: hãy đổi dấu ngăn danh sách trong "
          + "cài đặt vùng của Windows thành dấu phẩy rồi lưu lại.",
        hintEn: "Excel does so where the decimal mark is a comma: set the list separator in the regional "
          + "settings of Windows to a comma, then save again.")
    case .csvHeaderUnknown(let column, let nearest):
      Wording(
        .csvHeader, vi: "Không có cột nào tên “\(column)”.", en: "There is no column called “\(column)”.",
        hintVi: nearest.map { "Có phải là “\($0)” không? Tên cột phải viết đúng như mẫu." }
          ?? "Hãy bỏ cột này; tên cột phải viết đúng như mẫu.",
        hintEn: nearest.map { "Did you mean “\($0)”? Column names must be exactly as in the template." }
          ?? "Remove the column; column names must be exactly as in the template.")
    case .csvHeaderMissing(let column):
      Wording(
        .csvHeader, vi: "Thiếu cột “\(column)”.", en: "The column “\(column)” is missing.",
        hintVi: "Hãy thêm cột này vào dòng đầu; ô nào chưa biết thì để trống.",
        hintEn: "Add the column to the first line; leave cells empty where the value is not known.")
    case .csvHeaderOrder(let expected):
      Wording(
        .csvHeader, vi: "Các cột không đúng thứ tự; ở chỗ này phải là cột “\(expected)”.",
        en: "The columns are not in order; the column “\(expected)” belongs here.",
        hintVi: "Hãy xếp lại các cột đúng như tệp mẫu.",
        hintEn: "Put the columns in the order of the template.")
    case .csvRowLength(let found, let expected):
      Wording(
        .csvRowLength, vi: "Dòng này có \(found) ô, dòng tiêu đề có \(expected).",
        en: "This row has \(found) cells, the header has \(expected).",
        hintVi:
          "Ô có dấu phẩy phải đặt trong ngoặc kép: \"a, b\"; số thập phân viết bằng dấu chấm: 95.5; thừa hay thiếu dấu phẩy làm lệch cột.",
        hintEn:
          "A cell with a comma stands in quotes: \"a, b\"; decimals have a point: 95.5; a comma too many or too few shifts the cells."
      )
    case .csvQuote:
      Wording(
        .csvQuote, vi: "Dấu ngoặc kép ở đây đặt sai hoặc không được đóng.",
        en: "The quotation mark here is misplaced or never closed.",
        hintVi:
          "Đặt cả ô trong ngoặc kép và viết dấu ngoặc kép bên trong hai lần: \"gọi là \"\"một cửa\"\"\".",
        hintEn: "Put the whole cell in quotes and double the quotes inside: \"called \"\"one stop\"\"\".")
    case .yamlSyntax(let problem):
      Wording(
        .yamlSyntax, vi: "Không đọc được tệp từ chỗ này: \(problem.sentence.vi).",
        en: "The file cannot be read from here on: \(problem.sentence.en).",
        hintVi:
          "Hãy xem dòng này và dòng ngay trên: lùi đầu dòng bằng dấu cách, sau dấu hai chấm có dấu cách, "
          + "câu có \": \" thì đặt trong ngoặc kép.",
        hintEn: "Look at this line and the one above: indent with spaces, put a space after a colon, and put "
          + "text that holds \": \" in quotes.")
    case .yamlAnchor:
      Wording(
        .yamlAnchor, vi: "Không dùng “&tên” và “*tên” để nhắc lại một đoạn.",
        en: "Parts may not be repeated with “&name” and “*name”.",
        hintVi: "Hãy viết đoạn ấy ra đầy đủ; nếu đó là câu chữ thì đặt trong ngoặc kép.",
        hintEn: "Write the part out in full; if it is text, put it in quotes.")
    case .keyUnknown(let key, let nearest):
      Wording(
        .keyUnknown, vi: "Không có mục nào tên “\(key)” ở đây.", en: "There is no key “\(key)” here.",
        hintVi: nearest.map { "Có phải là “\($0)” không?" }
          ?? "Hãy xem các mục được dùng trong README.md của thư mục dữ liệu.",
        hintEn: nearest.map { "Did you mean “\($0)”?" }
          ?? "README.md of the data folder lists the keys that may be used.")
    case .keyDuplicate(let key, let firstLine):
      Wording(
        .keyDuplicate, vi: "Mục “\(key)” được ghi hai lần; lần đầu ở dòng \(firstLine).",
        en: "The key “\(key)” is given twice, first on line \(firstLine).",
        hintVi: "Hãy giữ một lần và xóa lần kia.", hintEn: "Keep one and delete the other.")
    case .keyMissing(let key):
      Wording(
        .keyMissing, vi: "Thiếu “\(key)”.", en: "“\(key)” is missing.",
        hintVi: "Hãy ghi thêm; mục này luôn phải có.", hintEn: "Add it; it is always required.")
    case .valueEmpty(let key):
      Wording(
        .valueEmpty, vi: "“\(key)” không có giá trị.", en: "“\(key)” has no value.",
        hintVi: "Nếu chưa biết thì xóa cả dòng này; đừng ghi 0 hay “n/a”.",
        hintEn: "If it is not known, delete the line; do not write 0 or “n/a”.")
    case .typeWrong(let key, let expected):
      Wording(
        .typeWrong, vi: "“\(key)” phải là \(expected.vi).", en: "“\(key)” must be \(expected.en).",
        hintVi: "Hãy so với một tệp cùng loại trong thư mục dữ liệu.",
        hintEn: "Compare with another file of the same kind in the data folder.")
    case .valueUnknown(let key, let value, let allowed):
      Wording(
        .valueUnknown, vi: "“\(value)” không phải là từ dùng được cho “\(key)”.",
        en: "“\(value)” is not a word that “\(key)” may have.",
        hintVi: "Dùng một trong: \(allowed.joined(separator: ", ")).",
        hintEn: "Use one of: \(allowed.joined(separator: ", ")).")
    case .referenceUnknown(let kind, let value, let nearest):
      Wording(
        .referenceUnknown, vi: "Không có \(kind.name.vi) nào có mã “\(value)”.",
        en: "There is no \(kind.name.en) “\(value)”.",
        hintVi: nearest.map { "Có phải là “\($0)” không?" }
          ?? "Hãy thêm vào \(kind.place.vi) trước, rồi mới dẫn.",
        hintEn: nearest.map { "Did you mean “\($0)”?" }
          ?? "Add it to \(kind.place.en) first, then refer to it.")
    case .identifierMalformed(let value, let form):
      Wording(
        .identifierMalformed, vi: "Mã “\(value)” viết sai dạng.",
        en: "The identifier “\(value)” is malformed.",
        hintVi: "Viết \(form.description.vi).", hintEn: "Write \(form.description.en).")
    case .identifierDuplicate(let value, let first):
      Wording(
        .identifierDuplicate, vi: "Mã “\(value)” đã được dùng ở \(first.file), dòng \(first.line).",
        en: "The identifier “\(value)” is already used in \(first.file), line \(first.line).",
        hintVi: "Nếu là cùng một thứ thì gộp lại; nếu không thì đặt mã khác.",
        hintEn: "If both are the same thing, merge them; otherwise choose another identifier.")
    case .urlMalformed(let value):
      Wording(
        .urlMalformed, vi: "“\(value)” không phải là địa chỉ trang web.",
        en: "“\(value)” is not a web address.",
        hintVi: "Chép địa chỉ từ trình duyệt, bắt đầu bằng https:// hoặc http://.",
        hintEn: "Copy the address from the browser; it begins with https:// or http://.")
    case .numberMalformed(let value):
      Wording(
        .numberMalformed, vi: "“\(value)” không phải là một con số.", en: "“\(value)” is not a number.",
        hintVi:
          "Chỉ ghi chữ số và dấu chấm thập phân, không ghi %, đơn vị hay dấu ngăn hàng nghìn: 1900, 91.8.",
        hintEn: "Write only digits and a decimal point, without %, unit or thousands separators: 1900, 91.8.")
    case .numberDecimalComma(let value):
      Wording(
        .numberDecimalComma, vi: "“\(value)” dùng dấu phẩy; trong tệp số liệu dấu thập phân là dấu chấm.",
        en: "“\(value)” has a comma; in data files the decimal mark is a point.",
        hintVi: "Viết \(value.replacingComma("."))"
          + "; nếu dấu phẩy ngăn hàng nghìn thì viết \(value.replacingComma("")).",
        hintEn: "Write \(value.replacingComma("."))"
          + "; or \(value.replacingComma("")) if the comma separates thousands.")
    case .numberTooPrecise(let value):
      Wording(
        .numberTooPrecise, vi: "“\(value)” có hơn bốn chữ số thập phân.",
        en: "“\(value)” has more than four decimals.",
        hintVi: "Ghi đúng như nguồn in, tối đa bốn chữ số sau dấu chấm.",
        hintEn: "Write it as the source prints it, with at most four digits after the point.")
    case .numberNotWhole(let value):
      Wording(
        .numberNotWhole, vi: "“\(value)” phải là số nguyên.", en: "“\(value)” must be a whole number.",
        hintVi: "Dấu chấm là dấu thập phân: một nghìn chín trăm viết 1900, không viết 1.900.",
        hintEn: "The point is the decimal mark: nineteen hundred is 1900, not 1.900.")
    case .numberOutOfRange(let value, let low, let high):
      Wording(
        .numberOutOfRange, vi: "“\(value)” nằm ngoài khoảng từ \(low) đến \(high).",
        en: "“\(value)” is not between \(low) and \(high).",
        hintVi: "Hãy kiểm tra con số và đơn vị của nó.", hintEn: "Check the number and its unit.")
    case .percentOverHundred(let value):
      Wording(
        .percentOverHundred, vi: "“\(value)” phần trăm vượt quá 100.", en: "“\(value)” percent is above 100.",
        hintVi: "Hãy kiểm tra con số; nếu chỉ số đo có thể vượt 100 thì ghi “above_100: true” cho chỉ số ấy.",
        hintEn: "Check the number; if the indicator may exceed 100, give it “above_100: true”.")
    case .numberNegative(let value):
      Wording(
        .numberNegative, vi: "“\(value)” là số âm.", en: "“\(value)” is negative.",
        hintVi: "Hãy kiểm tra con số; nếu chỉ số đo có thể âm thì ghi “negative: true” cho chỉ số ấy.",
        hintEn: "Check the number; if the indicator may be negative, give it “negative: true”.")
    case .rankOutOfList(let rank, let size):
      Wording(
        .rankOutOfList, vi: "Hạng \(rank) không có trong danh sách \(size) đơn vị.",
        en: "Rank \(rank) does not exist in a list of \(size).",
        hintVi: "Hãy kiểm tra hạng và “list_size”.", hintEn: "Check the rank and “list_size”.")
    case .dateMalformed(let value):
      Wording(
        .dateMalformed, vi: "“\(value)” không viết đúng dạng ngày.",
        en: "“\(value)” is not written as a date.",
        hintVi: "Viết năm-tháng-ngày: 2024-10-31, 2024-10 hoặc 2024; trong Excel hãy định dạng cột là Text.",
        hintEn: "Write year-month-day: 2024-10-31, 2024-10 or 2024; in Excel format the column as Text.")
    case .dateNonexistent(let value):
      Wording(
        .dateNonexistent, vi: "Không có ngày “\(value)”.", en: "There is no date “\(value)”.",
        hintVi: "Hãy kiểm tra tháng và ngày.", hintEn: "Check the month and the day.")
    case .figureFuture(let value, let asOf):
      Wording(
        .figureFuture, vi: "“\(value)” nằm sau ngày chốt số liệu \(asOf).",
        en: "“\(value)” lies after the as-of date \(asOf).",
        hintVi: "Hãy kiểm tra ngày; nếu đúng thì dời “as_of” trong toolkit.yaml.",
        hintEn: "Check the date; if it is right, move “as_of” in toolkit.yaml.")
    case .textNotNFC:
      Wording(
        .textNotNFC, .warning,
        vi: "Dấu tiếng Việt từ chỗ này được gõ tách rời khỏi chữ cái (không theo NFC).",
        en: "From here on accents are typed apart from their letters (not NFC).",
        hintVi: "Chọn bảng mã “Unicode dựng sẵn” trong bộ gõ; trang web tự ghép lại khi dựng.",
        hintEn: "Choose precomposed Unicode in the keyboard driver; the site joins them when it is built.")
    case .textOneLanguage(let missing):
      Wording(
        .textOneLanguage, vi: "Thiếu câu tiếng \(missing == .vietnamese ? "Việt" : "Anh").",
        en: "The \(missing == .vietnamese ? "Vietnamese" : "English") text is missing.",
        hintVi: "Câu nào cũng cần đủ hai thứ tiếng: vi và en.",
        hintEn: "Every text is needed in both languages: vi and en.")
    case .textStrayWhitespace:
      Wording(
        .textStrayWhitespace, .warning, vi: "Có dấu cách thừa hoặc ký tự trắng lạ ở đây.",
        en: "There is a stray space or an unusual blank here.",
        hintVi: "Hãy xóa; giữa hai chữ chỉ có một dấu cách, đầu và cuối không có.",
        hintEn: "Delete it; one space between words and none at the ends.")
    case .textControlCharacter(let code):
      Wording(
        .textControlCharacter, vi: "Có ký tự điều khiển không in được (\(code)) ở đây.",
        en: "There is an unprintable control character (\(code)) here.",
        hintVi: "Hãy xóa ký tự ấy hoặc gõ lại ô này.", hintEn: "Delete it or type the value again.")
    case .targetNoUnit:
      Wording(
        .targetNoUnit, vi: "Chỉ tiêu có con số nhưng không ghi đơn vị.",
        en: "The target has a number and no unit.",
        hintVi: "Ghi “unit”, chẳng hạn “unit: percent”.", hintEn: "Add “unit”, such as “unit: percent”.")
    case .targetNoValue(let key, let comparator):
      Wording(
        .targetNoValue, vi: "So sánh “\(comparator)” cần có “\(key)”.",
        en: "The comparator “\(comparator)” needs “\(key)”.",
        hintVi: "Hãy ghi thêm; nếu kế hoạch không nêu con số nào thì dùng “comparator: qualitative”.",
        hintEn: "Add it; if the plan gives no number, use “comparator: qualitative”.")
    case .targetUnusedValue(let key, let comparator):
      Wording(
        .targetUnusedValue, vi: "“\(key)” không dùng với so sánh “\(comparator)”.",
        en: "“\(key)” has no meaning with the comparator “\(comparator)”.",
        hintVi: "Hãy bỏ mục này hoặc sửa “comparator”.", hintEn: "Remove the key or correct “comparator”.")
    case .targetUnitDiffers(let unit, let indicatorUnit):
      Wording(
        .targetUnitDiffers, vi: "Đơn vị “\(unit)” khác đơn vị “\(indicatorUnit)” của chỉ số đo.",
        en: "The unit “\(unit)” differs from the indicator's, “\(indicatorUnit)”.",
        hintVi: "Hãy sửa đơn vị hoặc chọn chỉ số đo khác.",
        hintEn: "Correct the unit or choose another indicator.")
    case .targetNoLocator:
      Wording(
        .targetNoLocator, .warning, vi: "Chỉ tiêu không ghi vị trí trong văn bản.",
        en: "The target does not say where in the document it stands.",
        hintVi: "Ghi “locator”: mục, gạch đầu dòng, đoạn hoặc trang.",
        hintEn: "Add “locator”: section, bullet, paragraph or page.")
    case .targetNoDeadline:
      Wording(
        .targetNoDeadline, vi: "Chỉ tiêu không có thời hạn.", en: "The target has no deadline.",
        hintVi: "Ghi “deadline” (chỉ có năm cũng được) hoặc “stages”.",
        hintEn: "Add “deadline” (a year is enough) or “stages”.")
    case .targetStageOrder(let by, let previous):
      Wording(
        .targetStageOrder, vi: "Mốc \(by) đứng sau mốc \(previous) nhưng không muộn hơn.",
        en: "The stage \(by) follows \(previous) but is not later.",
        hintVi: "Xếp các mốc theo thời gian, mỗi mốc một lần.",
        hintEn: "Put the stages in order of time, each date once.")
    case .targetRangeOrder(let low, let high):
      Wording(
        .targetRangeOrder, vi: "Khoảng từ \(low) đến \(high) bị ngược.",
        en: "The range from \(low) to \(high) is reversed.",
        hintVi: "“low” là số nhỏ, “high” là số lớn.",
        hintEn: "“low” is the smaller number, “high” the larger.")
    case .deadlineOutsidePlan(let deadline, let years):
      Wording(
        .deadlineOutsidePlan, .warning, vi: "Thời hạn \(deadline) nằm ngoài các năm của kế hoạch (\(years)).",
        en: "The deadline \(deadline) lies outside the years of the plan (\(years)).",
        hintVi: "Hãy kiểm tra thời hạn và “years” của kế hoạch.",
        hintEn: "Check the deadline and “years” of the plan.")
    case .derivedNoHow:
      Wording(
        .derivedNoHow, vi: "Số tự tính (derived) nhưng không nói cách tính.",
        en: "The figure is derived but does not say how.",
        hintVi: "Ghi cách tính vào “how” (trong CSV: vào cột ghi chú), đủ hai thứ tiếng.",
        hintEn: "Say how in “how” (in a CSV: in the note columns), in both languages.")
    case .denominatorRequired(let indicator, let allowed):
      Wording(
        .denominatorRequired, vi: "Chỉ số đo “\(indicator)” có nhiều cách tính; phải ghi “denominator”.",
        en: "The indicator “\(indicator)” is counted in several ways; “denominator” must say which.",
        hintVi: "Dùng một trong: \(allowed.joined(separator: ", ")); tài liệu không nói thì ghi unstated.",
        hintEn: "Use one of: \(allowed.joined(separator: ", ")); or unstated if the document does not say.")
    case .denominatorUnexpected(let indicator):
      Wording(
        .denominatorUnexpected, vi: "Chỉ số đo “\(indicator)” không có mẫu số nào.",
        en: "The indicator “\(indicator)” has no denominators.",
        hintVi: "Hãy bỏ “denominator”, hoặc khai báo mẫu số cho chỉ số đo trước.",
        hintEn: "Remove “denominator”, or declare denominators for the indicator first.")
    case .levelUnlisted(let level, let indicator):
      Wording(
        .levelUnlisted, .warning, vi: "Chỉ số đo “\(indicator)” không khai báo cấp “\(level)”.",
        en: "The indicator “\(indicator)” does not list the level “\(level)”.",
        hintVi: "Hãy kiểm tra cấp, hoặc thêm vào “levels” của chỉ số đo.",
        hintEn: "Check the level, or add it to “levels” of the indicator.")
    case .figureNoSource:
      Wording(
        .figureNoSource, vi: "Số liệu không có nguồn.", en: "The figure has no source.",
        hintVi: "Ghi mã nguồn vào cột “source”; số liệu không nguồn không được công bố.",
        hintEn: "Put a source in the column “source”; no figure is published without one.")
    case .figureNoNumber:
      Wording(
        .figureNoNumber, vi: "Dòng này không có con số nào.", en: "The row holds no number at all.",
        hintVi: "Ghi giá trị hoặc hạng; nếu chưa biết thì xóa cả dòng.",
        hintEn: "Give a value or a rank; if neither is known, delete the row.")
    case .figurePeriodNoDate(let period):
      Wording(
        .figurePeriodNoDate, vi: "Kỳ “\(period)” cần có ngày ở cột “as_of”.",
        en: "The period “\(period)” needs a date in the column “as_of”.",
        hintVi: "Ghi ngày hoặc tháng mà số liệu tính đến.",
        hintEn: "Give the day or month that the figure reaches.")
    case .figureIndexInOutcomes(let indicator, let index):
      Wording(
        .figureIndexInOutcomes, vi: "“\(indicator)” lấy từ chỉ số \(index), không ghi trong outcomes.csv.",
        en: "“\(indicator)” is taken from \(index) and does not belong in outcomes.csv.",
        hintVi: "Hãy ghi con số này vào published.csv hoặc scorecards.csv.",
        hintEn: "Put the figure into published.csv or scorecards.csv.")
    case .factDuplicate(let first):
      Wording(
        .factDuplicate, vi: "Số liệu này đã có ở \(first.file), dòng \(first.line).",
        en: "This fact already stands in \(first.file), line \(first.line).",
        hintVi: "Giữ một dòng; nguồn thứ hai ghi vào “also_sources”.",
        hintEn: "Keep one row; put the second source into “also_sources”.")
    case .conflictUnmarked(let other):
      Wording(
        .conflictUnmarked,
        vi: "Dòng này trái với \(other.file), dòng \(other.line), nhưng không ghi “conflict”.",
        en: "This row contradicts \(other.file), line \(other.line), and is not marked “conflict”.",
        hintVi: "Giữ cả hai dòng, ghi “confidence” là conflict và nêu nguồn kia ở “contradicted_by”.",
        hintEn: "Keep both rows, set “confidence” to conflict and name the other source in “contradicted_by”."
      )
    case .conflictOneSided(let source, let other):
      Wording(
        .conflictOneSided,
        vi: other.map {
          "Dòng này trái với \($0.file), dòng \($0.line), nhưng không nêu nguồn “\(source)” của dòng ấy."
        }
          ?? "“confidence” và “contradicted_by” không khớp: có một mà không có kia.",
        en: other.map {
          "This row contradicts \($0.file), line \($0.line), and does not name its source “\(source)”."
        }
          ?? "“confidence” and “contradicted_by” do not match: one is given without the other.",
        hintVi: "Dòng nào có nguồn trái thì ghi conflict và nêu nguồn ấy ở “contradicted_by”.",
        hintEn: "A contradicted row is marked conflict and names the other source in “contradicted_by”.")
    case .lifetimeOutside(let entity, let figure, let limit, let ended, let mayBeRestated):
      Wording(
        .lifetimeOutside, mayBeRestated ? .warning : .error,
        vi:
          "\(entity.vi) \(ended ? "chỉ tồn tại đến \(limit)" : "chỉ có từ \(limit)"); số liệu là của \(figure).",
        en: "\(entity.en) \(ended ? "existed only until \(limit)" : "exists only since \(limit)"); "
          + "the figure is of \(figure).",
        hintVi: mayBeRestated
          ? "Nếu nơi công bố tự tính lại cho địa giới mới thì nói rõ ở ghi chú."
          : "Hãy ghi số liệu cho đơn vị của thời gian ấy; không tính cho địa giới khác.",
        hintEn: mayBeRestated
          ? "If the publisher restated it for the new boundary, say so in the note."
          : "Give the figure to the unit of that time; it is never credited to another boundary.")
    case .pointsOverMaximum(let points, let maximum):
      Wording(
        .pointsOverMaximum, vi: "\(points) điểm vượt điểm tối đa \(maximum).",
        en: "\(points) points are more than the maximum \(maximum).",
        hintVi: "Hãy kiểm tra điểm, điểm tối đa và “basis”.", hintEn: "Check points, maximum and “basis”.")
    case .scorecardNoEvidence:
      Wording(
        .scorecardNoEvidence,
        vi: "Tiêu chí có điểm tự chấm nhưng không có tài liệu kiểm chứng hay giải trình.",
        en: "The criterion has self-assessed points and neither evidence nor an explanation.",
        hintVi: "Ghi số, tên tài liệu vào “evidence” hoặc giải trình vào “explanation_vi”, “explanation_en”.",
        hintEn: "Name documents in “evidence” or explain in “explanation_vi” and “explanation_en”.")
    case .scorecardNoEdition(let year):
      Wording(
        .scorecardNoEdition, .warning, vi: "Chưa có bộ tiêu chí nào cho năm \(year).",
        en: "No scoring framework is known for \(year).",
        hintVi: "Điểm của năm này chỉ được hiển thị, không được đối chiếu.",
        hintEn: "Points of that year are shown and not checked.")
    case .scorecardNodeUnknown(let node, let edition):
      Wording(
        .scorecardNodeUnknown, vi: "Bộ tiêu chí “\(edition)” không có “\(node)”.",
        en: "The framework “\(edition)” has no “\(node)”.",
        hintVi: "Hãy kiểm tra mã lĩnh vực, tiêu chí và năm.",
        hintEn: "Check the code of the component or criterion, and the year.")
    case .editionMaximaSum(let sum, let total):
      Wording(
        .editionMaximaSum, vi: "Điểm tối đa của các lĩnh vực cộng lại là \(sum), trái với tổng \(total).",
        en: "The maxima of the components sum to \(sum), which contradicts the total \(total).",
        hintVi: "Hãy kiểm tra từng điểm tối đa; điểm chưa biết thì bỏ, đừng ghi 0.",
        hintEn: "Check each maximum; leave out what is not known, do not write 0.")
    case .editionChildrenSum(let node, let sum, let total):
      Wording(
        .editionChildrenSum, vi: "Điểm tối đa bên dưới \(node) cộng lại là \(sum), trái với \(total).",
        en: "The maxima below \(node) sum to \(sum), which contradicts \(total).",
        hintVi: "Hãy kiểm tra từng điểm tối đa.", hintEn: "Check each maximum.")
    case .editionBlocksSum(let what, let sum, let total):
      Wording(
        .editionBlocksSum, vi: "\(what.vi) cộng lại là \(sum), trái với \(total).",
        en: "\(what.en) sum to \(sum), which contradicts \(total).",
        hintVi: "Hãy kiểm tra điểm tối đa của từng khối.", hintEn: "Check the maximum of each block.")
    case .editionRemainder(let stated, let expected):
      Wording(
        .editionRemainder, vi: "Phần còn lại được ghi là \(stated), tính ra là \(expected).",
        en: "The remainder is given as \(stated) and works out to \(expected).",
        hintVi: "Phần còn lại là tổng trừ các điểm tối đa đã biết, cho đúng các lĩnh vực chưa biết.",
        hintEn: "The remainder is the total less the known maxima, for exactly the unknown components.")
    case .editionYearTwice(let year, let other):
      Wording(
        .editionYearTwice, vi: "Năm \(year) đã thuộc bộ tiêu chí “\(other)”.",
        en: "The year \(year) already belongs to the framework “\(other)”.",
        hintVi: "Mỗi năm chỉ có một bộ tiêu chí.", hintEn: "A year has one framework.")
    case .editionMaximumUnbacked:
      Wording(
        .editionMaximumUnbacked, vi: "Điểm tối đa không ghi mức chắc chắn và nguồn.",
        en: "The maximum has no status and sources.",
        hintVi: "Ghi “status” và “sources” bên cạnh.", hintEn: "Add “status” and “sources” beside it.")
    case .editionCountCandidates:
      Wording(
        .editionCountCandidates, vi: "Số lượng mâu thuẫn phải có từ hai giá trị trở lên ở “candidates”.",
        en: "A count in conflict needs two or more “candidates”; any other needs one “value”.",
        hintVi: "Số không mâu thuẫn thì ghi “value” và “sources”.",
        hintEn: "Without conflict give “value” and “sources”.")
    case .editionGroupOrder(let label):
      Wording(
        .editionGroupOrder, vi: "Nhóm “\(label)” không có ngưỡng hoặc ngưỡng bị ngược.",
        en: "The group “\(label)” has no bounds or reversed ones.",
        hintVi: "“from” là đầu dưới, “to” là đầu trên; phải có ít nhất một.",
        hintEn: "“from” is the lower end, “to” the upper; at least one is needed.")
    case .entityLifetimeOrder(let from, let until):
      Wording(
        .entityLifetimeOrder, vi: "Ngày bắt đầu \(from) muộn hơn ngày kết thúc \(until).",
        en: "The beginning \(from) is later than the end \(until).",
        hintVi: "Hãy kiểm tra “from” và “until”.", hintEn: "Check “from” and “until”.")
    case .sourceUnused(let source):
      Wording(
        .sourceUnused, .warning, vi: "Nguồn “\(source)” không được dẫn ở đâu.",
        en: "The source “\(source)” is cited nowhere.",
        hintVi: "Hãy dẫn nguồn ở chỗ dùng đến, hoặc bỏ khỏi danh mục.",
        hintEn: "Cite it where it is used, or remove it from the bibliography.")
    case .frameworkFault(let fault):
      Wording(
        .frameworkFault, vi: fault.sentence.vi, en: fault.sentence.en,
        hintVi: fault.hint.vi, hintEn: fault.hint.en)
    case .scoreCodeUnknown(let code, let nearest):
      Wording(
        .scoreCodeUnknown, vi: "Bộ tiêu chí không có mã “\(code)”.",
        en: "The framework has no code “\(code)”.",
        hintVi: nearest.map { "Có phải là “\($0)” không?" } ?? "Hãy kiểm tra mã trong tệp bộ tiêu chí.",
        hintEn: nearest.map { "Did you mean “\($0)”?" } ?? "Check the codes in the framework file.")
    case .index(let rule): rule.wording
    }
  }

  private static func separatorName(_ separator: String) -> LocalizedText {
    separator == ";"
      ? LocalizedText(vi: "dấu chấm phẩy (;)", en: "semicolons (;)")
      : LocalizedText(vi: "dấu tab", en: "tabs")
  }
}

/// What the YAML parser stumbled over, in words.
enum YAMLProblem: Hashable, Sendable {
  case colon
  case indentation
  case missingColon
  case badStart
  case unclosed
  case separatorInFlow
  case secondDocument
  case tooDeep
  case character
  case badKey
  case other(String)

  /// Sorts the parser's own sentences into kinds.
  init(parserSays problem: String) {
    switch problem {
    case _ where problem.contains("mapping values are not allowed"): self = .colon
    case _ where problem.contains("expected ',' or"): self = .separatorInFlow
    case _ where problem.contains("did not find expected"), _ where problem.contains("block"):
      self = .indentation
    case _ where problem.contains("could not find expected ':'"): self = .missingColon
    case _ where problem.contains("cannot start any token"): self = .badStart
    case _ where problem.contains("unexpected end of stream"): self = .unclosed
    case _ where problem.contains("another document"): self = .secondDocument
    default: self = .other(problem)
    }
  }

  /// Half a sentence, without a full stop.
  var sentence: LocalizedText {
    switch self {
    case .colon:
      LocalizedText(vi: "có dấu hai chấm ở chỗ không được có", en: "there is a colon where none may stand")
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

extension Framework.Fault {
  fileprivate var sentence: LocalizedText {
    switch self {
    case .noRoot: LocalizedText(vi: "Cây điểm không có gốc.", en: "The tree has no root.")
    case .secondRoot(let code):
      LocalizedText(
        vi: "“\(code)” là gốc thứ hai; chỉ một dòng được để trống “parent”.",
        en: "“\(code)” is a second root; only one row may leave “parent” empty.")
    case .duplicate(let code):
      LocalizedText(vi: "Mã “\(code)” có hai lần.", en: "The code “\(code)” stands twice.")
    case .unknownParent(let code, let parent):
      LocalizedText(
        vi: "“\(code)” thuộc “\(parent)”, nhưng không có mã này.",
        en: "“\(code)” is below “\(parent)”, which does not exist.")
    case .cycle(let code):
      LocalizedText(vi: "“\(code)” không nối lên đến gốc.", en: "“\(code)” does not lead up to the root.")
    case .sum(let code, let stated, let sum):
      LocalizedText(
        vi: "Điểm tối đa của “\(code)” là \(stated), các phần cộng lại là \(sum).",
        en: "The maximum of “\(code)” is \(stated), its parts sum to \(sum).")
    case .notPositive(let code):
      LocalizedText(
        vi: "Điểm tối đa của “\(code)” phải lớn hơn 0.", en: "The maximum of “\(code)” must be above 0.")
    case .weightMissing(let code):
      LocalizedText(vi: "“\(code)” không có trọng số.", en: "“\(code)” has no weight.")
    case .weightInvalid(let code):
      LocalizedText(
        vi: "Trọng số của “\(code)” phải là số hữu hạn không âm; khác 0 thì nằm từ 1e-100 đến 1e100.",
        en:
          "The weight of “\(code)” must be finite and not below 0, from 1e-100 to 1e100 where it is above 0.")
    case .zeroGroup(let code):
      LocalizedText(
        vi: "Các phần của “\(code)” đều có trọng số 0.", en: "The parts of “\(code)” all have weight 0.")
    }
  }

  fileprivate var hint: LocalizedText {
    switch self {
    case .noRoot, .secondRoot, .duplicate, .unknownParent, .cycle, .sum, .notPositive:
      LocalizedText(
        vi: "Cây điểm có một gốc, mỗi mã một lần, điểm các phần cộng lại bằng điểm chung.",
        en: "A tree has one root, each code once, and parts that sum to the whole.")
    case .weightInvalid:
      LocalizedText(
        vi: "Trọng số là 0 hay một số từ 1e-100 đến 1e100; chỉ tỉ lệ giữa các phần của một nhóm là đáng kể.",
        en: "A weight is 0 or a number from 1e-100 to 1e100; only the ratios within a group matter.")
    case .weightMissing, .zeroGroup:
      LocalizedText(
        vi: "Mã nào dưới gốc cũng có trọng số hữu hạn không âm, mỗi nhóm có ít nhất một trọng số lớn hơn 0.",
        en: "Every code below the root has a finite weight, not below 0, and each group one above 0.")
    }
  }
}

extension String {
  /// The text with its commas replaced.
  fileprivate func replacingComma(_ other: String) -> String {
    split(separator: ",", omittingEmptySubsequences: false).joined(separator: other)
  }
}
