internal import Scoring

/// The shape of every kind of YAML file: the one list of keys that validator and schemas share.
extension FileKind {
  /// The keys of the file; nil for CSV files.
  var mapping: MappingShape? {
    switch self {
    case .toolkit: .toolkit
    case .sources: .bibliography
    case .indicators: .catalogue
    case .indexes: .indexes
    case .entities: .entities
    case .profile: .profile
    case .plan: .plan
    case .editions: .edition
    case .outcomes, .published, .scorecards: nil
    }
  }
}

extension MappingShape {
  static let toolkit = MappingShape([
    .required(
      "as_of", .day, "Ngày chốt số liệu; kết luận được đưa ra tính đến ngày này.",
      "The day as of which verdicts are given."),
    .required(
      "provinces", .list(.reference(.province)), "Các tỉnh được so sánh, theo thứ tự.",
      "The provinces compared, in order."),
  ])

  static let bibliography = MappingShape([
    .required("sources", .list(.mapping(source)), "Danh mục nguồn.", "The bibliography.")
  ])

  private static let source = MappingShape([
    .required("id", .identifier(.slug), "Mã nguồn.", "The identifier."),
    .required("title", .prose, "Tên tài liệu đúng như in.", "The title as printed."),
    .optional("publisher", .prose, "Nơi phát hành.", "The publisher."),
    .optional("date", .date, "Ngày phát hành.", "The date of publication."),
    .required("kind", .words(Source.Kind.self), "Loại nguồn.", "The kind of source."),
    .required(
      "language", .word(["vi", "en", "other"]), "Tiếng của tên tài liệu.", "The language of the title."),
    .optional("url", .url, "Địa chỉ ở nơi phát hành đầu tiên.", "The address at the original publisher."),
    .optional("copy", .flag, "Đọc ở bản chép; không đặt liên kết.", "Read in a copy; nothing is linked."),
    .optional("note", .localized, "Tài liệu chứng minh điều gì.", "What the document supports."),
  ])

  static let citation: [KeyShape] = [
    .required("source", .reference(.source), "Mã nguồn.", "The source."),
    .optional("locator", .localized, "Vị trí trong tài liệu.", "The place in the document."),
  ]

  static let catalogue = MappingShape([
    .required("indicators", .list(.mapping(indicator)), "Danh mục chỉ số đo.", "The catalogue of indicators.")
  ])

  private static let indicator = MappingShape([
    .required("id", .identifier(.snake), "Mã chỉ số đo.", "The identifier."),
    .required("name", .localized, "Tên.", "The name."),
    .required("unit", .words(Unit.self), "Đơn vị.", "The unit."),
    .required("direction", .words(Indicator.Direction.self), "Chiều tốt hơn.", "Which way is better."),
    .optional("component", .component, "Lĩnh vực mặc định.", "The default component."),
    .required(
      "levels", .list(.words(AdministrativeLevel.self)), "Các cấp được đo.", "The levels it is used at."),
    .optional("above_100", .flag, "Tỷ lệ có thể vượt 100.", "A percentage above 100 is possible."),
    .optional("negative", .flag, "Có thể âm.", "Values below 0 are possible."),
    .optional("fiscal_year", .flag, "Đo theo năm ngân sách.", "Measured over the budget year."),
    .optional("denominators", .list(.mapping(denominator)), "Đếm gì trên gì.", "What is counted over what."),
    .optional(
      "not_comparable_with", .list(.mapping(incomparability)), "Chỉ số đo dễ nhầm.",
      "Indicators that must not be mixed with it."),
    .optional(
      "published_as", .mapping(series), "Lấy từ chỉ số công bố nào.", "The published index it is taken from."),
    .optional("note", .localized, "Ghi chú.", "A note."),
  ])

  private static let denominator = MappingShape([
    .required("id", .identifier(.slug), "Mã mẫu số.", "The identifier."),
    .required("name", .localized, "Đếm gì trên gì.", "What is counted over what."),
  ])

  private static let incomparability = MappingShape([
    .required("indicator", .reference(.indicator), "Chỉ số đo kia.", "The other indicator."),
    .required("why", .localized, "Lý do.", "Why."),
  ])

  private static let series = MappingShape([
    .required("index", .reference(.index), "Chỉ số.", "The index."),
    .required(
      "measure", .words(Indicator.PublishedSeries.Measure.self), "Lấy gì của chỉ số.", "What is taken of it."),
    .optional("node", .node, "Lĩnh vực; bỏ khi là cả chỉ số.", "The component; omitted for the whole index."),
  ])

  static let indexes = MappingShape([
    .required("indexes", .list(.mapping(index)), "Các chỉ số đã công bố.", "The published indexes.")
  ])

  private static let index = MappingShape([
    .required("id", .identifier(.capitals), "Mã chỉ số.", "The identifier."),
    .required("name", .localized, "Tên.", "The name."),
    .required("publisher", .localized, "Nơi công bố.", "Who publishes it."),
    .required("scale", .localized, "Thang đo.", "The scale in words."),
    .required("better", .word(["higher", "lower"]), "Chiều tốt hơn.", "Which way is better."),
    .optional("breaks", .list(.mapping(seriesBreak)), "Các lần đứt chuỗi.", "Breaks of the series."),
    .optional("citations", .list(.mapping(MappingShape(citation))), "Nguồn.", "Sources of the description."),
    .optional("method", .list(.mapping(method)), "Cách tính, biết và chưa biết.", "How it is computed."),
    .optional("note", .localized, "Ghi chú.", "A note."),
  ])

  private static let seriesBreak = MappingShape([
    .required("from", .year, "Năm đầu của chuỗi mới.", "The first year of the new series."),
    .required("why", .localized, "Lý do.", "Why."),
    .optional("source", .reference(.source), "Mã nguồn.", "The source."),
    .optional("locator", .localized, "Vị trí trong tài liệu.", "The place in the document."),
  ])

  private static let method = MappingShape([
    .required("text", .localized, "Điều biết hoặc chưa biết.", "The statement, or the gap."),
    .optional("status", .words(Confidence.self), "Mức chắc chắn.", "How far it is backed."),
    .optional("sources", .list(.reference(.source)), "Nguồn.", "The sources."),
  ])

  static let entities = MappingShape([
    .required(
      "entities", .list(.mapping(MappingShape(entity))), "Tỉnh, vùng, cả nước không có thư mục riêng.",
      "Provinces, regions and the nation without a folder.")
  ])

  static let profile = MappingShape(entity)

  private static let entity: [KeyShape] = [
    .required("id", .identifier(.slug), "Mã; trùng tên thư mục.", "The identifier; the name of the folder."),
    .required("name", .localized, "Tên.", "The name."),
    .required("kind", .words(Entity.Kind.self), "Loại.", "What it is."),
    .optional("code", .prose, "Mã đơn vị hành chính.", "The official code."),
    .optional("region", .reference(.entity), "Vùng.", "The region."),
    .optional("from", .date, "Địa giới này có từ ngày.", "When this boundary began."),
    .optional("until", .date, "Ngày cuối của địa giới này.", "The last day of this boundary."),
    .optional("successors", .list(.reference(.entity)), "Nhập vào đâu.", "What it became part of."),
    .optional("predecessors", .list(.reference(.entity)), "Hợp nhất từ đâu.", "What it was made from."),
    .optional(
      "citations",
      .list(
        .mapping(MappingShape(citation + [.optional("for", .localized, "Cho điều gì.", "What it supports.")]))
      ),
      "Nguồn.", "The sources."),
    .optional(
      "responsible", .list(.mapping(responsibility)), "Cơ quan phụ trách.",
      "Departments that answer for components."),
    .optional("note", .localized, "Ghi chú.", "A note."),
  ]

  private static let responsibility = MappingShape(
    [
      .required("component", .component, "Lĩnh vực.", "The component."),
      .required("department", .localized, "Cơ quan.", "The department."),
      .required(
        "role", .words(Entity.Responsibility.Role.self), "Chủ trì hay phối hợp.", "Leads or supports."),
    ] + citation)
}
