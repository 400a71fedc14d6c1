import TestSupport
import Testing

@Suite struct LanguageCheckTests {
  @Test func theCheckItselfTellsTheForms() {
    let (point, comma) = (UInt8(ascii: "."), UInt8(ascii: ","))
    #expect(containsDecimal("91.80%", separator: point) && containsDecimal("1,5.", separator: comma))
    #expect(!containsDecimal("1.900", separator: point) && !containsDecimal("2024. Tiếp", separator: point))
    #expect(containsDecimal("0.6383", separator: point) && !containsDecimal("LV1, LV2", separator: comma))
    #expect(containsVietnameseLetters("điểm") && !containsVietnameseLetters("“points” ±10% −1"))
  }
}
