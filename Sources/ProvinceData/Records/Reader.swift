internal import Scoring
internal import Text

/// Turns records into the values of the model and reports what their shape alone can not show.
struct Reader {
  let log: FindingLog
  let registry: Registry

  /// Reports a rule at the value of a key, or at the record when there is no such key.
  func report(_ rule: Rule, _ record: Record, _ key: String) {
    log.report(rule, in: record.file, at: record.position(of: key))
  }

  /// Checks that what is derived says how.
  func checkHow(_ record: Record, how: String = "how", at key: String) {
    if !record.has(how) { report(.derivedNoHow, record, key) }
  }
}

extension Reader {
  /// A bibliography entry.
  func source(_ record: Record) -> Source? {
    guard let id: Identifier<Source> = record.id("id"), let title = record.string("title"),
      let kind: Source.Kind = record.word("kind"), let language = record.string("language")
    else { return nil }
    if !registry.isUsed(source: id.rawValue) { report(.sourceUnused(source: id.rawValue), record, "id") }
    // "other" is not a code of any language; "und" is BCP 47 for an undetermined one.
    return Source(
      id: id, title: title, publisher: record.string("publisher"), date: record.date("date"), kind: kind,
      titleLanguage: language == "other" ? "und" : language, url: record.string("url"),
      isCopy: record.flag("copy"), note: record.text("note"), line: record.line)
  }

  /// A published index.
  func index(_ record: Record) -> IndexDescription? {
    guard let id = record.string("id"), let name = record.text("name"),
      let publisher = record.text("publisher"), let scale = record.text("scale"),
      let better = record.string("better")
    else { return nil }
    let breaks = record.records("breaks").compactMap { entry -> IndexDescription.Break? in
      guard let from = entry.whole("from"), let reason = entry.text("why") else { return nil }
      return IndexDescription.Break(from: from, reason: reason, citation: entry.citation, line: entry.line)
    }
    let method = record.records("method").compactMap { entry -> IndexDescription.MethodStatement? in
      guard let text = entry.text("text") else { return nil }
      return IndexDescription.MethodStatement(
        text: text, status: entry.word("status"), sources: entry.ids("sources"), line: entry.line)
    }
    return IndexDescription(
      id: id, name: name, publisher: publisher, scale: scale, higherIsBetter: better == "higher",
      breaks: breaks, citations: record.records("citations").compactMap(\.citation), method: method,
      note: record.text("note"), line: record.line)
  }

  /// A province, region or the nation.
  func entity(_ record: Record, hasProfile: Bool) -> Entity? {
    guard let id: Identifier<Entity> = record.id("id"), let name = record.text("name"),
      let kind: Entity.Kind = record.word("kind")
    else { return nil }
    let (from, until) = (record.date("from"), record.date("until"))
    if let from, let until, from.firstDay > until.lastDay {
      report(.entityLifetimeOrder(from: from.description, until: until.description), record, "from")
    }
    let references = record.records("citations").compactMap { entry in
      entry.citation.map { Entity.Reference(citation: $0, purpose: entry.text("for")) }
    }
    let responsibilities = record.records("responsible").compactMap { entry -> Entity.Responsibility? in
      guard let component = entry.node("component"), let department = entry.text("department"),
        let role: Entity.Responsibility.Role = entry.word("role"), let citation = entry.citation
      else { return nil }
      return Entity.Responsibility(
        component: component, department: department, role: role, citation: citation, line: entry.line)
    }
    return Entity(
      id: id, name: name, kind: kind, code: record.string("code"), region: record.id("region"), from: from,
      until: until, successors: record.ids("successors"), predecessors: record.ids("predecessors"),
      references: references, responsibilities: responsibilities, note: record.text("note"),
      hasProfile: hasProfile, line: record.line)
  }

  /// A catalogue entry.
  func indicator(_ record: Record) -> Indicator? {
    guard let id: Identifier<Indicator> = record.id("id"), let name = record.text("name"),
      let unit: Unit = record.word("unit"), let direction: Indicator.Direction = record.word("direction")
    else { return nil }
    let denominators = record.records("denominators").compactMap { entry -> Indicator.Denominator? in
      guard let id: Identifier<Indicator.Denominator> = entry.id("id"), let name = entry.text("name")
      else { return nil }
      return Indicator.Denominator(id: id, name: name, line: entry.line)
    }
    let notComparable = record.records("not_comparable_with").compactMap {
      entry -> Indicator.Incomparability? in
      guard let other: Identifier<Indicator> = entry.id("indicator"), let reason = entry.text("why")
      else { return nil }
      return Indicator.Incomparability(indicator: other, reason: reason)
    }
    return Indicator(
      id: id, name: name, unit: unit, direction: direction, component: record.node("component"),
      levels: record.scalars("levels").compactMap { AdministrativeLevel(rawValue: $0.text) },
      mayExceedHundred: record.flag("above_100"), mayBeNegative: record.flag("negative"),
      followsBudgetYear: record.flag("fiscal_year"), denominators: denominators,
      notComparable: notComparable, publishedAs: record.record("published_as").flatMap(series),
      note: record.text("note"), line: record.line)
  }

  private func series(_ record: Record) -> Indicator.PublishedSeries? {
    guard let index = record.string("index"),
      let measure: Indicator.PublishedSeries.Measure = record.word("measure")
    else { return nil }
    return Indicator.PublishedSeries(index: index, measure: measure, node: record.node("node"))
  }
}
