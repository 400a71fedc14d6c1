import Scoring
import Testing
import Text

@testable import Pages

/// Properties of scales, ticks, widths and numbers in charts, over many small cases.
struct ChartLawTests {
  private static let values: [ExactDecimal] = [-250_000, -5_001, 0, 1, 9_999, 10_000, 63_830, 1_000_000]
    .map { ExactDecimal(tenThousandths: $0) }

  private static var intervals: [Interval] {
    values.flatMap { low in values.compactMap { Interval(low, $0) } }
  }

  @Test func scaleMapsEndsToEndsAndKeepsOrder() {
    for domain in Self.intervals where !domain.isExact {
      for (start, end) in [(0.0, 100.0), (300.0, 20.0)] {
        let scale = ChartScale(domain: domain, start: start, end: end)
        #expect(scale.position(of: domain.lower) == start)
        #expect(abs(scale.position(of: domain.upper) - end) < 1e-9)
        let places = Self.values.map(scale.position)
        let sorted = start < end ? places.sorted() : places.sorted(by: >)
        #expect(places == sorted)
        let inside = Self.values.map(scale.clamped)
        #expect(inside.allSatisfy { $0 >= min(start, end) - 1e-9 && $0 <= max(start, end) + 1e-9 })
      }
    }
  }

  @Test func scaleOfOneValueLiesInTheMiddle() {
    let scale = ChartScale(domain: Interval(ExactDecimal(7)), start: 10, end: 30)
    #expect(scale.position(of: ExactDecimal(7)) == 20)
  }

  @Test func ticksCoverTheDataInEqualNiceSteps() {
    for data in Self.intervals {
      for count in 1...8 {
        let ticks = NiceTicks(covering: data, count: count)
        #expect(ticks.domain.contains(data), "\(data) in \(count)")
        #expect(ticks.values.count >= 2)
        #expect(ticks.values.count <= max(count, 2) + 1, "\(data) in \(count)")
        let steps = Set(zip(ticks.values, ticks.values.dropFirst()).map { $1 - $0 })
        #expect(steps.count == 1)
        var step = steps.first?.tenThousandths ?? 0
        while step > 0, step.isMultiple(of: 10) { step /= 10 }
        #expect([1, 2, 5].contains(step))
      }
    }
  }

  @Test func ticksStayWithinTheLimits() {
    let hundred = ExactDecimal(100)
    let limits = Interval(between: .zero, and: hundred)
    #expect(NiceTicks(covering: Interval(hundred), limits: limits).domain.upper == hundred)
    #expect(NiceTicks(covering: Interval(.zero), limits: limits).domain.lower == .zero)
  }

  @Test func wrappingKeepsTheWordsAndTheWidth() {
    let text = "Tác động của cải cách hành chính đến người dân, tổ chức và phát triển kinh tế - xã hội"
    for maximum in stride(from: 20.0, through: 700, by: 35) {
      let lines = TextMeasure.wrap(text, size: 16, maximum: maximum)
      #expect(lines.joined(separator: " ") == text)
      for line in lines where line.contains(" ") {
        #expect(TextMeasure.width(line, size: 16) <= maximum)
      }
    }
    #expect(TextMeasure.wrap("", size: 16, maximum: 100) == [])
  }

  @Test func widthDoesNotDependOnTheNormalisationOfMarks() {
    let composed = TextMeasure.width("\u{1EC7}", size: 16)
    let decomposed = TextMeasure.width("e\u{0323}\u{0302}", size: 16)
    #expect(composed == decomposed)
    #expect(composed > 0)
  }

  @Test func numbersHaveAtMostTwoDecimals() {
    let cases: [(Double, String)] = [
      (0, "0"), (-0.001, "0"), (1.5, "1.5"), (1.05, "1.05"), (-2.25, "-2.25"), (12.999, "13"), (100, "100"),
      (.nan, "0"), (.infinity, "0"),
    ]
    for (value, text) in cases { #expect(SVGText.number(value) == text) }
  }

  @Test func escapingLeavesNothingThatXMLForbids() {
    #expect(
      MarkupText.escaped("a<b>&\"c\"\u{0}\u{1F}\u{FFFE}\n")
        == "a&lt;b&gt;&amp;&quot;c&quot;\u{FFFD}\u{FFFD}\u{FFFD}\n")
  }
}
