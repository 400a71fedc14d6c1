internal import Scoring

/// What the data hold of a province in one year, as values that can be told in a few sentences.
struct YearStory: Hashable, Sendable {
  /// What can be said of an index in the year.
  enum Step: Hashable, Sendable {
    /// One exact value in the year and one in the year before, of the same series.
    case change(from: ExactDecimal, to: ExactDecimal)
    /// A value of a series that begins with the year.
    case newSeries
    /// Something is published, but not one exact value in each of the two years.
    case unpaired
    /// Nothing was found for the year.
    case unknown
  }

  struct IndexStep: Hashable, Sendable {
    /// The identifier of the index.
    let index: String
    let step: Step
    /// Whether one rank is known for the year and one for the year before.
    var hasRanks = false
  }

  let year: Int
  /// In the order in which indexes are listed.
  let steps: [IndexStep]
  /// The verdicts on the promises of administrative reform whose deadline is in the year.
  let promises: AttainmentCounts
  /// The same for those whose deadline is in another year.
  let otherYears: AttainmentCounts

  /// The indexes with a change.
  var changes: [IndexStep] { steps.filter { $0.change != nil } }

  /// The indexes that changed most, by the share of the value of the year before; several that changed alike.
  var largest: [IndexStep] {
    changes.filter { one in
      changes.allSatisfy { other in
        guard let one = one.change, let other = other.change else { return false }
        // a/b >= c/d without rounding; all of b and d are positive.
        return one.amount * other.base >= other.amount * one.base
      }
    }
  }

  func indexes(_ step: Step) -> [String] { steps.filter { $0.step == step }.map(\.index) }
}

extension YearStory.Step {
  /// - Parameters:
  ///   - before: the exact value of the year before; nil without one, or when there are several.
  ///   - after: the same for the year.
  ///   - isPublished: whether anything is published for the year.
  ///   - isNewSeries: whether a new series begins with the year.
  init(before: ExactDecimal?, after: ExactDecimal?, isPublished: Bool, isNewSeries: Bool) {
    switch (before, after) {
    case _ where !isPublished: self = .unknown
    case _ where isNewSeries: self = .newSeries
    // There is no share of nothing.
    case (let before?, let after?) where before > .zero: self = .change(from: before, to: after)
    default: self = .unpaired
    }
  }
}

extension YearStory.IndexStep {
  /// How much the index changed, and the value of the year before, in ten-thousandths; nil without a change.
  fileprivate var change: (amount: Int128, base: Int128)? {
    guard case .change(let from, let to) = step else { return nil }
    let (before, after) = (Int128(from.tenThousandths), Int128(to.tenThousandths))
    return (after > before ? after - before : before - after, before)
  }
}
