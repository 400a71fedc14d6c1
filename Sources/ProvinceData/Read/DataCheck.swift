package import Text

/// The findings on a data folder. It retains everything that was read, because freeing that takes long: a process
/// that is about to end can skip it.
package final class DataCheck: Sendable {
  /// Every problem found, by file, line, column and rule. Paths are relative to the data folder.
  package let findings: [Finding]
  private let values: [FileValues]

  init(findings: [Finding], values: [FileValues]) { (self.findings, self.values) = (findings, values) }
}
