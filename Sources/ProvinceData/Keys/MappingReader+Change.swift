internal import Scoring
internal import Text

extension MappingReader {
  /// The changes of one file.
  func changes() -> [Change]? {
    required("changes", .mappings { $0.change() }, "Các thay đổi.", "The changes.")
  }

  private func change() -> Change? {
    let date = required("date", .day, "Ngày thay đổi.", "The day of the change.")
    let what = required("what", .localized, "Điều đã thay đổi.", "What changed.")
    let cause: Change.Cause? = required("why", .words, "Vì sao.", "Why.")
    let targets = optional(
      "targets", .list(TextParser<Identifier<Target>>.identifier(.slug)),
      "Các chỉ tiêu có kết luận thay đổi.", "The targets whose verdict changed.")
    let figures = optional(
      "figures", .mappings { $0.affectedFigure() }, "Các số liệu thay đổi.", "The figures that changed.")
    let before: Verdict? = optional("from", .words, "Kết luận trước.", "The verdict before.")
    let after: Verdict? = optional("to", .words, "Kết luận sau.", "The verdict after.")
    let told = optional("told", .localized, "Đã báo cho ai.", "Who was told.")
    guard let date, let what, let cause else { return nil }
    return Change(
      date: date, what: what, cause: cause, targets: targets ?? [], figures: figures ?? [], before: before,
      after: after, told: told, line: line)
  }

  private func affectedFigure() -> Change.AffectedFigure? {
    let entity: Identifier<Entity>? = required(
      "entity", .reference(.entity), "Đơn vị.", "Whose figure it is.")
    let indicator: Identifier<Indicator>? = optional(
      "indicator", .reference(.indicator), "Chỉ số đo.", "The indicator.")
    let index: Identifier<IndexDescription>? = optional(
      "index", .reference(.index), "Chỉ số đã công bố.", "The published index.")
    let year = required("year", .year, "Năm.", "The year.")
    if !has("indicator"), !has("index") { report(.changeNoSubject, "entity") }
    guard let entity, let year, let subject = indicator?.rawValue ?? index?.rawValue else { return nil }
    return Change.AffectedFigure(entity: entity, subject: subject, year: year)
  }
}
