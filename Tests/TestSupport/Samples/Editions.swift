package import Scoring
internal import Testing
internal import Text

/// Builds editions from the few figures that matter to a test.
package enum Editions {
  package static func maximum(_ text: String?, _ status: Confidence = .confirmed) throws -> Maximum? {
    try text.map {
      Maximum(value: try printed($0), status: status, sources: ["source"], how: nil, line: .somewhere)
    }
  }

  package static func node(
    _ code: String, _ maximum: String?, _ status: Confidence = .confirmed, appraisal: String? = nil,
    children: [ScoringNode] = []
  ) throws -> ScoringNode {
    ScoringNode(
      code: try #require(NodeCode(code)), name: LocalizedText(vi: "Phần \(code)", en: "Part \(code)"),
      maximum: try self.maximum(maximum, status), appraisalMaximum: try self.maximum(appraisal, .derived),
      criteriaCount: nil, subcriteriaCount: nil, countSources: [], children: children, note: nil,
      line: .somewhere)
  }

  package static func block(_ id: String, _ maximum: String?) throws -> Edition.PointsBlock {
    Edition.PointsBlock(
      id: id, name: LocalizedText(vi: "khối \(id)", en: "\(id) block"), maximum: try self.maximum(maximum),
      isSurvey: id == "sipas" || id == "leaders")
  }

  package static func edition(
    id: Identifier<Edition> = "test", years: [Int] = [], total: String? = "100",
    components: [ScoringNode], componentCount: Int? = nil, blocks: [Edition.PointsBlock] = [],
    combined: [Edition.CombinedBlock] = [], blockComponents: [Edition.BlockComponent] = [],
    groups: [Edition.ScoreGroup] = [], notApplicable: NotApplicableRule = .leavesBoth
  ) throws -> Edition {
    let count = componentCount.map {
      Edition.Count(
        level: .components, status: .confirmed,
        candidates: [Edition.Count.Candidate(value: $0, sources: [], note: nil)], line: .somewhere)
    }
    return Edition(
      id: id, decision: nil, name: LocalizedText(vi: "Bộ tiêu chí", en: "Criteria set"), date: nil,
      effective: nil, replaces: nil, years: years,
      yearsBacking: Edition.Backing(status: .confirmed, sources: [], how: nil),
      total: try total.map(number), counts: count.map { [$0] } ?? [], parts: [], components: components,
      blocks: blocks, combinedBlocks: combined, blockComponents: blockComponents, groups: groups,
      notApplicable: notApplicable, remainder: nil, unknown: [], note: nil, line: .somewhere)
  }

  /// Components LV1, LV2, … with maxima; nil is unknown.
  package static func components(_ maxima: [String?]) throws -> [ScoringNode] {
    try maxima.enumerated().map { try node("LV\($0.offset + 1)", $0.element) }
  }

  /// Decision 876/QĐ-BNV, index years 2022 and 2023: maxima, statuses, blocks and groups as far as they are sourced.
  package static func decision876() throws -> Edition {
    let components = [
      try node("LV1", "9.5", appraisal: "9.5"), try node("LV2", "10"),
      try node("LV3", "13", appraisal: "13"), try node("LV4", "10.5"), try node("LV5", "15", .derived),
      try node("LV6", "12", .derived), try node("LV7", "13.5", .single), try node("LV8", "16.5"),
    ]
    return try withBlocks("876-qd-bnv-2022", years: [2022, 2023], components, groups: nationalGroups())
  }

  /// The set of 2024: LV2, LV6 and LV7 are unknown.
  package static func set2024() throws -> Edition {
    let maxima = ["9.5", nil, "13", "10.5", "15", nil, nil, "16.5"]
    return try withBlocks("bo-tieu-chi-2024", years: [2024], components(maxima), groups: [])
  }

  /// Decision 876 with LV6 and LV7 unknown.
  package static func decision876WithoutSplit() throws -> Edition {
    let maxima = ["9.5", "10", "13", "10.5", "15", nil, nil, "16.5"]
    return try withBlocks("876-without-split", years: [2023], components(maxima), groups: [])
  }

  /// Decision 2948/QĐ-BNV of 2017.
  package static func decision2948() throws -> Edition {
    try edition(
      id: "2948-qd-bnv-2017", years: [2017],
      components: components(["10", "10", "14.5", "11", "16", "7", "16", "15.5"]), componentCount: 8)
  }

  /// Decision 1149/QĐ-BNV of 2020 to 2021: no component maximum is known.
  package static func decision1149() throws -> Edition {
    try edition(
      id: "1149-qd-bnv-2020", years: [2020, 2021],
      components: components(Array(repeating: nil, count: 8)), componentCount: 8)
  }

  package static func nationalGroups() throws -> [Edition.ScoreGroup] {
    [
      try group("A", from: "90", to: nil), try group("B", from: "80", to: "90"),
      try group("C", from: "70", to: "80", years: [2022]),
    ]
  }

  package static func group(
    _ label: String, from: String?, fromInclusive: Bool = true, to: String?, toInclusive: Bool = false,
    years: [Int] = []
  ) throws -> Edition.ScoreGroup {
    Edition.ScoreGroup(
      label: label, from: try from.map(number), fromInclusive: fromInclusive, to: try to.map(number),
      toInclusive: toInclusive, years: years,
      backing: Edition.Backing(status: .single, sources: [], how: nil), note: nil, line: .somewhere)
  }

  private static func withBlocks(
    _ id: Identifier<Edition>, years: [Int], _ components: [ScoringNode], groups: [Edition.ScoreGroup]
  ) throws -> Edition {
    let impact = Edition.CombinedBlock(
      id: "impact", blocks: ["sipas", "leaders", "socioeconomic"],
      maximum: try #require(try maximum("38.5")))
    return try edition(
      id: id, years: years, components: components, componentCount: 8,
      blocks: [
        block("appraisal", "61.5"), block("sipas", "10"), block("leaders", "22"),
        block("socioeconomic", "6.5"),
      ],
      combined: [impact],
      blockComponents: [
        Edition.BlockComponent(component: .component(8), blocks: ["sipas", "socioeconomic"])
      ],
      groups: groups)
  }
}
