internal import ArgumentParser
internal import Foundation
internal import ProvinceData
internal import Robustness
internal import Scoring
internal import SiteGen

/// Shows how the ranks change under other weights.
struct RobustnessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "robustness",
    abstract: "Change the weights of a framework and see what becomes of the ranks.",
    discussion: """
      The framework and the scores are as in "parindex score"; docs/index-files.md describes all files. \
      Each draw changes the weights, scores and ranks all units. The result is the same for any number of \
      threads.

      Examples:
        parindex robustness --framework departments.csv --scores points.csv
        parindex robustness --framework w.csv --scores v.csv --draws 100000 \\
          --levels leaves --pairs --flips
        parindex robustness --framework w.csv --scores v.csv \\
          --perturb dirichlet:50 --until-error 0.01 --format json
        parindex robustness --framework w.csv --scores v.csv \\
          --weights-out drawn.csv --ranks-out ranks.csv
        parindex robustness --framework w.csv --scores v.csv --weights-in drawn.csv
      """)

  enum RobustnessFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv
  }

  @Option(help: "The framework: an edition file or a CSV.")
  var framework: String
  @Option(help: "The scores: a CSV.")
  var scores: String
  @OptionGroup(title: "Weights")
  var drawing: DrawingOptions
  @Option(help: "Replay the weights of this CSV (draw, then one raw weight a code) instead of drawing.")
  var weightsIn: String?
  @Option(help: "Write the weights of each draw to this CSV.")
  var weightsOut: String?
  @Option(help: "Write the ranks of each draw to this CSV (draw, then one rank a unit).")
  var ranksOut: String?
  @Option(help: "The least share of the weight, 0 to 1, that the known values of a ranked unit cover.")
  var minCoverage = 0.0
  @Option(help: "How many threads work; all cores when not given.")
  var threads: Int?
  @Flag(help: "Vary the scores too, within the decimals that they are printed with.")
  var rounding = false
  @Option(help: "Vary the scores too: a CSV like the scores, with their standard errors.")
  var errors: String?
  @Flag(help: "How often each unit ranks above each other, and which cannot be told apart.")
  var pairs = false
  @Option(
    help: "The share of draws, above 0.5, from which on one unit counts as above another; with --pairs.")
  var level: Double?
  @Flag(help: "For each pair of units, the smallest change of a single weight that swaps them (exact).")
  var flips = false
  @Flag(help: "The best and the worst rank of each unit over all weights within P of uniform:P (exact).")
  var ranges = false
  @Flag(help: "The ranks with one component left out, with other means, and both.")
  var variants = false
  @Flag(help: "How the components correlate, and what each really weighs.")
  var coherence = false
  @Option(help: "table, json or csv.")
  var format: RobustnessFormat = .table
  @Option(help: "The language of the output: vi or en.")
  var lang: OutputLanguage = .vi

  func validate() throws {
    if let level, !(level > 0.5 && level <= 1) {
      throw ValidationError("--level must be above 0.5 and at most 1.")
    }
    if level != nil, !pairs { throw ValidationError("--level needs --pairs.") }
    if !(0...1).contains(minCoverage) { throw ValidationError("--min-coverage must be between 0 and 1.") }
    if let threads, threads < 1 { throw ValidationError("--threads must be at least 1.") }
    if weightsIn != nil {
      if let given = drawing.firstGiven ?? (rounding ? "--rounding" : errors.map { _ in "--errors" }) {
        throw ValidationError("\(given) is for drawing; --weights-in replays weights that are drawn already.")
      }
      if weightsOut != nil {
        throw ValidationError("--weights-out would write what --weights-in reads; leave one of them out.")
      }
    }
    if weightsOut != nil, rounding || errors != nil {
      throw ValidationError(
        "--weights-out cannot be replayed when scores vary too; leave out --rounding and --errors.")
    }
    if ranges {
      guard case .uniform = drawing.settings.prior, weightsIn == nil else {
        throw ValidationError("--ranges needs weights within a share: --perturb uniform:P.")
      }
    }
    try checkPaths()
  }

  /// Checks that no file is used twice, and that the file to replay exists.
  private func checkPaths() throws {
    func place(_ path: String) -> String {
      URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path(percentEncoded: false)
    }
    var seen = Set([framework, scores, errors, weightsIn].compactMap { $0 }.map(place))
    for path in [weightsOut, ranksOut].compactMap({ $0 }) where !seen.insert(place(path)).inserted {
      throw ValidationError("'\(path)' is read or written twice; choose another name.")
    }
    if let weightsIn, !FileManager.default.fileExists(atPath: weightsIn) {
      throw ValidationError("There is no file '\(weightsIn)'.")
    }
  }

  func run() throws {
    let language = lang.language
    let input = try IndexFiles(framework: framework, scores: scores, standardErrors: errors).read(language)
    guard input.framework != nil else { throw ExitCode(1) }
    let index = try IndexFiles.index(of: input, minimumCoverage: minCoverage, language)
    var settings = drawing.settings
    settings.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
    settings.countsPairs = pairs
    if rounding || errors != nil {
      settings.measurement = try MeasurementModel(
        rounding: rounding, standardErrors: input.standardErrors(for: index), index: index)
    }
    let run = RobustnessRun(index: index, settings: settings, language: language)
    let result: RobustnessResult
    if let weightsIn {
      result = try run.replay(weightsIn, of: input, ranksOut: ranksOut)
    } else {
      result = try run.draw(weightsOut: weightsOut, ranksOut: ranksOut)
    }
    var extras = RobustnessReport.Extras()
    extras.level = level ?? extras.level
    if flips { extras.flips = FlipPoints.smallest(in: index) }
    if ranges, case .uniform(let share) = settings.prior {
      extras.ranges = RobustnessReport.Ranges(
        share: share, levels: settings.levels,
        units: RankRanges.within(share, levels: settings.levels, of: index))
    }
    if variants { extras.variants = VariantReport(index) }
    if coherence { extras.coherence = CoherenceReport(index) }
    if settings.measurement != nil { extras.variance = run.varianceShares(draws: result) }
    let report = RobustnessReport(
      index: index, result: result, weights: weightsIn == nil ? .drawn(settings) : .replayed, extras: extras,
      language: language)
    switch format {
    case .table: try Console.result(report.text(command: command))
    case .json: try Console.result(report.json)
    case .csv: try Console.result(report.csv)
    }
  }

  /// The command as given, without options that do not affect the figures.
  private var command: String {
    let irrelevant: Set = ["--threads", "--format", "--lang", "--weights-out", "--ranks-out"]
    var words: [String] = []
    var arguments = CommandLine.arguments.dropFirst()
    while let word = arguments.popFirst() {
      let name = word.prefix { $0 != "=" }
      if irrelevant.contains(String(name)) {
        if name == word[...] { arguments = arguments.dropFirst() }
        continue
      }
      words.append(ShellWord.quoted(word))
    }
    return (["parindex"] + words).joined(separator: " ")
  }
}
