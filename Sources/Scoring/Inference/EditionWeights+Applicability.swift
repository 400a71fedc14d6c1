extension EditionWeights {
  /// The maximum of a node when parts of the tree do not apply and leave both points and maximum.
  ///
  /// A node loses the maxima of the inapplicable parts below it. Which block those parts belonged to is unknown, so a
  /// block may have lost any share of them.
  func estimate(of key: ScoreKey, leavingOut absent: Set<NodeCode>) -> Estimate? {
    guard !absent.isEmpty, let estimate = self[key] else { return self[key] }
    let paths = absent.compactMap { node in
      if case .part(let path) = node { path } else { nil }
    }
    let outermost = paths.filter { path in
      !paths.contains { $0.count < path.count && path.starts(with: $0) }
    }
    let lost = outermost.filter { key.contains(path: $0) }.map { path in
      self[ScoreKey(.part(path), isAppraisalOnly: key.isAppraisalOnly)]?.interval
        ?? Interval(between: .zero, and: max(.zero, estimate.interval.upper))
    }
    guard !lost.isEmpty else { return estimate }
    let sum = lost.reduce(Interval(.zero), +)
    let upper = key.isBlock ? estimate.interval.upper : estimate.interval.upper - sum.lower
    let left = Interval(
      between: max(.zero, estimate.interval.lower - sum.upper), and: max(.zero, upper))
    return Estimate(key: key, stated: nil, interval: left)
  }
}

extension ScoreKey {
  var isBlock: Bool {
    if case .block = node { true } else { false }
  }

  /// Whether a part of the tree lies, or may lie, below this node.
  package func contains(path: [Int]) -> Bool {
    switch node {
    case .total, .block: true
    case .part(let own): own.count < path.count && path.starts(with: own)
    }
  }
}
