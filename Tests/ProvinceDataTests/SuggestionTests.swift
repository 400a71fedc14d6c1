import Testing

@testable import ProvinceData

/// Did-you-mean.
@Suite struct SuggestionTests {
  @Test(
    arguments: [
      ("deadlin", "deadline"), ("vaule", "value"), ("Unit", "unit"), ("hai-dương", nil), ("zzz", nil),
      ("valu", "value"),
    ] as [(String, String?)])
  func nearestWord(_ word: String, _ expected: String?) {
    #expect(nearest(to: word, among: ["deadline", "unit", "value", "values"]) == expected)
  }

  @Test func distanceIsSymmetricAndZeroOnlyForEqualWords() {
    let words = ["", "a", "ab", "ba", "abc", "acb", "đắk"].map { Array($0.unicodeScalars) }
    for left in words {
      for right in words {
        #expect(editDistance(left, right) == editDistance(right, left))
        #expect((editDistance(left, right) == 0) == (left == right))
        #expect(editDistance(left, right) <= max(left.count, right.count))
      }
    }
  }
}
