import Scoring
import Testing
import Text

@testable import Pages

/// What the story of a year says over all small cases: both figures of the largest change, each verdict with its count,
/// and everything that is not known.
struct YearStoryTests {
  private static func decimal(_ value: Int) -> ExactDecimal { ExactDecimal(value) }

  private static func change(_ from: Int, _ to: Int) -> YearStory.Step {
    .change(from: decimal(from), to: decimal(to))
  }

  private static func story(
    _ steps: [YearStory.Step], _ verdicts: [Verdict] = [], provisional: [Verdict: Int] = [:],
    otherYears: [Verdict] = []
  ) -> YearStory {
    YearStory(
      year: 2024,
      steps: steps.enumerated().map { YearStory.IndexStep(index: "I\($0.offset)", step: $0.element) },
      promises: AttainmentCounts(AttainmentSummary(verdicts), provisional: provisional),
      otherYears: AttainmentCounts(AttainmentSummary(otherYears)))
  }

  private static func sentences(_ story: YearStory, _ language: Language = .english) -> [String] {
    YearStoryWording.sentences(story).map { pieces in
      pieces.map { piece in
        switch piece {
        case .text(let text): text[language]
        case .index(let id): id
        case .before(let id): "<\(id) before>"
        case .after(let id): "<\(id) after>"
        case .rankBefore(let id): "<\(id) rank before>"
        case .rankAfter(let id): "<\(id) rank after>"
        }
      }.joined()
    }
  }

  @Test func theLargestChangeIsThatOfTheLargestShare() {
    // 1 of 10 is more than 5 of 100, and a fall counts as much as a rise.
    #expect(Self.story([Self.change(100, 105), Self.change(10, 9)]).largest.map(\.index) == ["I1"])
    #expect(Self.story([Self.change(100, 110), Self.change(10, 9)]).largest.map(\.index) == ["I0", "I1"])
    #expect(Self.story([.unknown, .newSeries, .unpaired]).largest.isEmpty)
    // No rounding: 1/3 and 33/100 differ.
    #expect(Self.story([Self.change(100, 133), Self.change(3, 4)]).largest.map(\.index) == ["I1"])
  }

  @Test func aStepNeedsOneValueInEachYearOfOneSeries() {
    let (one, two) = (Self.decimal(1), Self.decimal(2))
    func step(_ before: ExactDecimal?, _ after: ExactDecimal?, published: Bool = true, new: Bool = false)
      -> YearStory.Step
    {
      YearStory.Step(before: before, after: after, isPublished: published, isNewSeries: new)
    }
    #expect(step(one, two) == .change(from: one, to: two))
    #expect(step(one, two, new: true) == .newSeries)
    #expect(step(nil, two) == .unpaired && step(one, nil) == .unpaired && step(.zero, two) == .unpaired)
    #expect(step(one, nil, published: false) == .unknown)
    #expect(step(one, nil, published: false, new: true) == .unknown)
  }

  @Test func aChangeIsToldWithBothFigures() {
    let rise = Self.sentences(Self.story([Self.change(80, 90), Self.change(80, 81)]))
    #expect(
      rise.first
        == "2 indexes have exactly one figure for each of 2023 and 2024, with no change of method found between them. The largest change, as a share of the earlier value: I0 rose from <I0 before> to <I0 after>."
    )
    let fall = Self.sentences(Self.story([Self.change(80, 70)]), .vietnamese)
    #expect(
      fall.first
        == "Chỉ một chỉ số có đúng một số cho mỗi năm 2023 và 2024, không thấy ghi đổi cách tính ở giữa: I0 giảm từ <I0 before> xuống <I0 after>."
    )
    let same = Self.sentences(Self.story([Self.change(80, 80), Self.change(7, 7)]))
    #expect(
      same.first?.hasPrefix("All 2 indexes with exactly one figure for each of 2023 and 2024") == true)
    #expect(
      Self.sentences(Self.story([])).first
        == "No index has exactly one figure for each of 2023 and 2024 within one series.")
  }

  @Test(arguments: Language.allCases) func everythingIsSaidAndNothingElse(language: Language) {
    let steps: [YearStory.Step] = [
      Self.change(80, 90), Self.change(80, 70), Self.change(80, 80), .newSeries, .unpaired, .unknown,
    ]
    let forbidden = ["because", "therefore", "will ", "thanks to", "nhờ", "do đó", "sẽ ", "dự báo"]
    for first in steps {
      for second in steps {
        for third in steps {
          let story = Self.story([first, second, third])
          let text = Self.sentences(story, language).joined(separator: " ")
          check(text, forbidden)
          let largest = story.largest.map(\.index)
          for step in story.steps {
            let isChange = story.changes.contains(step)
            // A change that is not the largest is left to the table.
            #expect(text.contains(step.index) == (!isChange || largest.contains(step.index)), "\(text)")
            #expect(text.contains("<\(step.index) before>") == largest.contains(step.index), "\(text)")
            #expect(text.contains("<\(step.index) after>") == largest.contains(step.index), "\(text)")
          }
        }
      }
    }
    for code in 0..<2187 {
      var rest = code
      let verdicts = Verdict.allCases.flatMap { verdict -> [Verdict] in
        defer { rest /= 3 }
        return Array(repeating: verdict, count: rest % 3)
      }
      let story = Self.story([], verdicts, provisional: verdicts.contains(.met) ? [.met: 1] : [:])
      let text = Self.sentences(story, language)[1]
      check(text, forbidden)
      let summary = AttainmentSummary(verdicts)
      let known = summary.measurable - summary.count(of: .noData)
      let words: [(Verdict, String)] = [
        (.met, language == .english ? " met" : " đạt"),
        (.missed, language == .english ? " missed" : " không đạt"),
        (.undetermined, language == .english ? " undetermined" : " chưa xác định"),
      ]
      for (verdict, word) in words {
        let count = summary.count(of: verdict)
        #expect(text.contains("\(count)" + word) == (count > 0), "\(text)")
      }
      // The mark stands beside the verdict that it is about, and nowhere else.
      let met = summary.count(of: .met)
      let mark = language == .english ? "provisional)" : "tạm tính)"
      let marked = met == 1 ? "1" + words[0].1 + " (" + mark : "2" + words[0].1 + " (1 " + mark
      #expect(text.contains(marked) == (met > 0) && text.contains(mark) == (met > 0), "\(text)")
      #expect(!text.split { !$0.isNumber }.contains("0"), "\(text)")
      if known > 0 { #expect(text.contains("\(summary.measurable)") && text.contains("\(known)"), "\(text)") }
    }
  }

  @Test func ranksAreToldWhereValuesAreNot() {
    func story(_ steps: [(YearStory.Step, Bool)]) -> YearStory {
      YearStory(
        year: 2024,
        steps: steps.enumerated().map {
          YearStory.IndexStep(index: "I\($0.offset)", step: $0.element.0, hasRanks: $0.element.1)
        },
        promises: AttainmentCounts(AttainmentSummary([])), otherYears: AttainmentCounts(AttainmentSummary([]))
      )
    }
    let text = Self.sentences(
      story([(.unpaired, true), (.unpaired, false), (.newSeries, true), (.unpaired, true)])
    )
    .joined(separator: " ")
    #expect(
      text.contains(
        "For I0, I1 and I3, there is not exactly one value for each of 2023 and 2024 to compare. Ranks in 2023 and 2024: I0 <I0 rank before> and <I0 rank after>; I3 <I3 rank before> and <I3 rank after>."
      ), "\(text)")
    // Across a break of the series ranks rest on other criteria.
    #expect(!text.contains("I2 rank"))
    #expect(!Self.sentences(story([(.unpaired, false)])).joined().contains("Ranks"))
  }

  @Test func promisesOfOtherYearsAreNoPartOfTheCountOfTheYear() {
    let none = Self.sentences(Self.story([], [.met], otherYears: [.pending, .notMeasurable]))
    #expect(none.count == 2)
    let one = Self.sentences(Self.story([], [.met], otherYears: [.missed]), .vietnamese)
    #expect(one[1].hasPrefix("Trong 1 lời hứa cải cách hành chính hạn trong năm 2024 và có con số để xét"))
    #expect(one[2] == "Trong 1 lời hứa đến hạn ở năm khác, đã tìm thấy kết quả của 1 (1 không đạt).")
    let unknown = Self.sentences(Self.story([], [.met], otherYears: [.noData, .noData, .lapsed]))
    #expect(unknown[2] == "Of 2 promises that came due in other years, a result was found for none.")
  }

  private func check(_ text: String, _ forbidden: [String]) {
    #expect(!text.contains("  ") && text.hasSuffix(".") && !text.contains(".."), "\(text)")
    for word in forbidden { #expect(!text.lowercased().contains(word), "\(text)") }
  }
}
