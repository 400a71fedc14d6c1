#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Draws raw weights from a prior.
struct WeightSampler: Sendable {
  /// Perturbed siblings.
  private struct Group: Sendable {
    /// Where they stand among the perturbed nodes.
    let members: Range<Int>
    /// The raw weight that they have together.
    let total: Double
    /// Whether a gamma deviate of one may be too small for a number.
    let isInLogarithms: Bool
  }

  private let prior: WeightPrior
  private let seed: UInt64
  /// The nodes whose weights are drawn, siblings together.
  let nodes: [Int]
  /// Their raw weights in the framework, above 0.
  private let weights: [Double]
  /// The parameter of each in a Dirichlet distribution of its group; empty for another prior.
  private let shapes: [Double]
  private let groups: [Group]
  /// One a node, for the draw in hand.
  private var gammas: [Double]

  init(index: CompositeIndex, settings: RankSimulation.Settings) {
    prior = settings.prior
    seed = settings.seed
    func parent(_ node: Int) -> Int { index.nodes[node].parent ?? 0 }
    var nodes = index.perturbedNodes(settings.levels).sorted { (parent($0), $0) < (parent($1), $1) }
    let sharesOut =
      switch settings.prior {
      case .uniform: false
      case .dirichlet, .simplex: true
      }
    if sharesOut {
      // One alone keeps the weight that it would share out.
      let siblings = Dictionary(grouping: nodes, by: parent)
      nodes.removeAll { siblings[parent($0)]?.count == 1 }
    }
    let weights = nodes.map { index.nodes[$0].weight }
    var shapes: [Double] = []
    var groups: [Group] = []
    var start = 0
    while start < nodes.count {
      let end = nodes[start...].firstIndex { parent($0) != parent(nodes[start]) } ?? nodes.count
      let total = weights[start..<end].reduce(0, +)
      if case .dirichlet(let concentration) = settings.prior {
        shapes += weights[start..<end].map { concentration * $0 / total }
      }
      groups.append(
        Group(members: start..<end, total: total, isInLogarithms: shapes.dropFirst(start).contains { $0 < 1 })
      )
      start = end
    }
    self.nodes = nodes
    self.weights = weights
    self.shapes = shapes
    self.groups = groups
    gammas = weights
  }

  /// Writes the raw weights of four draws side by side; those that are not perturbed are left as they are.
  mutating func sample(firstDraw: Int, purpose: RandomStream.Purpose, into raw: inout [SIMD4<Double>]) {
    switch prior {
    case .uniform(let share):
      scale(by: share, firstDraw: firstDraw, purpose: purpose, into: &raw)
    case .dirichlet:
      for draw in 0..<4 {
        var stream = RandomStream(seed: seed, draw: firstDraw + draw, purpose: purpose)
        for group in groups {
          shareOut(group, from: &stream)
          for member in group.members { raw[nodes[member]][draw] = gammas[member] }
        }
      }
    case .simplex:
      var streams = FourRandomStreams(seed: seed, firstDraw: firstDraw, purpose: purpose)
      for group in groups {
        var sum = SIMD4<Double>()
        for member in group.members {
          let uniform = streams.positiveUnits()
          let exponential = SIMD4(-log(uniform[0]), -log(uniform[1]), -log(uniform[2]), -log(uniform[3]))
          raw[nodes[member]] = exponential
          sum += exponential
        }
        for member in group.members { raw[nodes[member]] *= group.total / sum }
      }
    }
  }

  /// Multiplies each weight by a number uniform in (1 − p, 1 + p]: never by zero, even where p is 1.
  private func scale(
    by share: Double, firstDraw: Int, purpose: RandomStream.Purpose, into raw: inout [SIMD4<Double>]
  ) {
    var streams = FourRandomStreams(seed: seed, firstDraw: firstDraw, purpose: purpose)
    let (low, width) = (1 - share, 2 * share)
    for member in nodes.indices {
      raw[nodes[member]] = weights[member] * (low + width * streams.positiveUnits())
    }
  }

  /// Shares out the weight of a group like gamma deviates, which makes the shares Dirichlet.
  private mutating func shareOut(_ group: Group, from stream: inout RandomStream) {
    var sum = 0.0
    if group.isInLogarithms {
      var greatest = -Double.infinity
      for member in group.members {
        gammas[member] = stream.logarithmOfGamma(shape: shapes[member])
        greatest = max(greatest, gammas[member])
      }
      for member in group.members {
        // What is far below any share that matters becomes zero, before products of shares lose digits.
        let ratio = exp(gammas[member] - greatest)
        gammas[member] = ratio < 1e-250 ? 0 : ratio
        sum += gammas[member]
      }
    } else {
      for member in group.members {
        gammas[member] = stream.gamma(shape: shapes[member])
        sum += gammas[member]
      }
    }
    for member in group.members { gammas[member] *= group.total / sum }
  }
}
