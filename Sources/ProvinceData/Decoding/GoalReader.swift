internal import Scoring

/// Reads what has to hold for a target, its unit and its deadline.
struct GoalReader {
  private let record: Record
  private let indicator: Indicator?

  /// The words of `comparator` that are not comparisons with a number.
  private enum Form: String, CaseIterable {
    case range
    case rankGroup = "rank-group"
    case relative
    case qualitative
  }

  init(_ record: Record, indicator: Indicator?) {
    self.record = record
    self.indicator = indicator
  }

  /// Nil, with findings, when a part is missing or malformed.
  func read() -> (goal: Goal, unit: Unit?, deadline: PartialDate)? {
    let words = Goal.Comparator.allCases.map(\.rawValue) + Form.allCases.map(\.rawValue)
    let word = record.choice("comparator", of: words, required: true)
    let unit = record.choice("unit", as: Unit.self)
    let stages = readStages(unit)
    let deadline = record.date("deadline")
    if let word, word != Form.qualitative.rawValue, unit == nil, !record.isPresent("unit") {
      record.report(.targetNoUnit(word), key: "comparator")
    }
    if deadline == nil, stages.isEmpty, !record.isPresent("deadline"), !record.isPresent("stages") {
      record.report(.targetNoDeadline, record.place)
    }
    let goal = self.goal(word, unit: unit, stages: stages)
    guard word != nil, let goal, let deadline = deadline ?? stages.last?.by else { return nil }
    return (goal, unit, deadline)
  }

  private func goal(_ word: String?, unit: Unit?, stages: [Goal.Stage]) -> Goal? {
    let value = number("value", unit)
    let (low, high) = (number("low", unit), number("high", unit))
    let baseline = readBaseline()
    let name = record.localized("group_name")
    let first = record.integer("first", in: 1...1000)
    guard let word else { return nil }
    if let comparator = Goal.Comparator(rawValue: word) {
      if !stages.isEmpty { return .staged(comparator, stages) }
      return need(value, "value", word).map { .threshold(comparator, $0) }
    }
    switch Form(rawValue: word) {
    case .range: return range(need(low, "low", word), need(high, "high", word))
    case .rankGroup: return need(name, "group_name", word).map { .group($0, first: first) }
    case .relative: return need(baseline, "baseline", word)
    case .qualitative, nil: return .qualitative
    }
  }

  /// The value, with a finding when its key is absent; a malformed one has a finding already.
  private func need<Value>(_ value: Value?, _ key: String, _ word: String) -> Value? {
    let replaced = key == "value" && record.isPresent("stages")
    if value == nil, !record.isPresent(key), !replaced {
      record.report(.targetNoValue(comparator: word, field: record.field(key)), key: "comparator")
    }
    return value
  }

  private func range(_ low: ExactDecimal?, _ high: ExactDecimal?) -> Goal? {
    guard let low, let high else { return nil }
    guard low <= high else {
      record.report(.rangeReversed(low: "\(low)", high: "\(high)"), key: "low")
      return nil
    }
    return .range(low, high)
  }

  private func number(_ key: String, _ unit: Unit?, in entry: Record? = nil) -> ExactDecimal? {
    let entry = entry ?? record
    guard let value = entry.decimal(key)?.value else { return nil }
    if let unit {
      entry.checkRange(
        value, key: key, unit: unit, mayExceedHundred: indicator?.mayExceedHundred ?? true,
        mayBeNegative: indicator?.mayBeNegative ?? true)
    }
    return value
  }

  private func readBaseline() -> Goal? {
    guard let entry = record.record("baseline") else { return nil }
    let year = entry.year()
    let relation = entry.choice("relation", of: [">", ">=", "<", "<="], required: true)
    entry.finish()
    guard let year, let comparator = relation.flatMap(Goal.Comparator.init(rawValue:)) else { return nil }
    return .relative(comparator, baselineYear: year)
  }

  private func readStages(_ unit: Unit?) -> [Goal.Stage] {
    var previous: PartialDate?
    return record.records("stages").compactMap { entry in
      let by = entry.date("by", required: true)
      _ = entry.required("value")
      let value = number("value", unit, in: entry)
      let how = entry.localized("how")
      if entry.flag("derived") == true, how == nil { entry.report(.derivedNoHow, key: "derived") }
      entry.finish()
      if let by, let previous, by.lastDay <= previous.lastDay {
        entry.report(.stagesOrder("\(by)", after: "\(previous)"), key: "by")
      }
      previous = by ?? previous
      guard let by, let value else { return nil }
      return Goal.Stage(by: by, value: value, derivation: how, line: entry.place.dataLine)
    }
  }
}
