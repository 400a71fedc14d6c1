import Scoring
import TestSupport
import Testing

@Suite struct IntervalTests {
  @Test(arguments: [
    ("94.66", "94.655", "94.665"), ("10", "9.5", "10.5"), ("9.5", "9.45", "9.55"),
    ("1.2345", "1.2344", "1.2346"), ("-1.5", "-1.55", "-1.45"),
  ])
  func roundingGivesHalfOfTheLastPlaceEitherSide(_ text: String, _ low: String, _ high: String) throws {
    #expect(try Interval(rounding: printed(text)) == interval(low, high))
  }

  @Test func refusesEndsTheWrongWayRound() throws {
    #expect(Interval(ExactDecimal(2), ExactDecimal(1)) == nil)
    #expect(
      Interval(between: ExactDecimal(2), and: ExactDecimal(1)) == Interval(ExactDecimal(1), ExactDecimal(2)))
  }

  @Test func meetsAndHulls() throws {
    let (low, high) = (try interval("1", "2"), try interval("3", "5"))
    #expect(low.intersection(high) == nil)
    #expect(try low.gap(to: high) == number("1") && high.gap(to: low) == number("1"))
    #expect(try low.hull(high) == interval("1", "5"))
    #expect(try low.intersection(interval("2", "5")) == interval("2", "2"))
    #expect(low.contains(low) && !low.contains(high))
    #expect(try high.width == number("2") && high.middle == number("4"))
  }

  /// Every operation contains the results for all values inside, and is monotone in its arguments.
  @Test func operationsHoldEveryPossibleResult() throws {
    var random = Random(seed: 4)
    for _ in 0..<400 {
      let values = try (0..<4).map { _ in try number(random.decimal(from: 0, to: 100, places: 4).text) }
      let (first, second) = (
        Interval(between: values[0], and: values[1]), Interval(between: values[2], and: values[3])
      )
      for (one, other) in [(values[0], values[2]), (values[1], values[3]), (values[0], values[3])] {
        #expect((first + second).contains(one + other))
        #expect((first - second).contains(one - other))
        let share = try #require(ExactDecimal.ratio(other, ExactDecimal(100)))
        let taken = first.taking(percent: second)
        let product = Double(one.tenThousandths) * share.double / 10_000
        #expect(taken.lower.double - 0.01 <= product && product <= taken.upper.double + 0.01)
        if second.lower > .zero {
          let percent = try #require(ExactDecimal.ratio(one, other, times: 100))
          #expect(try #require(first.asPercent(of: second)).contains(percent))
        }
        #expect(first.hull(second).contains(one) && first.hull(second).contains(other))
      }
      #expect(first.contains(first.middle))
    }
  }

  @Test func percentAndPointsAreInverse() throws {
    let maximum = Interval(try number("10.5"))
    let points = maximum.taking(percent: Interval(rounding: try printed("94.66")))
    #expect(try points == interval("9.9387", "9.9399"))
    #expect(
      try #require(Interval(rounding: printed("9.94")).asPercent(of: maximum)).contains(number("94.66")))
  }

  @Test func percentOfAWholeThatMayBeZeroIsNotKnown() throws {
    #expect(try interval("0", "1").asPercent(of: interval("0", "5")) == nil)
    #expect(try interval("-1", "1").asPercent(of: interval("1", "5")) == nil)
  }

  @Test func extremesDoNotTrap() throws {
    let all = Interval(between: ExactDecimal(tenThousandths: .min), and: ExactDecimal(tenThousandths: .max))
    let top = Interval(ExactDecimal(tenThousandths: .max))
    #expect(try all.middle.magnitude <= number("0.0001") && top.middle == top.lower)
    #expect(all.width == top.lower)
    #expect(all + all == all && all - all == all)
    #expect(top.taking(percent: top) == top)
    #expect(all.taking(percent: all) == Interval(between: .zero, and: top.lower))
    #expect(try top.asPercent(of: Interval(number("0.0001"))) == top)
    #expect(all.gap(to: top) == .zero)
  }
}
