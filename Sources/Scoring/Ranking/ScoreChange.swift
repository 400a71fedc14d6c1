/// The change of one province's score between two index years.
///
/// A change across editions mixes performance and weights. Where both years are known it is split, component by
/// component, into performance (the rate changed) and weights (the maximum changed). With rate r and maximum w:
///
///     r₂w₂ − r₁w₁ = (r₂ − r₁)(w₁ + w₂)/2 + (w₂ − w₁)(r₁ + r₂)/2.
///
/// This is the split of Bennet (1920). It does not depend on which factor changes first: the interaction (w₂ − w₁)(r₂ −
/// r₁) is halved between them. ``ScoreDifference`` does the same for any index.
package struct ScoreChange: Sendable {
  /// One component of a change.
  package struct ChangePart: Hashable, Sendable {
    /// The component.
    package let component: NodeCode
    /// The effect of the province's performance, in points.
    package let performance: ExactDecimal
    /// The effect of the weights, in points; zero where the maximum is the same in both years.
    package let weights: ExactDecimal
    /// The joint effect of rate and maximum, in points, already divided between the two; rounded to four decimals.
    package let interaction: ExactDecimal

    /// The total change of the component, in points.
    package var change: ExactDecimal { performance + weights }
  }

  /// The earlier index year.
  package let fromYear: Int
  /// The later index year.
  package let toYear: Int
  /// Whether the two years have different editions, or an edition is unknown.
  package let crossesEditions: Bool
  /// The later total minus the earlier one, in points.
  package let change: ExactDecimal
  /// The components known in both years with known maxima.
  package let parts: [ChangePart]
  /// The combined change of the other components; zero when all are known.
  package let unexplained: ExactDecimal
  /// The other components; empty when all are known.
  package let unexplainedComponents: [NodeCode]

  /// Nil when a total is unknown.
  package init?(from earlier: ScorecardAnalysis, to later: ScorecardAnalysis) {
    guard let first = earlier[ScoreKey(.total)]?.points, let last = later[ScoreKey(.total)]?.points,
      let fromYear = earlier.entries.first?.year, let toYear = later.entries.first?.year
    else { return nil }
    self.fromYear = fromYear
    self.toYear = toYear
    crossesEditions = earlier.edition == nil || earlier.edition?.id != later.edition?.id
    change = last - first
    var parts: [ChangePart] = []
    var rest: [NodeCode] = []
    for node in later.components {
      if let before = earlier[node.key], let part = ChangePart(from: before, to: node) {
        parts.append(part)
      } else {
        rest.append(node.key.node)
      }
    }
    rest += earlier.components.map(\.key.node).filter { later[ScoreKey($0)]?.isCounted != true }
    self.parts = parts
    unexplained = change - parts.map(\.change).sum
    unexplainedComponents = rest
  }
}

extension ScoreChange.ChangePart {
  /// Nil when points or maximum of either year are unknown.
  package init?(from before: ScorecardAnalysis.NodeAnalysis, to after: ScorecardAnalysis.NodeAnalysis) {
    guard let first = before.points, let last = after.points, let earlier = before.maximum?.value,
      let later = after.maximum?.value, earlier > .zero, later > .zero
    else { return nil }
    component = after.key.node
    // (w₂ − w₁)(r₁ + r₂)/2 with r = points/maximum. Performance is the rest, so that the two sum to the change. Eight
    // decimals of the rates make the share correct to its fourth decimal.
    let step = later - earlier
    let scale = 10_000
    guard let rateBefore = ExactDecimal.ratio(first, earlier, times: scale),
      let rateAfter = ExactDecimal.ratio(last, later, times: scale)
    else { return nil }
    let rateScale = Int128(scale) * 10_000
    weights = step.times(rateBefore + rateAfter, over: 2 * rateScale)
    interaction = step.times(rateAfter - rateBefore, over: rateScale)
    performance = last - first - weights
  }
}

extension ExactDecimal {
  /// The product of the ten-thousandths over a divisor above zero, rounded to nearest, halves away from zero.
  fileprivate func times(_ other: ExactDecimal, over divisor: Int128) -> ExactDecimal {
    let product = Int128(tenThousandths) * Int128(other.tenThousandths)
    let half = product < 0 ? -divisor / 2 : divisor / 2
    return ExactDecimal(tenThousandths: Int64(clamping: (product + half) / divisor))
  }
}
