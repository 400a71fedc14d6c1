internal import GFM
internal import Scoring
internal import Text

extension EditionDetail {
  func addComponents(to body: inout MarkdownDocument) throws(MarkdownError) {
    body.heading(2, context.labelText("edition.components_heading"))
    guard !edition.nodes.isEmpty else {
      body.paragraph(context.labelText("edition.components_nothing"))
      return
    }
    try body.table(
      columns: [
        MarkdownColumn(context.labelText("edition.component")),
        MarkdownColumn(context.labelText("edition.maximum"), alignment: .right),
      ],
      rows: edition.nodes.map { node in
        [
          .strong(.text(node.code.description)) + " " + context.markdown(node.name),
          context.maximum(weights?[ScoreKey(node.code)]),
        ]
      })
    if let remainder = edition.remainder {
      body.paragraph(
        context.filled(
          "edition.remainder",
          [
            "components": context.enumeration(remainder.components.map { .text($0.description) }),
            "maximum": .text(context.exact(remainder.maximum)),
          ]))
    }
    body.list(
      edition.nodes.flatMap { node in explanations(node, how: node.maximum?.how) })
    body.list(edition.nodes.compactMap(criteria))
    addContradictions(to: &body)
  }

  /// How a maximum is derived, and the note on it.
  private func explanations(_ node: ScoringNode, how: LocalizedText?) -> [Markdown] {
    let code = Markdown.strong(.text(node.code.description)) + ": "
    var items: [Markdown] = []
    if let how { items.append(code + context.filled("edition.how", ["text": context.markdown(how)])) }
    if weights?[ScoreKey(node.code)]?.isInferred == true {
      items.append(code + context.labelText("edition.inferred_how"))
    }
    if let note = node.note { items.append(code + context.markdown(note)) }
    return items
  }

  /// How many criteria and subcriteria a component has, where a source says so.
  private func criteria(_ node: ScoringNode) -> Markdown? {
    guard node.criteriaCount != nil || node.subcriteriaCount != nil else { return nil }
    func count(_ value: Int?) -> Markdown { value.map { .text(context.whole($0)) } ?? context.unknown }
    return context.filled(
      "edition.criteria_of",
      [
        "component": .strong(.text(node.code.description)), "criteria": count(node.criteriaCount),
        "subcriteria": count(node.subcriteriaCount),
      ]) + " " + context.cites(node.countSources)
  }

  private func addContradictions(to body: inout MarkdownDocument) {
    body.list(
      (weights?.system.contradictions ?? []).map { found in
        context.filled(
          "edition.contradiction",
          [
            "sum": context.markdown(ScoreWording.sum(found.constraint, edition: edition)),
            "gap": .text(context.exact(found.gap)),
          ])
      })
  }

  func addBlocks(to body: inout MarkdownDocument) throws(MarkdownError) {
    body.heading(2, context.labelText("edition.blocks_heading"))
    guard !edition.blocks.isEmpty || !edition.parts.isEmpty else {
      body.paragraph(context.labelText("edition.blocks_nothing"))
      return
    }
    body.paragraph(context.labelText("edition.blocks_intro"))
    var rows = edition.parts.map { row($0.name, maximum: $0.maximum.map { context.maximum($0) }, "part") }
    rows += edition.blocks.map { block in
      row(
        block.name, maximum: context.maximum(weights?[ScoreKey(.block(block.id))]),
        block.isSurvey ? "survey" : "appraisal")
    }
    rows += edition.combinedBlocks.map { combined in
      let key = ScoreKey(.block(combined.id))
      return row(
        ScoreWording.label(key, edition: edition), maximum: context.maximum(combined.maximum), "combined")
    }
    try body.table(
      columns: [
        MarkdownColumn(context.labelText("edition.block")),
        MarkdownColumn(context.labelText("edition.block_kind")),
        MarkdownColumn(context.labelText("edition.maximum"), alignment: .right),
      ],
      rows: rows)
    body.list(sums + blockDerivations)
  }

  private func row(_ name: LocalizedText, maximum: Markdown?, _ kind: String) -> [Markdown] {
    [context.markdown(name), context.labelText("edition.block_" + kind), maximum ?? context.unknown]
  }

  /// The blocks that make up combined blocks and components.
  private var sums: [Markdown] {
    let combined = edition.combinedBlocks.map { (ScoreKey(.block($0.id)), $0.blocks) }
    let components = edition.blockComponents.map { (ScoreKey($0.component), $0.blocks) }
    return (combined + components).map { total, blocks in
      let constraint = SumSystem<ScoreKey>.Constraint(
        total: total, parts: blocks.map { ScoreKey(.block($0)) })
      return context.markdown(ScoreWording.sum(constraint, edition: edition))
    }
  }

  private var blockDerivations: [Markdown] {
    let blocks = (edition.parts + edition.blocks).map { ($0.name, $0.maximum?.how) }
    let combined = edition.combinedBlocks.map {
      (ScoreWording.label(.block($0.id), edition: edition), $0.maximum.how)
    }
    return (blocks + combined).compactMap { name, how in
      how.map {
        .strong(context.markdown(name)) + ": "
          + context.filled("edition.how", ["text": context.markdown($0)])
      }
    }
  }

  /// The known maxima without the leaders' survey.
  func addAppraisal(to body: inout MarkdownDocument) throws(MarkdownError) {
    body.heading(2, context.labelText("edition.appraisal_heading"))
    guard edition.components.contains(where: { $0.appraisalMaximum != nil }) else {
      body.paragraph(context.labelText("edition.appraisal_nothing"))
      return
    }
    body.paragraph(context.labelText("edition.appraisal_intro"))
    let appraised = edition.components.filter { node in
      !edition.blockComponents.contains { $0.component == node.code }
    }
    try body.table(
      columns: [
        MarkdownColumn(context.labelText("edition.component")),
        MarkdownColumn(context.labelText("edition.appraisal_maximum"), alignment: .right),
      ],
      rows: appraised.map { node in
        [
          .strong(.text(node.code.description)) + " " + context.markdown(node.name),
          context.maximum(weights?[ScoreKey(node.code, isAppraisalOnly: true)]),
        ]
      })
    body.list(
      appraised.compactMap { node in
        node.appraisalMaximum?.how.map {
          .strong(.text(node.code.description)) + ": "
            + context.filled("edition.how", ["text": context.markdown($0)])
        }
      })
  }

  func addGroups(to body: inout MarkdownDocument) throws(MarkdownError) {
    body.heading(2, context.labelText("edition.groups_heading"))
    guard !edition.groups.isEmpty else {
      body.paragraph(context.labelText("edition.groups_nothing"))
      return
    }
    try body.table(
      columns: [
        MarkdownColumn(context.labelText("edition.group")),
        MarkdownColumn(context.labelText("edition.bounds")),
        MarkdownColumn(context.labelText("edition.years")),
        MarkdownColumn(context.labelText("edition.backing")),
      ],
      rows: edition.groups.map { group in
        let years = group.years.isEmpty ? edition.years : group.years
        return [
          .strong(.text(group.label)),
          context.figure(
            context.groupBounds(group), at: group.line, group.backing.sources.map { Citation(source: $0) }),
          .text(years.map { String($0) }.joined(separator: ", ")), context.status(group.backing.status),
        ]
      })
    body.list(
      edition.groups.compactMap { group in
        group.note.map { .strong(.text(group.label)) + ": " + context.markdown($0) }
      })
  }
}
