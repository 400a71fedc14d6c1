internal import Scoring

extension Reader {
  /// What a target asks for; nil when something of it is missing or malformed.
  func goal(_ record: Record, _ indicator: Indicator?) -> Goal? {
    guard let word = record.string("comparator"), ComparatorWord.all.contains(word) else { return nil }
    checkKeys(record, word)
    checkUnit(
      record, indicator, needed: Goal.Comparator(rawValue: word) != nil || word == ComparatorWord.range)
    if record.flag("derived") { checkHow(record, at: "derived") }
    if let comparator = Goal.Comparator(rawValue: word) {
      if record.has("stages") { return staged(record, comparator, indicator) }
      return record.decimal("value").map { .threshold(comparator, $0) }
    }
    switch word {
    case ComparatorWord.range: return range(record)
    case ComparatorWord.group:
      return record.text("group_name").map { .group($0, first: record.whole("first")) }
    case ComparatorWord.relative:
      guard let baseline = record.record("baseline"), let year = baseline.whole("year"),
        let relation: Goal.Comparator = baseline.word("relation")
      else { return nil }
      return .relative(relation, baselineYear: year)
    default: return .qualitative
    }
  }

  /// The keys that a comparator needs, and those that only others use.
  private func checkKeys(_ record: Record, _ word: String) {
    let needed: [String]
    switch word {
    case ComparatorWord.range: needed = ["low", "high"]
    case ComparatorWord.group: needed = ["group_name"]
    case ComparatorWord.relative: needed = ["baseline"]
    case ComparatorWord.qualitative: needed = []
    default: needed = [record.has("stages") ? "stages" : "value"]
    }
    for key in needed where !record.has(key) {
      report(.targetNoValue(key: key, comparator: word), record, "comparator")
    }
    var others = ["value", "low", "high", "baseline", "group_name", "first", "stages"]
    others.removeAll { needed.contains($0) || (word == ComparatorWord.group && $0 == "first") }
    if word == ComparatorWord.qualitative { others.append("unit") }
    for key in others where record.has(key) {
      report(.targetUnusedValue(key: key, comparator: word), record, key)
    }
  }

  private func checkUnit(_ record: Record, _ indicator: Indicator?, needed: Bool) {
    guard let unit: Unit = record.word("unit") else {
      if needed && !record.has("unit") { report(.targetNoUnit, record, "comparator") }
      return
    }
    if let indicator, unit != indicator.unit {
      report(.targetUnitDiffers(unit: unit.rawValue, indicatorUnit: indicator.unit.rawValue), record, "unit")
    }
    let check = valueCheck(record, unit, indicator)
    for key in ["value", "low", "high", "optimistic"] { check.check(key) }
  }

  private func valueCheck(_ record: Record, _ unit: Unit, _ indicator: Indicator?) -> ValueCheck {
    ValueCheck(
      reader: self, record: record, unit: unit, mayExceedHundred: indicator?.mayExceedHundred ?? false,
      mayBeNegative: indicator?.mayBeNegative ?? false)
  }

  private func range(_ record: Record) -> Goal? {
    guard let low = record.decimal("low"), let high = record.decimal("high") else { return nil }
    if low > high {
      report(.targetRangeOrder(low: low.description, high: high.description), record, "low")
    }
    return .range(low, high)
  }

  private func staged(_ record: Record, _ comparator: Goal.Comparator, _ indicator: Indicator?) -> Goal? {
    let entries = record.records("stages")
    var stages: [Goal.Stage] = []
    for entry in entries {
      if entry.flag("derived") { checkHow(entry, at: "derived") }
      if let unit: Unit = record.word("unit") { valueCheck(entry, unit, indicator).check("value") }
      guard let by = entry.date("by"), let value = entry.decimal("value") else { continue }
      if let previous = stages.last?.by, by.lastDay <= previous.lastDay {
        report(.targetStageOrder(by: by.description, previous: previous.description), entry, "by")
      }
      stages.append(Goal.Stage(by: by, value: value, derivation: entry.text("how"), line: entry.line))
    }
    guard stages.count == entries.count, !stages.isEmpty else { return nil }
    return .staged(comparator, stages)
  }
}
