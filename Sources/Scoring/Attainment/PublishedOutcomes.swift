/// Outcomes that are published index figures: a target on SIPAS is answered by the published SIPAS.
public enum PublishedOutcomes {
  /// One outcome for every published figure that an indicator of the catalogue names as its series.
  ///
  /// Ranks and scores become values of the full index year at province level. Order: by indicator, then by
  /// file and line.
  public static func outcomes(of dataset: Dataset) -> [Outcome] {
    dataset.indicators.flatMap { indicator -> [Outcome] in
      guard let series = indicator.publishedAs else { return [] }
      return fromFigures(series, indicator, dataset) + fromScorecards(series, indicator, dataset)
    }
  }

  private static func fromFigures(
    _ series: Indicator.PublishedSeries, _ indicator: Indicator, _ dataset: Dataset
  ) -> [Outcome] {
    let node = series.node?.description ?? ""
    return dataset.published.filter { $0.index == series.index && $0.node == node }.compactMap { figure in
      let value: PrintedDecimal? =
        switch (series.measure, figure.measure) {
        case (.score, .score), (.quartileGroup, .quartileGroup): figure.value
        case (.rank, .score): figure.rank.map { PrintedDecimal(ExactDecimal($0), decimals: 0) }
        default: nil
        }
      return value.map {
        Outcome(
          entity: figure.entity, indicator: indicator.id, denominator: indicator.denominators.first?.id,
          level: indicator.publishedLevel, year: figure.year, period: .fullYear, asOf: nil,
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
    guard series.index == "PAR", series.measure != .quartileGroup else { return [] }
    let node = series.node ?? .total
    let rows = dataset.scorecardEntries.filter {
      $0.node == node && $0.basis != .appraisal && $0.applies
    }
    return rows.compactMap { row in
      let score = indicator.unit == .points && node != .total ? row.points : row.percent ?? row.points
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
  /// The level that figures of a published index stand for: the province as a whole.
  var publishedLevel: AdministrativeLevel {
    levels.contains(.province) ? .province : levels.first ?? .province
  }
}
