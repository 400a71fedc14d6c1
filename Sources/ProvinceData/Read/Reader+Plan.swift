internal import Scoring

extension Reader {
  /// A plan with its targets.
  func plan(_ record: Record, _ catalogue: Catalogue) -> Plan? {
    let years = record.string("years").flatMap(YearSpan.read)
    let context = PlanContext(
      id: record.id("id") ?? "", entity: record.id("entity") ?? "", source: record.id("source"), years: years,
      catalogue: catalogue)
    let targets = record.records("targets").compactMap { target($0, context) }
    guard let id: Identifier<Plan> = record.id("id"), let entity: Identifier<Entity> = record.id("entity"),
      let title = record.text("title"), let kind: Plan.Kind = record.word("kind"), let years,
      let citation = record.citation
    else { return nil }
    return Plan(
      id: id, entity: entity, title: title, kind: kind, firstYear: years.lowerBound,
      lastYear: years.upperBound, number: record.string("number"), date: record.date("date"),
      citation: citation, isSummary: record.flag("summary_only"), note: record.text("note"),
      targets: targets, line: record.line)
  }

  private struct PlanContext {
    let id: Identifier<Plan>
    let entity: Identifier<Entity>
    let source: Identifier<Source>?
    let years: ClosedRange<Int>?
    let catalogue: Catalogue
  }

  private func target(_ record: Record, _ plan: PlanContext) -> Target? {
    let indicatorID: Identifier<Indicator>? = record.id("indicator")
    let indicator = indicatorID.flatMap { plan.catalogue.indicators[$0] }
    let goal = goal(record, indicator)
    let denominator = indicator.flatMap { self.denominator(record, of: $0) }
    let level: AdministrativeLevel? = record.word("level")
    if let level, let indicator { checkLevel(level, record, indicator) }
    if !record.has("locator") { report(.targetNoLocator, record, "id") }
    let deadline = deadline(record, plan.years, indicator)
    let repeats = record.records("also").compactMap { entry in
      entry.citation.map {
        Target.Repeat(citation: $0, statement: entry.text("statement"), component: entry.node("component"))
      }
    }
    let source: Identifier<Source>? = record.id("source") ?? plan.source
    guard let id: Identifier<Target> = record.id("id"), let indicatorID, let level, let goal, let deadline,
      let source, let statement = record.text("statement")
    else { return nil }
    let traits = Target.Traits(
      isAspiration: record.flag("aspiration"), isBareNumber: record.flag("bare_number"),
      optimistic: record.decimal("optimistic"))
    return Target(
      id: id, plan: plan.id, entity: plan.entity, indicator: indicatorID, denominator: denominator,
      component: record.node("component"), level: level, statement: statement, goal: goal,
      unit: record.word("unit"), year: record.whole("year") ?? deadline.year, deadline: deadline,
      traits: traits, excludes: record.text("excludes"), conditions: record.text("conditions"),
      reading: record.text("reading"), group: record.string("group"), derivation: record.text("how"),
      citation: Citation(source: source, locator: record.text("locator")), repeats: repeats,
      note: record.text("note"), line: record.line)
  }

  private func deadline(
    _ record: Record, _ years: ClosedRange<Int>?, _ indicator: Indicator?
  ) -> PartialDate? {
    guard record.has("deadline") || record.has("stages") else {
      report(.targetNoDeadline, record, "id")
      return nil
    }
    let key = record.has("deadline") ? "deadline" : "stages"
    let deadline = record.date("deadline") ?? record.records("stages").last?.date("by")
    // The budget year closes on 31 January of the next year.
    let grace = indicator?.followsBudgetYear == true && deadline?.month == 1 ? 1 : 0
    if let deadline, let years, !(years.lowerBound...(years.upperBound + grace)).contains(deadline.year) {
      let span = years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)-\(years.upperBound)"
      report(.deadlineOutsidePlan(deadline: deadline.description, years: span), record, key)
    }
    return deadline
  }
}
