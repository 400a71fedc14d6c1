/// The reasoning of ``SumSystem``, on figures and sums by position.
struct SumNetwork: Sendable {
  typealias Sum = SumProgram.Sum

  struct Step: Sendable {
    let figure: Int
    let sum: Int
    let before: Interval
    let after: Interval
  }

  struct Conflict: Sendable {
    let sum: Int
    let figure: Int
    let known: Interval
    let demanded: Interval
    let gap: ExactDecimal?
  }

  let sums: [Sum]
  private(set) var intervals: [Interval]
  private(set) var steps: [Step] = []
  private(set) var conflicts: [Conflict] = []

  /// Whether each sum is in force.
  private var isTaken: [Bool]
  private let sumsOfFigure: [[Int]]
  /// The sums that form circles.
  private var circles: [Int] = []
  /// The linear program of the circles; nil when there are none.
  private var program: SumProgram?
  /// The figures of the program.
  private var programFigures: [Int] = []

  /// The rounds of narrowing per sum. Circles can go on narrowing without an end; the program does the rest.
  private static var roundLimit: Int { 20 }

  init(_ known: [Interval], sums: [Sum]) {
    self.sums = sums
    intervals = known
    isTaken = Array(repeating: false, count: sums.count)
    var sumsOfFigure: [[Int]] = Array(repeating: [], count: known.count)
    for (index, sum) in sums.enumerated() {
      for figure in sum.members where sumsOfFigure[figure].last != index {
        sumsOfFigure[figure].append(index)
      }
    }
    self.sumsOfFigure = sumsOfFigure
    takeSums(solvingEach: false)
    if !solveCircles() {
      // Narrowing missed a contradiction among several sums: each sum is tried with the program.
      (intervals, steps, conflicts) = (known, [], [])
      isTaken = Array(repeating: false, count: sums.count)
      takeSums(solvingEach: true)
      _ = solveCircles()
    }
  }

  /// Takes one sum after the other and leaves out those that contradict what was taken before.
  private mutating func takeSums(solvingEach: Bool) {
    for sum in sums.indices {
      let (before, stepCount) = (intervals, steps.count)
      isTaken[sum] = true
      if narrow(from: [sum]), !solvingEach || isSolvable() { continue }
      isTaken[sum] = false
      intervals = before
      steps.removeSubrange(stepCount...)
      conflicts.append(conflict(with: sum))
    }
  }

  // MARK: Single sums

  /// Narrows until nothing changes; false when no value is left for a figure.
  private mutating func narrow(from start: [Int]) -> Bool {
    var queue = start
    var isQueued = Array(repeating: false, count: sums.count)
    for sum in start { isQueued[sum] = true }
    var next = 0
    while next < queue.count, next < Self.roundLimit * sums.count + start.count {
      let sum = queue[next]
      next += 1
      isQueued[sum] = false
      for (figure, demanded) in demands(of: sum) {
        guard let narrowed = intervals[figure].intersection(demanded) else { return false }
        guard narrowed != intervals[figure] else { continue }
        steps.append(Step(figure: figure, sum: sum, before: intervals[figure], after: narrowed))
        intervals[figure] = narrowed
        for other in sumsOfFigure[figure] where other != sum && isTaken[other] && !isQueued[other] {
          isQueued[other] = true
          queue.append(other)
        }
      }
    }
    return true
  }

  /// What a sum requires of each of its figures, the total first.
  private func demands(of sum: Int) -> [(figure: Int, demanded: Interval)] {
    let total = intervals[sums[sum].total]
    let parts = sums[sum].parts
    var (lower, upper) = (ExactDecimal.zero, ExactDecimal.zero)
    for part in parts { (lower, upper) = (lower + intervals[part].lower, upper + intervals[part].upper) }
    var result = [(sums[sum].total, Interval(between: lower, and: upper))]
    result.reserveCapacity(parts.count + 1)
    for part in parts {
      let (otherLower, otherUpper) = (lower - intervals[part].lower, upper - intervals[part].upper)
      // Where the sum cannot hold, the ends may come in the other order; the total has shown it before.
      result.append((part, Interval(between: total.lower - otherUpper, and: total.upper - otherLower)))
    }
    return result
  }

  // MARK: Several sums together

  /// The sums left when those that share at most one figure with the others are taken away, again and again.
  private func sumsInCircles() -> [Int] {
    var left = sums.indices.filter { isTaken[$0] }
    var uses = Array(repeating: 0, count: intervals.count)
    for sum in left {
      for figure in Set(sums[sum].members) { uses[figure] += 1 }
    }
    var count: Int
    repeat {
      count = left.count
      left.removeAll { sum in
        let members = Set(sums[sum].members)
        guard members.count(where: { uses[$0] > 1 }) <= 1 else { return false }
        for figure in members { uses[figure] -= 1 }
        return true
      }
    } while left.count < count
    return left
  }

  /// The program of some sums; nil without sums, `isSolvable` false when no point satisfies them.
  private func program(of sums: [Int]) throws(FractionOverflow) -> (
    figures: [Int], program: SumProgram?, isSolvable: Bool
  ) {
    guard !sums.isEmpty else { return ([], nil, true) }
    let figures = Set(sums.flatMap { self.sums[$0].members }).sorted()
    let places = Dictionary(zip(figures, figures.indices), uniquingKeysWith: { first, _ in first })
    let program = try SumProgram(
      figures.map { intervals[$0] },
      sums: sums.map { sum in
        Sum(total: places[self.sums[sum].total] ?? 0, parts: self.sums[sum].parts.map { places[$0] ?? 0 })
      })
    return (figures, program, program != nil)
  }

  /// Whether a point satisfies the sums in force. Numbers too large for the program count as such: what single sums
  /// say holds for them all the same.
  private func isSolvable() -> Bool { (try? program(of: sumsInCircles()).isSolvable) ?? true }

  /// Narrows the figures of the circles to their exact ranges, then all others; false when no point satisfies all sums.
  private mutating func solveCircles() -> Bool {
    circles = sumsInCircles()
    guard !circles.isEmpty else { return true }
    do throws(FractionOverflow) {
      let (figures, solved, isSolvable) = try program(of: circles)
      guard isSolvable, var solved else { return false }
      var touched: Set<Int> = []
      for (figure, range) in zip(figures, try solved.ranges()) where range != intervals[figure] {
        intervals[figure] = range
        touched.formUnion(sumsOfFigure[figure].filter { isTaken[$0] })
      }
      (programFigures, program) = (figures, solved)
      return narrow(from: touched.subtracting(circles).sorted())
    } catch {
      return true
    }
  }

  /// The exact range of the sum of some parts of a sum; nil when the sum is left out.
  func range(of parts: [Int], in sum: Int) -> Interval? {
    guard isTaken[sum] else { return nil }
    let unknown = Set(parts)
    if var program, circles.contains(sum) {
      let terms = programFigures.indices.filter { unknown.contains(programFigures[$0]) }
      if let range = try? program.range(of: terms.map { ($0, 1) }) { return range }
    }
    // The other figures of a sum outside the circles depend on each other through this sum alone.
    let others = sums[sum].parts.filter { !unknown.contains($0) }.map { intervals[$0] }
    let own = sums[sum].parts.filter(unknown.contains).map { intervals[$0] }.reduce(Interval(.zero), +)
    return own.intersection(others.reduce(intervals[sums[sum].total], -))
  }

  /// Why a sum does not fit those in force.
  private func conflict(with sum: Int) -> Conflict {
    var tight = self
    _ = tight.solveCircles()
    for (figure, demanded) in tight.demands(of: sum)
    where tight.intervals[figure].intersection(demanded) == nil {
      return Conflict(
        sum: sum, figure: figure, known: tight.intervals[figure], demanded: demanded, gap: nil)
    }
    // Each figure alone could have its value, but not all at once.
    let parts = sums[sum].parts.map { tight.intervals[$0] }.reduce(Interval(.zero), +)
    let terms = sums[sum].parts.map { (figure: $0, weight: 1) } + [(figure: sums[sum].total, weight: -1)]
    let difference = tight.wholeRange(of: terms) ?? Interval(.zero)
    return Conflict(
      sum: sum, figure: sums[sum].total, known: tight.intervals[sums[sum].total], demanded: parts,
      gap: difference.gap(to: Interval(.zero)))
  }

  /// The range of a weighted sum of any figures over all sums in force.
  private func wholeRange(of terms: [(figure: Int, weight: Int)]) -> Interval? {
    let taken = sums.indices.filter { isTaken[$0] }
    guard let (figures, found, _) = try? program(of: taken), var found else { return nil }
    let places = Dictionary(zip(figures, figures.indices), uniquingKeysWith: { first, _ in first })
    // A figure of no other sum moves freely in its interval.
    let free = terms.filter { places[$0.figure] == nil }.reduce(Interval(.zero)) { sum, term in
      term.weight > 0 ? sum + intervals[term.figure] : sum - intervals[term.figure]
    }
    let bound = terms.compactMap { term in places[term.figure].map { (figure: $0, weight: term.weight) } }
    return (try? found.range(of: bound)).map { $0 + free }
  }
}
