import Testing
import Text

/// The two implementations of byte order.
struct ByteOrderTests {
  @Test func placesStandInTheOrderOfTheBytes() {
    let pieces = ["", "a", "ab", "b", "ệ", "/", "é", "e\u{301}", "🀄"]
    let texts = pieces.flatMap { first in pieces.map { first + $0 } }
    let places = texts.placesInByteOrder
    #expect(places.sorted() == Array(texts.indices))
    for (place, next) in zip(places, places.dropFirst()) {
      #expect(!texts[next].precedesInBytes(texts[place]))
      // Equal texts stay in order.
      #expect(!texts[place].utf8.elementsEqual(texts[next].utf8) || place < next)
    }
    #expect([String]().placesInByteOrder.isEmpty)
  }
}
