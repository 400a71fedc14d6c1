package import Foundation
package import Scoring
package import Text

/// A framework and scores read from files, with all their problems.
package struct ScoringInput: Sendable {
  /// The framework; nil when there are errors.
  package let framework: Framework?
  /// The scores; nil when there are errors.
  package let table: ScoreTable?
  /// Every problem, by file and line. Files are named as given.
  package let findings: [Finding]
  let places: ScoringPlaces?
  /// The standard errors by unit and code.
  let standardErrors: [String: [String: Double]]

  /// A file, as it was when its bytes were read.
  package struct InputFile: Sendable {
    let path: String
    let bytes: Data?

    /// - Parameters:
    ///   - path: as findings show it; the extension decides the format.
    ///   - bytes: nil when the file cannot be read.
    package init(path: String, bytes: Data?) { (self.path, self.bytes) = (path, bytes) }

    init(_ url: URL) {
      // A file handle also reads pipes.
      self.init(
        path: url.relativePath, bytes: try? FileHandle(forReadingFrom: url).readToEnd() ?? Data())
    }
  }

  /// Reads the files. A `.yaml` framework is an edition file, anything else CSV.
  ///
  /// - Parameter standardErrors: a table of the standard errors of scores, in the same formats as the scores.
  package static func read(framework: URL, scores: URL, standardErrors: URL? = nil) -> ScoringInput {
    read(
      framework: InputFile(framework), scores: InputFile(scores),
      standardErrors: standardErrors.map(InputFile.init))
  }

  /// The same for bytes that are already read.
  package static func read(framework: InputFile, scores: InputFile, standardErrors: InputFile? = nil)
    -> ScoringInput
  {
    let log = FindingLog()
    let tree = text(framework, log).flatMap {
      FrameworkReader(file: framework.path, log: log).read($0)
    }
    func readCells(_ file: InputFile) -> UnitTable? {
      text(file, log).flatMap {
        UnitTableReader(file: file.path, log: log, framework: tree?.framework).read($0)
      }
    }
    let cells = readCells(scores)
    let table = cells.map { ScoreTableReader(log: log, framework: tree?.framework).scores(of: $0) }
    let errors = standardErrors.flatMap(readCells).map {
      StandardErrorReader(log: log, scores: cells).errors(of: $0)
    }
    let findings = log.sorted
    guard !findings.contains(where: { $0.severity == .error }), let tree, let table, let cells else {
      return ScoringInput(
        framework: nil, table: nil, findings: findings, places: nil, standardErrors: [:])
    }
    return ScoringInput(
      framework: tree.framework, table: table, findings: findings,
      places: ScoringPlaces(framework: tree.places, scores: cells), standardErrors: errors ?? [:])
  }

  private static func text(_ file: InputFile, _ log: FindingLog) -> String? {
    guard let bytes = file.bytes else {
      log.report(.fileMissing(path: file.path), in: file.path, at: .start)
      return nil
    }
    return DataText(Array(bytes), file: file.path, log: log)?.text
  }
}

/// The positions of the parts of a framework and of its scores.
struct ScoringPlaces {
  let framework: FrameworkPlaces
  let scores: UnitTable
}
