/// Figures that are known within intervals, tied together by sums; reasons in every direction.
///
/// From a sum and all parts but one follows the part, from all parts follows the sum, and where more is
/// unknown the intervals narrow as far as the sums allow (bounds propagation to a fixed point). Narrowing
/// only uses exact addition, so nothing is lost to rounding.
package struct SumSystem<Name: Hashable & Sendable>: Sendable {
  /// `total` equals the sum of `parts`.
  package struct Constraint: Hashable, Sendable {
    /// The sum.
    package let total: Name
    /// The parts, at least one.
    package let parts: [Name]

    /// Makes a constraint.
    package init(total: Name, parts: [Name]) {
      self.total = total
      self.parts = parts
    }
  }

  /// One narrowing: what followed for one figure from one constraint.
  package struct Step: Hashable, Sendable {
    /// The figure.
    package let name: Name
    /// The constraint that was used.
    package let constraint: Constraint
    /// What was known before.
    package let before: Interval
    /// What is known after.
    package let after: Interval
  }

  /// Intervals that a constraint cannot reconcile.
  package struct Contradiction: Hashable, Sendable {
    /// The constraint.
    package let constraint: Constraint
    /// The figure for which nothing is left.
    package let name: Name
    /// What was known of the figure.
    package let known: Interval
    /// What the constraint demands of it.
    package let demanded: Interval

    /// How far the two are apart, above 0.
    package var gap: ExactDecimal { known.gap(to: demanded) }
  }

  /// What is known of each figure.
  package private(set) var intervals: [Name: Interval]
  /// The sums that hold.
  package let constraints: [Constraint]
  /// What followed, in order.
  package private(set) var steps: [Step] = []
  /// Where the figures contradict each other; the figures then keep what was known.
  package private(set) var contradictions: [Contradiction] = []

  /// Propagation stops after so many rounds even if more could follow; what was found by then holds.
  private static var roundLimit: Int { 100 }

  /// Reasons over the figures. Constraints with a figure that has no interval are left out.
  package init(intervals: [Name: Interval], constraints: [Constraint]) {
    self.intervals = intervals
    self.constraints = constraints.filter { constraint in
      ([constraint.total] + constraint.parts).allSatisfy { intervals[$0] != nil }
    }
    propagate()
  }

  /// What is known of a figure; nil when it is not part of the system.
  package subscript(name: Name) -> Interval? { intervals[name] }

  private mutating func propagate() {
    var refuted: Set<Constraint> = []
    for _ in 0..<Self.roundLimit {
      var changed = false
      for constraint in constraints where !refuted.contains(constraint) {
        switch narrow(by: constraint) {
        case .some(true): changed = true
        case .some(false): break
        case .none: refuted.insert(constraint)
        }
      }
      if !changed { return }
    }
  }

  /// True when something followed, nil when the constraint is contradicted.
  private mutating func narrow(by constraint: Constraint) -> Bool? {
    let parts = constraint.parts.compactMap { intervals[$0] }
    guard let total = intervals[constraint.total], let first = parts.first else { return false }
    let sum = parts.dropFirst().reduce(first, +)
    var demands = [(constraint.total, total, sum)]
    for (name, part) in zip(constraint.parts, parts) {
      let othersLower = sum.lower - part.lower
      let othersUpper = sum.upper - part.upper
      let left = Interval(between: total.lower - othersUpper, and: total.upper - othersLower)
      demands.append((name, part, left))
    }
    var changed = false
    for (name, known, demanded) in demands {
      guard let narrowed = known.intersection(demanded) else {
        contradictions.append(
          Contradiction(constraint: constraint, name: name, known: known, demanded: demanded))
        return nil
      }
      guard let current = intervals[name]?.intersection(narrowed), current != intervals[name]
      else { continue }
      steps.append(Step(name: name, constraint: constraint, before: known, after: current))
      intervals[name] = current
      changed = true
    }
    return changed
  }
}
