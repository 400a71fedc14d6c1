internal import Foundation

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
  package let nodes: [Int]
  /// Their raw weights in the framework, above 0.
  private let weights: [Double]
  /// The parameter of each in a Dirichlet distribution of its group; empty for another prior.
  private let shapes: [Double]
  private let groups: [Group]
  private let kernel: DrawKernel
  /// The nodes again, as the kernel reads them.
  private let rows: [Int32]
  /// One a node, in whole blocks of the generator; empty for a prior of which each draw takes its own count.
  private var uniforms: [DrawRow]
  /// One a node, for the draw in hand.
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
    rows = nodes.map(Int32.init)
    gammas = weights
    uniforms = []
    if case .dirichlet = prior { return }
    uniforms = [DrawRow](repeating: DrawRow(), count: (nodes.count + 3) / 4 * 4)
  }

  /// Writes the raw weights of eight draws side by side; those that are not perturbed are left as they are.
  mutating func sample(firstDraw: Int, purpose: RandomStream.Purpose, into raw: inout [DrawRow]) {
    switch prior {
    case .uniform(let share):
      // Uniform in (1 − p, 1 + p]: never zero, even where p is 1.
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
