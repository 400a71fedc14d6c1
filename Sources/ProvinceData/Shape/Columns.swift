internal import Scoring

/// The columns of every kind of CSV file, in order.
extension FileKind {
  /// The columns of the file; nil for YAML files.
  var columns: [KeyShape]? {
    switch self {
    case .outcomes: Columns.outcomes
    case .published: Columns.published
    case .scorecards: Columns.scorecards
    default: nil
    }
  }
}

private enum Columns {
  static let outcomes: [KeyShape] =
    [
      .required("entity", .reference(.entity), "Đơn vị.", "Whose result it is."),
      .required("year", .year, "Năm.", "The year."),
      .required("period", .words(Outcome.Period.self), "Kỳ.", "The stretch of time."),
      .optional("as_of", .date, "Tính đến ngày.", "The end of the stretch."),
      .required("indicator", .reference(.indicator), "Chỉ số đo.", "What was measured."),
      .optional("denominator", .reference(.denominator), "Mẫu số.", "What it is counted over."),
      .required("level", .words(AdministrativeLevel.self), "Cấp.", "The level of government."),
      .required("bound", .words(Bound.self), "Số in nói gì.", "Whether the value is exact."),
      .required("value", .number, "Giá trị.", "The value."),
      .optional("list_size", .whole(1...1000), "Số đơn vị được xếp.", "How many were ranked."),
      .required(
        "statement_vi", .prose, "Lời nói của nguồn, tiếng Việt.", "What the source says, in Vietnamese."),
      .required("statement_en", .prose, "Lời nói của nguồn, tiếng Anh.", "What the source says, in English."),
      .optional("source", .reference(.source), "Nguồn.", "The source."),
      .optional("locator_vi", .prose, "Vị trí, tiếng Việt.", "The place, in Vietnamese."),
      .optional("locator_en", .prose, "Vị trí, tiếng Anh.", "The place, in English."),
    ] + backing + note

  static let published: [KeyShape] =
    [
      .required("entity", .reference(.entity), "Đơn vị.", "Whose figure it is."),
      .required("year", .year, "Năm của chỉ số.", "The index year."),
      .required("index", .reference(.index), "Chỉ số.", "The index."),
      .required("measure", .words(PublishedFigure.Measure.self), "Nói điều gì.", "What the figure tells."),
      .optional("node", .prose, "Lĩnh vực, nhóm.", "The component, group or slug."),
      .optional("bound", .words(Bound.self), "Số in nói gì.", "Whether the value is exact."),
      .optional("value", .number, "Giá trị.", "The value."),
      .required("unit", .words(Unit.self), "Đơn vị.", "The unit."),
      .optional("maximum", .positiveNumber, "Điểm cao nhất của thang.", "The top of the scale."),
      .optional("rank", .whole(1...1000), "Hạng.", "The rank."),
      .optional("list_size", .whole(1...1000), "Số đơn vị được xếp.", "How many were ranked."),
      .optional("source", .reference(.source), "Nguồn.", "The source."),
    ] + backing + [
      .optional(
        "read_from_order", .flag, "Hạng đọc từ thứ tự.", "The rank was read from the order of a list.")
    ] + note

  static let scorecards: [KeyShape] =
    [
      .required("entity", .reference(.entity), "Tỉnh.", "The province."),
      .required("year", .year, "Năm của chỉ số.", "The index year."),
      .required("node", .node, "Chỗ trong cây điểm.", "The node of the scoring tree."),
      .required("basis", .words(ScorecardEntry.Basis.self), "Tính trên gì.", "What the maxima cover."),
      .optional("applies", .flag, "Có áp dụng không.", "Whether it applies."),
      .optional("self_points", .number, "Điểm tự chấm.", "Points the province gave itself."),
      .optional("points", .number, "Điểm thẩm định.", "Points given or published."),
      .optional("max_points", .positiveNumber, "Điểm tối đa.", "The maximum printed beside."),
      .optional("percent", .number, "Phần trăm như in.", "The percentage printed."),
      .optional("bound", .words(Bound.self), "Số in nói gì.", "Whether the value is exact."),
      .optional("rank", .whole(1...1000), "Hạng.", "The rank."),
      .optional("list_size", .whole(1...1000), "Số đơn vị được xếp.", "How many were ranked."),
      .optional("source", .reference(.source), "Nguồn.", "The source."),
    ] + backing + [
      .optional("evidence", .prose, "Tài liệu kiểm chứng.", "Documents, separated by “; ”."),
      .optional("explanation_vi", .prose, "Giải trình, tiếng Việt.", "An explanation, in Vietnamese."),
      .optional("explanation_en", .prose, "Giải trình, tiếng Anh.", "An explanation, in English."),
    ] + note

  private static let backing: [KeyShape] = [
    .optional("also_sources", .references(.source), "Nguồn khác nói cùng điều.", "Further sources."),
    .optional("contradicted_by", .references(.source), "Nguồn nói khác.", "Sources that say otherwise."),
    .required("confidence", .words(Confidence.self), "Mức chắc chắn.", "How far it is backed."),
  ]

  private static let note: [KeyShape] = [
    .optional("note_vi", .prose, "Ghi chú, tiếng Việt.", "A note, in Vietnamese."),
    .optional("note_en", .prose, "Ghi chú, tiếng Anh.", "A note, in English."),
  ]
}
