internal import Scoring

extension Indicator {
  /// Reads an entry of `indicators/*.yaml`.
  init?(_ record: Record) {
    let id: Identifier<Indicator>? = record.declare(.indicator, form: .snake)
    let name = record.localized("name", required: true)
    let unit = record.choice("unit", as: Unit.self, required: true)
    let direction = record.choice("direction", as: Direction.self, required: true)
    let component = record.component("component")
    let levels = record.choices("levels", as: AdministrativeLevel.self)
    if !record.isPresent("levels") { _ = record.required("levels") }
    let mayExceedHundred = record.flag("above_100") ?? false
    let mayBeNegative = record.flag("negative") ?? false
    let followsBudgetYear = record.flag("fiscal_year") ?? false
    let denominators = Indicator.denominators(record)
    let notComparable = record.records("not_comparable_with").compactMap(Incomparability.init)
    let publishedAs = record.record("published_as").flatMap(PublishedSeries.init)
    let note = record.localized("note")
    record.finish()
    guard let id, let name, let unit, let direction else { return nil }
    if unit == .percent, denominators.isEmpty, !record.isPresent("published_as") {
      record.report(.denominatorRequired(indicator: id.rawValue, allowed: []), key: "unit")
    }
    self.init(
      id: id, name: name, unit: unit, direction: direction, component: component, levels: levels,
      mayExceedHundred: mayExceedHundred, mayBeNegative: mayBeNegative,
      followsBudgetYear: followsBudgetYear, denominators: denominators, notComparable: notComparable,
      publishedAs: publishedAs, note: note, line: record.place.dataLine)
  }

  private static func denominators(_ record: Record) -> [Denominator] {
    var seen: [String: Place] = [:]
    return record.records("denominators").compactMap { entry in
      let id = entry.text("id", required: true)
      let name = entry.localized("name", required: true)
      entry.finish()
      guard let id, let name else { return nil }
      let place = entry.place(of: "id")
      if !IdentifierForm.slug.accepts(id) { entry.report(.idMalformed(id, form: .slug), place) }
      if let first = seen[id] { entry.report(.idDuplicate(id, first: first), place) }
      seen[id] = place
      return Denominator(id: Identifier(id), name: name, line: entry.place.dataLine)
    }
  }
}

extension Indicator.Incomparability {
  fileprivate init?(_ record: Record) {
    let indicator: Identifier<Indicator>? = record.reference("indicator", to: .indicator, required: true)
    let reason = record.localized("why", required: true)
    record.finish()
    guard let indicator, let reason else { return nil }
    self.init(indicator: indicator, reason: reason)
  }
}

extension Indicator.PublishedSeries {
  fileprivate init?(_ record: Record) {
    let index = record.choice("index", of: PublishedFigure.indexNames, required: true)
    let measure = record.choice("measure", as: Measure.self, required: true)
    let node = record.nodeCode("node")
    record.finish()
    guard let index, let measure else { return nil }
    self.init(index: index, measure: measure, node: node)
  }
}

extension Indicator {
  /// Reads `denominator` of a target or outcome: the only one when there is one, a named one when there are
  /// several.
  func denominator(of record: Record) -> Identifier<Denominator>? {
    let allowed = denominators.map(\.id.rawValue)
    guard let name = record.text("denominator") else {
      if denominators.count > 1 {
        record.report(.denominatorRequired(indicator: id.rawValue, allowed: allowed), key: "denominator")
      }
      return denominators.count == 1 ? denominators[0].id : nil
    }
    if denominators.isEmpty {
      record.report(.denominatorUnexpected(name, indicator: id.rawValue), key: "denominator")
    } else if name != Denominator.unstated.rawValue, !allowed.contains(name) {
      record.report(
        .referenceUnknown(kind: .denominator, id: name, suggestion: nearest(to: name, among: allowed)),
        key: "denominator")
    }
    return Identifier(name)
  }

  /// Reads `level` of a target or outcome.
  func level(of record: Record) -> AdministrativeLevel? {
    let level = record.choice("level", as: AdministrativeLevel.self, required: true)
    if let level, !levels.contains(level) {
      record.report(
        .levelUnusual(level.rawValue, indicator: id.rawValue, usual: levels.map(\.rawValue)), key: "level")
    }
    return level
  }
}
