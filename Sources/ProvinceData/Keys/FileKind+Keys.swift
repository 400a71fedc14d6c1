extension FileKind {
  /// The keys of the file; nil for CSV files.
  var mapping: MappingShape? {
    switch self {
    case .toolkit: MappingReader.shape { $0.toolkit() }
    case .sources: MappingReader.shape { $0.bibliography() }
    case .publishers: MappingReader.shape { $0.publishers() }
    case .indicators: MappingReader.shape { $0.indicators() }
    case .indexes: MappingReader.shape { $0.indexes() }
    case .entities: MappingReader.shape { $0.entities() }
    case .tiles: MappingReader.shape { $0.provinceMaps() }
    case .profile: MappingReader.shape { $0.entity(hasProfile: true) }
    case .units: MappingReader.shape { $0.unitGroups() }
    case .plan: MappingReader.shape { $0.plan(.empty) }
    case .editions: MappingReader.shape { $0.edition() }
    case .changes: MappingReader.shape { $0.changes() }
    case .outcomes, .published, .scorecards: nil
    }
  }

  /// The columns of the file, in order; nil for YAML files.
  var columns: [KeyShape]? { figureColumns?.all.map(\.key) }

  /// New columns to read the file into; nil for YAML files.
  var figureColumns: FigureColumns? {
    switch self {
    case .outcomes: OutcomeColumns()
    case .published: PublishedColumns()
    case .scorecards: ScorecardColumns()
    case .toolkit, .publishers, .sources, .indicators, .indexes, .entities, .tiles, .profile, .units, .plan,
      .changes, .editions:
      nil
    }
  }
}
