internal import Scoring
internal import Text

extension MappingReader {
  /// Work that a plan assigns.
  func task(of plan: PlanContext) -> PlanTask? {
    let id: Identifier<PlanTask>? = required(
      "id", .identifier(.slug), "Mã nhiệm vụ.", "The identifier.")
    let component = optional(
      "component", .component, "Lĩnh vực theo kế hoạch.", "The component as the plan files it.")
    let statement = required(
      "statement", .localized, "Việc phải làm, bằng lời của mình.", "The work, in our own words.")
    let responsible = optional(
      "responsible", .localized, "Cơ quan được giao.", "The body that the document names.")
    let deadline = optional("deadline", .date, "Thời hạn, nếu có.", "The deadline, if any.")
    let locator = required("locator", .localized, "Vị trí trong văn bản.", "The place in the document.")
    let ownSource: Identifier<Source>? = optional(
      "source", .reference(.source), "Nguồn, khi khác của kế hoạch.", "The source, if not the plan's.")
    let repeats = optional(
      "also", .mappings { $0.citation() }, "Nguồn khác nói cùng điều.", "Further sources.")
    let note = note()
    checkDeadline(deadline, in: plan.years, at: "deadline")
    guard let id, let statement, let locator, let source = ownSource ?? plan.source else { return nil }
    return PlanTask(
      id: id, plan: plan.id, statement: statement, responsible: responsible, deadline: deadline,
      component: component, citation: Citation(source: source, locator: locator), repeats: repeats ?? [],
      note: note, line: line)
  }

  /// How much of a document is recorded.
  ///
  /// - Parameter items: the targets and tasks of the plan.
  func coverage(of items: [MappingReader]) -> PlanCoverage? {
    let targets = optional(
      "stated_targets", .size, "Số mục tiêu mà chính văn bản nêu.",
      "How many targets the document says it has.")
    let tasks = optional(
      "stated_tasks", .size, "Số nhiệm vụ mà chính văn bản nêu.", "How many tasks the document says it has.")
    let known = Set(items.compactMap { $0.scalar("id")?.text })
    var found: Set<String> = []
    let parts = required(
      "parts", .mappings { $0.coveragePart(known, &found) }, "Các phần của văn bản.",
      "The parts of the document.")
    let note = note()
    if let parts {
      for item in items {
        guard let id = item.scalar("id")?.text, !found.contains(id) else { continue }
        item.report(.coverageItemMissing(value: id), "id")
      }
      return PlanCoverage(statedTargets: targets, statedTasks: tasks, parts: parts, note: note)
    }
    return nil
  }

  private func coveragePart(_ known: Set<String>, _ found: inout Set<String>) -> PlanCoverage.Part? {
    let locator = required("locator", .localized, "Vị trí trong văn bản.", "The place in the document.")
    let content: PlanCoverage.Content? = required("holds", .words, "Phần này có gì.", "What it holds.")
    let counted = required(
      "counted", .size, "Số ý đếm được trong phần này.", "How many items were counted in it.")
    let recorded = optional(
      "recorded", .list(.itemReferences), "Mỗi ý đã ghi một dòng: mã các chỉ tiêu, nhiệm vụ của ý ấy.",
      "A line for each recorded item: the identifiers of its targets and tasks.")
    let items = (recorded ?? []).map { scalar in
      let ids = scalar.text.split(separator: " ").map(String.init)
      for id in ids where !known.contains(id) {
        context.report(
          .coverageUnknownItem(value: id, nearest: NearestWord.find(id, in: known.sorted())),
          at: scalar.position)
      }
      found.formUnion(ids)
      return ids
    }
    if let counted, items.count > counted {
      report(.coverageTooMany(recorded: items.count, counted: counted), "counted")
    }
    guard let locator, let content, let counted else { return nil }
    return PlanCoverage.Part(
      locator: locator, content: content, counted: counted, recorded: items, line: line)
  }
}

extension TextParser<Scalar> {
  /// Identifiers of targets and tasks of the same plan, separated by spaces, with their position.
  fileprivate static var itemReferences: Self {
    Self(shape: .references(.target)) { scalar, _ in Parsed(value: scalar) }
  }
}
