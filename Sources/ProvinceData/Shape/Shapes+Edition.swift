internal import Scoring
internal import Text

extension MappingShape {
  private static let backing: [KeyShape] = [
    .required("status", .words(Confidence.self), "Mức chắc chắn.", "How far it is backed."),
    .optional("sources", .list(.reference(.source)), "Nguồn.", "The sources."),
    .optional("how", .localized, "Cách suy ra.", "How it is derived."),
    .optional("note", .localized, "Ghi chú.", "A note."),
  ]

  private static let looseBacking: [KeyShape] = backing.map { key in
    .optional(key.name, key.shape, key.meaning.vi, key.meaning.en)
  }

  static let edition = MappingShape([
    .required(
      "id", .identifier(.slug), "Mã bộ tiêu chí; trùng tên tệp.", "The identifier; the name of the file."),
    .optional("decision", .prose, "Số quyết định.", "The number of the decision."),
    .required("name", .localized, "Tên.", "The name."),
    .optional("date", .date, "Ngày quyết định.", "The date of the decision."),
    .optional("effective", .date, "Ngày có hiệu lực.", "The day it took effect."),
    .optional("replaces", .reference(.edition), "Thay bộ nào.", "The framework it replaced."),
    .required("years", .list(.year), "Các năm chấm theo bộ này.", "The index years scored by it."),
    .required(
      "years_status", .mapping(MappingShape(backing)), "Căn cứ về các năm.", "How the years are backed."),
    .optional("total", .positiveNumber, "Tổng điểm tối đa.", "The sum of all maxima."),
    .optional("counts", .mapping(counts), "Số lĩnh vực, tiêu chí.", "Counts of components and criteria."),
    .optional(
      "parts", .list(.mapping(part)), "Phần thẩm định và điều tra.", "The appraisal and survey parts."),
    .optional("components", .list(.mapping(component)), "Các lĩnh vực.", "The components."),
    .optional("blocks", .list(.mapping(block)), "Các khối điểm.", "The blocks of points."),
    .optional("combined_blocks", .list(.mapping(combined)), "Khối gộp.", "Blocks that sum blocks."),
    .optional(
      "block_components", .byComponent(.list(.reference(.block))), "Lĩnh vực bằng tổng các khối.",
      "Components that equal a sum of blocks."),
    .optional("groups", .list(.mapping(group)), "Các nhóm theo điểm.", "The groups by score."),
    .required(
      "not_applicable", .words(NotApplicableRule.self), "Tiêu chí không áp dụng thì sao.",
      "What becomes of a criterion that does not apply."),
    .optional("remainder", .mapping(remainder), "Phần còn lại.", "What is left for the unknown components."),
    .optional("unknown", .list(.localized), "Điều chưa biết.", "What is not known."),
    .optional("note", .localized, "Ghi chú.", "A note."),
  ])

  private static let counts = MappingShape(
    Edition.Count.Level.allCases.map {
      .optional($0.rawValue, .mapping(count), "Số lượng được công bố.", "A published count.")
    })

  private static let count = MappingShape(
    [
      .optional("value", .size, "Số lượng.", "The count."),
      .optional("candidates", .list(.mapping(candidate)), "Các giá trị trái nhau.", "Values that differ."),
    ] + backing)

  private static let candidate = MappingShape([
    .required("value", .size, "Số lượng.", "The count."),
    .optional("sources", .list(.reference(.source)), "Nguồn.", "The sources."),
    .optional("note", .localized, "Ghi chú.", "A note."),
  ])

  private static let named: [KeyShape] = [
    .required("id", .identifier(.slug), "Mã khối.", "The identifier."),
    .required("name", .localized, "Tên.", "The name."),
    .optional("maximum", .positiveNumber, "Điểm tối đa.", "The maximum points."),
  ]

  private static let part = MappingShape(named + looseBacking)

  private static let block = MappingShape(
    named
      + [
        .required(
          "kind", .word(["appraisal", "survey"]), "Thẩm định hay điều tra.", "Appraised or surveyed.")
      ]
      + looseBacking)

  private static let combined = MappingShape(
    [
      .required("id", .identifier(.slug), "Mã khối.", "The identifier."),
      .required("of", .list(.reference(.block)), "Gồm các khối.", "The blocks it sums."),
      .required("maximum", .positiveNumber, "Điểm tối đa.", "The maximum points."),
    ] + backing)

  private static let node: [KeyShape] =
    [
      .required("name", .localized, "Tên.", "The name."),
      .optional("maximum", .positiveNumber, "Điểm tối đa.", "The maximum points."),
    ] + looseBacking + [
      .optional("criteria_count", .size, "Số tiêu chí.", "How many criteria."),
      .optional("subcriteria_count", .size, "Số tiêu chí thành phần.", "How many subcriteria."),
      .optional("count_sources", .list(.reference(.source)), "Nguồn của số lượng.", "Sources of the counts."),
      .optional(
        "appraisal_maximum", .positiveNumber, "Điểm tối đa phần thẩm định.", "The appraisal maximum."),
      .optional("appraisal_status", .words(Confidence.self), "Mức chắc chắn.", "How far it is backed."),
      .optional("appraisal_sources", .list(.reference(.source)), "Nguồn.", "The sources."),
      .optional("appraisal_how", .localized, "Cách suy ra.", "How it is derived."),
    ]

  private static let component = MappingShape(
    [.required("code", .component, "Mã lĩnh vực.", "The code.")] + node
      + [.optional("criteria", .list(.mapping(criterion)), "Các tiêu chí.", "The criteria.")])

  private static let criterion = MappingShape(
    [.required("code", .node, "Mã tiêu chí.", "The code.")] + node
      + [.optional("criteria", .list(.mapping(subcriterion)), "Tiêu chí thành phần.", "The subcriteria.")])

  private static let subcriterion = MappingShape(
    [.required("code", .node, "Mã tiêu chí thành phần.", "The code.")] + node)

  private static let group = MappingShape(
    [
      .required("label", .prose, "Tên nhóm.", "The letter or name."),
      .optional("from", .number, "Đầu dưới, phần trăm.", "The lower end in percent."),
      .optional("from_inclusive", .flag, "Đầu dưới thuộc nhóm.", "The lower end belongs to it."),
      .optional("to", .number, "Đầu trên, phần trăm.", "The upper end in percent."),
      .optional("to_inclusive", .flag, "Đầu trên thuộc nhóm.", "The upper end belongs to it."),
      .optional("years", .list(.year), "Các năm.", "The index years."),
    ] + backing)

  private static let remainder = MappingShape([
    .required("components", .list(.component), "Các lĩnh vực chưa biết.", "The unknown components."),
    .required("maximum", .positiveNumber, "Tổng điểm tối đa của chúng.", "Their maxima together."),
  ])
}
