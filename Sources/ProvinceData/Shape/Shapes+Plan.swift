internal import Scoring

/// What a target compares with.
enum ComparatorWord {
  static let range = "range"
  static let group = "rank-group"
  static let relative = "relative"
  static let qualitative = "qualitative"
  static let all = Goal.Comparator.allCases.map(\.rawValue) + [range, group, relative, qualitative]
}

extension MappingShape {
  static let plan = MappingShape(
    [
      .required(
        "id", .identifier(.slug), "Mã kế hoạch; trùng tên tệp.", "The identifier; the name of the file."),
      .required("entity", .reference(.entity), "Nơi ban hành.", "Who declared it."),
      .required("title", .localized, "Tên kế hoạch.", "The title."),
      .required("kind", .words(Plan.Kind.self), "Loại văn bản.", "The kind of document."),
      .required("years", .years, "Năm hoặc giai đoạn.", "The year or span."),
      .optional("number", .prose, "Số văn bản.", "The official number."),
      .optional("date", .date, "Ngày ban hành.", "The date."),
    ] + citation + [
      .optional("summary_only", .flag, "Nguồn là bài tóm tắt.", "The source summarises the plan."),
      .optional("note", .localized, "Ghi chú.", "A note."),
      .required("targets", .list(.mapping(target)), "Các chỉ tiêu.", "The targets."),
    ])

  private static let target = MappingShape(what + goal + words + origin)

  private static let what: [KeyShape] = [
    .required("id", .identifier(.slug), "Mã chỉ tiêu.", "The identifier."),
    .required("indicator", .reference(.indicator), "Chỉ số đo.", "What is measured."),
    .optional("denominator", .reference(.denominator), "Mẫu số.", "What it is counted over."),
    .optional("component", .component, "Lĩnh vực theo kế hoạch.", "The component as the plan files it."),
    .required("level", .words(AdministrativeLevel.self), "Cấp.", "The level of government."),
    .required("statement", .localized, "Điều cam kết, bằng lời của mình.", "The promise, in our own words."),
  ]

  private static let goal: [KeyShape] = [
    .required("comparator", .word(ComparatorWord.all), "Cách so sánh.", "The comparator."),
    .optional("value", .number, "Con số.", "The number."),
    .optional("low", .number, "Đầu dưới của khoảng.", "The lower end of a range, inclusive."),
    .optional("high", .number, "Đầu trên của khoảng.", "The upper end of a range, inclusive."),
    .optional("unit", .words(Unit.self), "Đơn vị.", "The unit."),
    .optional(
      "baseline",
      .mapping(
        MappingShape([
          .required("year", .year, "Năm gốc.", "The year compared with."),
          .required("relation", .word([">", ">=", "<", "<="]), "Quan hệ.", "The relation."),
        ])), "Mốc so sánh.", "What a relative target compares with."),
    .optional("group_name", .localized, "Tên nhóm.", "The name of a group."),
    .optional("first", .whole(1...1000), "Nhóm có bao nhiêu hạng.", "How many ranks the group has."),
    .optional("year", .year, "Năm được đo.", "The year whose result is measured."),
    .optional("deadline", .date, "Thời hạn.", "The deadline."),
    .optional("stages", .list(.mapping(stage)), "Các mốc theo thời gian.", "Values by date."),
    .optional("derived", .flag, "Con số tự tính.", "The number is worked out here."),
    .optional("how", .localized, "Cách tính.", "How it is worked out."),
  ]

  private static let stage = MappingShape([
    .required("by", .date, "Đến khi nào.", "By when."),
    .required("value", .number, "Con số.", "The number."),
    .optional("derived", .flag, "Con số tự tính.", "The number is worked out here."),
    .optional("how", .localized, "Cách tính.", "How it is worked out."),
  ])

  private static let words: [KeyShape] = [
    .optional("aspiration", .flag, "“Phấn đấu”.", "The plan strives for it."),
    .optional(
      "bare_number", .flag, "Số viết trơn, không có “ít nhất”.", "The number stands without “at least”."),
    .optional("optimistic", .number, "Mức phấn đấu cao hơn.", "A stretch value."),
    .optional("excludes", .localized, "Điều được loại ra.", "What is left out."),
    .optional("conditions", .localized, "Điều kiện kèm theo.", "What else has to hold."),
    .optional("reading", .localized, "Cách hiểu được chọn.", "The reading taken of an ambiguous wording."),
    .optional("group", .identifier(.slug), "Các phần của một câu.", "Parts of one sentence share it."),
  ]

  private static let origin: [KeyShape] = [
    .optional("locator", .localized, "Vị trí trong văn bản.", "The place in the document."),
    .optional(
      "source", .reference(.source), "Nguồn, khi khác của kế hoạch.", "The source, if not the plan's."),
    .optional(
      "also",
      .list(
        .mapping(
          MappingShape(
            citation + [
              .optional("statement", .localized, "Lời khác.", "A different wording."),
              .optional("component", .component, "Lĩnh vực khác.", "A different component."),
            ]))), "Nguồn khác nói cùng điều.", "Further sources."),
    .optional("note", .localized, "Ghi chú.", "A note."),
  ]
}
