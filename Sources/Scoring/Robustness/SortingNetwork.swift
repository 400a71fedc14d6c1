/// Comparators that put any keys in order, the same ones whatever the keys: so four draws are sorted side by side
/// without a branch.
///
/// Merge exchange: Batcher (1968); Knuth, "The Art of Computer Programming", volume 3, section 5.2.2, algorithm M.
package struct SortingNetwork: Sendable {
  /// Two places; the greater key goes to the first.
  package struct Comparator: Sendable {
    package let first: Int32
    package let second: Int32
  }

  /// How many keys there are.
  package let count: Int
  /// The comparators, in order; every place is below `count`.
  package let comparators: [Comparator]

  package init(count: Int) {
    self.count = count
    var comparators: [Comparator] = []
    var top = 1
    while 2 * top < count { top *= 2 }
    var step = top
    while step > 0, count > 1 {
      var partner = top
      var bit = 0
      var distance = step
      while true {
        for place in 0..<(count - distance) where place & step == bit {
          comparators.append(Comparator(first: Int32(place), second: Int32(place + distance)))
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
