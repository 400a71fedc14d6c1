import Scoring
import Testing

/// The verdict on a whole, over every set of verdicts that its parts may have.
@Suite struct WholeVerdictTests {
  /// Every set of verdicts.
  private static let sets: [[Verdict]] = (0..<(1 << Verdict.allCases.count)).map { mask in
    Verdict.allCases.enumerated().filter { mask & (1 << $0.offset) != 0 }.map(\.element)
  }

  /// The rule as it is written for readers, sentence by sentence and without a shared line of code.
  private func expected(_ parts: [Verdict]) -> Verdict? {
    func isOne(_ verdict: Verdict) -> Bool { parts.contains { $0 == verdict } }
    let isMeasured = parts.contains { $0 != .notMeasurable }
    if parts.isEmpty { return nil }
    if !isMeasured { return .notMeasurable }
    if isOne(.missed) { return .missed }
    if isOne(.undetermined) { return .undetermined }
    switch (isOne(.met), isOne(.noData)) {
    case (true, true): return .undetermined
    case (let met, let noData):
      if isOne(.pending) { return .pending }
      if isOne(.lapsed) { return .lapsed }
      return noData && !met ? .noData : .met
    }
  }

  @Test func everySetOfVerdictsIsAsTheRuleSays() {
    #expect(Self.sets.count == 128)
    for parts in Self.sets {
      #expect(Verdict.whole(of: parts) == expected(parts), "\(parts)")
    }
  }

  @Test func mixedCases() {
    #expect(Verdict.whole(of: [.met, .noData, .notMeasurable]) == .undetermined)
    #expect(Verdict.whole(of: [.noData, .pending]) == .pending)
    #expect(Verdict.whole(of: [.met, .noData, .pending]) == .undetermined)
    #expect(Verdict.whole(of: [.met, .pending, .lapsed]) == .pending)
    #expect(Verdict.whole(of: [.met, .lapsed]) == .lapsed)
    #expect(Verdict.whole(of: [.noData, .lapsed]) == .lapsed)
    #expect(Verdict.whole(of: [.missed, .met, .noData]) == .missed)
    #expect(Verdict.whole(of: [.met, .notMeasurable]) == .met)
    #expect(Verdict.whole(of: [.noData, .notMeasurable]) == .noData)
  }

  /// A whole is met only when nothing speaks against it, and missed only when a part is.
  @Test func theWholeNeverContradictsItsParts() {
    for parts in Self.sets where !parts.isEmpty {
      let whole = Verdict.whole(of: parts)
      #expect((whole == .missed) == parts.contains(.missed))
      if whole == .met { #expect(parts.allSatisfy { $0 == .met || $0 == .notMeasurable }) }
      if whole == .noData { #expect(!parts.contains(.met) && parts.contains(.noData)) }
      if whole == .notMeasurable { #expect(parts == [.notMeasurable]) }
    }
  }

  @Test func orderAndRepetitionMakeNoDifference() {
    for parts in Self.sets {
      #expect(Verdict.whole(of: parts.reversed()) == Verdict.whole(of: parts))
      #expect(Verdict.whole(of: parts + parts) == Verdict.whole(of: parts))
    }
    for verdict in Verdict.allCases { #expect(Verdict.whole(of: [verdict]) == verdict) }
  }
}
