internal import Scoring
internal import Text

/// Warnings about what may be right but most often is a slip, each with the figures that speak against it.
extension Rule {
  static func plausibleFraction(value: String, percent: String) -> Rule {
    fraction(
      value, percent, vi: "câu của nguồn ghi \(percent)%", en: "the statement says \(percent)%")
  }

  static func plausibleFraction(value: String, percent: String, year: Int, usual: String) -> Rule {
    fraction(
      value, percent, vi: "năm \(year) của cùng chỉ số đo là \(usual)%",
      en: "the same indicator was \(usual)% in \(year)")
  }

  private static func fraction(_ value: String, _ percent: String, vi: String, en: String) -> Rule {
    Rule(
      "plausible.fraction", .warning, vi: "Giá trị là \(value) phần trăm, trong khi \(vi).",
      en: "The value is \(value) percent, while \(en).",
      hintVi: "Ô định dạng phần trăm của Excel lưu 99% thành 0.99: nếu vậy thì viết \(percent); "
        + "nếu đúng là \(value)% thì giữ nguyên.",
      hintEn: "A percent cell of Excel saves 99% as 0.99: if so, write \(percent); if \(value)% is right, "
        + "leave it.")
  }

  static func plausibleStatement(value: String, stated: String) -> Rule {
    Rule(
      "plausible.statement", .warning, vi: "Giá trị là \(value), trong khi câu của nguồn ghi \(stated)%.",
      en: "The value is \(value), while the statement says \(stated)%.",
      hintVi:
        "Hãy sửa giá trị hoặc câu; nếu giá trị là số tự tính thì ghi “derived” là true và nói cách tính "
        + "ở ghi chú.",
      hintEn:
        "Correct the value or the statement; if the value is worked out, set “derived” to true and say "
        + "how in the note.")
  }

  static func plausibleLanguages(vi: String, en: String) -> Rule {
    Rule(
      "plausible.languages", .warning,
      vi: "Câu tiếng Việt ghi \(vi), câu tiếng Anh ghi \(en).",
      en: "The Vietnamese text says \(vi), the English text \(en).",
      hintVi: "Hai câu phải ghi cùng con số; tiếng Việt viết 1.234,5 và tiếng Anh viết 1,234.5.",
      hintEn: "Both give the same numbers: 1.234,5 in Vietnamese and 1,234.5 in English.")
  }

  static let plausibleSwapped = Rule(
    "plausible.swapped", .warning,
    vi: "Câu tiếng Việt không có chữ nào có dấu, còn câu tiếng Anh thì có.",
    en: "The Vietnamese text has no accented letter, and the English one has some.",
    hintVi:
      "Có phải hai câu đổi chỗ cho nhau không? Nếu câu tiếng Anh chỉ có tên riêng thì viết câu tiếng Việt có dấu.",
    hintEn:
      "Did the two change places? If the English one only has names, write the Vietnamese one with its accents."
  )

  static func plausibleJump(value: String, other: String, year: Int, line: DataLine) -> Rule {
    Rule(
      "plausible.jump", .warning,
      vi: "Giá trị là \(value)%, trong khi năm \(year) là \(other)% (\(line.file), dòng \(line.line)).",
      en: "The value is \(value)%, while it was \(other)% in \(year) (\(line.file), line \(line.line)).",
      hintVi: "Hãy so lại với nguồn cả hai năm; nếu đúng thì giữ nguyên và nói lý do ở ghi chú.",
      hintEn: "Compare both years with their sources; if they are right, leave them and say why in the note.")
  }

  static func plausibleThousands(value: String, other: String, year: Int, line: DataLine, whole: String)
    -> Rule
  {
    Rule(
      "plausible.jump", .warning,
      vi: "Giá trị là \(value), trong khi năm \(year) là \(other) (\(line.file), dòng \(line.line)).",
      en: "The value is \(value), while it was \(other) in \(year) (\(line.file), line \(line.line)).",
      hintVi: "Dấu chấm là dấu thập phân: nếu nó ngăn hàng nghìn thì viết \(whole).",
      hintEn: "The point is the decimal mark: if it separates thousands, write \(whole).")
  }

  static func plausibleUnit(unit: String, index: String, declared: String, scale: LocalizedText) -> Rule {
    Rule(
      "plausible.unit", .warning,
      vi:
        "Dòng này ghi “\(unit)”, trong khi giá trị của \(index) tính bằng “\(declared)” (thang: \(scale.vi)).",
      en: "The row says “\(unit)”, while values of \(index) are in “\(declared)” (scale: \(scale.en)).",
      hintVi:
        "Hãy so lại đơn vị và giá trị với nguồn; nếu nguồn đã đổi thang thì giữ nguyên và nói rõ ở ghi chú.",
      hintEn:
        "Compare unit and value with the source; if the source converted the scale, leave them and say so in the note."
    )
  }

  static func plausibleFolder(entity: String, folder: String) -> Rule {
    Rule(
      "plausible.folder", .warning,
      vi: "Dòng này là của “\(entity)” nhưng nằm trong thư mục của “\(folder)”.",
      en: "The row is about “\(entity)” but stands in the folder of “\(folder)”.",
      hintVi: "Hãy sửa mã ở cột “entity”, hoặc chuyển dòng sang thư mục của đơn vị ấy hay national/.",
      hintEn: "Correct the column “entity”, or move the row to the folder of that place or to national/.")
  }

  static func plausibleRank(rank: Int, entity: String, line: DataLine) -> Rule {
    Rule(
      "plausible.rank", .warning,
      vi:
        "Hạng \(rank) đã là của “\(entity)” (\(line.file), dòng \(line.line)), với giá trị khác hoặc không có giá trị.",
      en:
        "Rank \(rank) is already that of “\(entity)” (\(line.file), line \(line.line)), with another value or none.",
      hintVi: "Hãy kiểm tra hạng; nếu hai nơi đồng hạng thì ghi “đồng hạng” ở ghi chú của một dòng.",
      hintEn: "Check the rank; if the two are level, put “đồng hạng” (“level”) into the note of one row.")
  }

  static func plausibleListSize(size: Int, usual: Int, line: DataLine) -> Rule {
    Rule(
      "plausible.list-size", .warning,
      vi:
        "“list_size” là \(size), trong khi \(line.file), dòng \(line.line) ghi \(usual) cho cùng chỉ số và năm.",
      en:
        "“list_size” is \(size), while \(line.file), line \(line.line) has \(usual) for the same index and year.",
      hintVi: "Hãy so lại với nguồn; danh sách của một vùng hay nhóm thì nói rõ ở ghi chú.",
      hintEn: "Compare it with the source; if the list is of a region or group only, say so in the note.")
  }

  static func plausibleParts(node: String, parts: Int, sum: String, points: String) -> Rule {
    Rule(
      "plausible.parts", .warning,
      vi: "\(node) có \(points) điểm, trong khi \(parts) phần bên dưới cộng lại đã là \(sum).",
      en: "\(node) has \(points) points, while \(parts) of its parts already sum to \(sum).",
      hintVi: "Hãy kiểm tra điểm và “basis” của các dòng này.",
      hintEn: "Check the points and the “basis” of these rows.")
  }

  static func plausiblePartsOverMaximum(node: String, parts: Int, sum: String, maximum: String) -> Rule {
    Rule(
      "plausible.parts", .warning,
      vi: "\(node) có tối đa \(maximum) điểm, trong khi \(parts) phần bên dưới cộng lại đã là \(sum).",
      en: "\(node) has at most \(maximum) points, while \(parts) of its parts already sum to \(sum).",
      hintVi: "Hãy kiểm tra điểm và “basis” của các dòng này.",
      hintEn: "Check the points and the “basis” of these rows.")
  }

  static func plausiblePercent(percent: String, points: String, maximum: String, computed: String) -> Rule {
    Rule(
      "plausible.percent", .warning,
      vi: "\(points) điểm trên \(maximum) là \(computed)%, trong khi dòng này ghi \(percent)%.",
      en: "\(points) points out of \(maximum) are \(computed)%, while the row says \(percent)%.",
      hintVi:
        "Hãy kiểm tra điểm, điểm tối đa, phần trăm và “basis”; nếu nguồn tự mâu thuẫn thì ghi conflict.",
      hintEn:
        "Check points, maximum, percentage and “basis”; if the source contradicts itself, mark it conflict.")
  }

  static func plausibleNode(node: String, component: String, count: Int) -> Rule {
    Rule(
      "plausible.node", .warning, vi: "\(component) có \(count) tiêu chí, nên không có “\(node)”.",
      en: "\(component) has \(count) criteria, so there is no “\(node)”.",
      hintVi: "Hãy kiểm tra mã tiêu chí theo bộ tiêu chí của năm ấy.",
      hintEn: "Check the code against the scoring framework of that year.")
  }

  static func plausibleNode(node: String, level: Edition.Count.Level, count: Int) -> Rule {
    let isCriterion = level == .criteria
    return Rule(
      "plausible.node", .warning,
      vi:
        "Cả bộ tiêu chí có \(count) \(isCriterion ? "tiêu chí" : "tiêu chí thành phần"), nên không có “\(node)”.",
      en:
        "The whole framework has \(count) \(isCriterion ? "criteria" : "subcriteria"), so there is no “\(node)”.",
      hintVi: "Hãy kiểm tra mã tiêu chí theo bộ tiêu chí của năm ấy.",
      hintEn: "Check the code against the scoring framework of that year.")
  }

  static func plausibleNodeTooDeep(node: String) -> Rule {
    Rule(
      "plausible.node", .warning,
      vi: "Bộ tiêu chí có ba bậc: lĩnh vực, tiêu chí, tiêu chí thành phần; “\(node)” thuộc bậc thứ tư.",
      en: "The framework has three levels, components, criteria and subcriteria; “\(node)” is on a fourth.",
      hintVi: "Viết mã dài nhất như LV3.2.1.", hintEn: "The longest codes are like LV3.2.1.")
  }

  static func plausibleForeignNode(node: String, index: String, framework: String) -> Rule {
    Rule(
      "plausible.node", .warning,
      vi: "“\(node)” là mã trong bộ tiêu chí của \(framework), trong khi dòng này là của \(index).",
      en: "“\(node)” is a code in the framework of \(framework), while the row is about \(index).",
      hintVi: "Hãy kiểm tra chỉ số và mã; để trống khi nói về cả chỉ số.",
      hintEn: "Check the index and the code; leave it empty for the whole index.")
  }

  static func plausibleUnknownNode(node: String, edition: String) -> Rule {
    Rule(
      "plausible.node", .warning, vi: "Bộ tiêu chí “\(edition)” không có “\(node)”.",
      en: "The framework “\(edition)” has no “\(node)”.",
      hintVi: "Hãy kiểm tra mã lĩnh vực, tiêu chí và năm.",
      hintEn: "Check the code of the component or criterion, and the year.")
  }

  static func plausiblePublishedNode(node: String) -> Rule {
    Rule(
      "plausible.node", .warning, vi: "“\(node)” không giống mã lĩnh vực, tên nhóm hay tháng.",
      en: "“\(node)” does not look like a component, a group or a month.",
      hintVi: "Viết LV1, tên nhóm hoặc tháng (2024-10); để trống khi nói về cả chỉ số.",
      hintEn: "Write LV1, a group or a month (2024-10); leave it empty for the whole index.")
  }

  static func plausibleSamePlan(other: String, line: DataLine) -> Rule {
    Rule(
      "plausible.same-plan", .warning,
      vi: "Kế hoạch này cùng nơi ban hành, năm và tên hoặc số với “\(other)” (\(line.file)).",
      en: "The plan has the issuer, years and title or number of “\(other)” (\(line.file)).",
      hintVi:
        "Nếu là một văn bản thì giữ một tệp; nếu là hai văn bản thì ghi rõ tên hoặc số của từng văn bản.",
      hintEn: "If it is one document, keep one file; if there are two, tell them apart by title and number.")
  }

  static let plausibleNoTargets = Rule(
    "plausible.no-targets", .warning, vi: "Kế hoạch này không có chỉ tiêu nào.",
    en: "The plan has no targets.",
    hintVi: "Hãy xem các chỉ tiêu có bị xóa nhầm không; nếu văn bản không có chỉ tiêu thì bỏ tệp này.",
    hintEn: "Look whether the targets were deleted by mistake; a document without targets needs no file.")

  static func plausibleNoSentence(_ text: String) -> Rule {
    Rule(
      "plausible.no-sentence", .warning, vi: "“\(text)” chỉ có một từ, không thành câu.",
      en: "“\(text)” is one word, not a sentence.", hintVi: sentence.vi, hintEn: sentence.en)
  }

  static let plausibleSameSentence = Rule(
    "plausible.no-sentence", .warning, vi: "Câu tiếng Anh giống hệt câu tiếng Việt.",
    en: "The English text is the same as the Vietnamese one.", hintVi: sentence.vi, hintEn: sentence.en)

  private static let sentence = LocalizedText(
    vi: "Viết điều nguồn nói thành câu, bằng lời của mình, ở cả hai thứ tiếng.",
    en: "Say what the source says as a sentence of your own, in both languages.")

  static func plausibleSuccession(entity: String, other: String, isPredecessor: Bool, line: DataLine) -> Rule
  {
    let (vi, en) = isPredecessor ? ("đơn vị trước", "predecessor") : ("đơn vị kế tục", "successor")
    let key = isPredecessor ? "successors" : "predecessors"
    return Rule(
      "plausible.succession", .warning,
      vi:
        "“\(entity)” ghi “\(other)” là \(vi), nhưng “\(other)” (\(line.file), dòng \(line.line)) không ghi “\(entity)” ở “\(key)”.",
      en:
        "“\(entity)” gives “\(other)” as a \(en), but “\(other)” (\(line.file), line \(line.line)) does not give “\(entity)” in “\(key)”.",
      hintVi: "Hãy ghi ở cả hai đơn vị, với “until” của đơn vị trước và “from” của đơn vị kế tục.",
      hintEn: "Give it on both sides, with “until” of the predecessor and “from” of the successor.")
  }

  static func plausiblePlanDate(date: String, asOf: String) -> Rule {
    Rule(
      "plausible.plan-date", .warning, vi: "Kế hoạch ghi ngày \(date), sau ngày chốt số liệu \(asOf).",
      en: "The plan is dated \(date), after the as-of date \(asOf).",
      hintVi: "Hãy kiểm tra ngày ban hành; nếu đúng thì dời “as_of” trong toolkit.yaml.",
      hintEn: "Check the date; if it is right, move “as_of” in toolkit.yaml.")
  }

  static func plausibleSourceAge(published: String, end: String) -> Rule {
    Rule(
      "plausible.source-age", .warning,
      vi: "Nguồn phát hành \(published), trước khi kỳ của số liệu kết thúc (\(end)).",
      en: "The source was published \(published), before the period of the figure ended (\(end)).",
      hintVi: "Hãy kiểm tra nguồn, năm và kỳ; số ước tính cho cả năm thì ghi “period” là estimate.",
      hintEn: "Check source, year and period; a full year told before its end has the “period” estimate.")
  }

  static func plausibleMinusZero(value: String) -> Rule {
    Rule(
      "plausible.minus-zero", .warning, vi: "“\(value)” là số 0 có dấu trừ.",
      en: "“\(value)” is zero with a minus sign.",
      hintVi: "Nếu là 0 thì viết 0; nếu mất chữ số thì ghi lại con số; chưa biết thì để trống.",
      hintEn: "Write 0 if it is zero, the number if digits were lost, and nothing if it is not known.")
  }

  static func plausibleCode(value: String, written: String) -> Rule {
    Rule(
      "plausible.code", .warning, vi: "Mã “\(value)” không phải là hai chữ số trong ngoặc kép.",
      en: "The code “\(value)” is not two digits in quotes.",
      hintVi: "Mã tỉnh có hai chữ số; viết \"\(written)\" để số 0 ở đầu không mất.",
      hintEn: "Codes of provinces have two digits; write \"\(written)\", so that no leading 0 gets lost.")
  }

  static let plausibleComment = Rule(
    "plausible.comment", .warning, vi: "Phần từ dấu # không được đọc, vì YAML coi đó là chú thích.",
    en: "The part from # on is not read, because YAML takes it for a comment.",
    hintVi: "Đặt cả câu trong ngoặc kép; nếu đúng là chú thích thì đưa xuống dòng riêng.",
    hintEn: "Put the whole text in quotes; if it is meant as a comment, give it a line of its own.")

  static func plausibleEncoding(_ damage: EncodingDamage) -> Rule {
    let found: LocalizedText
    let typeAgain = LocalizedText(
      vi: "Hãy xóa, hoặc gõ lại bằng bàn phím.", en: "Delete it, or type it again on the keyboard.")
    let convert = LocalizedText(
      vi: "Chuyển văn bản gốc sang Unicode (UTF-8) rồi chép lại; chữ đã mất thì phải gõ lại.",
      en:
        "Convert the original to Unicode (UTF-8) and copy it again; letters that are lost must be typed again."
    )
    switch damage {
    case .replaced:
      found = LocalizedText(
        vi: "ký tự thay thế U+FFFD ở chỗ chữ bị mất", en: "U+FFFD where letters were lost")
    case .misread:
      found = LocalizedText(
        vi: "chữ UTF-8 bị đọc bằng bảng mã khác (như “Ã¡”, “Æ°”)",
        en: "UTF-8 read in another encoding (such as “Ã¡”, “Æ°”)")
    case .tcvn3:
      found = LocalizedText(vi: "chữ theo bảng mã TCVN3 (ABC)", en: "text in the encoding TCVN3 (ABC)")
    case .vni: found = LocalizedText(vi: "chữ theo bảng mã VNI", en: "text in the encoding VNI")
    case .questionMarks:
      found = LocalizedText(
        vi: "dấu hỏi ở chỗ chữ có dấu đã mất", en: "question marks where accented letters were lost")
    case .noCharacter:
      found = LocalizedText(
        vi:
          "mã mà Unicode không gán cho chữ nào, mỗi máy hiện một kiểu hoặc không hiện (như dấu đầu dòng chép từ Word)",
        en:
          "a code that Unicode gives no character, shown differently or not at all (such as bullets copied from Word)"
      )
    case .piledMarks:
      found = LocalizedText(
        vi: "chữ có hơn ba dấu chồng lên nhau", en: "a letter with more than three marks piled on it")
    }
    let remedy = [.noCharacter, .piledMarks].contains(damage) ? typeAgain : convert
    return Rule(
      "plausible.encoding", .warning, vi: "Từ dòng này có \(found.vi).",
      en: "From this line on the text has \(found.en).",
      hintVi: remedy.vi, hintEn: remedy.en)
  }
}
