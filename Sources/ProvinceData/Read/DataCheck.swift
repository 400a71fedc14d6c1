package import Text

/// What is wrong with a data folder. Holds what was read to find it, which takes long to free: a process that ends soon
/// can leave that to its end.
package final class DataCheck: Sendable {
  /// Every problem found, by file, line, column and rule. Paths are relative to the data folder.
  package let findings: [Finding]
  private let values: [FileValues]

  init(findings: [Finding], values: [FileValues]) { (self.findings, self.values) = (findings, values) }
}
