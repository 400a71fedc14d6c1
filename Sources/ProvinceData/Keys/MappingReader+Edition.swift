internal import Scoring
internal import Text

extension MappingReader {
  /// A scoring framework, and the position of its years.
  func edition() -> (edition: Edition, years: Position)? {
    let id: Identifier<Edition>? = required(
      "id", .identifier(.slug), "Mã bộ tiêu chí; trùng tên tệp.", "The identifier; the name of the file.")
    let decision = optional("decision", .prose, "Số quyết định.", "The number of the decision.")
    let name = required("name", .localized, "Tên.", "The name.")
    let date = optional("date", .date, "Ngày quyết định.", "The date of the decision.")
    let effective = optional("effective", .date, "Ngày có hiệu lực.", "The day it took effect.")
    let replaces: Identifier<Edition>? = optional(
      "replaces", .reference(.edition), "Thay bộ nào.", "The framework it replaced.")
    let years = required("years", .list(.year), "Các năm chấm theo bộ này.", "The index years scored by it.")
    let yearsBacking = required(
      "years_backing", .mapping { BackingKeys($0, isRequired: true).backing() }, "Căn cứ về các năm.",
      "How the years are backed.")
    let total = optional("total", .positiveNumber, "Tổng điểm tối đa.", "The sum of all maxima.")
    let counts = optional(
      "counts", .mapping { $0.counts() }, "Số lĩnh vực, tiêu chí.", "Counts of components and criteria.")
    let parts = optional(
      "parts", .mappings { $0.block(hasKind: false) }, "Phần thẩm định và điều tra.",
      "The appraisal and survey parts.")
    let components = optional(
      "components", .mappings { $0.scoringNode(.component) }, "Các lĩnh vực.", "The components.")
    let blocks = optional(
      "blocks", .mappings { $0.block(hasKind: true) }, "Các khối điểm.", "The blocks of points.")
    let combined = optional(
      "combined_blocks", .mappings { $0.combinedBlock() }, "Khối gộp.", "Blocks that sum blocks.")
    let blockComponents = optional(
      "block_components", .byComponent(.list(.blockReference)), "Lĩnh vực bằng tổng các khối.",
      "Components that equal a sum of blocks.")
    let groups = optional("groups", .mappings { $0.group() }, "Các nhóm theo điểm.", "The groups by score.")
    let notApplicable: NotApplicableRule? = required(
      "not_applicable", .words, "Tiêu chí không áp dụng thì sao.",
      "What becomes of a criterion that does not apply.")
    let remainder = optional(
      "remainder", .mapping { $0.remainder() }, "Phần còn lại.", "What is left for the unknown components.")
    let unknown = optional("unknown", .list(.localized), "Điều chưa biết.", "What is not known.")
    let note = note()

    let named =
      (combined ?? []).flatMap(\.blocks) + (blockComponents ?? []).flatMap { $0.value ?? [] }
    context.checkBlocks(named, known: Set((blocks ?? []).compactMap(\.id)))
    guard let id, let name, let yearsBacking, let notApplicable else { return nil }
    let edition = Edition(
      id: id, decision: decision, name: name, date: date, effective: effective, replaces: replaces,
      years: (years ?? []).sorted(), yearsBacking: yearsBacking, total: total?.value,
      counts: counts ?? [], parts: (parts ?? []).compactMap(\.block),
      components: (components ?? []).map(\.node), blocks: (blocks ?? []).compactMap(\.block),
      combinedBlocks: (combined ?? []).compactMap(\.block),
      blockComponents: (blockComponents ?? []).compactMap { entry in
        entry.component.map { code in
          Edition.BlockComponent(component: code, blocks: (entry.value ?? []).map(\.text))
        }
      }, groups: groups ?? [], notApplicable: notApplicable, remainder: remainder,
      unknown: unknown ?? [], note: note, line: line)
    EditionCheck(edition: edition, keys: self).run(components ?? [])
    return (edition, position(of: "years"))
  }
}

extension ParseContext {
  fileprivate func checkBlocks(_ named: [Scalar], known: Set<String>) {
    for scalar in named where !known.contains(scalar.text) {
      let nearest = NearestWord.find(scalar.text, in: known)
      report(.referenceUnknown(kind: .block, value: scalar.text, nearest: nearest), at: scalar.position)
    }
  }
}

/// The keys that say how well a part of a framework is sourced.
private struct BackingKeys {
  let keys: MappingReader
  let isDerived: Bool
  let sources: [Identifier<Source>]
  let how: LocalizedText?
  let note: LocalizedText?

  init(_ keys: MappingReader, isRequired: Bool) {
    self.keys = keys
    isDerived = keys.derivedKey()
    sources =
      keys.value(
        of: "sources", .list(.reference(.source)), isRequired: isRequired && !isDerived,
        LocalizedText(vi: "Nguồn.", en: "The sources.")) ?? []
    how = keys.optional("how", .localized, "Cách suy ra.", "How it is derived.")
    note = keys.note()
  }

  /// Nil when there are no sources and it is not derived.
  func backing() -> Edition.Backing? {
    guard let status = keys.status(isDerived: isDerived, sources) else { return nil }
    if isDerived { keys.checkHow(at: "derived") }
    return Edition.Backing(status: status, sources: sources, how: how)
  }

  func maximum(_ value: PrintedDecimal?) -> Maximum? {
    keys.maximum(value, isDerived: isDerived, sources: sources, how: how)
  }
}

extension MappingReader {
  /// How well a value is backed; nil when it has no sources and is not derived.
  fileprivate func status(isDerived: Bool, _ sources: [Identifier<Source>]) -> Confidence? {
    if isDerived { return .derived }
    return sources.isEmpty ? nil : context.confidence.confidence(in: sources, measure: .scorecard)
  }

  /// A maximum with its sources; nil when there is none, or when it has no sources and is not derived.
  ///
  /// - Parameter prefix: the prefix of the keys.
  fileprivate func maximum(
    _ value: PrintedDecimal?, prefix: String = "", isDerived: Bool, sources: [Identifier<Source>],
    how: LocalizedText?
  ) -> Maximum? {
    let key = prefix + "maximum"
    guard let value else { return nil }
    guard let status = status(isDerived: isDerived, sources) else {
      if !has(prefix + "sources") { report(.editionMaximumUnbacked, key) }
      return nil
    }
    if isDerived { checkHow(prefix + "how", at: prefix + "derived") }
    return Maximum(
      value: value, status: status, sources: sources, how: how,
      line: DataLine(file: context.file, line: position(of: key).line))
  }

  private func maximumKey() -> PrintedDecimal? {
    optional("maximum", .positiveNumber, "Điểm tối đa.", "The maximum points.")
  }

  private func counts() -> [Edition.Count]? {
    Edition.Count.Level.allCases.compactMap { level in
      optional(level.rawValue, .mapping { $0.count(level) }, "Số lượng được công bố.", "A published count.")
    }
  }

  /// A block or part. Its identifier is returned even when the rest is malformed.
  private func block(hasKind: Bool) -> (id: String?, block: Edition.PointsBlock?) {
    let id: Identifier<Edition.PointsBlock>? = required(
      "id", .identifier(.slug), "Mã khối.", "The identifier.")
    let name = required("name", .localized, "Tên.", "The name.")
    let maximum = maximumKey()
    let kinds = TextParser.word(["appraisal", "survey"])
    let kind =
      hasKind ? required("kind", kinds, "Thẩm định hay điều tra.", "Appraised or surveyed.") : nil
    let backing = BackingKeys(self, isRequired: false)
    guard let id, let name else { return (id?.rawValue, nil) }
    let block = Edition.PointsBlock(
      id: id.rawValue, name: name, maximum: backing.maximum(maximum),
      isSurvey: kind.map { $0 == "survey" } ?? (id.rawValue == "survey"))
    return (id.rawValue, block)
  }

  private func count(_ level: Edition.Count.Level) -> Edition.Count? {
    let value = optional("value", .size, "Số lượng.", "The count.")
    var candidates =
      optional("candidates", .mappings { $0.candidate() }, "Các giá trị trái nhau.", "Values that differ.")
      ?? []
    let backing = BackingKeys(self, isRequired: candidates.isEmpty)
    let isConflict = !candidates.isEmpty
    if isConflict ? candidates.count < 2 || value != nil : value == nil {
      report(.editionCountCandidates, isConflict ? "candidates" : "value")
    }
    if backing.isDerived { checkHow(at: "derived") }
    if let value {
      let only = Edition.Count.Candidate(value: value, sources: backing.sources, note: backing.note)
      candidates.insert(only, at: 0)
    }
    let status = isConflict ? .conflict : status(isDerived: backing.isDerived, backing.sources)
    guard !candidates.isEmpty, let status else { return nil }
    return Edition.Count(level: level, status: status, candidates: candidates, line: line)
  }

  private func candidate() -> Edition.Count.Candidate? {
    let value = required("value", .size, "Số lượng.", "The count.")
    let sources: [Identifier<Source>]? = optional(
      "sources", .list(.reference(.source)), "Nguồn.", "The sources.")
    let note = note()
    return value.map { Edition.Count.Candidate(value: $0, sources: sources ?? [], note: note) }
  }

  /// A block that sums other blocks. Their identifiers are returned even when the rest is malformed.
  private func combinedBlock() -> (blocks: [Scalar], block: Edition.CombinedBlock?) {
    let id: Identifier<Edition.PointsBlock>? = required(
      "id", .identifier(.slug), "Mã khối.", "The identifier.")
    let blocks = required("of", .list(.blockReference), "Gồm các khối.", "The blocks it sums.") ?? []
    let value = required("maximum", .positiveNumber, "Điểm tối đa.", "The maximum points.")
    let backing = BackingKeys(self, isRequired: true)
    guard let id, let maximum = backing.maximum(value) else { return (blocks, nil) }
    return (blocks, Edition.CombinedBlock(id: id.rawValue, blocks: blocks.map(\.text), maximum: maximum))
  }
}

private enum ScoringLevel {
  case component, criterion, subcriterion
}

extension MappingReader {
  private func scoringNode(_ level: ScoringLevel) -> LocatedScoringNode? {
    let code =
      switch level {
      case .component: required("code", .component, "Mã lĩnh vực.", "The code.")
      case .criterion: required("code", .node, "Mã tiêu chí.", "The code.")
      case .subcriterion: required("code", .node, "Mã tiêu chí thành phần.", "The code.")
      }
    let name = required("name", .localized, "Tên.", "The name.")
    let maximum = maximumKey()
    let backing = BackingKeys(self, isRequired: false)
    let criteriaCount = optional("criteria_count", .size, "Số tiêu chí.", "How many criteria.")
    let subcriteriaCount = optional(
      "subcriteria_count", .size, "Số tiêu chí thành phần.", "How many subcriteria.")
    let countSources: [Identifier<Source>]? = optional(
      "count_sources", .list(.reference(.source)), "Nguồn của số lượng.", "Sources of the counts.")
    let appraisal = appraisalMaximum()
    let children =
      switch level {
      case .component:
        optional("criteria", .mappings { $0.scoringNode(.criterion) }, "Các tiêu chí.", "The criteria.")
      case .criterion:
        optional(
          "criteria", .mappings { $0.scoringNode(.subcriterion) }, "Tiêu chí thành phần.", "The subcriteria.")
      case .subcriterion: [LocatedScoringNode]?.none
      }
    let whole = backing.maximum(maximum)
    guard let code, let name else { return nil }
    let node = ScoringNode(
      code: code, name: name, maximum: whole, appraisalMaximum: appraisal, criteriaCount: criteriaCount,
      subcriteriaCount: subcriteriaCount, countSources: countSources ?? [],
      children: (children ?? []).map(\.node), note: backing.note, line: line)
    return LocatedScoringNode(node: node, keys: self, children: children ?? [])
  }

  /// The maximum of the appraisal part alone, with its sources.
  private func appraisalMaximum() -> Maximum? {
    let value = optional(
      "appraisal_maximum", .positiveNumber, "Điểm tối đa phần thẩm định.", "The appraisal maximum.")
    let isDerived = derivedKey(prefix: "appraisal_")
    let sources: [Identifier<Source>]? = optional(
      "appraisal_sources", .list(.reference(.source)), "Nguồn.", "The sources.")
    let how = optional("appraisal_how", .localized, "Cách suy ra.", "How it is derived.")
    return maximum(value, prefix: "appraisal_", isDerived: isDerived, sources: sources ?? [], how: how)
  }

  private func group() -> Edition.ScoreGroup? {
    let label = required("label", .prose, "Tên nhóm.", "The letter or name.")
    let from = optional("from", .number, "Đầu dưới, phần trăm.", "The lower end in percent.")?.value
    let fromInclusive = optional(
      "from_inclusive", .flag, "Đầu dưới thuộc nhóm.", "The lower end belongs to it.")
    let to = optional("to", .number, "Đầu trên, phần trăm.", "The upper end in percent.")?.value
    let toInclusive = optional("to_inclusive", .flag, "Đầu trên thuộc nhóm.", "The upper end belongs to it.")
    let years = optional("years", .list(.year), "Các năm.", "The index years.")
    let backing = BackingKeys(self, isRequired: true)
    guard let label, let groupBacking = backing.backing() else { return nil }
    let isReversed = from.flatMap { lower in to.map { lower >= $0 } } ?? (from == nil && to == nil)
    let isWritten = has("from") || has("to")
    // A group that was published without bounds is known by its name alone.
    if isReversed && isWritten { report(.editionGroupOrder(label: label), "label") }
    return Edition.ScoreGroup(
      label: label, from: from, fromInclusive: fromInclusive ?? false, to: to,
      toInclusive: toInclusive ?? false, years: years ?? [], backing: groupBacking,
      note: backing.note, line: line)
  }

  private func remainder() -> Edition.MaximumRemainder? {
    let components = required(
      "components", .list(.component), "Các lĩnh vực chưa biết.", "The unknown components.")
    let maximum = required(
      "maximum", .positiveNumber, "Tổng điểm tối đa của chúng.", "Their maxima together.")
    return maximum.map { Edition.MaximumRemainder(components: components ?? [], maximum: $0.value) }
  }
}
