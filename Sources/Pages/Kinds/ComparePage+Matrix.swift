internal import GFM
internal import Scoring

/// The page of the comparison matrix.
struct ComparePage {
  let context: PageContext

  private var matrix: ComparisonMatrix { context.data.matrix }
  private var shared: [ComparisonMatrix.MatrixBlock] { matrix.blocks.filter { $0.provinceCount > 1 } }
  private var single: [ComparisonMatrix.MatrixBlock] { matrix.blocks.filter { $0.provinceCount == 1 } }

  var head: Page.Head {
    Page.Head(
      route: .compare, language: context.language, title: context.label("compare.title"),
      description: context.label("compare.description"), parents: [.home])
  }

  func content() throws(MarkdownError) -> Page.PageContent {
    var body = MarkdownDocument()
    body.paragraph(lead)
    addAlike(to: &body)
    body.quote(context.labelText("compare.rule"))
    body.paragraph(
      context.filled(
        "compare.counts", ["home": context.link(context.labelText("overview.promises_link"), to: .home)]))
    for group in grouped(shared) {
      body.heading(2, .text(context.componentName(group.component)))
      for block in group.blocks { try add(block, to: &body) }
    }
    body.heading(2, context.labelText("compare.single_heading"))
    body.paragraph(context.labelText("compare.single_text"))
    for group in grouped(single) {
      body.heading(3, .text(context.componentName(group.component)))
      body.list(group.blocks.map(singleLine))
    }
    let charts = try CompareStability(context: context).add(to: &body)
    return Page.PageContent(body, charts: charts)
  }

  private var lead: Markdown {
    let alike = shared.flatMap(\.rows).filter(\.isLikeWithLike).count
    return context.filled(
      "compare.lead",
      [
        "indicators": .text(context.whole(matrix.blocks.count)),
        "shared": .text(context.whole(shared.count)), "alike": .text(context.whole(alike)),
        "provinces": context.enumeration(matrix.provinces.map(context.entity)),
      ])
  }

  /// Lists the rows in which only the numbers differ, before everything else.
  private func addAlike(to body: inout MarkdownDocument) {
    let alike = shared.flatMap { block in block.rows.filter(\.isLikeWithLike).map { (block, $0) } }
    guard !alike.isEmpty else { return }
    body.list(
      alike.map { block, row in
        let entries = zip(matrix.provinces, row.cells).filter { !$0.1.isEmpty }
          .map { context.entity($0.0) + " " + cell($0.1) }
        return Markdown.strong(
          context.link(context.markdown(block.indicator.name), to: .indicator(block.indicator.id)))
          + " (" + rowName(row, block) + "): " + entries.joined(separator: "; ") + "."
      })
  }

  private func grouped(
    _ blocks: [ComparisonMatrix.MatrixBlock]
  ) -> [(component: NodeCode?, blocks: [ComparisonMatrix.MatrixBlock])] {
    let groups = Dictionary(grouping: blocks, by: \.indicator.component)
    return groups.sorted { ($0.key?.componentNumber ?? 99) < ($1.key?.componentNumber ?? 99) }
      .map { ($0.key, $0.value) }
  }

  private func add(_ block: ComparisonMatrix.MatrixBlock, to body: inout MarkdownDocument)
    throws(MarkdownError)
  {
    body.heading(
      3, context.link(context.markdown(block.indicator.name), to: .indicator(block.indicator.id)))
    try body.table(
      columns: [MarkdownColumn(context.labelText("compare.counted"))]
        + matrix.provinces.map { MarkdownColumn(.text(context.entityName($0))) },
      rows: block.rows.map { row in [rowName(row, block)] + row.cells.map(cell) })
    let sentences = differences(block)
    if !sentences.isEmpty { body.list(sentences) }
  }

  private func rowName(_ row: ComparisonMatrix.MatrixRow, _ block: ComparisonMatrix.MatrixBlock) -> Markdown {
    let level = Markdown.text(context.text(AttainmentWording.level(row.level)))
    guard block.rows.count > 1, let id = row.denominator else { return level }
    let name = block.indicator.denominators.first { $0.id == id }?.name
    return level + "; " + (name.map(context.markdown) ?? context.labelText("compare.unstated"))
  }

  private func cell(_ attainments: [Attainment]) -> Markdown {
    guard !attainments.isEmpty else { return context.labelText("compare.nothing") }
    return attainments.map { attainment in
      let year = Markdown.text(String(attainment.target.year))
      return context.link(toTarget: attainment.target, year) + ": " + context.goal(attainment.target) + " "
        + context.verdict(attainment.verdict)
    }.joined(separator: "; ")
  }

  /// Why rows, or targets within a row, are not compared.
  private func differences(_ block: ComparisonMatrix.MatrixBlock) -> [Markdown] {
    var result: [Markdown] = []
    if !block.differences.isEmpty {
      result.append(
        context.filled("compare.refused", ["reasons": names(block.differences)]))
    }
    for row in block.rows where row.isShared && !row.differences.isEmpty {
      result.append(
        context.filled(
          "compare.differs", ["row": rowName(row, block), "reasons": names(row.differences)]))
    }
    for other in block.indicator.notComparable {
      guard let name = context.data.indicator(other.indicator)?.name else { continue }
      result.append(
        context.filled(
          "compare.not_mixed",
          [
            "indicator": context.link(context.markdown(name), to: .indicator(other.indicator)),
            "reason": context.markdown(other.reason),
          ]))
    }
    return result
  }

  private func names(_ differences: [ComparisonMatrix.MatrixDifference]) -> Markdown {
    .text(differences.map { context.text($0.name) }.joined(separator: ", "))
  }

  private func singleLine(_ block: ComparisonMatrix.MatrixBlock) -> Markdown {
    let attainments = block.rows.flatMap { $0.cells.flatMap { $0 } }
    let entries = attainments.map { attainment in
      context.entity(attainment.target.entity) + " " + cell([attainment])
    }
    return context.link(context.markdown(block.indicator.name), to: .indicator(block.indicator.id)) + ": "
      + entries.joined(separator: "; ")
  }
}
