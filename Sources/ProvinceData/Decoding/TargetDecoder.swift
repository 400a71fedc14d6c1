internal import Scoring

extension Target {
  /// Reads a target of a plan; `citation` is that of the plan.
  init?(
    _ record: Record, plan: Identifier<Plan>, entity: Identifier<Entity>, citation planCitation: Citation,
    indicators: [Identifier<Indicator>: Indicator]
  ) {
    let id: Identifier<Target>? = record.declare(.target)
    let indicatorID: Identifier<Indicator>? = record.reference("indicator", to: .indicator, required: true)
    let indicator = indicatorID.flatMap { indicators[$0] }
    let denominator = indicator.map { $0.denominator(of: record) } ?? nil
    let component = record.component("component")
    let level =
      indicator.map { $0.level(of: record) } ?? record.choice("level", as: AdministrativeLevel.self)
    let statement = record.localized("statement", required: true)
    let goal = GoalReader(record, indicator: indicator).read()
    let ownYear = record.year("year", required: false)
    let traits = Traits(
      isAspiration: record.flag("aspiration") ?? false, isBareNumber: record.flag("bare_number") ?? false,
      optimistic: record.decimal("optimistic")?.value)
    let (excludes, conditions) = (record.localized("excludes"), record.localized("conditions"))
    let (reading, group) = (record.localized("reading"), record.text("group"))
    let how = record.localized("how")
    if record.flag("derived") == true, how == nil { record.report(.derivedNoHow, key: "derived") }
    let own: Identifier<Source>? = record.reference("source", to: .source)
    let locator = record.localized("locator")
    let repeats = record.records("also").compactMap(Repeat.init)
    let note = record.localized("note")
    if indicator == nil { _ = record.text("denominator") }
    record.finish()
    guard let id, let indicatorID, let level, let statement, let goal else { return nil }
    self.init(
      id: id, plan: plan, entity: entity, indicator: indicatorID, denominator: denominator,
      component: component, level: level, statement: statement, goal: goal.goal, unit: goal.unit,
      year: ownYear ?? goal.deadline.year, deadline: goal.deadline, traits: traits, excludes: excludes,
      conditions: conditions, reading: reading, group: group, derivation: how,
      citation: Citation(
        source: own ?? planCitation.source, locator: locator ?? (own == nil ? planCitation.locator : nil)),
      repeats: repeats, note: note, line: record.place.dataLine)
  }
}

extension Target.Repeat {
  fileprivate init?(_ record: Record) {
    let citation = record.citation(required: true)
    let statement = record.localized("statement")
    let component = record.component("component")
    record.finish()
    guard let citation else { return nil }
    self.init(citation: citation, statement: statement, component: component)
  }
}
