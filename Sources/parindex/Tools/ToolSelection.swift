internal import Text

/// The tools named on the command line, and what there is of them on this machine.
struct ToolSelection: Sendable {
  /// Every tool that there is.
  static let all: [any OutsideTool] = [SearchIndexer(), CardMaker()]

  /// The tools to run, in the order of ``all``.
  let found: [(tool: any OutsideTool, program: FoundTool)]
  /// The tools that this machine does not have.
  let missing: [any OutsideTool]

  /// - Parameter options: words for tools; others are left out.
  init(_ options: [String]) {
    let programs = Self.all.filter { options.contains($0.option) }.map { (tool: $0, program: $0.find()) }
    found = programs.compactMap { tool, program in program.map { (tool, $0) } }
    missing = programs.filter { $0.program == nil }.map(\.tool)
  }

  /// The words of `--with`, which are separated by commas.
  static func words(_ list: String?) -> [String] {
    (list ?? "").split(separator: ",").map { String($0.filter { $0 != " " }) }
  }

  /// What decides which files there are: each tool with its version, without one where it is missing.
  var identity: [String] {
    found.map { $0.tool.name + " " + $0.program.version } + missing.map(\.name)
  }

  /// Whether there is a tool that makes the cards, so that pages can name them.
  var hasCards: Bool { found.contains { $0.tool.source == .drawings } }

  /// A warning for each missing tool.
  var warnings: [Rule] { missing.map { Rule.toolMissing($0.name, option: $0.option, $0.installation) } }
}
