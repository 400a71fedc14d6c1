package import Scoring
internal import Testing
package import Text

/// Builds indicators, targets and outcomes, and judges targets.
package enum Targets {
  package static let entity: Identifier<Entity> = "province"
  package static let asOf = CalendarDate.lastDay(of: 2025)

  package static func indicator(
    _ id: Identifier<Indicator> = "rate", unit: MeasurementUnit = .percent,
    direction: Indicator.Direction = .higher,
    levels: [AdministrativeLevel] = [.all], mayExceedHundred: Bool = false, followsBudgetYear: Bool = false,
    isYearlyRate: Bool = false,
    denominators: [Identifier<Indicator.Denominator>] = [],
    notComparable: [Indicator.Incomparability] = [], publishedAs: Indicator.PublishedSeries? = nil
  ) -> Indicator {
    Indicator(
      id: id, name: LocalizedText(vi: "Tỷ lệ", en: "Rate"), unit: unit, direction: direction,
      component: nil, levels: levels, mayExceedHundred: mayExceedHundred, mayBeNegative: false,
      followsBudgetYear: followsBudgetYear, isYearlyRate: isYearlyRate,
      denominators: denominators.map {
        Indicator.Denominator(id: $0, name: LocalizedText(same: $0.rawValue), line: .somewhere)
      },
      notComparable: notComparable, publishedAs: publishedAs, note: nil, line: .somewhere)
  }

  package static func target(
    _ goal: Goal, id: Identifier<Target> = "target", entity: Identifier<Entity> = entity,
    indicator: Identifier<Indicator> = "rate", denominator: Identifier<Indicator.Denominator>? = nil,
    level: AdministrativeLevel = .all, unit: MeasurementUnit? = .percent, year: Int = 2024,
    deadline: String? = nil,
    excludes: LocalizedText? = nil, group: String? = nil, stepOf: Identifier<Target>? = nil
  ) throws -> Target {
    Target(
      id: id, plan: "plan", entity: entity, indicator: indicator, denominator: denominator, component: nil,
      level: level, statement: LocalizedText(vi: "Chỉ tiêu", en: "Target"), goal: goal, unit: unit,
      year: year, deadline: try date(deadline ?? String(year)),
      traits: Target.Traits(isAspiration: false, isBareNumber: false, optimistic: nil), excludes: excludes,
      conditions: nil, reading: nil, group: group, stepOf: stepOf, derivation: nil,
      citation: Citation(source: "plan-text"),
      repeats: [], note: nil, line: .somewhere)
  }

  package static func outcome(
    _ value: String, _ bound: Bound = .exact, line: Int = 1, entity: Identifier<Entity> = entity,
    indicator: Identifier<Indicator> = "rate", denominator: Identifier<Indicator.Denominator>? = nil,
    level: AdministrativeLevel = .all, year: Int = 2024, period: Outcome.Period = .fullYear,
    asOf: String? = nil, listSize: Int? = nil
  ) throws -> Outcome {
    Outcome(
      entity: entity, indicator: indicator, denominator: denominator, level: level, year: year,
      period: period, asOf: try asOf.map(date), bound: bound, value: try printed(value), listSize: listSize,
      statement: LocalizedText(vi: "Kết quả", en: "Outcome"), citations: [Citation(source: "paper")],
      contradictedBy: [], confidence: .single, note: nil, line: DataLine(file: "outcomes.csv", line: line))
  }

  package static func dataset(
    indicators: [Indicator] = [indicator()], targets: [Target] = [], outcomes: [Outcome] = [],
    published: [PublishedFigure] = [], scorecards: [ScorecardEntry] = [],
    entities: [Entity] = [], indexes: [IndexDescription] = [], asOf: CalendarDate = asOf
  ) -> Dataset {
    let paper = Source(
      id: "paper", title: "Tin", publisher: "Báo", date: nil, kind: .secondary, titleLanguage: "vi",
      url: nil, isCopy: false, note: nil, line: .somewhere)
    let plan = Plan(
      id: "plan", entity: entity, title: LocalizedText(vi: "Kế hoạch", en: "Plan"), kind: .plan,
      scope: .administrativeReform,
      firstYear: 2024, lastYear: 2024, number: nil, date: nil, citation: Citation(source: "plan-text"),
      isSummary: false, note: nil, targets: targets, line: .somewhere)
    return Dataset(
      asOf: asOf, comparedProvinces: [entity], scorecardIndex: "PAR", sources: [paper], entities: entities,
      unitGroups: [],
      indicators: indicators,
      editions: [], indexes: indexes, plans: [plan], outcomes: outcomes, published: published,
      scorecardEntries: scorecards, files: [])
  }

  /// Two entities: the one of the tests, which ended after a day, and `new`, which it became part of.
  package static func merged(until: String) throws -> [Entity] {
    func made(_ id: Identifier<Entity>, _ name: String, until: PartialDate?, into: [Identifier<Entity>])
      -> Entity
    {
      Entity(
        id: id, name: LocalizedText(same: name), kind: .province, code: nil, region: nil, from: nil,
        until: until, successors: into, predecessors: [], references: [], responsibilities: [], note: nil,
        hasProfile: true, line: .somewhere)
    }
    return [
      made(entity, "Cũ", until: try date(until), into: ["new"]), made("new", "Mới", until: nil, into: []),
    ]
  }

  /// The verdict on one target, with its evidence.
  package static func judge(
    _ target: Target, _ outcomes: [Outcome], indicator: Indicator = indicator(), entities: [Entity] = [],
    asOf: CalendarDate = asOf
  ) throws -> Attainment {
    let data = dataset(
      indicators: [indicator], targets: [target], outcomes: outcomes, entities: entities, asOf: asOf)
    return try #require(AttainmentJudge(data).attainment(of: target))
  }

  /// The verdict on a threshold for the year 2024, from outcomes of that year.
  package static func verdict(
    _ comparator: Goal.Comparator, _ threshold: String, _ outcomes: (String, Bound)...,
    indicator: Indicator = indicator()
  ) throws -> Verdict {
    let reports = try outcomes.enumerated().map { try outcome($1.0, $1.1, line: $0 + 1) }
    let target = try target(.threshold(comparator, number(threshold)), unit: indicator.unit)
    return try judge(target, reports, indicator: indicator).verdict
  }
}
