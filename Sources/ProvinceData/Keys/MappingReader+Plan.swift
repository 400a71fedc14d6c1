internal import Scoring
internal import Text

/// The properties of a plan that its targets and tasks need.
struct PlanContext {
  let id: Identifier<Plan>
  let entity: Identifier<Entity>
  let source: Identifier<Source>?
  let years: ClosedRange<Int>?
  let catalogue: Catalogue
}

extension MappingReader {
  /// A plan with its targets and tasks.
  func plan(_ catalogue: Catalogue) -> Plan? {
    let id: Identifier<Plan>? = required(
      "id", .identifier(.slug), "Mã kế hoạch; trùng tên tệp.", "The identifier; the name of the file.")
    let entity: Identifier<Entity>? = required(
      "entity", .reference(.entity), "Nơi ban hành.", "Who declared it.")
    let title = required("title", .localized, "Tên kế hoạch.", "The title.")
    let kind: Plan.PlanKind? = required("kind", .words, "Loại văn bản.", "The kind of document.")
    let scope: Plan.PlanScope? = required(
      "scope", .words, "Kế hoạch nói về việc gì.", "What the plan is about.")
    let years = required("years", .years, "Năm hoặc giai đoạn.", "The year or span.")
    let number = optional("number", .prose, "Số văn bản.", "The official number.")
    let date = optional("date", .date, "Ngày ban hành.", "The date.")
    let citation = citation()
    let isSummary = optional(
      "summary_only", .flag, "Nguồn là bài tóm tắt.", "The source summarises the plan.")
    let note = note()
    let amendments = optional(
      "amended_by", .mappings { $0.amendment() }, "Văn bản đã sửa kế hoạch.", "What changed the plan.")
    let successor = optional(
      "superseded_by", .mapping { $0.amendment() }, "Văn bản thay thế.", "What took its place.")
    let context = PlanContext(
      id: id ?? "", entity: entity ?? "", source: citation?.source, years: years, catalogue: catalogue)
    var items: [MappingReader] = []
    let targets = required(
      "targets",
      .mappings { keys in
        items.append(keys)
        return keys.target(of: context)
      }, "Các chỉ tiêu.", "The targets.")
    let tasks = optional(
      "tasks",
      .mappings { keys in
        items.append(keys)
        return keys.task(of: context)
      }, "Các nhiệm vụ; không chấm.", "The tasks; they are not judged.")
    if isEmptyList("targets") { report(.plausibleNoTargets, "targets") }
    let begin = date?.firstDay ?? years.map { .firstDay(of: $0.lowerBound) }
    if let begin, let owner = entity.flatMap({ catalogue.entities[$0] }), let until = owner.until,
      begin > until.lastDay
    {
      report(
        .lifetimePlan(
          entity: owner.name, limit: until.description, plan: date?.description ?? String(begin.year)),
        date == nil ? "years" : "date")
    }
    let coverage = optional(
      "coverage", .mapping { $0.coverage(of: items) }, "Văn bản có gì, đã ghi được gì.",
      "What the document holds and what of it is recorded.")
    guard let id, let entity, let title, let kind, let scope, let years, let citation else { return nil }
    return Plan(
      id: id, entity: entity, title: title, kind: kind, scope: scope, firstYear: years.lowerBound,
      lastYear: years.upperBound, number: number, date: date, citation: citation,
      isSummary: isSummary ?? false, note: note, amendments: amendments ?? [], successor: successor,
      targets: targets ?? [], tasks: tasks ?? [], coverage: coverage, line: line)
  }

  private func amendment() -> Plan.Amendment? {
    let date = required("date", .date, "Ngày của văn bản.", "The date of the document.")
    let what = required("what", .localized, "Điều đã thay đổi.", "What it changed.")
    let citation = citation()
    guard let date, let what, let citation else { return nil }
    return Plan.Amendment(date: date, what: what, citation: citation)
  }

  private func target(of plan: PlanContext) -> Target? {
    let id: Identifier<Target>? = required("id", .identifier(.slug), "Mã chỉ tiêu.", "The identifier.")
    let indicatorID: Identifier<Indicator>? = required(
      "indicator", .reference(.indicator), "Chỉ số đo.", "What is measured.")
    let denominator: Identifier<Indicator.Denominator>? = optional(
      "denominator", .reference(.denominator), "Mẫu số.", "What it is counted over.")
    let component = optional(
      "component", .component, "Lĩnh vực theo kế hoạch.", "The component as the plan files it.")
    let level: AdministrativeLevel? = required("level", .words, "Cấp.", "The level of government.")
    let statement = required(
      "statement", .localized, "Điều cam kết, bằng lời của mình.", "The promise, in our own words.")
    let goalKeys = GoalKeys(self)
    let isAspiration = optional("aspiration", .flag, "“Phấn đấu”.", "The plan strives for it.")
    let isBareNumber = optional(
      "bare_number", .flag, "Số viết trơn, không có “ít nhất”.", "The number stands without “at least”.")
    let optimistic = optional("optimistic", .number, "Mức phấn đấu cao hơn.", "A stretch value.")
    let excludes = optional("excludes", .localized, "Điều được loại ra.", "What is left out.")
    let conditions = optional("conditions", .localized, "Điều kiện kèm theo.", "What else has to hold.")
    let reading = optional(
      "reading", .localized, "Cách hiểu được chọn.", "The reading taken of an ambiguous wording.")
    let group: Identifier<Target>? = optional(
      "group", .identifier(.slug), "Các phần của một câu.", "Parts of one sentence share it.")
    let stepOf: Identifier<Target>? = optional(
      "step_of", .identifier(.slug), "Chỉ tiêu mà đây chỉ là một bước.", "The target that this is a step to.")
    let locator = optional("locator", .localized, "Vị trí trong văn bản.", "The place in the document.")
    let ownSource: Identifier<Source>? = optional(
      "source", .reference(.source), "Nguồn, khi khác của kế hoạch.", "The source, if not the plan's.")
    let repeats = optional(
      "also", .mappings { $0.repeated() }, "Nguồn khác nói cùng điều.", "Further sources.")
    let note = note()

    let indicator = indicatorID.flatMap { plan.catalogue.indicators[$0] }
    let goal = goalKeys.goal(optimistic: optimistic, indicator)
    let counted = indicator.flatMap {
      context.denominator(denominator, of: $0, at: position(of: "denominator"))
    }
    if let level, let indicator {
      context.checkLevel(level, of: indicator, at: position(of: "level"))
    }
    if !has("locator") { report(.targetNoLocator, "id") }
    let deadline = goalKeys.deadline(plan.years, indicator)
    guard let id, let indicatorID, let level, let goal, let deadline,
      let source = ownSource ?? plan.source, let statement
    else { return nil }
    let traits = Target.Traits(
      isAspiration: isAspiration ?? false, isBareNumber: isBareNumber ?? false, optimistic: optimistic?.value)
    return Target(
      id: id, plan: plan.id, entity: plan.entity, indicator: indicatorID, denominator: counted,
      component: component, level: level, statement: statement, goal: goal, unit: goalKeys.unit,
      year: goalKeys.year ?? deadline.year, deadline: deadline, traits: traits, excludes: excludes,
      conditions: conditions, reading: reading, group: group?.rawValue, stepOf: stepOf,
      derivation: goalKeys.how,
      citation: Citation(source: source, locator: locator), repeats: repeats ?? [], note: note, line: line)
  }

  private func repeated() -> Target.Repeat? {
    let citation = citation()
    let statement = optional("statement", .localized, "Lời khác.", "A different wording.")
    let component = optional("component", .component, "Lĩnh vực khác.", "A different component.")
    return citation.map { Target.Repeat(citation: $0, statement: statement, component: component) }
  }
}
