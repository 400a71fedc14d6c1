import Scoring
import TestSupport
import Testing

@Suite struct ValueRangeTests {
  private func range(
    _ value: String, _ bound: Bound, unit: MeasurementUnit = .percent, listSize: Int? = nil
  ) throws -> ValueRange {
    ValueRange(
      try Targets.outcome(value, bound, listSize: listSize), indicator: Targets.indicator(unit: unit))
  }

  @Test func endsAreOpenWhereTheSourceSaysMoreOrLess() throws {
    let above = try range("98", .above)
    #expect(above.lower == ExactDecimal(98) && !above.includesLower)
    #expect(above.upper == ExactDecimal(100) && above.includesUpper)
    let below = try range("80", .below)
    #expect(below.lower == .zero && below.upper == ExactDecimal(80) && !below.includesUpper)
    let about = try range("55", .about)
    #expect(try about.lower == number("49.5") && about.upper == number("60.5"))
  }

  @Test func unitsHaveNaturalLimits() throws {
    #expect(try range("5", .above, unit: .rank, listSize: 63).upper == ExactDecimal(63))
    #expect(try range("5", .above, unit: .rank).upper == nil)
    #expect(try range("5", .below, unit: .rank).lower == ExactDecimal(1))
    #expect(try range("5", .above, unit: .rank).lower == ExactDecimal(6), "places are whole numbers")
    #expect(try range("0.5", .above, unit: .index).upper == ExactDecimal(1))
    #expect(try range("5", .above, unit: .billionVND).upper == nil)
    #expect(try range("5", .below, unit: .percentagePoints).lower == nil)
    #expect(try range("98", .about).upper == ExactDecimal(100))
  }

  @Test func extremesDoNotTrap() throws {
    for bound in Bound.allCases {
      for text in ["99999999999.9999", "-99999999999.9999", "0"] {
        let range = try range(text, bound, unit: .count)
        #expect(range.satisfies(.atLeast, .maximumMagnitude) != .all)
      }
    }
  }

  /// A range with more possible values never gets a more definite judgement, and every value in a range agrees with the
  /// judgement of the range.
  @Test func aWiderRangeIsNeverMoreDefinite() throws {
    var random = Random(seed: 13)
    for _ in 0..<300 {
      let threshold = ExactDecimal(Int.random(in: 0...20, using: &random))
      let value = ExactDecimal(Int.random(in: 0...20, using: &random))
      let wide = try [
        range(value.description, .about), range(value.description, .above),
        range(value.description, .below),
      ]
      for comparator in [Goal.Comparator.atLeast, .moreThan, .atMost, .lessThan, .equal] {
        for range in wide {
          let satisfaction = range.satisfies(comparator, threshold)
          for step in -60...60 {
            let inside = value + ExactDecimal(tenThousandths: Int64(step) * 500)
            let isAboveLower = range.lower.map { range.includesLower ? inside >= $0 : inside > $0 } ?? true
            let isBelowUpper = range.upper.map { range.includesUpper ? inside <= $0 : inside < $0 } ?? true
            guard isAboveLower, isBelowUpper else { continue }
            let holds = self.holds(inside, comparator, threshold)
            #expect(satisfaction == .some || (satisfaction == .all) == holds)
          }
        }
      }
    }
  }

  private func holds(_ value: ExactDecimal, _ comparator: Goal.Comparator, _ threshold: ExactDecimal) -> Bool
  {
    switch comparator {
    case .atLeast: value >= threshold
    case .moreThan: value > threshold
    case .atMost: value <= threshold
    case .lessThan: value < threshold
    case .equal: value == threshold
    }
  }

  @Test func exactValuesAreAlwaysSettled() throws {
    for value in 0...4 {
      for threshold in 0...4 {
        for comparator in [Goal.Comparator.atLeast, .moreThan, .atMost, .lessThan, .equal] {
          let satisfaction = try range(String(value), .exact)
            .satisfies(comparator, ExactDecimal(threshold))
          let expected = holds(ExactDecimal(value), comparator, ExactDecimal(threshold))
          #expect(satisfaction == (expected ? .all : .none))
        }
      }
    }
  }

  @Test func rangesOfBothKindsCompare() throws {
    let about = try range("50", .about)
    #expect(about.satisfies(rangeFrom: ExactDecimal(45), to: ExactDecimal(55)) == .all)
    #expect(about.satisfies(rangeFrom: ExactDecimal(50), to: ExactDecimal(55)) == .some)
    #expect(about.satisfies(rangeFrom: ExactDecimal(56), to: ExactDecimal(60)) == .none)
    let above = try range("55", .above)
    #expect(above.satisfies(rangeFrom: ExactDecimal(40), to: ExactDecimal(55)) == .none)
  }
}
