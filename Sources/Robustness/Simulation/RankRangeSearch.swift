internal import Scoring

/// The search behind ``RankRanges``.
struct RankRangeSearch {
  /// Units with the same known leaves; their score differences are linear in the shares.
  private struct Class {
    var polytope: WeightPolytope
    let nominal: [Double]
  }

  /// The comparison of one unit with another over all weights.
  private struct Pair {
    let unit: Int
    /// The least and the greatest lead of the other unit over the first, on the transformed scale.
    let lead: ClosedRange<Double>
    /// A grid step on the same scale.
    let step: Double
    /// The coefficients of the lead over the leaf shares; nil when it is settled without them or not linear.
    let coefficients: [Double]?
  }

  private let tree: PerturbedTree
  private let scale: Double
  private let grid: ScoreGrid
  private var classes: [Class] = []
  /// The class of each unit; nil when its differences are not linear.
  private var classOf: [Int?] = []
  /// For each unit, the transformed values of its known leaves.
  private var values: [[Double]] = []
  private let ranges: [ClosedRange<Double>?]
  /// The grid points under the weights tried last; the least number where there is no score.
  private var places: [Int64] = []
  /// The best and the worst rank of each unit over all weights tried.
  private var reached: [ClosedRange<Int>?]

  init(_ index: CompositeIndex, tree: PerturbedTree) {
    self.tree = tree
    scale = index.scale
    grid = index.scoreGrid
    ranges = (0..<tree.units).map(tree.range)
    reached = ranges.map { _ in nil }
    makeClasses()
    evaluate(tree.nodes.map(\.weight))
    for unit in 0..<tree.units { tryExtremes(of: unit) }
  }

  private mutating func makeClasses() {
    let inner = tree.nodes.filter { !$0.children.isEmpty }
    let isLinear = inner.count == 1 || inner.allSatisfy { $0.aggregation == .arithmetic }
    let leaves = tree.leaves
    var numbers: [[Bool]: Int] = [:]
    for unit in 0..<tree.units {
      let known = leaves.map { tree.nodes[$0].values[unit] }
      let forms = known.compactMap { $0.map { (inner.first?.aggregation ?? .arithmetic).ordering($0) } }
      values.append(forms)
      guard isLinear, !forms.isEmpty, forms.allSatisfy(\.isFinite) else {
        classOf.append(nil)
        continue
      }
      let pattern = known.map { $0 != nil }
      if numbers[pattern] == nil {
        numbers[pattern] = classes.count
        let isKnown = Set(zip(leaves, pattern).filter(\.1).map(\.0))
        var polytope = WeightPolytope(tree, isKnown: isKnown.contains)
        classes.append(Class(polytope: polytope, nominal: polytope.nominalShares()))
      }
      classOf.append(numbers[pattern])
    }
  }

  // MARK: Weights tried

  private mutating func evaluate(_ weights: [Double]) {
    let scores = tree.scores(weights).map { $0.map { $0 * scale } }
    places = scores.map { $0.map(grid.place) ?? .min }
    for (unit, rank) in grid.ranks(of: scores).enumerated() {
      guard let rank else { continue }
      let known = reached[unit] ?? rank...rank
      reached[unit] = min(known.lowerBound, rank)...max(known.upperBound, rank)
    }
  }

  /// Tries the weights that put a unit farthest above and below the mean of its class.
  private mutating func tryExtremes(of unit: Int) {
    guard let number = classOf[unit] else { return }
    let members = classOf.indices.filter { classOf[$0] == number }
    let mean = values[unit].indices.map { leaf in
      members.reduce(0) { $0 + values[$1][leaf] } / Double(members.count)
    }
    var shares = mean
    for sign in [1.0, -1] {
      let coefficients = zip(values[unit], mean).map { sign * ($0 - $1) }
      _ = classes[number].polytope.maximum(coefficients, shares: &shares)
      evaluate(classes[number].polytope.rawWeights(for: shares))
    }
  }

  // MARK: Ranges

  /// The range of a unit with a score.
  ///
  /// - Parameters:
  ///   - work: the remaining work; what is used is subtracted.
  ///   - share: each end may use one part in this many of the work.
  mutating func range(of unit: Int, work: inout Int, share: Int) -> RankRange {
    let pairs = (0..<tree.units).compactMap { $0 == unit ? nil : pair(unit, $0) }
    // How many units can be above, and how many can be level or below.
    let above = most(of: pairs, unit: unit, sign: 1, work: &work, share: share)
    let notAbove = most(of: pairs, unit: unit, sign: -1, work: &work, share: share - 1)
    let reached = reached[unit] ?? 1...pairs.count + 1
    let best = min(1 + pairs.count - notAbove, reached.lowerBound)
    let worst = max(1 + above, reached.upperBound)
    return RankRange(unit: unit, best: best...reached.lowerBound, worst: reached.upperBound...worst)
  }

  /// The comparison of two units; nil when either has no score.
  private mutating func pair(_ unit: Int, _ other: Int) -> Pair? {
    guard let own = ranges[unit], let its = ranges[other] else { return nil }
    let step = 1 / grid.stepsPerUnit / scale
    let apart = (its.lowerBound - own.upperBound)...(its.upperBound - own.lowerBound)
    guard let number = classOf[unit], number == classOf[other] else {
      return Pair(unit: other, lead: apart, step: step, coefficients: nil)
    }
    if apart.lowerBound > step || apart.upperBound < -step {
      return Pair(unit: other, lead: apart, step: step, coefficients: nil)
    }
    let lead = zip(values[other], values[unit]).map { $0 - $1 }
    var shares = lead
    let most = classes[number].polytope.maximum(lead, shares: &shares)
    let least = -classes[number].polytope.maximum(lead.map { -$0 }, shares: &shares)
    let low = min(own.lowerBound, its.lowerBound)
    let steepness: Double =
      switch tree.nodes[0].aggregation {
      case .arithmetic: 1
      case .geometric: 1 / low
      case .harmonic: 1 / (low * low)
      }
    return Pair(
      unit: other, lead: min(least, most)...most, step: step * steepness, coefficients: lead)
  }

  /// A proved upper bound on how many units can be above at once (sign 1), or level or below at once (sign −1).
  private mutating func most(
    of pairs: [Pair], unit: Int, sign: Double, work: inout Int, share: Int
  ) -> Int {
    var settled = 0
    var others: [Int] = []
    var rows: [[Double]] = []
    for pair in pairs {
      let (least, most) =
        sign > 0
        ? (pair.lead.lowerBound, pair.lead.upperBound) : (-pair.lead.upperBound, -pair.lead.lowerBound)
      let threshold = sign > 0 ? pair.step : -pair.step / 1000
      if least >= threshold {
        settled += 1
      } else if most >= threshold {
        guard let coefficients = pair.coefficients else {
          settled += 1
          continue
        }
        others.append(pair.unit)
        // 0 at the least value and 1 at the threshold, because the shares sum to 1.
        rows.append(coefficients.map { (sign * $0 - least) / (threshold - least) })
      }
    }
    guard !rows.isEmpty, let number = classOf[unit] else { return settled }
    // Of the units that a tried rank has on this side, all unsettled ones are among the rows.
    let side = reached[unit].map { sign > 0 ? $0.upperBound - 1 : pairs.count + 1 - $0.lowerBound } ?? 0
    let polytope = classes[number].polytope
    let search = FeasibleSubsystem(
      rows: rows, polytope: polytope, start: classes[number].nominal, known: max(side - settled, 0),
      workLimit: work / max(share, 1)
    ) { shares in
      evaluate(polytope.rawWeights(for: shares))
      return others.count { sign > 0 ? places[$0] > places[unit] : places[$0] <= places[unit] }
    }
    work -= search.work
    return settled + search.most
  }
}
