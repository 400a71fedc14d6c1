internal import ArgumentParser
internal import Robustness
internal import Scoring

/// The options for drawing weights.
struct DrawingOptions: ParsableArguments {
  private static let defaults = RankSimulation.Settings()

  @Option(help: "How many draws; 10000 when not given.")
  var draws: Int?
  @Option(help: "Draw until every mean and percentile rank has at most this Monte Carlo error.")
  var untilError: Double?
  @Option(help: "The most draws with --until-error; 1000000 when not given.")
  var maxDraws: Int?
  @Option(
    help: ArgumentHelp(
      "uniform:P (each weight times 1 − P to 1 + P), dirichlet:C (concentration C) or simplex; uniform:0.25 "
        + "when not given.", valueName: "prior"))
  var perturb: String?
  @Option(
    help: ArgumentHelp(
      "Whose weights change: components (directly below the root), leaves or all; components when not given.",
      valueName: "levels"))
  var levels: String?
  @Option(help: "The seed of the random numbers; 1 when not given.")
  var seed: UInt64?

  func validate() throws {
    if let draws, draws < 1 { throw ValidationError("--draws must be at least 1.") }
    if let maxDraws, maxDraws < 1 { throw ValidationError("--max-draws must be at least 1.") }
    if let untilError, !(untilError > 0 && untilError.isFinite) {
      throw ValidationError("--until-error must be above 0.")
    }
    if draws != nil, untilError != nil {
      throw ValidationError("--draws and --until-error exclude each other; --max-draws limits --until-error.")
    }
    if maxDraws != nil, untilError == nil { throw ValidationError("--max-draws needs --until-error.") }
    if let perturb, WeightPrior(perturb) == nil {
      throw ValidationError(
        "'\(perturb)' is no prior; write uniform:P (P from 0 to 1), dirichlet:C (C above 0) or simplex.")
    }
    if let levels, PerturbedLevels(rawValue: levels) == nil {
      throw ValidationError("'\(levels)' is no level; write components, leaves or all.")
    }
  }

  /// The first option given, as written on the command line; nil when none is.
  var firstGiven: String? {
    let given: [(String, Bool)] = [
      ("--draws", draws != nil), ("--until-error", untilError != nil), ("--max-draws", maxDraws != nil),
      ("--perturb", perturb != nil), ("--levels", levels != nil), ("--seed", seed != nil),
    ]
    return given.first { $0.1 }?.0
  }

  /// The settings of the simulation.
  var settings: RankSimulation.Settings {
    var settings = Self.defaults
    if let draws { settings.draws = .fixed(draws) }
    if let untilError { settings.draws = .untilError(untilError, atMost: maxDraws ?? 1_000_000) }
    settings.prior = perturb.flatMap { WeightPrior($0) } ?? settings.prior
    settings.levels = levels.flatMap(PerturbedLevels.init(rawValue:)) ?? settings.levels
    settings.seed = seed ?? settings.seed
    return settings
  }
}
