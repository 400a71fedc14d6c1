import Scoring
import TestSupport
import Testing

@Suite struct AttainmentSummaryTests {
  @Test func boundsCountWhatIsNotKnownBothWays() throws {
    let summary = AttainmentSummary([
      .met, .met, .missed, .undetermined, .noData, .noData, .pending, .notMeasurable,
    ])
    #expect(summary.total == 8 && summary.measurable == 6 && summary.settled == 3)
    #expect(summary.metAtLeast == 2 && summary.metAtMost == 5)
    #expect(try summary.bounds == interval("33.3333", "83.3333"))
  }

  @Test func nothingMeasurableHasNoBounds() {
    #expect(AttainmentSummary([]).bounds == nil)
    #expect(AttainmentSummary([.pending, .notMeasurable]).bounds == nil)
    #expect(AttainmentSummary([.noData]).bounds == Interval(between: .zero, and: ExactDecimal(100)))
  }

  /// The share met lies within the bounds, whatever the unknown verdicts turn out to be; more knowledge never widens
  /// them.
  @Test func generatedBoundsHoldEveryOutcome() throws {
    var random = Random(seed: 14)
    for _ in 0..<200 {
      let verdicts = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        Verdict.allCases[Int.random(in: 0..<Verdict.allCases.count, using: &random)]
      }
      let summary = AttainmentSummary(verdicts)
      #expect(Verdict.allCases.map(summary.count).reduce(0, +) == summary.total)
      let settled = verdicts.map { verdict -> Verdict in
        let isOpen = verdict == .undetermined || verdict == .noData
        return isOpen ? (Bool.random(using: &random) ? .met : .missed) : verdict
      }
      let known = AttainmentSummary(settled)
      #expect(known.measurable == summary.measurable)
      #expect((summary.metAtLeast...summary.metAtMost).contains(known.metAtLeast))
      #expect(known.metAtLeast == known.metAtMost && known.settled == known.measurable)
      if let bounds = summary.bounds {
        #expect(bounds.contains(try #require(known.bounds)))
        #expect(bounds.lower >= .zero && bounds.upper <= ExactDecimal(100))
      }
      #expect(summary == AttainmentSummary(verdicts.reversed()))
    }
  }
}
