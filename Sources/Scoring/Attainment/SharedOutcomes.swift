/// Finds targets that the same outcome judges otherwise, in time and memory that grow with the number of targets and not
/// with that of their pairs.
package struct SharedOutcomes: Sendable {
  /// The most other targets that are listed for one.
  package static let mostListed = 3

  /// The targets that one of the same outcomes judges otherwise.
  package struct Others: Sendable {
    /// The first of them, at most `mostListed`, in the order of the targets.
    package let listed: [Attainment]
    /// Whether there are more.
    package let hasMore: Bool
  }

  private typealias Placed = (place: Int, attainment: Attainment)

  /// By the data line of the outcome and the verdict: the first targets, one more than are listed.
  private var placed: [DataLine: [Verdict: [Placed]]] = [:]

  /// - Parameter attainments: in the order in which others are listed.
  package init(_ attainments: [Attainment]) {
    for (place, attainment) in attainments.enumerated() where attainment.isJudged {
      for line in Set(attainment.answers.map(\.line))
      where placed[line]?[attainment.verdict]?.count ?? 0 <= Self.mostListed {
        placed[line, default: [:]][attainment.verdict, default: []].append((place, attainment))
      }
    }
  }

  /// The targets with another verdict than this one, from an outcome that judges this one too; nil when there are none.
  package func others(than attainment: Attainment) -> Others? {
    guard attainment.isJudged else { return nil }
    var found: [Int: Attainment] = [:]
    for line in Set(attainment.answers.map(\.line)) {
      for (verdict, others) in placed[line] ?? [:] where verdict != attainment.verdict {
        for other in others { found[other.place] = other.attainment }
      }
    }
    guard !found.isEmpty else { return nil }
    let ordered = found.sorted { $0.key < $1.key }.map(\.value)
    return Others(listed: Array(ordered.prefix(Self.mostListed)), hasMore: ordered.count > Self.mostListed)
  }
}
