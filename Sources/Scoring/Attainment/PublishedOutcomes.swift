/// Outcomes taken from published indexes: the published SIPAS figure answers a target on SIPAS.
package enum PublishedOutcomes {
  /// One outcome for every published figure of the series that an indicator names.
  ///
  /// Ranks and scores become full-year values at province level. Order: by indicator, then by file and line.
  package static func outcomes(of dataset: Dataset) -> [Outcome] {
    dataset.indicators.flatMap { indicator -> [Outcome] in
      guard let series = indicator.publishedAs else { return [] }
      return fromFigures(series, indicator, dataset) + fromScorecards(series, indicator, dataset)
    }
  }

  private static func fromFigures(
    _ series: Indicator.PublishedSeries, _ indicator: Indicator, _ dataset: Dataset
  ) -> [Outcome] {
    // A figure of a monthly index names its month in place of a node.
    let isMonthly = dataset.indexes.contains { $0.id == series.index && $0.isMonthly }
    let figures = dataset.published.filter { figure in
      guard figure.index == series.index else { return false }
      return figure.node == (series.node?.description ?? "") || series.node == nil && isMonthly
    }
    return figures.compactMap { figure in
      let value: PrintedDecimal? =
        switch (series.measure, figure.measure) {
        case (.score, .score), (.quartileGroup, .quartileGroup): figure.value
        case (.rank, .score): figure.rank.map { PrintedDecimal(ExactDecimal($0), decimals: 0) }
        default: nil
        }
      return value.map {
        Outcome(
          entity: figure.entity, indicator: indicator.id, denominator: indicator.denominators.first?.id,
          level: indicator.publishedLevel, year: figure.year,
          period: isMonthly && !figure.node.isEmpty ? .month : .fullYear, asOf: PartialDate(figure.node),
          bound: series.measure == .rank ? .exact : figure.bound, value: $0,
          listSize: series.measure == .rank ? figure.listSize : nil, statement: nil,
          citations: figure.citations, contradictedBy: figure.contradictedBy,
          confidence: figure.confidence, note: figure.note, line: figure.line)
      }
    }
  }

  private static func fromScorecards(
    _ series: Indicator.PublishedSeries, _ indicator: Indicator, _ dataset: Dataset
  ) -> [Outcome] {
    guard series.index == dataset.scorecardIndex, series.measure != .quartileGroup else { return [] }
    let node = series.node ?? .total
    // Components are published on two bases; a row with an unstated basis never counts as a full one.
    let rows = dataset.scorecardEntries.filter {
      $0.node == node && ($0.basis == .full || node.component == nil) && $0.applies
    }
    return rows.compactMap { row in
      let score = indicator.unit == .points ? row.points : row.percent
      let value =
        series.measure == .rank ? row.rank.map { PrintedDecimal(ExactDecimal($0), decimals: 0) } : score
      return value.map {
        Outcome(
          entity: row.entity, indicator: indicator.id, denominator: indicator.denominators.first?.id,
          level: indicator.publishedLevel, year: row.year, period: .fullYear, asOf: nil,
          bound: series.measure == .rank ? .exact : row.bound, value: $0,
          listSize: series.measure == .rank ? row.listSize : nil, statement: nil,
          citations: row.citations, contradictedBy: row.contradictedBy, confidence: row.confidence,
          note: row.note, line: row.line)
      }
    }
  }
}

extension Indicator {
  /// The level that figures of a published index describe: the province as a whole.
  var publishedLevel: AdministrativeLevel {
    levels.contains(.province) ? .province : levels.first ?? .province
  }
}
