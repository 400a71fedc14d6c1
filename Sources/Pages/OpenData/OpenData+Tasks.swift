internal import Scoring
internal import Text

/// The tables of tasks and of what is recorded of each document.
extension OpenData {
  static func tasks(_ dataset: Dataset) -> OpenDataTable {
    OpenDataTable(
      name: "tasks",
      meaning: LocalizedText(
        vi: "Mỗi dòng là một nhiệm vụ mà kế hoạch giao; nhiệm vụ không có kết luận.",
        en: "Each row is a task that a plan assigns; tasks get no verdict."),
      columns: [
        Column("task", "mã nhiệm vụ", "identifier of the task"),
        Column("plan", "mã kế hoạch", "identifier of the plan"),
        Column("entity", "mã địa phương", "identifier of the entity"),
        Column(
          "component", "lĩnh vực theo kế hoạch; trống nếu nhiều lĩnh vực",
          "component as the plan files it; empty when it cuts across"),
        Column("statement_vi", "việc phải làm, tiếng Việt", "the work, in Vietnamese"),
        Column("statement_en", "việc phải làm, tiếng Anh", "the work, in English"),
        Column(
          "responsible_vi", "cơ quan được giao, tiếng Việt; trống nếu văn bản không nêu",
          "body that is to do it, in Vietnamese; empty when the document names none"),
        Column(
          "responsible_en", "cơ quan được giao, tiếng Anh; trống nếu văn bản không nêu",
          "body that is to do it, in English; empty when the document names none"),
        Column(
          "deadline", "thời hạn; trống nếu văn bản không nêu", "deadline; empty when the document gives none"),
        Column("locator_vi", "vị trí trong nguồn, tiếng Việt", "place in the source, in Vietnamese"),
        Column("locator_en", "vị trí trong nguồn, tiếng Anh", "place in the source, in English"),
        sourcesColumn,
        Column("note_vi", "lưu ý, tiếng Việt", "note in Vietnamese"),
        Column("note_en", "lưu ý, tiếng Anh", "note in English"),
      ] + lineColumns,
      rows: dataset.plans.flatMap { plan in
        plan.tasks.map { task -> [String?] in
          let head: [String?] = [
            task.id.rawValue, plan.id.rawValue, plan.entity.rawValue, task.component?.description,
            task.statement.vi, task.statement.en, task.responsible?.vi, task.responsible?.en,
            task.deadline?.description,
          ]
          return head + [
            task.citation.locator?.vi, task.citation.locator?.en,
            list(([task.citation] + task.repeats).map(\.source)), task.note?.vi, task.note?.en,
            task.line.file, String(task.line.line),
          ]
        }
      })
  }

  static func coverage(_ dataset: Dataset) -> OpenDataTable {
    OpenDataTable(
      name: "coverage",
      meaning: LocalizedText(
        vi: "Mỗi dòng là một phần của một văn bản: đếm được bao nhiêu ý, đã ghi bao nhiêu.",
        en: "Each row is a part of a document: how many items were counted in it, how many are recorded."),
      columns: [
        Column("plan", "mã kế hoạch", "identifier of the plan"),
        Column("entity", "mã địa phương", "identifier of the entity"),
        Column("part_vi", "phần của văn bản, tiếng Việt", "part of the document, in Vietnamese"),
        Column("part_en", "phần của văn bản, tiếng Anh", "part of the document, in English"),
        Column(
          "holds", "phần ấy có gì: targets, tasks, mixed, requirements, assignments",
          "what it holds: targets, tasks, mixed, requirements, assignments"),
        Column("counted", "số ý đếm được", "items counted", isLiteral: true),
        Column("recorded", "số ý đã ghi", "items recorded", isLiteral: true),
        Column("not_recorded", "số ý chưa ghi", "items not recorded", isLiteral: true),
        Column(
          "items", "mã các chỉ tiêu, nhiệm vụ đã ghi, cách nhau bằng dấu cách",
          "identifiers of the targets and tasks recorded, separated by spaces"),
        sourcesColumn,
      ] + lineColumns,
      rows: dataset.plans.flatMap { plan in
        (plan.coverage?.parts ?? []).map { part -> [String?] in
          let items = part.recorded.joined().joined(separator: " ")
          let head: [String?] = [
            plan.id.rawValue, plan.entity.rawValue, part.locator.vi, part.locator.en, part.content.rawValue,
          ]
          return head + [
            String(part.counted), String(part.count.recorded), String(part.count.left),
            items.isEmpty ? nil : items, list([plan.citation.source]), part.line.file, String(part.line.line),
          ]
        }
      })
  }

  private static let sourcesColumn = Column(
    "sources", "mã nguồn, cách nhau bằng dấu cách", "identifiers of sources separated by spaces")

  private static let lineColumns = [
    Column("data_file", "tệp dữ liệu trong kho", "data file in the repository"),
    Column("data_line", "dòng trong tệp, đếm từ 1", "line of the file, from 1", isLiteral: true),
  ]
}
