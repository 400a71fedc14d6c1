internal import ArgumentParser
internal import Foundation
internal import ProvinceData
internal import Robustness
internal import Scoring
internal import Text

/// One simulation with its files and its progress line.
struct RobustnessRun {
  let index: CompositeIndex
  let settings: RankSimulation.Settings
  let language: Language

  private var simulation: RankSimulation { RankSimulation(index: index, settings: settings) }

  /// Draws weights and writes the requested files.
  ///
  /// - Throws: when a file cannot be written; unfinished files are removed.
  func draw(weightsOut: String?, ranksOut: String?) throws -> RobustnessResult {
    let progress = ProgressLine()
    defer { progress.clear() }
    let most = settings.draws.most
    let language = language
    @Sendable func show(_ done: Int) { progress.show(Self.text(done, of: most, language)) }
    let files = try DrawFiles(
      weights: weightsOut, ranks: ranksOut, index: index, nodes: index.perturbedNodes(settings.levels))
    if files.isEmpty { return simulation.run(progress: show) }
    do {
      let result = try simulation.run { batch in
        let first = batch.firstDraw + 1
        try files.write(batch, numbers: Array(first..<first + batch.count))
        show(batch.firstDraw + batch.count)
      }
      try files.finish()
      return result
    } catch {
      files.abandon()
      throw error
    }
  }

  /// Ranks with the weights of a file and writes the ranks if requested.
  ///
  /// - Throws: exit code 1 when the file has errors; also when a file cannot be written.
  func replay(_ path: String, of input: ScoringInput, ranksOut: String?) throws -> RobustnessResult {
    let progress = ProgressLine()
    defer { progress.clear() }
    do {
      var reader = try WeightsReader(URL(filePath: path), index: index, of: input)
      DataFolder.report(reader.findings, in: ".", language: language)
      let files = try DrawFiles(weights: nil, ranks: ranksOut, index: index, nodes: [])
      do {
        let result = try simulation.replay {
          try reader.next($0)
        } batches: { batch in
          try files.write(batch, numbers: reader.nextDrawNumbers(batch.count))
          progress.show(Self.text(batch.firstDraw + batch.count, of: nil, language))
        }
        try files.finish()
        return result
      } catch {
        files.abandon()
        throw error
      }
    } catch let faults as WeightsReader.Faults {
      progress.clear()
      DataFolder.report(faults.findings, in: ".", language: language)
      throw ExitCode(1)
    }
  }

  /// The shares of weights and measurement in the variance of the ranks, over as many draws as the result has.
  func varianceShares(draws result: RobustnessResult) -> VarianceShares {
    var settings = settings
    settings.draws = .fixed(result.draws + result.excluded.values.reduce(0, +))
    return RankSimulation(index: index, settings: settings).varianceShares()
  }

  private static func text(_ done: Int, of most: Int?, _ language: Language) -> String {
    let counts = [done, most].compactMap { $0 }.map { NumberText.whole($0, in: language) }
    return (language == .vietnamese ? "Lượt " : "Draw ") + counts.joined(separator: "/")
  }
}
