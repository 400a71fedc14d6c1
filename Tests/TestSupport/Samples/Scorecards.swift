package import Scoring
internal import Testing

/// Builds rows of a scorecard.
package enum Scorecards {
  package static func row(
    _ node: String, points: String? = nil, of maximum: String? = nil, percent: String? = nil,
    bound: Bound = .exact, basis: ScorecardEntry.Basis = .full, rank: Int? = nil, applies: Bool = true,
    entity: Identifier<Entity> = "province", year: Int = 2023
  ) throws -> ScorecardEntry {
    ScorecardEntry(
      entity: entity, year: year, node: try #require(NodeCode(node)), basis: basis, applies: applies,
      selfPoints: nil, points: try points.map(printed), maximum: try maximum.map(printed),
      percent: try percent.map(printed), bound: bound, rank: rank, listSize: nil,
      citations: [Citation(source: "source")], contradictedBy: [], confidence: .confirmed, evidence: [],
      explanation: nil, note: nil, line: .somewhere)
  }

  /// Bắc Kạn 2023 as published: the total and four component percentages.
  package static func bacKan2023() throws -> [ScorecardEntry] {
    [
      try row("total", points: "84.24", of: "100", percent: "84.24"),
      try row("LV1", percent: "93.36"), try row("LV2", percent: "93.64"),
      try row("LV3", percent: "99.23"), try row("LV4", percent: "92.52"),
    ]
  }

  /// The four blocks and the total, in points.
  package static func blocks(
    _ appraisal: String, _ sipas: String, _ leaders: String, _ socioeconomic: String, total: String
  ) throws -> [ScorecardEntry] {
    [
      try row("total", points: total, of: "100", percent: total),
      try row("block:appraisal", points: appraisal, of: "61.5"),
      try row("block:sipas", points: sipas, of: "10"), try row("block:leaders", points: leaders, of: "22"),
      try row("block:socioeconomic", points: socioeconomic, of: "6.5"),
    ]
  }

  /// Points of the components LV1, LV2, …; nil is unpublished.
  package static func components(_ points: [String?], year: Int = 2023) throws -> [ScorecardEntry] {
    try points.enumerated().compactMap { offset, points in
      try points.map { try row("LV\(offset + 1)", points: $0, year: year) }
    }
  }

  /// Khánh Hòa 2022 as printed, on a basis that the table does not name, with what the text says about LV3 and LV5:
  /// between 80 and 90 percent.
  package static func khanhHoa2022(basis: ScorecardEntry.Basis = .unstated) throws -> [ScorecardEntry] {
    var rows = [try row("total", points: "86.19", of: "100", percent: "86.19", rank: 25, year: 2022)]
    let table = [("LV1", "99.01"), ("LV2", "100"), ("LV4", "96.31"), ("LV6", "96.75"), ("LV7", "76.88")]
    for (node, percent) in table {
      rows.append(try row(node, percent: percent, basis: basis, year: 2022))
    }
    for (node, percent) in [("impact", "79.27"), ("socioeconomic", "70.31"), ("leaders", "82.73")] {
      rows.append(try row("block:" + node, percent: percent, year: 2022))
    }
    for node in ["LV3", "LV5"] {
      rows.append(try row(node, percent: "80", bound: .above, basis: basis, year: 2022))
      rows.append(try row(node, percent: "90", bound: .below, basis: basis, year: 2022))
    }
    return rows
  }
}

extension ScorecardAnalysis {
  /// The node with this code, on the full basis.
  package func node(_ code: String) throws -> NodeAnalysis {
    let key = ScoreKey(try #require(NodeCode(code)))
    return try #require(self[key])
  }
}
