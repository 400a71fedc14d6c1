internal import GFM
internal import Scoring

extension IndexYear {
  /// Adds every province with component or block figures, the compared ones first, folded, and returns the charts.
  func addScorecards(to body: inout MarkdownDocument) throws(MarkdownError) -> [Page.Chart] {
    let analyses = detailed
    guard !analyses.isEmpty else { return [] }
    let heading = context.labelText("index.scorecards_heading", ["count": context.whole(analyses.count)])
    var charts: [Page.Chart] = []
    try body.details(2, heading) { body throws(MarkdownError) in
      charts = try add(analyses, to: &body)
    }
    return charts
  }

  private func add(
    _ analyses: [(Identifier<Entity>, ScorecardAnalysis)], to body: inout MarkdownDocument
  ) throws(MarkdownError) -> [Page.Chart] {
    body.paragraph(context.filled("index.scorecards_intro", ["edition": context.editionLink(forYear: year)]))
    var charts: [Page.Chart] = []
    for (entity, analysis) in analyses {
      body.heading(3, .text(context.entityName(entity) + " {#\(entity.rawValue)}"))
      if context.data.comparedProvinces.contains(entity),
        let chart = context.componentChart(analysis, entity: entity, year: year)
      {
        body.append(chart.document)
        charts.append(chart.chart)
      }
      let isCompared = context.data.comparedProvinces.contains(entity)
      try ScorecardSection(context: context, analysis: analysis, showsAll: isCompared).add(to: &body)
    }
    return charts
  }

  /// The analyses of the year that hold more than a total.
  private var detailed: [(Identifier<Entity>, ScorecardAnalysis)] {
    let compared = context.data.comparedProvinces
    let detailed = context.scored(below: .total, year: year)
    let order = compared.filter(detailed.contains) + detailed.filter { !compared.contains($0) }
    return order.compactMap { id in context.data.scorecard(of: id, year: year).map { (id, $0) } }
  }
}

/// The published figures of one province and year below the total, and the conclusions from them.
struct ScorecardSection {
  let context: PageContext
  let analysis: ScorecardAnalysis
  /// Whether unpublished nodes are shown even if most nodes are unpublished.
  let showsAll: Bool

  var edition: Edition? { analysis.edition }

  func add(to body: inout MarkdownDocument) throws(MarkdownError) {
    body.paragraph(basis)
    try body.table(
      columns: [
        MarkdownColumn(context.labelText("index.node")),
        MarkdownColumn(context.labelText("index.points"), alignment: .right),
        MarkdownColumn(context.labelText("index.maximum"), alignment: .right),
        MarkdownColumn(context.labelText("index.percent"), alignment: .right),
        MarkdownColumn(context.labelText("index.rank"), alignment: .right),
      ],
      rows: analysis.nodes.filter(isShown).flatMap(rows))
    ScorecardReasoning(context: context, analysis: analysis).add(to: &body)
    body.list(
      analysis.entries.compactMap { entry in
        entry.note.map { note in
          let name = ScoreWording.label(entry.node, edition: edition)
          return Markdown.strong(context.markdown(name)) + ": " + context.markdown(note)
        }
      })
  }

  /// Whether a node is shown: the total, published nodes, and unpublished nodes of a breakdown that is shown.
  private func isShown(_ node: ScorecardAnalysis.NodeAnalysis) -> Bool {
    if !node.entries.isEmpty { return true }
    guard !node.key.isAppraisalOnly else { return false }
    switch node.key.node {
    case .total: return true
    case .part: return node.key.node.isComponent && showsComponents
    case .block(let id): return showsBlocks && (edition?.blocks.contains { $0.id == id } ?? false)
    }
  }

  /// Whether unpublished components are shown. If most are, the sentence about the rest says more than empty rows.
  private var showsComponents: Bool {
    let published = analysis.components.filter { !$0.entries.isEmpty }.count
    return published > 0 && (showsAll || published * 2 >= (edition?.components.count ?? 0))
  }

  private var showsBlocks: Bool {
    let published = analysis.nodes.filter { node in
      if case .block = node.key.node { !node.entries.isEmpty } else { false }
    }.count
    return published > 0 && (showsAll || published * 2 >= (edition?.blocks.count ?? 0))
  }

  private func rows(_ node: ScorecardAnalysis.NodeAnalysis) -> [[Markdown]] {
    let name = context.nodeName(node.key, edition: edition)
    if node.entries.isEmpty {
      let maximum = context.maximum(node.maximum)
      return [[name, points(node, node.interval), maximum, percent(node.percent), context.unknown]]
    }
    return node.entries.indices.map { row(node, $0, name: name) }
  }

  /// One published row, with the source marks at its first figure.
  private func row(
    _ node: ScorecardAnalysis.NodeAnalysis, _ row: Int, name: Markdown
  ) -> [Markdown] {
    let entry = node.entries[row]
    var citations = entry.citations
    func cell(_ text: String?) -> Markdown? {
      guard let text else { return nil }
      defer { citations = [] }
      return context.figure(text, of: entry, citations)
    }
    let points = cell(
      entry.points.map { context.bounded(NumberText.printed($0, in: context.language), entry.bound) })
    let percent = cell(
      entry.percent.map {
        context.bounded(NumberText.value($0, unit: .percent, in: context.language), entry.bound)
      })
    let rank = cell(entry.rank.map { context.rankText($0, of: entry.listSize) })
    let badge = context.doubtful(entry.confidence) ? " " + context.status(entry.confidence) : ""
    return [
      name + badge, points ?? pointsOfTotal(node, entry) ?? self.points(node, node.interval(ofRow: row)),
      maximum(node, entry, isCited: citations.isEmpty),
      percent ?? self.percent(node.percent(ofRow: row)), rank ?? context.unknown,
    ]
  }

  private func maximum(
    _ node: ScorecardAnalysis.NodeAnalysis, _ entry: ScorecardEntry, isCited: Bool
  ) -> Markdown {
    let known = context.maximum(node.maximum, citing: !isCited)
    guard let printed = entry.maximum, printed.value != node.maximum?.value else { return known }
    let text = NumberText.printed(printed, in: context.language)
    return context.figure(text, of: entry, isCited ? [] : entry.citations)
  }

  /// The points of the whole index from its printed percentage; nil for other nodes and for totals other than 100.
  private func pointsOfTotal(_ node: ScorecardAnalysis.NodeAnalysis, _ entry: ScorecardEntry) -> Markdown? {
    guard node.key.node == .total, node.maximum?.value == ExactDecimal(100), let percent = entry.percent
    else { return nil }
    let value = NumberText.printed(percent, in: context.language)
    return context.filled("index.follows", ["value": .text(value)])
  }

  /// The possible points of a node where none are printed.
  private func points(_ node: ScorecardAnalysis.NodeAnalysis, _ interval: Interval) -> Markdown {
    let maximum = node.maximum?.value ?? ExactDecimal(100)
    let total = analysis[ScoreKey(.total)]?.interval.upper ?? maximum
    let saysNothing =
      interval.lower <= .zero
      && (node.maximum?.value == nil || interval.upper >= min(maximum, total))
    if saysNothing { return context.unknown }
    return context.filled("index.follows", ["value": .text(context.interval(interval))])
  }

  /// The possible percentage where none is printed.
  private func percent(_ percent: Interval?) -> Markdown {
    guard let percent else { return context.unknown }
    let saysNothing = percent.lower <= .zero && percent.upper >= ExactDecimal(100)
    if saysNothing { return context.unknown }
    return context.filled(
      "index.follows", ["value": .text(context.text(ScoreWording.interval(percent)) + "%")])
  }

  /// The maxima that the component figures refer to and, unless all are full, which maxima they fit.
  private var basis: Markdown {
    let components = analysis.entries.filter { $0.node.component != nil }
    guard !components.isEmpty else { return context.labelText("index.basis_blocks") }
    let rows = components.filter { $0.percent != nil || $0.points != nil }
    let bases = ScorecardEntry.Basis.allCases.filter { basis in rows.contains { $0.basis == basis } }
    guard !bases.isEmpty else { return context.labelText("index.basis_ranks") }
    var sentences = bases.map { basis in
      let names = rows.filter { $0.basis == basis }.map(\.node.description)
      let distinct = names.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      return context.filled(
        "index.basis_" + basis.rawValue, ["nodes": .text(distinct.joined(separator: ", "))])
    }
    if bases != [.full], let edition {
      sentences.append(fit(isStated: !bases.contains(.unstated), edition: edition))
    }
    return sentences.joined(separator: " ")
  }

  /// Which of the two bases, full or appraisal, the rows fit.
  private func fit(isStated: Bool, edition: Edition) -> Markdown {
    let fitting = BasisFit.of(analysis.entries, edition: edition).filter(\.fits).map(\.basis)
    switch (fitting.contains(.full), fitting.contains(.appraisal)) {
    case (true, true): return context.labelText(isStated ? "index.fit_both_stated" : "index.fit_both")
    case (true, false): return context.labelText("index.fit_full")
    case (false, true): return context.labelText("index.fit_appraisal")
    case (false, false): return context.labelText("index.fit_none")
    }
  }
}
