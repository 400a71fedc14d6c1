/// How much of the variance of each unit's rank comes from the weights, from the measurement, and from their
/// interaction.
///
/// The shares are first-order sensitivity indices of two groups of inputs, the weights W and the measured values M:
/// Var(E[rank | W]) ÷ Var(rank), the same for M, and the remaining interaction. They are estimated by pick-and-freeze:
/// each draw ranks the units with (W, M), with (W, M′) and with (W′, M). Half the mean squared difference of the first
/// two ranks is the variance that W alone leaves unexplained.
///
/// Sobol', "Sensitivity estimates for nonlinear mathematical models" (1993); Jansen, "Analysis of variance designs for
/// model output" (1999); Saltelli et al., "Variance based sensitivity analysis of model output", Computer Physics
/// Communications 181 (2010), table 2.
package struct VarianceShares: Sendable {
  /// A share with its Monte Carlo error.
  package struct Share: Hashable, Sendable {
    /// The estimate. The share is between 0 and 1; the estimate can lie outside by its error.
    package let value: Double
    /// The Monte Carlo standard error, from the spread over 32 batches of draws; nil with fewer than 64 draws.
    package let error: Double?

    package init(value: Double, error: Double?) {
      self.value = value
      self.error = error
    }
  }

  /// One unit. The shares are nil when its rank never varies.
  package struct UnitVariance: Sendable {
    /// The name.
    package let name: String
    /// The variance of its rank under both uncertainties, not below 0; nil without draws.
    package let rankVariance: Double?
    /// The share of the weights alone.
    package let weights: Share?
    /// The share of the measurement alone.
    package let measurement: Share?
    /// The share of their interaction.
    package let interaction: Share?
  }

  /// The units in the order of the index.
  package let units: [UnitVariance]
  /// The number of counted draws; each ranks the units three times.
  package let draws: Int
  /// The number of excluded draws by reason; reasons that did not occur are absent.
  package let excluded: [RobustnessResult.Exclusion: Int]
}
