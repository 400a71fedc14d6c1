/// How the values below a node become its own.
public enum Aggregation: String, CaseIterable, Sendable {
  /// Σ wᵢxᵢ ÷ Σ wᵢ: what one part lacks another can make up in full.
  case arithmetic
  /// (Π xᵢ^wᵢ)^(1 ÷ Σ wᵢ): a weak part weighs more. Values must not be below zero; one zero makes the node zero.
  case geometric
  /// Σ wᵢ ÷ Σ (wᵢ ÷ xᵢ): a weak part weighs most. Values must not be below zero; one zero makes the node zero.
  case harmonic

  /// Whether values below zero have no meaning.
  public var needsNonNegative: Bool { self != .arithmetic }
}
