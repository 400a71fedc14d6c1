/// A kind of data file, with its columns or keys in the order of the documentation.
enum DataFileKind: String, CaseIterable {
  case scorecards
  case published
  case outcomes
  case plans
  case profile
  case units
  case indicators
  case editions
  case publishers
  case sources
  case entities
  case tiles
  case indexes
  case changes
  case toolkit

  /// Rules that hold for all kinds, as labels.
  static let conventions = [
    "convention_unknown", "convention_numbers", "convention_dates", "convention_ids",
    "convention_languages", "convention_status", "convention_conflict",
  ]

  /// The kind of a file by its path; nil when the kind is not documented.
  init?(path: String) {
    let parts = path.split(separator: "/").map(String.init)
    guard let name = parts.last else { return nil }
    if parts.dropLast().contains("plans") { self = .plans; return }
    switch (parts.first, name) {
    case (_, "scorecards.csv"): self = .scorecards
    case (_, "published.csv"): self = .published
    case (_, "outcomes.csv"): self = .outcomes
    case (_, "profile.yaml"): self = .profile
    case (_, "units.yaml"): self = .units
    case (_, "entities.yaml"): self = .entities
    case (_, "tiles.yaml"): self = .tiles
    case (_, "indexes.yaml"): self = .indexes
    case (_, "publishers.yaml"): self = .publishers
    case (_, "toolkit.yaml"): self = .toolkit
    case ("indicators", _): self = .indicators
    case ("editions", _): self = .editions
    case ("sources", _): self = .sources
    case ("changes", _): self = .changes
    default: return nil
    }
  }

  private static let rowProvenance = [
    "source", "also_sources", "contradicted_by", "derived",
  ]

  /// The columns or keys.
  var keys: [String] {
    let notes = ["note_vi", "note_en"]
    switch self {
    case .scorecards:
      return [
        "entity", "year", "node", "basis", "applies", "self_points", "points", "max_points", "percent",
        "bound",
        "rank", "list_size",
      ] + DataFileKind.rowProvenance + ["evidence", "explanation_vi", "explanation_en"] + notes
    case .published:
      return [
        "entity", "year", "index", "measure", "node", "bound", "value", "unit", "maximum", "rank",
        "list_size",
      ] + DataFileKind.rowProvenance + ["read_from_order"] + notes
    case .outcomes:
      return [
        "entity", "year", "period", "as_of", "indicator", "denominator", "level", "bound", "value",
        "list_size",
        "statement_vi", "statement_en", "source", "locator_vi", "locator_en", "also_sources",
        "contradicted_by", "derived",
      ] + notes
    case .plans: return DataFileKind.planKeys
    case .profile:
      return [
        "id", "name", "kind", "code", "region", "from", "until", "successors", "predecessors", "citations",
        "responsible", "note",
      ]
    case .units:
      return [
        "province", "groups.id", "groups.name", "groups.kind", "groups.units",
      ]
    case .indicators:
      return [
        "id", "name", "unit", "direction", "component", "levels", "above_100", "negative", "fiscal_year",
        "yearly",
        "denominators", "not_comparable_with", "published_as", "note",
      ]
    case .editions: return DataFileKind.editionKeys
    case .publishers:
      return ["name", "also", "makes", "makes_indicators", "speaks_for", "republishes"]
    case .sources: return ["id", "title", "publisher", "date", "kind", "language", "url", "copy", "note"]
    case .entities:
      return ["id", "name", "kind", "region", "from", "until", "successors", "citations", "note"]
    case .tiles:
      return ["from", "until", "tiles.entity", "tiles.row", "tiles.column", "tiles.label"]
    case .indexes:
      return [
        "id", "province", "name", "publisher", "scale", "unit", "better", "bands", "breaks", "citations",
        "method", "note",
      ]
    case .changes:
      return ["date", "what", "why", "targets", "figures", "from", "to", "told"]
    case .toolkit: return ["as_of", "provinces"]
    }
  }

  private static let planKeys = [
    "id", "entity", "title", "kind", "scope", "years", "number", "date", "source", "summary_only", "note",
    "amended_by", "superseded_by", "targets.id", "targets.indicator", "targets.denominator",
    "targets.component", "targets.level",
    "targets.statement", "targets.comparator", "targets.value", "targets.low", "targets.high",
    "targets.unit", "targets.baseline", "targets.group_name", "targets.first", "targets.year",
    "targets.deadline", "targets.stages", "targets.derived", "targets.how", "targets.aspiration",
    "targets.bare_number", "targets.excludes", "targets.conditions", "targets.reading", "targets.group",
    "targets.step_of",
    "targets.optimistic", "targets.source", "targets.locator", "targets.also", "targets.note",
    "tasks.id", "tasks.component", "tasks.statement", "tasks.responsible", "tasks.deadline", "tasks.locator",
    "tasks.source", "tasks.also", "tasks.note", "coverage.stated_targets", "coverage.stated_tasks",
    "coverage.parts.locator", "coverage.parts.holds", "coverage.parts.counted", "coverage.parts.recorded",
    "coverage.note",
  ]

  private static let editionKeys = [
    "id", "decision", "name", "date", "effective", "replaces", "years", "years_backing", "total", "counts",
    "parts", "components", "components.maximum", "components.appraisal_maximum",
    "components.criteria_count", "components.subcriteria_count", "components.criteria", "blocks",
    "combined_blocks", "block_components", "groups", "not_applicable", "remainder", "unknown", "note",
  ]
}
