internal import Scoring
internal import Text

extension Reader {
  /// A scoring framework.
  func edition(_ record: Record) -> Edition? {
    let blockIDs = Set(record.records("blocks").compactMap { $0.string("id") })
    checkBlockReferences(record, known: blockIDs)
    let components = record.records("components").compactMap(scoringNode)
    let blocks = record.records("blocks").compactMap(block)
    let parts = record.records("parts").compactMap(block)
    let combined = record.records("combined_blocks").compactMap { entry -> Edition.CombinedBlock? in
      guard let id = entry.string("id"), let maximum = maximum(entry) else { return nil }
      return Edition.CombinedBlock(id: id, blocks: entry.scalars("of").map(\.text), maximum: maximum)
    }
    let groups = record.records("groups").compactMap(group)
    let counts = Edition.Count.Level.allCases.compactMap { level in
      record.record("counts")?.record(level.rawValue).flatMap { count($0, level: level) }
    }
    guard let id: Identifier<Edition> = record.id("id"), let name = record.text("name"),
      let backing = record.record("years_status").flatMap(backing),
      let rule: NotApplicableRule = record.word("not_applicable")
    else { return nil }
    let remainder = record.record("remainder").flatMap { entry -> Edition.Remainder? in
      let codes = entry.scalars("components").compactMap { NodeCode($0.text) }
      return entry.decimal("maximum").map { Edition.Remainder(components: codes, maximum: $0) }
    }
    let blockComponents = record.lists("block_components").compactMap { entry in
      NodeCode(entry.key.text).map { Edition.BlockComponent(component: $0, blocks: entry.values.map(\.text)) }
    }
    let edition = Edition(
      id: id, decision: record.string("decision"), name: name, date: record.date("date"),
      effective: record.date("effective"), replaces: record.id("replaces"),
      years: record.years("years").sorted(), yearsBacking: backing, total: record.decimal("total"),
      counts: counts, parts: parts, components: components, blocks: blocks, combinedBlocks: combined,
      blockComponents: blockComponents, groups: groups, notApplicable: rule, remainder: remainder,
      unknown: record.texts("unknown"), note: record.text("note"), line: record.line)
    EditionCheck(edition: edition, record: record, reader: self).run()
    return edition
  }

  private func checkBlockReferences(_ record: Record, known: Set<String>) {
    let named =
      record.records("combined_blocks").flatMap { $0.scalars("of") }
      + record.lists("block_components").flatMap(\.values)
    for scalar in named where !known.contains(scalar.text) {
      let nearest = NearestWord.find(scalar.text, in: known)
      log.report(
        .referenceUnknown(kind: .block, value: scalar.text, nearest: nearest), in: record.file,
        at: scalar.position)
    }
  }

  private func backing(_ record: Record) -> Edition.Backing? {
    guard let status: Confidence = record.word("status") else { return nil }
    if status == .derived { checkHow(record, at: "status") }
    return Edition.Backing(status: status, sources: record.ids("sources"), how: record.text("how"))
  }

  /// The maximum under a key and what backs it; nil when there is none or it is not backed.
  private func maximum(_ record: Record, prefix: String = "") -> Maximum? {
    let key = prefix + "maximum"
    guard let value = record.printed(key) else { return nil }
    guard let status: Confidence = record.word(prefix + "status") else {
      if !record.has(prefix + "status") { report(.editionMaximumUnbacked, record, key) }
      return nil
    }
    if status == .derived {
      checkHow(record, how: prefix + "how", at: prefix + "status")
    } else if record.scalars(prefix + "sources").isEmpty {
      report(.editionMaximumUnbacked, record, key)
    }
    return Maximum(
      value: value, status: status, sources: record.ids(prefix + "sources"), how: record.text(prefix + "how"),
      line: DataLine(file: record.file, line: record.position(of: key).line))
  }

  private func block(_ record: Record) -> Edition.Block? {
    guard let id = record.string("id"), let name = record.text("name") else { return nil }
    let isSurvey = record.string("kind").map { $0 == "survey" } ?? (id == "survey")
    return Edition.Block(id: id, name: name, maximum: maximum(record), isSurvey: isSurvey)
  }

  private func scoringNode(_ record: Record) -> ScoringNode? {
    let children = record.records("criteria").compactMap(scoringNode)
    let maximum = maximum(record)
    let appraisal = self.maximum(record, prefix: "appraisal_")
    guard let code = record.node("code"), let name = record.text("name") else { return nil }
    return ScoringNode(
      code: code, name: name, maximum: maximum, appraisalMaximum: appraisal,
      criteriaCount: record.whole("criteria_count"), subcriteriaCount: record.whole("subcriteria_count"),
      countSources: record.ids("count_sources"), children: children, note: record.text("note"),
      line: record.line)
  }

  private func count(_ record: Record, level: Edition.Count.Level) -> Edition.Count? {
    guard let status: Confidence = record.word("status") else { return nil }
    var candidates = record.records("candidates").compactMap { entry in
      entry.whole("value").map {
        Edition.Count.Candidate(value: $0, sources: entry.ids("sources"), note: entry.text("note"))
      }
    }
    let isSound = status == .conflict ? candidates.count > 1 : candidates.isEmpty && record.has("value")
    if !isSound { report(.editionCountCandidates, record, "status") }
    if status == .derived { checkHow(record, at: "status") }
    if let value = record.whole("value") {
      let only = Edition.Count.Candidate(
        value: value, sources: record.ids("sources"), note: record.text("note"))
      candidates.insert(only, at: 0)
    }
    guard !candidates.isEmpty else { return nil }
    return Edition.Count(level: level, status: status, candidates: candidates, line: record.line)
  }

  private func group(_ record: Record) -> Edition.Group? {
    guard let label = record.string("label"), let backing = backing(record) else { return nil }
    let (from, to) = (record.decimal("from"), record.decimal("to"))
    let isReversed = from.flatMap { lower in to.map { lower >= $0 } } ?? (from == nil && to == nil)
    let isWritten = record.has("from") || record.has("to")
    // A group that was published without its bounds is kept by its name.
    if isReversed && isWritten { report(.editionGroupOrder(label: label), record, "label") }
    return Edition.Group(
      label: label, from: from, fromInclusive: record.flag("from_inclusive"), to: to,
      toInclusive: record.flag("to_inclusive"), years: record.years("years"), backing: backing,
      note: record.text("note"), line: record.line)
  }
}
