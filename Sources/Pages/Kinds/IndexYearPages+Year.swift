internal import GFM
internal import Scoring

/// The page of one year of an index: what was found of the ranking, then what is known below and beside it.
struct IndexYear {
  let context: PageContext
  /// The index; nil for that of the scorecards when the data do not describe it.
  let index: IndexDescription?
  let year: Int
  let standings: YearStandings

  init(context: PageContext, index: IndexDescription?, year: Int) {
    (self.context, self.index, self.year) = (context, index, year)
    standings = YearStandings(
      Self.figures(of: index, year: year, context), year: year,
      higherIsBetter: index?.higherIsBetter ?? true, context)
  }

  /// The page of a year of the index that scorecards are about.
  init(context: PageContext, year: Int) {
    self.init(context: context, index: context.scorecardIndex, year: year)
  }

  /// Whether the figures of provinces are scorecards.
  var isScored: Bool { context.isScored(index) }

  var edition: Edition? { isScored ? context.data.editionOfYear(year) : nil }

  /// The short name of the index.
  var name: String { context.shortName(of: index) }

  /// The figures of the year beside the scorecards.
  var figures: [PublishedFigure] {
    index.map { context.data.publishedOfIndex($0.id, year: year) } ?? []
  }

  /// The break of the series that begins with the year; nil when there is none.
  var seriesBreak: IndexDescription.SeriesBreak? { index?.breaks.first { $0.from == year } }

  /// The figures of provinces for a whole year of an index.
  private static func figures(
    of index: IndexDescription?, year: Int, _ context: PageContext
  ) -> [YearFigure] {
    if let index, !context.isScored(index) {
      return context.data.publishedOfIndex(index.id, year: year).filter { figure in
        figure.measure == .score && figure.node.isEmpty
          && (figure.value != nil || figure.rank != nil) && context.isProvince(figure.entity)
      }.map { YearFigure($0, context) }
    }
    return context.data.scorecardsOfYear(year).filter { $0.node == .total && $0.applies }.map {
      YearFigure($0, context)
    }
  }

  static func head(of index: IndexDescription?, year: Int, _ context: PageContext) -> Page.Head {
    let names = ["index": context.shortName(of: index), "year": String(year)]
    let route = context.route(of: index, year: year)
    return Page.Head(
      route: route, language: context.language, title: context.label("year.title", names),
      description: context.label("year.description", names),
      parents: [.home, route == .indexYear(year) ? .indexYears : .indexes],
      card: CardClaim(.indexYear, year: year))
  }

  func content() throws(MarkdownError) -> Page.PageContent {
    var body = MarkdownDocument()
    body.paragraph(finding)
    body.paragraph(coverage)
    try addRanking(to: &body)
    var charts: [Page.Chart] = []
    if let map = mapChart {
      body.heading(2, context.labelText("year.map_heading"))
      body.append(map.document)
      charts.append(map.chart)
    }
    if isScored {
      addStories(to: &body)
      charts += try addScorecards(to: &body)
      charts += try addStability(to: &body)
      try addGaps(to: &body)
      try addChanges(to: &body)
    } else {
      try addParts(to: &body)
    }
    try addNation(to: &body)
    addGapsInKnowledge(to: &body)
    addOtherYears(to: &body)
    return Page.PageContent(body, charts: charts)
  }

  /// What the data hold of each compared province in the year.
  private func addStories(to body: inout MarkdownDocument) {
    body.list(
      context.data.comparedProvinces.map { id in
        .strong(context.entity(id)) + ". "
          + ProvinceYearStory(context: context, entity: id, year: year).paragraph
      })
  }

  /// Adds links to the other years of the index, newest first.
  private func addOtherYears(to body: inout MarkdownDocument) {
    let years = (isScored ? context.data.indexYears : index.map { context.data.yearsOfIndex($0.id) } ?? [])
      .filter { $0 != year }
    guard !years.isEmpty else { return }
    let links = years.map { other in
      context.link(.text(String(other)), to: context.route(of: index, year: other))
    }
    body.paragraph(context.filled("year.others", ["list": links.joined(separator: " · ")]))
  }
}

extension PageContext {
  /// Whether an index is that of the scorecards, which the data need not describe.
  func isScored(_ index: IndexDescription?) -> Bool {
    index.map { $0.id == data.scorecardIndex } ?? true
  }

  /// The name of an index in titles.
  func shortName(of index: IndexDescription?) -> String {
    guard let index, !isScored(index) else { return label("index.short_name") }
    return index.id
  }

  /// The page of a year of an index; nil stands for that of the scorecards.
  func route(of index: IndexDescription?, year: Int) -> Route {
    guard let index, !isScored(index) else { return .indexYear(year) }
    return .publishedYear(index: index.id, year: year)
  }

  /// The indexes other than that of the scorecards whose years have pages: those of provinces, by year.
  var indexesByYear: [IndexDescription] {
    let scored = data.scorecardIndex
    return data.indexes.filter { $0.province == nil && !$0.isMonthly && $0.id != scored }
  }

  func isProvince(_ id: Identifier<Entity>) -> Bool {
    let kind = data.mention(id)?.kind
    return kind == .province || kind == .city
  }
}
