import Pages
import Scoring
import TestSupport
import Testing
import Text

@Suite struct ScoreWordingTests {
  @Test func everyStepForBacKan2023IsExplained() throws {
    for edition in [try Editions.decision876(), try Editions.decision876WithoutSplit()] {
      let rows = try Scorecards.bacKan2023() + [Scorecards.row("block:sipas", points: "8.25")]
      let analysis = ScorecardAnalysis(entries: rows, edition: edition)
      #expect(!analysis.system.steps.isEmpty)
      for step in analysis.system.steps {
        let text = ScoreWording.step(step, edition: edition)
        expectBothLanguages(text)
        #expect(!containsVietnameseLetters(text.en))
        #expect(step.before.contains(step.after) && step.before != step.after)
      }
      for remainder in analysis.remainders {
        expectBothLanguages(ScoreWording.remainder(remainder, edition: edition))
      }
    }
  }

  @Test func theStepThatGivesLV6NamesTheSum() throws {
    let edition = try Editions.decision876()
    let weights = EditionWeights(edition, omitting: [.component(6)])
    let step = try #require(weights.system.steps.first { $0.name == ScoreKey(.component(6)) })
    let text = ScoreWording.step(step, edition: edition)
    #expect(text.vi.contains("tổng điểm = LV1 + LV2") && text.vi.contains("LV6 là 12"))
    #expect(text.en.contains("total = LV1 + LV2") && text.en.contains("LV6 is 12"))
  }

  @Test func theRemainderOfBacKan2023ReadsInBothLanguages() throws {
    let edition = try Editions.decision876()
    let analysis = ScorecardAnalysis(entries: try Scorecards.bacKan2023(), edition: edition)
    let remainder = try #require(analysis.remainders.first { $0.constraint.total == ScoreKey(.total) })
    let text = ScoreWording.remainder(remainder, edition: edition)
    #expect(text.vi.contains("LV5, LV6, LV7 và LV8 cộng lại 43,39 điểm trên tối đa 57,00"))
    #expect(text.en.contains("LV5, LV6, LV7 and LV8 together: 43.39 points of at most 57.00"))
  }

  @Test func labelsNameTheBasis() throws {
    let edition = try Editions.decision876()
    let key = ScoreKey(.component(2), isAppraisalOnly: true)
    #expect(
      ScoreWording.label(key, edition: edition)
        == LocalizedText(vi: "LV2 (phần thẩm định)", en: "LV2 (appraisal part)"))
    for node in [NodeCode.total, .block("sipas"), .block("impact")] {
      expectBothLanguages(ScoreWording.label(node, edition: edition))
    }
  }

  @Test func listsAndIntervalsRead() throws {
    let keys = (1...3).map { ScoreKey(.component($0)) }
    #expect(
      ScoreWording.list(keys, edition: nil) == LocalizedText(vi: "LV1, LV2 và LV3", en: "LV1, LV2 and LV3"))
    #expect(ScoreWording.list([keys[0]], edition: nil) == LocalizedText(same: "LV1"))
    #expect(ScoreWording.list([], edition: nil) == LocalizedText(same: ""))
    #expect(
      ScoreWording.interval(try interval("43.35", "43.44"))
        == LocalizedText(vi: "từ 43,35 đến 43,44", en: "43.35 to 43.44"))
    #expect(ScoreWording.interval(try interval("12", "12")) == LocalizedText(vi: "12,00", en: "12.00"))
    // Nothing possible is left out, and an exact value is not rounded.
    #expect(ScoreWording.interval(try interval("1.385", "14.9951")).en == "1.38 to 15.00")
    #expect(ScoreWording.interval(try interval("1.385", "1.385")).en == "1.385")
  }

  @Test func verdictsHaveWords() throws {
    for verdict in [
      Reconciliation.ReconciliationVerdict.agrees, .cannotBeChecked, .differs(by: try number("-5.04")),
    ] {
      expectBothLanguages(ScoreWording.verdict(verdict))
    }
    #expect(ScoreWording.verdict(.differs(by: try number("-5.04"))).vi == "lệch \u{2212}5,04")
  }
}
