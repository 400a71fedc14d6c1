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
  }

  private let prior: WeightPrior
  private let seed: UInt64
  /// The nodes whose weights are drawn, siblings together.
  let nodes: [Int]
  /// Their raw weights in the framework, above 0.
  private let weights: [Double]
  private let groups: [Group]
  /// One a node, for the draw in hand.
  private var gammas: [Double]

  init(index: CompositeIndex, settings: RankSimulation.Settings) {
    prior = settings.prior
    seed = settings.seed
    func parent(_ node: Int) -> Int { index.nodes[node].parent ?? 0 }
    let nodes = index.perturbedNodes(settings.levels).sorted { (parent($0), $0) < (parent($1), $1) }
    let weights = nodes.map { index.nodes[$0].weight }
    var groups: [Group] = []
    var start = 0
    while start < nodes.count {
      let end = nodes[start...].firstIndex { parent($0) != parent(nodes[start]) } ?? nodes.count
      groups.append(Group(members: start..<end, total: weights[start..<end].reduce(0, +)))
      start = end
    }
    self.nodes = nodes
    self.weights = weights
    self.groups = groups
    gammas = weights
  }

  /// Writes the raw weights of four draws side by side; those that are not perturbed are left as they are.
  mutating func sample(firstDraw: Int, purpose: RandomStream.Purpose, into raw: inout [SIMD4<Double>]) {
    switch prior {
    case .uniform(let share):
      scale(by: share, firstDraw: firstDraw, purpose: purpose, into: &raw)
    case .dirichlet(let concentration):
      for draw in 0..<4 {
        var stream = RandomStream(seed: seed, draw: firstDraw + draw, purpose: purpose)
        for group in groups {
          shareOut(group, concentration: concentration, from: &stream)
          for member in group.members { raw[nodes[member]][draw] = gammas[member] }
        }
      }
    case .simplex:
      for draw in 0..<4 {
        var stream = RandomStream(seed: seed, draw: firstDraw + draw, purpose: purpose)
        for group in groups {
          var sum = 0.0
          for member in group.members {
            gammas[member] = stream.exponential()
            sum += gammas[member]
          }
          for member in group.members { raw[nodes[member]][draw] = gammas[member] * (group.total / sum) }
        }
      }
    }
  }

  /// Multiplies each weight by a number uniform in (1 − p, 1 + p]: never by zero, even where p is 1.
  private func scale(
    by share: Double, firstDraw: Int, purpose: RandomStream.Purpose, into raw: inout [SIMD4<Double>]
  ) {
    var streams = (0..<4).map { RandomStream(seed: seed, draw: firstDraw + $0, purpose: purpose) }
    for (node, weight) in zip(nodes, weights) {
      let units = SIMD4(
        streams[0].positiveUnit(), streams[1].positiveUnit(), streams[2].positiveUnit(),
        streams[3].positiveUnit())
      raw[node] = weight * ((1 - share) + 2 * share * units)
    }
  }

  /// Shares out the weight of a group like gamma deviates, which makes the shares Dirichlet.
  private mutating func shareOut(_ group: Group, concentration: Double, from stream: inout RandomStream) {
    var greatest = -Double.infinity
    for member in group.members {
      gammas[member] = stream.logarithmOfGamma(shape: concentration * weights[member] / group.total)
      greatest = max(greatest, gammas[member])
    }
    var sum = 0.0
    for member in group.members {
      // What is far below any share that matters becomes zero, before products of shares lose digits.
      let ratio = exp(gammas[member] - greatest)
      gammas[member] = ratio < 1e-250 ? 0 : ratio
      sum += gammas[member]
    }
    for member in group.members { gammas[member] *= group.total / sum }
  }
}
