/// The distribution from which weights are drawn.
public enum WeightPrior: Hashable, Sendable {
  /// Each raw weight is multiplied by an independent number uniform between 1 − p and 1 + p; siblings are then
  /// normalised to sum to 1. 0 ≤ p ≤ 1.
  case uniform(Double)
  /// The weights of siblings have a Dirichlet distribution with the weights of the framework as mean and this
  /// concentration, above 0: each has variance w(1 − w) ÷ (concentration + 1).
  case dirichlet(concentration: Double)
  /// All weights of siblings are equally likely, regardless of the framework: Dirichlet with all parameters 1.
  case simplex
}

extension WeightPrior: CustomStringConvertible {
  /// The form used on the command line: `uniform:0.25`, `dirichlet:100`, `simplex`.
  public var description: String {
    switch self {
    case .uniform(let share): "uniform:\(share)"
    case .dirichlet(let concentration): "dirichlet:\(concentration)"
    case .simplex: "simplex"
    }
  }

  /// Parses the form used on the command line; nil for anything else and for a parameter out of range.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let number = parts.count == 2 ? Double(parts[1]) : nil
    switch (parts.first, number) {
    case ("uniform", let share?) where (0...1).contains(share): self = .uniform(share)
    case ("dirichlet", let concentration?) where concentration > 0 && concentration.isFinite:
      self = .dirichlet(concentration: concentration)
    case ("simplex", nil) where parts.count == 1: self = .simplex
    default: return nil
    }
  }
}
