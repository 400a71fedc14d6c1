public import Foundation
public import Scoring

/// A framework and scores read from two files, with every problem of both.
public struct ScoringInput: Sendable {
  /// The framework; nil when it has errors.
  public let framework: Framework?
  /// The scores; nil when they have errors.
  public let table: ScoreTable?
  /// Every problem, by file and line. Files are named as given.
  public let findings: [Finding]

  /// Reads both files. A `.yaml` framework is an edition file, anything else CSV.
  public static func read(framework: URL, scores: URL) -> ScoringInput {
    let session = LoadSession()
    let sources = [framework, scores].map { source($0, session) }
    let tree = sources[0].flatMap { FrameworkReader(session: session).read($0) }
    let table = sources[1].flatMap { ScoreTableReader(session: session, framework: tree).read($0) }
    let findings = session.sortedFindings
    let isSound = !findings.contains { $0.severity == .error }
    return ScoringInput(
      framework: isSound ? tree : nil, table: isSound ? table : nil, findings: findings)
  }

  private static func source(_ url: URL, _ session: LoadSession) -> SourceText? {
    let path = url.relativePath
    guard let bytes = try? Data(contentsOf: url) else {
      session.report(.fileMissing, at: Place(file: path))
      return nil
    }
    return SourceText(path: path, bytes: bytes, session: session)
  }
}
