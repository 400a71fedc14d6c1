public import Foundation
internal import Scoring

/// Reads and checks a data folder.
///
/// All findings of a run are collected: a fault in one file or row never hides those in others.
public struct DataLoader: Sendable {
  private let folder: URL

  /// Takes the folder that holds `toolkit.yaml`.
  public init(folder: URL) { self.folder = folder }

  /// Reads everything.
  ///
  /// - Throws: when the folder does not exist or the system refuses to read a file. Faults in the data are not
  ///   thrown; they are findings of the result.
  public func load() throws(DataLoadingError) -> LoadResult {
    let session = LoadSession()
    let content = try DataFolder(folder, session: session)
    let dataset = DatasetReader(content, session: session).read()
    session.catalogue.check(session)
    let findings = session.sortedFindings
    let hasErrors = findings.contains { $0.severity == .error }
    return LoadResult(findings: findings, dataset: hasErrors ? nil : dataset)
  }
}
