internal import Scoring
internal import Text

/// The columns that all tables of figures have.
class FigureColumns {
  let entity: ValueColumn<Identifier<Entity>>
  let year: ValueColumn<Int>
  let listSize = ValueColumn.optional(
    "list_size", .whole(1...1000), "Số đơn vị được xếp, hoặc số mục của danh sách.",
    "How many were ranked, or how many are on the list.")
  let source: ValueColumn<Identifier<Source>> = .optional(
    "source", .reference(.source), "Nguồn.", "The source.")
  let alsoSources: ValueColumn<[Identifier<Source>]> = .optional(
    "also_sources", .references(.source), "Nguồn khác nói cùng điều.", "Further sources.")
  let contradictedBy: ValueColumn<[Identifier<Source>]> = .optional(
    "contradicted_by", .references(.source), "Nguồn nói khác.", "Sources that say otherwise.")
  let derived = ValueColumn.optional(
    "derived", .flag, "Tự tính, không in ở nguồn.", "Worked out here, not printed by the source.")
  let note = TextColumns("note", "Ghi chú", "A note")

  /// - Parameter subject: what a figure can be about.
  init(
    entity: (vi: String, en: String), year: (vi: String, en: String), subject: ReferenceKind = .entity
  ) {
    self.entity = .required("entity", .reference(subject), entity.vi, entity.en)
    self.year = .required("year", .year, year.vi, year.en)
  }

  /// The columns of the file, in order.
  var all: [TableColumn] { [] }

  /// The column that findings on the number of a figure are about.
  var number: TableColumn { source }

  /// The column that findings on the rank of a figure are about.
  var standing: TableColumn { source }

  /// The end of the period that the figure covers; nil when the table has no such column.
  var asOf: ValueColumn<PartialDate>? { nil }

  final var backing: [TableColumn] { [alsoSources, contradictedBy, derived] }

  /// The place in the source.
  var locator: LocalizedText? { nil }

  /// Whether the figure is worked out here and not printed by its source.
  final var isDerived: Bool { derived.value ?? false }

  /// Whether another source says otherwise.
  final var isContradicted: Bool { contradictedBy.isFilled }

  /// The source that the figure was taken from, then those that confirm it; empty when there is none.
  final var citations: [Citation] {
    guard let source = source.value else { return [] }
    return [Citation(source: source, locator: locator)]
      + (alsoSources.value ?? []).map { Citation(source: $0) }
  }
}

final class OutcomeColumns: FigureColumns {
  let period: ValueColumn<Outcome.Period> = .required("period", .words, "Kỳ.", "The stretch of time.")
  private let end = ValueColumn.optional("as_of", .date, "Tính đến ngày.", "The end of the stretch.")
  let indicator: ValueColumn<Identifier<Indicator>> = .required(
    "indicator", .reference(.indicator), "Chỉ số đo.", "What was measured.")
  let denominator: ValueColumn<Identifier<Indicator.Denominator>> = .optional(
    "denominator", .reference(.denominator), "Mẫu số.", "What it is counted over.")
  let level: ValueColumn<AdministrativeLevel> = .required("level", .words, "Cấp.", "The level of government.")
  let bound: ValueColumn<Bound> = .required("bound", .words, "Số in nói gì.", "Whether the value is exact.")
  let value = ValueColumn.required("value", .number, "Giá trị.", "The value.")
  let statement = TextColumns("statement", isRequired: true, "Lời nói của nguồn", "What the source says")
  private let place = TextColumns("locator", "Vị trí", "The place")

  init() { super.init(entity: ("Đơn vị.", "Whose result it is."), year: ("Năm.", "The year.")) }

  override var asOf: ValueColumn<PartialDate>? { end }

  override var number: TableColumn { value }

  override var locator: LocalizedText? { place.value }

  override var all: [TableColumn] {
    [entity, year, period, end, indicator, denominator, level, bound, value, listSize] + statement.all
      + [source] + place.all + backing + note.all
  }
}

final class PublishedColumns: FigureColumns {
  let index: ValueColumn<Identifier<IndexDescription>> = .required(
    "index", .reference(.index), "Chỉ số.", "The index.")
  let measure: ValueColumn<PublishedFigure.FigureMeasure> = .required(
    "measure", .words, "Nói điều gì.", "What the figure tells.")
  let node = ValueColumn.optional(
    "node", .prose, "Lĩnh vực, nhóm, mức.", "The component, group, band or slug.")
  let bound: ValueColumn<Bound> = .optional("bound", .words, "Số in nói gì.", "Whether the value is exact.")
  let value = ValueColumn.optional("value", .number, "Giá trị.", "The value.")
  let unit: ValueColumn<MeasurementUnit> = .required("unit", .words, "Đơn vị.", "The unit.")
  let maximum = ValueColumn.optional(
    "maximum", .positiveNumber, "Điểm cao nhất của thang.", "The top of the scale.")
  let rank = ValueColumn.optional("rank", .whole(1...1000), "Hạng.", "The rank.")
  let readFromOrder = ValueColumn.optional(
    "read_from_order", .flag, "Hạng đọc từ thứ tự.", "The rank was read from the order of a list.")

  init() {
    super.init(
      entity: ("Đơn vị.", "Whose figure it is."), year: ("Năm của chỉ số.", "The index year."),
      subject: .subject)
  }

  override var number: TableColumn { rank }

  override var standing: TableColumn { rank }

  override var all: [TableColumn] {
    [entity, year, index, measure, node, bound, value, unit, maximum, rank, listSize, source] + backing
      + [readFromOrder] + note.all
  }
}

final class ScorecardColumns: FigureColumns {
  let node = ValueColumn.required("node", .node, "Chỗ trong cây điểm.", "The node of the scoring tree.")
  let basis: ValueColumn<ScorecardEntry.Basis> = .required(
    "basis", .words, "Tính trên gì.", "What the maxima cover.")
  let applies = ValueColumn.optional("applies", .flag, "Có áp dụng không.", "Whether it applies.")
  let selfPoints = ValueColumn.optional(
    "self_points", .number, "Điểm tự chấm.", "Points the province gave itself.")
  let points = ValueColumn.optional("points", .number, "Điểm thẩm định.", "Points given or published.")
  let maximum = ValueColumn.optional(
    "max_points", .positiveNumber, "Điểm tối đa.", "The maximum printed beside.")
  let percent = ValueColumn.optional("percent", .number, "Phần trăm như in.", "The percentage printed.")
  let bound: ValueColumn<Bound> = .optional("bound", .words, "Số in nói gì.", "Whether the value is exact.")
  let rank = ValueColumn.optional("rank", .whole(1...1000), "Hạng.", "The rank.")
  let evidence = ValueColumn.optional(
    "evidence", .prose, "Tài liệu kiểm chứng.", "Documents, separated by “; ”.")
  let explanation = TextColumns("explanation", "Giải trình", "An explanation")

  init() { super.init(entity: ("Tỉnh.", "The province."), year: ("Năm của chỉ số.", "The index year.")) }

  override var number: TableColumn { points }

  override var standing: TableColumn { rank }

  override var all: [TableColumn] {
    [entity, year, node, basis, applies, selfPoints, points, maximum, percent, bound, rank, listSize, source]
      + backing + [evidence] + explanation.all + note.all
  }
}
