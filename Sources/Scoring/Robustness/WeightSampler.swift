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
    let nodes: [Int]
    /// Their raw weights in the framework, above 0.
    let weights: [Double]
    /// The raw weight that they have together.
    let total: Double
    /// The parameters of a Dirichlet distribution; empty for a uniform prior.
    let shapes: [Double]
  }

  private let groups: [Group]
  private let prior: WeightPrior
  private let seed: UInt64

  init(index: CompositeIndex, settings: RankSimulation.Settings) {
    let perturbed = index.perturbedNodes(settings.levels)
    prior = settings.prior
    seed = settings.seed
    groups = Dictionary(grouping: perturbed) { index.nodes[$0].parent ?? 0 }
      .sorted { $0.key < $1.key }
      .map { parent, nodes in
        let weights = nodes.map { index.nodes[$0].weight }
        let total = weights.reduce(0, +)
        let shapes: [Double] =
          switch settings.prior {
          case .uniform: []
          case .dirichlet(let concentration): weights.map { concentration * $0 / total }
          case .simplex: weights.map { _ in 1 }
          }
        return Group(nodes: nodes, weights: weights, total: total, shapes: shapes)
      }
  }

  /// The nodes whose weights are drawn.
  var nodes: [Int] { groups.flatMap(\.nodes) }

  /// Writes the raw weights of one draw; those that are not perturbed are left as they are.
  func sample(draw: Int, purpose: RandomStream.Purpose, into weights: inout [Double]) {
    var stream = RandomStream(seed: seed, draw: draw, purpose: purpose)
    for group in groups {
      switch prior {
      case .uniform(let share):
        for (node, weight) in zip(group.nodes, group.weights) {
          weights[node] = weight * (1 - share + 2 * share * stream.positiveUnit())
        }
      case .simplex, .dirichlet:
        var greatest = -Double.infinity
        for (node, shape) in zip(group.nodes, group.shapes) {
          weights[node] = stream.logarithmOfGamma(shape: shape)
          greatest = max(greatest, weights[node])
        }
        var sum = 0.0
        for node in group.nodes {
          weights[node] = exp(weights[node] - greatest)
          sum += weights[node]
        }
        for node in group.nodes { weights[node] *= group.total / sum }
      }
    }
  }
}
