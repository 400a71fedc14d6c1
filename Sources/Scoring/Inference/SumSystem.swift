/// Figures known within intervals and linked by sums, with inference in every direction.
///
/// A total and all parts but one determine that part; all parts determine the total. With more unknowns, the intervals
/// narrow as far as the sums allow (bounds propagation to a fixed point). Narrowing uses only exact addition, so
/// rounding loses nothing.
package struct SumSystem<Name: Hashable & Sendable>: Sendable {
  /// `total` equals the sum of `parts`.
  package struct Constraint: Hashable, Sendable {
    package let total: Name
    /// The parts, at least one.
    package let parts: [Name]

    package init(total: Name, parts: [Name]) {
      self.total = total
      self.parts = parts
    }
  }

  /// One inference: a constraint narrows the interval of one figure.
  package struct SumStep: Hashable, Sendable {
    package let name: Name
    package let constraint: Constraint
    /// The interval before the step.
    package let before: Interval
    /// The interval after the step.
    package let after: Interval
  }

  /// Intervals that cannot satisfy a constraint.
  package struct SumContradiction: Hashable, Sendable {
    package let constraint: Constraint
    /// The figure that no value is left for.
    package let name: Name
    /// The known interval of the figure.
    package let known: Interval
    /// The interval that the constraint requires.
    package let demanded: Interval

    /// The distance between the two, above 0.
    package var gap: ExactDecimal { known.gap(to: demanded) }
  }

  /// The known interval of each figure.
  package private(set) var intervals: [Name: Interval]
  /// The constraints in force.
  package let constraints: [Constraint]
  /// The inferences, in order.
  package private(set) var steps: [SumStep] = []
  /// The contradictions found; the figures involved keep their known intervals.
  package private(set) var contradictions: [SumContradiction] = []

  /// The limit on propagation rounds. Results found up to then are valid even if more would follow.
  private static var roundLimit: Int { 100 }

  /// Propagates the intervals. Constraints with a figure that has no interval are ignored.
  package init(intervals: [Name: Interval], constraints: [Constraint]) {
    self.intervals = intervals
    self.constraints = constraints.filter { constraint in
      ([constraint.total] + constraint.parts).allSatisfy { intervals[$0] != nil }
    }
    propagate()
  }

  /// The interval of a figure; nil when it is not part of the system.
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

  /// True when an interval narrowed, nil when the constraint is contradicted.
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
          SumContradiction(constraint: constraint, name: name, known: known, demanded: demanded))
        return nil
      }
      guard let current = intervals[name]?.intersection(narrowed), current != intervals[name]
      else { continue }
      steps.append(SumStep(name: name, constraint: constraint, before: known, after: current))
      intervals[name] = current
      changed = true
    }
    return changed
  }
}
