/// The kinds of data files.
enum FileKind: Hashable, CaseIterable {
  case toolkit, indexes, publishers, sources, indicators, editions, entities, tiles, profile, units
  case plan, changes
  case outcomes, published, scorecards

  /// The kind of the file at a path relative to the data folder; nil when no kind has such files.
  init?(path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let isYAML = path.hasSuffix(".yaml")
    switch (parts.count, parts[0]) {
    case (1, "toolkit.yaml"): self = .toolkit
    case (1, "indexes.yaml"): self = .indexes
    case (1, "publishers.yaml"): self = .publishers
    case (2, "sources") where isYAML: self = .sources
    case (2, "indicators") where isYAML: self = .indicators
    case (2, "editions") where isYAML: self = .editions
    case (2, "changes") where isYAML: self = .changes
    case (2, "national") where parts[1] == "entities.yaml": self = .entities
    case (2, "national") where parts[1] == "tiles.yaml": self = .tiles
    case (2..., "national"): self.init(inFolder: Array(parts.dropFirst()))
    case (3, "provinces") where parts[2] == "profile.yaml": self = .profile
    case (3, "provinces") where parts[2] == "units.yaml": self = .units
    case (3..., "provinces"): self.init(inFolder: Array(parts.dropFirst(2)))
    default: return nil
    }
  }

  private init?(inFolder parts: [String]) {
    switch (parts.count, parts[0]) {
    case (1, "outcomes.csv"): self = .outcomes
    case (1, "published.csv"): self = .published
    case (1, "scorecards.csv"): self = .scorecards
    case (2, "plans") where parts[1].hasSuffix(".yaml"): self = .plan
    default: return nil
    }
  }

  /// Whether the file belongs to the catalogue, to which plans and tables refer. Plans and tables do not refer to
  /// each other; changes also refer to targets.
  var isOfCatalogue: Bool {
    switch self {
    case .toolkit, .indexes, .publishers, .sources, .indicators, .editions, .entities, .tiles, .profile,
      .units:
      true
    case .plan, .changes, .outcomes, .published, .scorecards: false
    }
  }

  /// The most rows of a table, and items of a list.
  static let mostRecords = 50_000

  /// Whether files of the kind can cite sources.
  var citesSources: Bool { ![.toolkit, .publishers, .sources, .tiles, .changes].contains(self) }

  /// Whether files of the kind are CSV.
  var isTable: Bool { [.outcomes, .published, .scorecards].contains(self) }

  /// The kinds of identifiers that the file declares. If one such file cannot be read, references of those kinds are
  /// not checked.
  var declares: [ReferenceKind] {
    switch self {
    case .sources: [.source]
    case .indicators: [.indicator, .denominator]
    case .editions: [.edition, .block]
    case .entities: [.entity, .subject]
    case .profile: [.entity, .subject, .province]
    case .units: [.subject]
    case .indexes: [.index]
    case .toolkit, .publishers, .tiles, .plan, .changes, .outcomes, .published, .scorecards: []
    }
  }

  /// Whether a file at this path is allowed in the data folder without being data.
  static func isIgnored(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    if parts.contains(where: { $0.hasPrefix(".") }) { return true }
    return parts.last == "README.md" || (parts.first == "schema" && path.hasSuffix(".schema.json"))
  }
}
