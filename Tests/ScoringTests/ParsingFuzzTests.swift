import Scoring
import TestSupport
import Testing

/// Text from data files can be anything: parsing never traps, and what it accepts is printed back unchanged in meaning.
@Suite struct ParsingFuzzTests {
  private func texts(_ alphabet: String, seed: UInt64, count: Int = 4_000) -> [String] {
    var random = Random(seed: seed)
    let letters = Array(alphabet)
    return (0..<count).map { _ in
      let length = Int.random(in: 0...18, using: &random)
      return String((0..<length).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] })
    }
  }

  @Test func decimals() {
    var found = 0
    for text in texts("0123456789.-", seed: 17) + texts("09.", seed: 18) {
      guard let value = PrintedDecimal(text) else { continue }
      found += 1
      #expect(PrintedDecimal(value.description) == value)
      #expect(ExactDecimal(text) == value.value && value.value.magnitude <= .maximumMagnitude)
      #expect(text.split(separator: ".").count <= 2)
    }
    #expect(found > 100)
  }

  @Test func dates() {
    var found = 0
    let random = texts("0123-", seed: 19) + texts("01-", seed: 20)
    for text in random + random.map({ "20" + $0.prefix(5) }) {
      guard let value = PartialDate(text) else { continue }
      found += 1
      #expect(value.description == text && value.firstDay <= value.lastDay)
      #expect(PartialDate(value.firstDay.description) == PartialDate(value.firstDay))
    }
    #expect(found > 20)
  }

  @Test func nodes() {
    var found = 0
    for text in texts("LV123.:", seed: 21).map({ "LV" + $0.prefix(4) }) + texts("block:a-", seed: 22) {
      guard let value = NodeCode(text) else { continue }
      found += 1
      #expect(value.description == text && !(value < value))
    }
    #expect(found > 20)
  }
}
