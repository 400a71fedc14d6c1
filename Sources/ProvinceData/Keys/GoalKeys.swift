internal import Scoring
internal import Text

/// The keys that define the goal of a target.
struct GoalKeys {
  /// One value by date.
  struct StageKeys {
    let keys: MappingReader
    let by: PartialDate?
    let value: PrintedDecimal?
    let isDerived: Bool
    let how: LocalizedText?
  }

  private let keys: MappingReader
  private let comparator: GoalComparator?
  private let value, low, high: PrintedDecimal?
  let unit: MeasurementUnit?
  private let baseline: Goal?
  private let groupName: LocalizedText?
  private let first: Int?
  let year: Int?
  private let deadline: PartialDate?
  private let stages: [StageKeys]
  private let isDerived: Bool
  let how: LocalizedText?

  init(_ keys: MappingReader) {
    self.keys = keys
    comparator = keys.required("comparator", .words, "Cách so sánh.", "The comparator.")
    value = keys.optional("value", .number, "Con số.", "The number.")
    low = keys.optional("low", .number, "Đầu dưới của khoảng.", "The lower end of a range, inclusive.")
    high = keys.optional("high", .number, "Đầu trên của khoảng.", "The upper end of a range, inclusive.")
    unit = keys.optional("unit", .words, "Đơn vị.", "The unit.")
    baseline = keys.optional(
      "baseline", .mapping { $0.baseline() }, "Mốc so sánh.", "What a relative target compares with.")
    groupName = keys.optional("group_name", .localized, "Tên nhóm.", "The name of a group.")
    first = keys.optional(
      "first", .whole(1...1000), "Nhóm có bao nhiêu hạng.", "How many ranks the group has.")
    year = keys.optional("year", .year, "Năm được đo.", "The year whose result is measured.")
    deadline = keys.optional("deadline", .date, "Thời hạn.", "The deadline.")
    stages =
      keys.optional("stages", .mappings { $0.stage() }, "Các mốc theo thời gian.", "Values by date.") ?? []
    isDerived = keys.derivedKey()
    how = keys.optional("how", .localized, "Cách tính.", "How it is worked out.")
  }

  /// The goal of the target; nil when a part of it is missing or malformed.
  func goal(optimistic: PrintedDecimal?, _ indicator: Indicator?) -> Goal? {
    guard let comparator else { return nil }
    checkKeys(comparator)
    checkUnit(comparator, indicator)
    let check = unit.map {
      ValueCheck(
        unit: $0, mayExceedHundred: indicator?.mayExceedHundred ?? false,
        mayBeNegative: indicator?.mayBeNegative ?? false)
    }
    check?.check(value, keys.scalar("value"), keys.context)
    check?.check(low, keys.scalar("low"), keys.context)
    check?.check(high, keys.scalar("high"), keys.context)
    check?.check(optimistic, keys.scalar("optimistic"), keys.context)
    if isDerived { keys.checkHow(at: "derived") }
    switch comparator {
    case .number(let comparator):
      if keys.has("stages") { return staged(comparator, check) }
      return value.map { .threshold(comparator, $0.value) }
    case .range: return range()
    case .group: return groupName.map { .group($0, first: first) }
    case .relative: return baseline
    case .qualitative: return .qualitative
    }
  }

  /// Checks that the keys which the comparator needs are present, and those of other comparators absent.
  private func checkKeys(_ comparator: GoalComparator) {
    let needed: [String]
    var others = ["value", "low", "high", "baseline", "group_name", "first", "stages"]
    switch comparator {
    case .range: needed = ["low", "high"]
    case .group:
      needed = ["group_name"]
      others.removeAll { $0 == "first" }
    case .relative: needed = ["baseline"]
    case .qualitative:
      needed = []
      others.append("unit")
    case .number: needed = [keys.has("stages") ? "stages" : "value"]
    }
    for key in needed where !keys.has(key) {
      keys.report(.targetNoValue(key: key, comparator: comparator.rawValue), "comparator")
    }
    for key in others where !needed.contains(key) && keys.has(key) {
      keys.report(.targetUnusedValue(key: key, comparator: comparator.rawValue), key)
    }
  }

  private func checkUnit(_ comparator: GoalComparator, _ indicator: Indicator?) {
    guard let unit = unit else {
      switch comparator {
      case .number, .range: if !keys.has("unit") { keys.report(.targetNoUnit, "comparator") }
      case .group, .relative, .qualitative: break
      }
      return
    }
    if let indicator, unit != indicator.unit {
      keys.report(.targetUnitDiffers(unit: unit.rawValue, indicatorUnit: indicator.unit.rawValue), "unit")
    }
  }

  private func range() -> Goal? {
    guard let low = low?.value, let high = high?.value else { return nil }
    if low > high {
      keys.report(.targetRangeOrder(low: low.description, high: high.description), "low")
    }
    return .range(low, high)
  }

  private func staged(_ comparator: Goal.Comparator, _ check: ValueCheck?) -> Goal? {
    var read: [Goal.GoalStage] = []
    for stage in stages {
      if stage.isDerived { stage.keys.checkHow(at: "derived") }
      check?.check(stage.value, stage.keys.scalar("value"), stage.keys.context)
      guard let by = stage.by, let value = stage.value?.value else { continue }
      if let previous = read.last?.by, by.lastDay <= previous.lastDay {
        stage.keys.report(.targetStageOrder(by: by.description, previous: previous.description), "by")
      }
      read.append(Goal.GoalStage(by: by, value: value, derivation: stage.how, line: stage.keys.line))
    }
    guard read.count == stages.count, !read.isEmpty else { return nil }
    return .staged(comparator, read)
  }

  /// The date by which the target is due; nil when it is not known.
  func deadline(_ years: ClosedRange<Int>?, _ indicator: Indicator?) -> PartialDate? {
    guard keys.has("deadline") || keys.has("stages") else {
      keys.report(.targetNoDeadline, "id")
      return nil
    }
    let key = keys.has("deadline") ? "deadline" : "stages"
    let deadline = deadline ?? stages.last?.by
    // The budget year closes on 31 January of the next year.
    let grace = indicator?.followsBudgetYear == true && deadline?.month == 1 ? 1 : 0
    keys.checkDeadline(deadline, in: years, grace: grace, at: key)
    return deadline
  }
}

/// The comparison that a target makes.
enum GoalComparator: RawRepresentable, CaseIterable {
  case number(Goal.Comparator)
  case range, group, relative, qualitative

  static let allCases = Goal.Comparator.allCases.map(Self.number) + [.range, .group, .relative, .qualitative]

  init?(rawValue: String) {
    guard let known = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = known
  }

  var rawValue: String {
    switch self {
    case .number(let comparator): comparator.rawValue
    case .range: "range"
    case .group: "rank-group"
    case .relative: "relative"
    case .qualitative: "qualitative"
    }
  }
}

extension MappingReader {
  /// Reports a deadline outside the years of the plan.
  ///
  /// - Parameter grace: how many years after them are still right.
  func checkDeadline(_ deadline: PartialDate?, in years: ClosedRange<Int>?, grace: Int = 0, at key: String) {
    guard let deadline, let years,
      !(years.lowerBound...(years.upperBound + grace)).contains(deadline.year)
    else { return }
    let span = years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)-\(years.upperBound)"
    report(.deadlineOutsidePlan(deadline: deadline.description, years: span), key)
  }

  /// The base year and relation of a relative target.
  fileprivate func baseline() -> Goal? {
    let year = required("year", .year, "Năm gốc.", "The year compared with.")
    let relation: Goal.Comparator? = required(
      "relation", .words([">", ">=", "<", "<="]), "Quan hệ.", "The relation.")
    guard let year, let relation else { return nil }
    return .relative(relation, baselineYear: year)
  }

  fileprivate func stage() -> GoalKeys.StageKeys? {
    let by = required("by", .date, "Đến khi nào.", "By when.")
    let value = required("value", .number, "Con số.", "The number.")
    let isDerived = optional("derived", .flag, "Con số tự tính.", "The number is worked out here.")
    let how = optional("how", .localized, "Cách tính.", "How it is worked out.")
    return GoalKeys.StageKeys(keys: self, by: by, value: value, isDerived: isDerived ?? false, how: how)
  }
}
