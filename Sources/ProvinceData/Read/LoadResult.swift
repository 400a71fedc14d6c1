package import Scoring
package import Text

/// The result of reading a data folder.
package struct LoadResult: Sendable {
  /// Every problem found, by file, line, column and rule. Paths are relative to the data folder.
  package let findings: [Finding]
  /// The data; nil when any finding is an error.
  package let dataset: Dataset?

  init(findings: [Finding], dataset: Dataset?) {
    self.findings = findings
    self.dataset = findings.contains { $0.severity == .error } ? nil : dataset
  }

  /// The findings in these files or folders, given relative to the data folder with `/` between folders.
  ///
  /// An empty list or an empty path selects all findings.
  package func findings(in paths: [String]) -> [Finding] {
    guard !paths.isEmpty else { return findings }
    return findings.filter { finding in
      paths.contains { $0.isEmpty || finding.file == $0 || finding.file.hasPrefix($0 + "/") }
    }
  }
}
