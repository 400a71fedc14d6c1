public import Foundation
public import Scoring

/// A framework and scores read from two files, with every problem of both.
public struct ScoringInput: Sendable {
  /// The framework; nil when there are errors.
  public let framework: Framework?
  /// The scores; nil when there are errors.
  public let table: ScoreTable?
  /// Every problem, by file and line. Files are named as given.
  public let findings: [Finding]

  /// Reads both files. A `.yaml` framework is an edition file, anything else CSV.
  public static func read(framework: URL, scores: URL) -> ScoringInput {
    let log = FindingLog()
    let tree = text(framework, log).flatMap {
      FrameworkReader(file: framework.relativePath, log: log).read($0)
    }
    let table = text(scores, log).flatMap {
      ScoreTableReader(file: scores.relativePath, log: log, framework: tree).read($0)
    }
    let findings = log.sorted
    let isSound = !findings.contains { $0.severity == .error }
    return ScoringInput(
      framework: isSound ? tree : nil, table: isSound ? table : nil, findings: findings)
  }

  private static func text(_ url: URL, _ log: FindingLog) -> String? {
    let path = url.relativePath
    guard let bytes = try? Data(contentsOf: url) else {
      log.report(.fileMissing(path: path), in: path, at: .start)
      return nil
    }
    return DataText(Array(bytes), file: path, log: log)?.text
  }
}
