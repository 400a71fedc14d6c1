import Foundation
import Scoring
import TestSupport
import Testing
import Text

@testable import Pages
@testable import SiteGen

/// What the site says of a number of promises: no zero, no algebra, and what holds of all is said of all.
@Suite struct CountsWordingTests {
  private static func context(_ language: Language) throws -> PageContext {
    let source = SiteBuilder.Texts(of: Repository.site).source
    let inputs = SiteInputs(
      model: try FrozenSite.model(), example: try FrozenSite.example(), source: source)
    return PageContext(language: language, inputs: inputs, labels: source.labels(in: language))
  }

  private func sentences(_ verdicts: [Verdict], _ language: Language) throws -> String {
    CountsWording(
      context: try Self.context(language), noun: .promises,
      counts: AttainmentCounts(AttainmentSummary(verdicts))
    ).sentences
  }

  @Test func whatWasFoundIsSaidInWords() throws {
    let mixed: [Verdict] = [.missed, .missed, .noData, .noData, .noData, .notMeasurable]
    #expect(
      try sentences(mixed, .vietnamese)
        == "5 lời hứa đã đến hạn: 2 không đạt, 3 chưa tìm thấy số liệu. Ngoài ra: 1 không thấy con số.")
    #expect(
      try sentences(mixed, .english)
        == "5 promises have come due: 2 missed, 3 with no result found. Besides: 1 with no number found."
    )
    #expect(
      try sentences([.missed, .missed, .missed], .vietnamese) == "Cả 3 lời hứa đã đến hạn đều không đạt.")
    #expect(try sentences([.met], .english) == "The only promise that has come due was met.")
    #expect(try sentences([], .vietnamese) == "Chưa đọc được lời hứa nào.")
    #expect(
      try sentences([.lapsed, .pending], .english)
        == "No promise has reached its last deadline with a number to judge it by. Besides: 1 not yet due, 1 lapsed in a merger."
    )
  }

  /// Over all small sets of verdicts: every verdict that is given is named with its count, no other number appears,
  /// and no placeholder is left.
  @Test(arguments: Language.allCases) func everyCountIsSaidAndNoZero(language: Language) throws {
    let context = try Self.context(language)
    for code in 0..<Int(pow(3.0, Double(Verdict.allCases.count))) {
      var rest = code
      let verdicts = Verdict.allCases.flatMap { verdict -> [Verdict] in
        defer { rest /= 3 }
        return Array(repeating: verdict, count: rest % 3)
      }
      let counts = AttainmentCounts(AttainmentSummary(verdicts))
      for text in [
        CountsWording(context: context, noun: .promises, counts: counts).sentences,
        CountsWording(context: context, noun: .targets, counts: counts).withKnownFirst,
      ] {
        #expect(!text.contains("{") && !text.contains("  ") && text.hasSuffix("."), "\(text)")
        let numbers = text.split { !$0.isNumber }
        #expect(!numbers.contains("0"), "\(text)")
        let due = Verdict.ofDue.filter(verdicts.contains)
        if due.count > 1 {
          for verdict in Set(verdicts) {
            let part = context.label(
              "finding.part_" + verdict.word,
              ["count": context.whole(verdicts.count { $0 == verdict })])
            #expect(text.contains(part), "\(text)")
          }
        }
      }
    }
  }
}
