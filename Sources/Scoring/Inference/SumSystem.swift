/// Figures known within intervals and linked by sums, with inference in every direction.
///
/// A total and all parts but one determine that part; all parts determine the total. With more unknowns each interval is
/// exactly the range of the figure over all points that satisfy every sum: no narrower one would be true.
///
/// Each sum narrows its figures until nothing changes. That is exact where no sums form a circle, as in a tree. Where
/// some do, such as two breakdowns of one total with a common part, a linear program gives the rest (``SumProgram``).
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

  /// Intervals that cannot satisfy a constraint together with the constraints before it.
  package struct SumContradiction: Hashable, Sendable {
    package let constraint: Constraint
    /// The figure that no value is left for.
    package let name: Name
    /// The known interval of the figure.
    package let known: Interval
    /// The interval that the constraint requires.
    package let demanded: Interval
    /// The least distance between the two sides of the sum, above 0.
    package let gap: ExactDecimal

    /// - Parameter gap: where the two intervals meet although the sum cannot hold; nil takes the distance between them.
    init(constraint: Constraint, name: Name, known: Interval, demanded: Interval, gap: ExactDecimal? = nil) {
      self.constraint = constraint
      self.name = name
      self.known = known
      self.demanded = demanded
      self.gap = gap ?? known.gap(to: demanded)
    }
  }

  /// The known interval of each figure.
  package private(set) var intervals: [Name: Interval]
  /// The constraints whose figures all have an interval.
  package let constraints: [Constraint]
  /// The inferences from single sums, in order. What only several sums together imply has no step.
  package private(set) var steps: [SumStep] = []
  /// The contradictions found. A constraint that contradicts those before it is left out and narrows nothing.
  package private(set) var contradictions: [SumContradiction] = []

  private let positions: [Name: Int]
  private let network: SumNetwork

  /// Draws all conclusions. Constraints with a figure that has no interval are ignored.
  package init(intervals: [Name: Interval], constraints: [Constraint]) {
    let constraints = constraints.filter { constraint in
      intervals[constraint.total] != nil && constraint.parts.allSatisfy { intervals[$0] != nil }
    }
    var names: [Name] = []
    var positions: [Name: Int] = [:]
    var known: [Interval] = []
    func position(_ name: Name) -> Int {
      if let found = positions[name] { return found }
      positions[name] = names.count
      names.append(name)
      known.append(intervals[name] ?? Interval(.zero))
      return names.count - 1
    }
    let sums = constraints.map { constraint in
      SumProgram.Sum(total: position(constraint.total), parts: constraint.parts.map(position))
    }
    let network = SumNetwork(known, sums: sums)
    self.constraints = constraints
    self.positions = positions
    self.network = network
    self.intervals = intervals
    for (name, interval) in zip(names, network.intervals) { self.intervals[name] = interval }
    steps = network.steps.map { step in
      SumStep(
        name: names[step.figure], constraint: constraints[step.sum], before: step.before, after: step.after)
    }
    contradictions = network.conflicts.map { found in
      SumContradiction(
        constraint: constraints[found.sum], name: names[found.figure], known: found.known,
        demanded: found.demanded, gap: found.gap)
    }
  }

  /// The interval of a figure; nil when it is not part of the system.
  package subscript(name: Name) -> Interval? { intervals[name] }

  /// The exact range of the sum of some parts of a constraint; nil when the constraint is ignored or left out.
  package func range(of parts: [Name], in constraint: Constraint) -> Interval? {
    guard let sum = constraints.firstIndex(of: constraint) else { return nil }
    return network.range(of: parts.compactMap { positions[$0] }, in: sum)
  }
}
