package import Text

extension SiteBuilder {
  package struct BuildOutcome: Sendable {
    /// Problems of the pages, labels and links, by file, line, column and rule. After an error the files in the tree
    /// are not a site.
    package let findings: [Finding]
    /// The number of pages in both languages.
    package let pageCount: Int
    /// The drawings of the cards, by the path of the picture that a program makes of each; empty without cards.
    package let drawings: [String: String]
    /// Whether the tree has the whole site.
    package var isSound: Bool { !findings.contains { $0.severity == .error } }

    init(findings: [Finding], pageCount: Int, drawings: [String: String] = [:]) {
      self.findings = findings.sorted()
      self.pageCount = pageCount
      self.drawings = drawings
    }

    /// The outcome of a build that ended before any page.
    static func failed(_ findings: [Finding]) -> BuildOutcome {
      BuildOutcome(findings: findings, pageCount: 0)
    }
  }

  package struct Result: Sendable {
    /// Problems of the pages, labels and links; after an error there is no site.
    package let findings: [Finding]
    /// The site; nil when there are errors.
    package let output: SiteOutput?
    /// The number of pages in both languages.
    package let pageCount: Int
    /// The drawings of the cards, by the path of the picture.
    package let drawings: [String: String]

    init(_ outcome: BuildOutcome, _ tree: SiteInMemory) {
      findings = outcome.findings
      output = outcome.isSound ? SiteOutput(files: tree.files) : nil
      pageCount = outcome.pageCount
      drawings = outcome.drawings
    }
  }
}

extension Array where Element == Finding {
  /// By file, line, column and rule.
  func sorted() -> [Finding] {
    sorted { ($0.file, $0.line, $0.column, $0.rule) < ($1.file, $1.line, $1.column, $1.rule) }
  }
}
