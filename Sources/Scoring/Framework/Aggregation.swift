/// How the values of a node's children combine into its own value.
public enum Aggregation: String, CaseIterable, Sendable {
  /// Σ wᵢxᵢ ÷ Σ wᵢ: a strong part can fully compensate for a weak one.
  case arithmetic
  /// (Π xᵢ^wᵢ)^(1 ÷ Σ wᵢ): weak parts count more. Values must not be negative; one zero makes the node zero.
  case geometric
  /// Σ wᵢ ÷ Σ (wᵢ ÷ xᵢ): weak parts count most. Values must not be negative; one zero makes the node zero.
  case harmonic

  /// Whether negative values have no meaning.
  public var needsNonNegative: Bool { self != .arithmetic }
}
