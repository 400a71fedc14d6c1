/// A fixed sequence of comparators that sorts any keys. It does not depend on the keys, so eight draws are sorted in
/// parallel lanes without branches.
///
/// Merge exchange: Batcher (1968); Knuth, "The Art of Computer Programming", volume 3, section 5.2.2, algorithm M.
package struct SortingNetwork: Sendable {
  /// The number of keys.
  package let count: Int
  /// The comparators in order. Each has two places below `count`; the greater key goes to the first.
  package let comparators: [SIMD2<Int32>]

  package init(count: Int) {
    self.count = count
    var comparators: [SIMD2<Int32>] = []
    var top = 1
    while 2 * top < count { top *= 2 }
    var step = top
    while step > 0, count > 1 {
      var partner = top
      var bit = 0
      var distance = step
      while true {
        for place in 0..<(count - distance) where place & step == bit {
          comparators.append(SIMD2(Int32(place), Int32(place + distance)))
        }
        if partner == step { break }
        distance = partner - step
        partner /= 2
        bit = step
      }
      step /= 2
    }
    self.comparators = comparators
  }
}
