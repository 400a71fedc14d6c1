import Robustness
import Scoring
import TestSupport
import Testing

@Suite struct SortingNetworkTests {
  /// A network that sorts all rows of zeros and ones sorts any row (Knuth, volume 3, theorem Z).
  @Test func everyRowOfZerosAndOnesIsOrdered() {
    for count in 0...12 {
      let network = SortingNetwork(count: count)
      for row in 0..<(1 << count) {
        var keys = (0..<count).map { row >> $0 & 1 }
        for comparator in network.comparators {
          let (first, second) = (Int(comparator.x), Int(comparator.y))
          if keys[first] < keys[second] { keys.swapAt(first, second) }
        }
        #expect(keys == keys.sorted(by: >))
      }
    }
  }

  @Test func aNetworkOfManyKeysOrdersThem() {
    var random = Random(seed: 9)
    for count in [63, 64, 65, 300] {
      let network = SortingNetwork(count: count)
      for _ in 0..<20 {
        var keys = (0..<count).map { _ in Int.random(in: 0...count, using: &random) }
        for comparator in network.comparators {
          let (first, second) = (Int(comparator.x), Int(comparator.y))
          if keys[first] < keys[second] { keys.swapAt(first, second) }
        }
        #expect(keys == keys.sorted(by: >))
      }
    }
  }
}
