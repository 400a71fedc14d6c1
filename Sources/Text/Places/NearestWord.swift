/// Finds the word that was probably meant.
package enum NearestWord {
  /// The candidate with the smallest edit distance, at most a third of the length of the word but no less than 1 and
  /// no more than 6; of equally near ones the first by Unicode scalars. Nil when none is that near.
  package static func find(_ word: String, in candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.unicodeScalars.prefix(120))
    let limit = max(1, min(6, wanted.count / 3))
    var best: (distance: Int, word: String)?
    for candidate in candidates where candidate != word {
      let scalars = Array(candidate.unicodeScalars.prefix(120))
      guard abs(scalars.count - wanted.count) <= limit else { continue }
      guard let distance = distance(wanted, scalars, atMost: limit) else { continue }
      if let known = best {
        let isEarlier = candidate.unicodeScalars.lexicographicallyPrecedes(known.word.unicodeScalars)
        guard distance < known.distance || (distance == known.distance && isEarlier) else { continue }
      }
      best = (distance, candidate)
    }
    return best?.word
  }

  /// The number of insertions, deletions and replacements of one scalar and swaps of neighbours; nil when it exceeds
  /// the limit.
  package static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar], atMost limit: Int)
    -> Int?
  {
    guard !first.isEmpty, !second.isEmpty else {
      let steps = max(first.count, second.count)
      return steps <= limit ? steps : nil
    }
    var beforePrevious: [Int] = []
    var previous = Array(0...second.count)
    for row in 1...first.count {
      var current = [row]
      for column in 1...second.count {
        let cost = first[row - 1] == second[column - 1] ? 0 : 1
        var steps = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + cost)
        let isSwap =
          row > 1 && column > 1 && first[row - 1] == second[column - 2]
          && first[row - 2] == second[column - 1]
        if isSwap { steps = min(steps, beforePrevious[column - 2] + 1) }
        current.append(steps)
      }
      // Later rows are never below the minimum of two successive rows.
      guard [previous, current].joined().contains(where: { $0 <= limit }) else { return nil }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[second.count] <= limit ? previous[second.count] : nil
  }
}
