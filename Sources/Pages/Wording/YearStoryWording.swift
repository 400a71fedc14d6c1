internal import Scoring
internal import Text

/// Tells a ``YearStory`` by rules: what changed most, what became of promises, what is not known. It gives no reasons,
/// expects nothing, and says nothing that the values do not.
enum YearStoryWording {
  /// A piece of a sentence.
  enum Piece: Hashable, Sendable {
    case text(LocalizedText)
    /// The name of an index.
    case index(String)
    /// The published value of an index in the year before.
    case before(String)
    /// The published value of an index in the year.
    case after(String)
    /// The published rank in the year before, and in the year.
    case rankBefore(String), rankAfter(String)
  }

  /// The sentences, each in pieces.
  static func sentences(_ story: YearStory) -> [[Piece]] {
    let promises = [promises(story), otherYears(story)].compactMap { $0 }
    return [indexes(story)] + promises.map { [.text($0)] } + unknowns(story)
  }

  // MARK: Indexes

  private static func indexes(_ story: YearStory) -> [Piece] {
    let (year, before) = (story.year, story.year - 1)
    let largest = story.largest
    guard let first = largest.first else {
      return [
        .text(
          LocalizedText(
            vi: "Không chỉ số nào có đúng một số cho mỗi năm \(before) và \(year) trong cùng một chuỗi.",
            en: "No index has exactly one figure for each of \(before) and \(year) within one series."))
      ]
    }
    let head: LocalizedText
    switch (story.changes.count, direction(first)) {
    case (1, _):
      head = LocalizedText(
        vi:
          "Chỉ một chỉ số có đúng một số cho mỗi năm \(before) và \(year), không thấy ghi đổi cách tính ở giữa: ",
        en:
          "Only one index has exactly one figure for each of \(before) and \(year), with no change of method found between them: "
      )
    case (let count, .same):
      head = LocalizedText(
        vi:
          "Cả \(count) chỉ số có đúng một số cho mỗi năm \(before) và \(year), không thấy ghi đổi cách tính ở giữa, đều giữ nguyên: ",
        en:
          "All \(count) indexes with exactly one figure for each of \(before) and \(year), with no change of method found between them, stayed the same: "
      )
    case (let count, _):
      head = LocalizedText(
        vi:
          "\(count) chỉ số có đúng một số cho mỗi năm \(before) và \(year), không thấy ghi đổi cách tính ở giữa. Thay đổi nhiều nhất, tính theo phần trăm của giá trị năm trước: ",
        en:
          "\(count) indexes have exactly one figure for each of \(before) and \(year), with no change of method found between them. The largest change, as a share of the earlier value: "
      )
    }
    let moves = largest.map(move).joined(separator: [.text(LocalizedText(same: "; "))])
    return [.text(head)] + moves + [.text(LocalizedText(same: "."))]
  }

  private enum Direction { case up, down, same }

  private static func direction(_ step: YearStory.IndexStep) -> Direction {
    guard case .change(let from, let to) = step.step, from != to else { return .same }
    return to > from ? .up : .down
  }

  /// `SIPAS tăng từ 88,09% lên 90,59%`.
  private static func move(_ step: YearStory.IndexStep) -> [Piece] {
    let words: (verb: LocalizedText, to: LocalizedText)
    switch direction(step) {
    case .up:
      words = (LocalizedText(vi: " tăng từ ", en: " rose from "), LocalizedText(vi: " lên ", en: " to "))
    case .down:
      words = (LocalizedText(vi: " giảm từ ", en: " fell from "), LocalizedText(vi: " xuống ", en: " to "))
    case .same:
      words = (
        LocalizedText(vi: " giữ nguyên, ", en: " stayed the same, "), LocalizedText(vi: " và ", en: " and ")
      )
    }
    return [
      .index(step.index), .text(words.verb), .before(step.index), .text(words.to), .after(step.index),
    ]
  }

  // MARK: Promises

  private static func promises(_ story: YearStory) -> LocalizedText {
    let (year, all, due) = (story.year, story.promises.summary.total, story.promises.summary.measurable)
    guard all > 0 else {
      return LocalizedText(
        vi: "Các văn bản đọc được không có lời hứa cải cách hành chính nào hạn trong năm \(year).",
        en: "The documents that could be read hold no promise of administrative reform due in \(year).")
    }
    guard due > 0 else {
      return LocalizedText(
        vi:
          "Có \(all) lời hứa cải cách hành chính hạn trong năm \(year), nhưng không lời hứa nào vừa đến hạn vừa có con số để xét.",
        en:
          "Of \(count(all)) of administrative reform due in \(year), none has both come due and a number to be judged by."
      )
    }
    let head = LocalizedText(
      vi: "Trong \(due) lời hứa cải cách hành chính hạn trong năm \(year) và có con số để xét, ",
      en: "Of \(count(due)) of administrative reform due in \(year) with a number to be judged by, ")
    return found(story.promises, after: head)
  }

  /// What became of the promises that came due in other years, so that the counts of the year are not taken for all.
  private static func otherYears(_ story: YearStory) -> LocalizedText? {
    let due = story.otherYears.summary.measurable
    guard due > 0 else { return nil }
    let head = LocalizedText(
      vi: "Trong \(due) lời hứa đến hạn ở năm khác, ",
      en: "Of \(count(due)) that came due in other years, ")
    return found(story.otherYears, after: head)
  }

  /// For how many of the promises that came due a result was found, and with which verdicts.
  private static func found(_ promises: AttainmentCounts, after head: LocalizedText) -> LocalizedText {
    let summary = promises.summary
    let known = summary.measurable - summary.count(of: .noData)
    guard known > 0 else {
      return LocalizedText(
        vi: head.vi + "chưa tìm thấy kết quả của lời hứa nào.", en: head.en + "a result was found for none.")
    }
    let parts = [Verdict.met, .missed, .undetermined].compactMap { verdict -> LocalizedText? in
      let count = summary.count(of: verdict)
      return count == 0 ? nil : part(verdict, count, provisional: promises.provisional[verdict] ?? 0)
    }
    func list(_ language: Language) -> String { parts.map { $0[language] }.joined(separator: ", ") }
    return LocalizedText(
      vi: head.vi + "đã tìm thấy kết quả của \(known) (\(list(.vietnamese))).",
      en: head.en + "a result was found for \(known) (\(list(.english))).")
  }

  private static func count(_ promises: Int) -> String {
    promises == 1 ? "1 promise" : "\(promises) promises"
  }

  private static func part(_ verdict: Verdict, _ count: Int, provisional: Int) -> LocalizedText {
    let mark: LocalizedText =
      switch provisional {
      case 0: LocalizedText(same: "")
      case count: LocalizedText(vi: " (tạm tính)", en: " (provisional)")
      default: LocalizedText(vi: " (\(provisional) tạm tính)", en: " (\(provisional) provisional)")
      }
    let words: LocalizedText =
      switch verdict {
      case .met: LocalizedText(vi: "đạt", en: "met")
      case .missed: LocalizedText(vi: "không đạt", en: "missed")
      default: LocalizedText(vi: "chưa xác định", en: "undetermined")
      }
    return LocalizedText(vi: "\(count) \(words.vi)\(mark.vi)", en: "\(count) \(words.en)\(mark.en)")
  }

  // MARK: What is not known

  private static func unknowns(_ story: YearStory) -> [[Piece]] {
    let (year, before) = (story.year, story.year - 1)
    let kinds: [(step: YearStory.Step, head: LocalizedText, tail: LocalizedText)] = [
      (
        .newSeries, LocalizedText(vi: "Chuỗi số của ", en: "A new series of "),
        LocalizedText(
          vi: " bắt đầu lại từ năm \(year) và không so được với năm \(before).",
          en: " begins with \(year) and cannot be compared with \(before).")
      ),
      (
        .unpaired, LocalizedText(vi: "Với ", en: "For "),
        LocalizedText(
          vi: ", chưa có đúng một giá trị cho mỗi năm \(before) và \(year) để so.",
          en: ", there is not exactly one value for each of \(before) and \(year) to compare.")
      ),
      (
        .unknown,
        LocalizedText(vi: "Chưa tìm thấy số liệu năm \(year) của ", en: "No \(year) figure was found of "),
        LocalizedText(same: ".")
      ),
    ]
    return kinds.compactMap { step, head, tail in
      let names = story.indexes(step)
      let ranks = step == .unpaired ? ranks(story) : []
      return names.isEmpty ? nil : [.text(head)] + enumeration(names) + [.text(tail)] + ranks
    }
  }

  /// The ranks of the indexes whose values cannot be told as one change, where those of both years are known.
  private static func ranks(_ story: YearStory) -> [Piece] {
    let ranked = story.steps.filter { $0.step == .unpaired && $0.hasRanks }
    guard !ranked.isEmpty else { return [] }
    let list = ranked.map { step -> [Piece] in
      [
        .index(step.index), .text(LocalizedText(same: " ")), .rankBefore(step.index),
        .text(LocalizedText(vi: " và ", en: " and ")), .rankAfter(step.index),
      ]
    }.joined(separator: [.text(LocalizedText(same: "; "))])
    let head = LocalizedText(
      vi: " Hạng năm \(story.year - 1) và năm \(story.year): ",
      en: " Ranks in \(story.year - 1) and \(story.year): ")
    return [.text(head)] + list + [.text(LocalizedText(same: "."))]
  }

  /// `A, B và C`.
  private static func enumeration(_ indexes: [String]) -> [Piece] {
    guard let last = indexes.last, indexes.count > 1 else { return indexes.map(Piece.index) }
    let first = indexes.dropLast().map { [Piece.index($0)] }
    return first.joined(separator: [.text(LocalizedText(same: ", "))])
      + [.text(LocalizedText(vi: " và ", en: " and ")), .index(last)]
  }
}
