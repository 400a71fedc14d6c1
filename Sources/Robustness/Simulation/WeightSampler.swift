internal import Foundation

/// Draws raw weights from a prior.
struct WeightSampler: Sendable {
  /// Perturbed siblings.
  private struct Group: Sendable {
    /// Their range among the perturbed nodes.
    let members: Range<Int>
    /// The sum of their raw weights.
    let total: Double
    /// Whether a gamma deviate of the group may underflow.
    let isInLogarithms: Bool
  }

  private let prior: WeightPrior
  private let seed: UInt64
  /// The nodes whose weights are drawn, siblings together.
  package let nodes: [Int]
  /// Their raw weights in the framework, above 0.
  private let weights: [Double]
  /// The Dirichlet parameter of each weight; empty for other priors.
  private let shapes: [Double]
  private let groups: [Group]
  private let kernel: DrawKernel
  /// The nodes in the form the kernel reads.
  private let rows: [Int32]
  /// One per node, padded to whole blocks of the generator; empty for the Dirichlet prior, which uses a varying number.
  private var uniforms: [DrawRow]
  /// One per node, for the current draw.
  private var gammas: [Double]

  init(index: CompositeIndex, settings: RankSimulation.Settings, kernel: DrawKernel) {
    self.kernel = kernel
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
      // A node without perturbed siblings keeps its weight, since it has nothing to share it with.
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
    rows = nodes.map(Int32.init)
    gammas = weights
    uniforms = []
    if case .dirichlet = prior { return }
    uniforms = [DrawRow](repeating: DrawRow(), count: (nodes.count + 3) / 4 * 4)
  }

  /// Writes the raw weights of eight draws in parallel lanes; weights that are not perturbed stay unchanged.
  mutating func sample(firstDraw: Int, purpose: RandomStream.Purpose, into raw: inout [DrawRow]) {
    switch prior {
    case .uniform(let share):
      // Uniform in (1 − p, 1 + p]: never zero, even if p is 1.
      kernel.uniforms(seed: seed, firstDraw: firstDraw, purpose: purpose, into: &uniforms)
      kernel.scale(
        weights, low: 1 - share, width: 2 * share, uniforms: uniforms, nodes: rows, into: &raw)
    case .dirichlet:
      for draw in 0..<DrawRow.draws {
        var stream = RandomStream(seed: seed, draw: firstDraw + draw, purpose: purpose)
        for group in groups {
          shareOut(group, from: &stream)
          for member in group.members { raw[nodes[member]][draw] = gammas[member] }
        }
      }
    case .simplex:
      kernel.uniforms(seed: seed, firstDraw: firstDraw, purpose: purpose, into: &uniforms)
      for group in groups {
        var sum = DrawRow()
        for member in group.members {
          var exponential = DrawRow()
          for draw in 0..<DrawRow.draws { exponential[draw] = -log(uniforms[member][draw]) }
          raw[nodes[member]] = exponential
          sum += exponential
        }
        for member in group.members { raw[nodes[member]] *= group.total / sum }
      }
    }
  }

  /// Divides the weight of a group in proportion to gamma deviates, which makes the shares Dirichlet.
  private mutating func shareOut(_ group: Group, from stream: inout RandomStream) {
    var sum = 0.0
    if group.isInLogarithms {
      var greatest = -Double.infinity
      for member in group.members {
        gammas[member] = stream.logarithmOfGamma(shape: shapes[member])
        greatest = max(greatest, gammas[member])
      }
      for member in group.members {
        // A negligible share becomes zero, before products of shares lose digits.
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
