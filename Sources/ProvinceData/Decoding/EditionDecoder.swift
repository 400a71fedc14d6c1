internal import Scoring

extension Edition {
  /// Reads a file of `editions/`.
  init?(_ record: Record) {
    let id: Identifier<Edition>? = record.declare(.edition)
    let decision = record.text("decision")
    let name = record.localized("name", required: true)
    let date = record.date("date")
    let effective = record.date("effective")
    let replaces: Identifier<Edition>? = record.reference("replaces", to: .edition)
    let years = record.integers("years", in: 1990...2100)
    if !record.isPresent("years") { _ = record.required("years") }
    for year in years {
      let place = record.place(of: "years")
      guard let first = record.session.catalogue.declare(.editionYear, "\(year)", at: place) else { continue }
      record.report(.editionYearTwice(year, first: first), place)
    }
    let yearsStatus = record.record("years_status", required: true)
    let yearsBacking = yearsStatus?.backing()
    yearsStatus?.finish()
    let total = record.decimal("total")?.value
    let counts = Edition.counts(record.record("counts"))
    let parts = record.records("parts").compactMap { Block($0, hasKind: false) }
    let components = record.records("components").compactMap { ScoringNode($0, parent: nil) }
    let blocks = record.records("blocks").compactMap { Block($0, hasKind: true) }
    let combined = record.records("combined_blocks").compactMap { CombinedBlock($0, blocks: blocks) }
    let blockComponents = Edition.blockComponents(record.record("block_components"), blocks: blocks)
    let groups = record.records("groups").compactMap(Group.init)
    let notApplicable = record.choice("not_applicable", as: NotApplicableRule.self, required: true)
    let remainder = record.record("remainder").flatMap(Remainder.init)
    let unknown = record.localizedList("unknown")
    let note = record.localized("note")
    record.finish()
    guard let id, let name, let yearsBacking, let notApplicable else { return nil }
    self.init(
      id: id, decision: decision, name: name, date: date, effective: effective, replaces: replaces,
      years: years.sorted(), yearsBacking: yearsBacking, total: total, counts: counts, parts: parts,
      components: components, blocks: blocks, combinedBlocks: combined, blockComponents: blockComponents,
      groups: groups, notApplicable: notApplicable, remainder: remainder, unknown: unknown, note: note,
      line: record.place.dataLine)
    checkSums(record)
  }

  private static func counts(_ record: Record?) -> [Count] {
    guard let record else { return [] }
    defer { record.finish() }
    return Count.Level.allCases.compactMap { level in
      record.record(level.rawValue).flatMap { Count($0, level: level) }
    }
  }

  private static func blockComponents(_ record: Record?, blocks: [Block]) -> [BlockComponent] {
    guard let record else { return [] }
    defer { record.finish() }
    return record.keys.compactMap { key in
      guard let component = NodeCode(key), component.isComponent else { return nil }
      return BlockComponent(component: component, blocks: record.blockNames(key, among: blocks))
    }
  }
}

extension Record {
  /// A list of blocks of the same edition.
  fileprivate func blockNames(_ key: String, among blocks: [Edition.Block]) -> [String] {
    let known = blocks.map(\.id)
    return list(key).compactMap { node in
      guard case .text(let name) = node.content else { return nil }
      if !known.contains(name) {
        let suggestion = nearest(to: name, among: known)
        report(.referenceUnknown(kind: .block, id: name, suggestion: suggestion), node.place)
      }
      return name
    }
  }
}

extension Edition.Count {
  fileprivate init?(_ record: Record, level: Level) {
    let value = record.integer("value", in: 0...1000)
    let status = record.choice("status", as: Confidence.self, required: true)
    let sources: [Identifier<Source>] = record.references("sources", to: .source)
    let note = record.localized("note")
    let several = record.records("candidates").compactMap(Candidate.init)
    record.finish()
    let single = value.map { Candidate(value: $0, sources: sources, note: note) }
    if value == nil, several.isEmpty, !record.isPresent("value") { _ = record.required("value") }
    guard let status, single != nil || !several.isEmpty else { return nil }
    self.init(
      level: level, status: status, candidates: (single.map { [$0] } ?? []) + several,
      line: record.place.dataLine)
  }
}

extension Edition.Count.Candidate {
  fileprivate init?(_ record: Record) {
    let value = record.integer("value", in: 0...1000, required: true)
    let sources: [Identifier<Source>] = record.references("sources", to: .source)
    let note = record.localized("note")
    record.finish()
    guard let value else { return nil }
    self.init(value: value, sources: sources, note: note)
  }
}

extension Edition.Block {
  fileprivate init?(_ record: Record, hasKind: Bool) {
    let id = record.text("id", required: true)
    let name = record.localized("name", required: true)
    let maximum = record.maximum()
    let kind = hasKind ? record.choice("kind", of: ["appraisal", "survey"], required: true) : id
    record.finish()
    guard let id, let name, let kind else { return nil }
    if !IdentifierForm.slug.accepts(id) { record.report(.idMalformed(id, form: .slug), key: "id") }
    self.init(id: id, name: name, maximum: maximum, isSurvey: kind == "survey")
  }
}

extension Edition.CombinedBlock {
  fileprivate init?(_ record: Record, blocks: [Edition.Block]) {
    let id = record.text("id", required: true)
    let names = record.blockNames("of", among: blocks)
    let maximum = record.maximum()
    if !record.isPresent("maximum") { _ = record.required("maximum") }
    record.finish()
    guard let id, let maximum else { return nil }
    let summed = names.compactMap { name in blocks.first { $0.id == name }?.maximum?.value.value }
    if summed.count == names.count, summed.sum != maximum.value.value {
      record.report(
        .editionBlocksSum(what: id, sum: "\(summed.sum)", total: "\(maximum.value.value)"), key: "maximum")
    }
    self.init(id: id, blocks: names, maximum: maximum)
  }
}

extension Edition.Group {
  fileprivate init?(_ record: Record) {
    let label = record.text("label", required: true)
    let from = record.decimal("from")?.value
    let to = record.decimal("to")?.value
    let fromInclusive = record.flag("from_inclusive") ?? false
    let toInclusive = record.flag("to_inclusive") ?? false
    let years = record.integers("years", in: 1990...2100)
    let backing = record.backing()
    let note = record.localized("note")
    record.finish()
    guard let label, let backing else { return nil }
    self.init(
      label: label, from: from, fromInclusive: fromInclusive, to: to, toInclusive: toInclusive,
      years: years, backing: backing, note: note, line: record.place.dataLine)
  }
}

extension Edition.Remainder {
  fileprivate init?(_ record: Record) {
    let components = record.nodeCodes("components")
    let maximum = record.decimal("maximum", required: true)?.value
    record.finish()
    guard let maximum else { return nil }
    self.init(components: components, maximum: maximum)
  }
}
