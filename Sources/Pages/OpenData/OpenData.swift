package import Scoring
internal import Text

/// The tables that the site publishes under `/data/`, documented in both languages.
package enum OpenData {
  /// All tables, in the order of the data dictionary.
  ///
  /// - Parameter analyses: the scorecards with more than a total.
  package static func tables(
    of dataset: Dataset, attainments: [Attainment], analyses: [ScorecardAnalysis]
  ) -> [OpenDataTable] {
    [
      targets(attainments), tasks(dataset), coverage(dataset), outcomes(dataset), published(dataset),
      scorecards(dataset), intervals(analyses), indicators(dataset), units(dataset), sources(dataset),
      changes(dataset),
    ]
  }

  typealias Column = OpenDataTable.OpenDataColumn

  private static let provenance = [
    Column(
      "sources", "mã nguồn, cách nhau bằng dấu cách; nguồn đầu là nơi lấy số liệu",
      "identifiers of sources separated by spaces; the first is where the row was taken from"),
    Column("contradicted_by", "mã các nguồn ghi khác", "identifiers of sources that say otherwise"),
    Column(
      "confidence",
      "mức chắc chắn, suy ra từ nguồn: confirmed, single, own-statement; derived tự tính, conflict mâu thuẫn",
      "how far it is backed, by its sources: confirmed, single, own-statement; or derived, conflict"),
    Column("note_vi", "lưu ý, tiếng Việt", "note in Vietnamese"),
    Column("note_en", "lưu ý, tiếng Anh", "note in English"),
    Column("data_file", "tệp dữ liệu trong kho", "data file in the repository"),
    Column("data_line", "dòng trong tệp, đếm từ 1", "line of the file, from 1", isLiteral: true),
  ]

  private static func provenanceCells(
    _ citations: [Citation], _ contradictedBy: [Identifier<Source>], _ confidence: Confidence,
    _ note: LocalizedText?, _ line: DataLine
  ) -> [String?] {
    [
      list(citations.map(\.source)), list(contradictedBy), confidence.rawValue, note?.vi, note?.en, line.file,
      String(line.line),
    ]
  }

  static func list<Subject>(_ identifiers: [Identifier<Subject>]) -> String? {
    identifiers.isEmpty ? nil : identifiers.map(\.rawValue).joined(separator: " ")
  }

  private static func targets(_ attainments: [Attainment]) -> OpenDataTable {
    OpenDataTable(
      name: "targets",
      meaning: LocalizedText(
        vi: "Mỗi dòng là một chỉ tiêu (hoặc một mốc của chỉ tiêu chia giai đoạn) cùng kết luận.",
        en: "Each row is a target (or one stage of a staged target) with its verdict."),
      columns: [
        Column("target", "mã chỉ tiêu", "identifier of the target"),
        Column("plan", "mã kế hoạch", "identifier of the plan"),
        Column("entity", "mã địa phương", "identifier of the entity"),
        Column("indicator", "mã chỉ số đo", "identifier of the indicator"),
        Column(
          "denominator", "mã cách tính; trống nếu chỉ số không có mẫu số",
          "identifier of the way of counting; empty when the indicator has none"),
        Column(
          "component", "lĩnh vực theo kế hoạch; trống nếu nhiều lĩnh vực",
          "component as the plan files it; empty when it cuts across"),
        Column("level", "cấp hành chính", "level of government"),
        Column("comparator", "kiểu so sánh", "kind of comparison"),
        Column(
          "value", "mức phải đạt; với khoảng là đầu dưới", "number to reach; of a range the lower end",
          isLiteral: true),
        Column("value_high", "đầu trên của khoảng", "upper end of a range", isLiteral: true),
        Column("unit", "đơn vị", "unit"),
        Column("year", "năm lấy kết quả", "year whose result is measured", isLiteral: true),
        Column("deadline", "thời hạn, ngày cuối cùng còn tính", "deadline; the last day counts"),
        Column("stage", "true nếu dòng là một mốc", "true when the row is a stage", isLiteral: true),
        Column(
          "verdict",
          "kết luận về dòng này: met, missed, undetermined, pending, lapsed, no-data, not-measurable",
          "verdict on this row: met, missed, undetermined, pending, lapsed, no-data, not-measurable"),
        Column(
          "promise", "mã lời hứa trong kế hoạch: một câu, có thể gồm nhiều chỉ tiêu; trống nếu không đếm",
          "identifier of the promise within the plan: one sentence, perhaps of several targets; empty when not counted"
        ),
        Column(
          "promise_verdict", "kết luận về cả lời hứa, cùng các từ như verdict; trống nếu không đếm",
          "verdict on the whole promise, in the words of verdict; empty when not counted"),
        Column(
          "counted", "false với bước và lộ trình nhiều mốc, được hiện ra mà không đếm",
          "false for a step and a path of milestones, which are shown and not counted", isLiteral: true),
        Column("step_of", "chỉ tiêu mà đây là một bước", "target that this is a step to"),
        Column(
          "scope", "kế hoạch về: administrative-reform, digital-government, investment, socio-economic",
          "what the plan is about: administrative-reform, digital-government, investment, socio-economic"),
        Column(
          "provisional", "true nếu kết luận dựa vào số ước công bố cuối kỳ",
          "true when the verdict rests on an estimate published at the end of the period", isLiteral: true),
        Column(
          "counter_value", "số tính theo cách khác, mạnh nhất trong những số làm kết luận đổi",
          "figure counted in another way, the strongest of those that would turn the verdict", isLiteral: true
        ),
        Column("counter_denominator", "cách tính của số ấy", "way of counting of that figure"),
        Column(
          "counter_verdict", "kết luận theo số ấy, cùng các từ như verdict",
          "verdict over that figure, in the words of verdict"),
        Column(
          "reached_later", "số liệu đầu tiên sau hạn đạt mục tiêu, khi kết luận là missed",
          "first figure after the deadline that satisfies the goal, when the verdict is missed",
          isLiteral: true),
        Column(
          "reached_later_line", "dòng dữ liệu của số ấy", "data line of that figure"),
        Column(
          "nearby", "với no-data: related-figure có số liệu gần, nothing không thấy gì",
          "for no-data: related-figure when a figure comes near, nothing when none was found"),
        Column(
          "related", "dòng dữ liệu của các số liệu gần, cách nhau bằng dấu cách",
          "data lines of the figures that come near, separated by spaces"),
        Column(
          "settled_by_vi", "số liệu sẽ cho phép kết luận, tiếng Việt; trống nếu không cần",
          "figure that would settle an open verdict, in Vietnamese; empty when none is needed"),
        Column(
          "settled_by_en", "số liệu sẽ cho phép kết luận, tiếng Anh; trống nếu không cần",
          "figure that would settle an open verdict, in English; empty when none is needed"),
        Column("rules_version", "phiên bản của quy tắc kết luận", "version of the judging rules"),
        Column("statement_vi", "lời chỉ tiêu, tiếng Việt", "statement in Vietnamese"),
        Column("statement_en", "lời chỉ tiêu, tiếng Anh", "statement in English"),
        Column("explanation_vi", "giải thích kết luận, tiếng Việt", "explanation in Vietnamese"),
        Column("explanation_en", "giải thích kết luận, tiếng Anh", "explanation in English"),
        Column("excludes_vi", "điều được loại ra, tiếng Việt", "what is left out, in Vietnamese"),
        Column("excludes_en", "điều được loại ra, tiếng Anh", "what is left out, in English"),
        Column("conditions_vi", "điều kiện kèm theo, tiếng Việt", "what else has to hold, in Vietnamese"),
        Column("conditions_en", "điều kiện kèm theo, tiếng Anh", "what else has to hold, in English"),
        Column(
          "reading_vi", "cách hiểu được chọn khi câu chữ chưa rõ, tiếng Việt",
          "reading taken of an ambiguous wording, in Vietnamese"),
        Column(
          "reading_en", "cách hiểu được chọn khi câu chữ chưa rõ, tiếng Anh",
          "reading taken of an ambiguous wording, in English"),
        Column(
          "bare_number", "true nếu kế hoạch chỉ ghi con số, không có “ít nhất”",
          "true when the plan gives the number without “at least”", isLiteral: true),
        Column(
          "aspiration", "true nếu kế hoạch ghi là “phấn đấu”", "true when the plan words it as an aspiration",
          isLiteral: true),
        Column("note_vi", "lưu ý, tiếng Việt", "note in Vietnamese"),
        Column("note_en", "lưu ý, tiếng Anh", "note in English"),
        Column("locator_vi", "vị trí trong nguồn, tiếng Việt", "place in the source, in Vietnamese"),
        Column("locator_en", "vị trí trong nguồn, tiếng Anh", "place in the source, in English"),
        Column("group", "mã câu gộp", "identifier of the compound sentence"),
        Column("sources", "mã nguồn, cách nhau bằng dấu cách", "identifiers of sources separated by spaces"),
        Column("data_file", "tệp dữ liệu trong kho", "data file in the repository"),
        Column("data_line", "dòng trong tệp, đếm từ 1", "line of the file, from 1", isLiteral: true),
      ],
      items: judgedParts(attainments), cells: cells)
  }

  /// A target or a stage of one, as judged, with the verdict over the promise that it is part of.
  private struct JudgedPart: Sendable {
    let attainment: Attainment
    let judgement: Attainment.Judgement
    let promise: Verdict?
  }

  private static func judgedParts(_ attainments: [Attainment]) -> [JudgedPart] {
    let verdicts = Promise.all(in: attainments).reduce(into: [Identifier<Target>: Verdict]()) {
      verdicts, promise in
      for part in promise.parts { verdicts[part.target.id] = promise.verdict }
    }
    return attainments.flatMap { attainment in
      attainment.judgements.map {
        JudgedPart(attainment: attainment, judgement: $0, promise: verdicts[attainment.target.id])
      }
    }
  }

  private static func cells(_ part: JudgedPart) -> [String?] {
    let attainment = part.attainment
    let judgement = part.judgement
    let promise = part.promise
    let target = attainment.target
    let goal = target.goal.openData
    let head: [String?] = [
      target.id.rawValue, target.plan.rawValue, target.entity.rawValue, target.indicator.rawValue,
      target.denominator?.rawValue, target.component?.description, target.level.rawValue, goal.comparator,
      (judgement.stage?.value ?? goal.low)?.description, goal.high?.description, target.unit?.rawValue,
    ]
    let year = target.measuredYear(of: judgement.stage)
    let counter = judgement.counterFigure
    let later = judgement.reachedLater
    let settling = AttainmentWording.settling(attainment)
    let related = attainment.related.map { "\($0.outcome.line.file):\($0.outcome.line.line)" }
      .joined(separator: " ")
    let verdict: [String?] = [
      String(year), judgement.deadline.description, judgement.stage == nil ? "false" : "true",
      judgement.verdict.rawValue, attainment.promise?.rawValue, promise?.rawValue,
      attainment.isCounted ? "true" : "false", target.stepOf?.rawValue, attainment.scope.rawValue,
      judgement.isProvisional ? "true" : "false", counter?.outcome.value.description,
      counter?.outcome.denominator?.rawValue, counter?.verdict.rawValue, later?.value.description,
      later.map { "\($0.line.file):\($0.line.line)" }, attainment.nearness?.rawValue,
      related.isEmpty ? nil : related, settling?.vi, settling?.en, Verdict.rulesVersion,
      target.statement.vi, target.statement.en,
      attainment.explanation.vi,
      attainment.explanation.en,
    ]
    let wording: [String?] = [
      target.excludes?.vi, target.excludes?.en, target.conditions?.vi, target.conditions?.en,
      target.reading?.vi, target.reading?.en, target.traits.isBareNumber ? "true" : "false",
      target.traits.isAspiration ? "true" : "false", target.note?.vi, target.note?.en,
    ]
    let line = judgement.stage?.line ?? target.line
    let citations = [target.citation] + target.repeats.map(\.citation)
    return head + verdict + wording + [
      target.citation.locator?.vi, target.citation.locator?.en, target.group,
      list(citations.map(\.source)), line.file, String(line.line),
    ]
  }

  private static func outcomes(_ dataset: Dataset) -> OpenDataTable {
    OpenDataTable(
      name: "outcomes",
      meaning: LocalizedText(
        vi: "Mỗi dòng là một kết quả được công bố của một chỉ số đo.",
        en: "Each row is one reported outcome of an indicator."),
      columns: [
        Column("entity", "mã địa phương", "identifier of the entity"),
        Column("year", "năm của kết quả", "year of the result", isLiteral: true),
        Column("period", "kỳ số liệu", "stretch of time"),
        Column(
          "as_of", "thời điểm chốt; trống nếu nguồn không ghi", "end of the stretch; empty when not given"),
        Column("indicator", "mã chỉ số đo", "identifier of the indicator"),
        Column("denominator", "mã cách tính", "identifier of the way of counting"),
        Column("level", "cấp hành chính", "level of government"),
        Column("bound", "exact, above, below hoặc about", "exact, above, below or about"),
        Column(
          "value", "giá trị theo đơn vị của chỉ số", "value in the unit of the indicator", isLiteral: true),
        Column("list_size", "số đơn vị được xếp hạng", "how many were ranked", isLiteral: true),
        Column("statement_vi", "nội dung, tiếng Việt", "statement in Vietnamese"),
        Column("statement_en", "nội dung, tiếng Anh", "statement in English"),
      ] + provenance,
      items: dataset.outcomes,
      cells: { row in
        [
          row.entity.rawValue, String(row.year), row.period.rawValue, row.asOf?.description,
          row.indicator.rawValue, row.denominator?.rawValue, row.level.rawValue, row.bound.rawValue,
          row.value.description, row.listSize.map(String.init), row.statement?.vi, row.statement?.en,
        ] + provenanceCells(row.citations, row.contradictedBy, row.confidence, row.note, row.line)
      })
  }

  private static func published(_ dataset: Dataset) -> OpenDataTable {
    OpenDataTable(
      name: "published",
      meaning: LocalizedText(
        vi:
          "Mỗi dòng là một số công bố của một chỉ số: của tỉnh, vùng, cả nước, hoặc của đơn vị mà tỉnh tự chấm.",
        en:
          "Each row is one published index figure of a province, a region, the nation, or a unit that its province scores."
      ),
      columns: [
        Column(
          "entity", "mã địa phương, đơn vị hoặc khối đơn vị",
          "identifier of the entity, of the unit or of the group of units"),
        Column("year", "năm của chỉ số", "index year", isLiteral: true),
        Column("index", "mã chỉ số trong indexes.yaml", "identifier of the index in indexes.yaml"),
        Column("measure", "loại số công bố", "what the figure tells"),
        Column(
          "node", "lĩnh vực, nhóm, mức xếp loại hoặc tháng; trống là cả chỉ số",
          "component, group, band or month; empty for the whole index"),
        Column("bound", "exact, above, below hoặc about", "exact, above, below or about"),
        Column(
          "value", "giá trị; trống nếu chỉ công bố hạng", "value; empty when only the rank was published",
          isLiteral: true),
        Column("unit", "đơn vị", "unit"),
        Column("maximum", "điểm cao nhất của thang", "top of the scale", isLiteral: true),
        Column("rank", "hạng công bố", "published rank", isLiteral: true),
        Column("list_size", "số đơn vị được xếp hạng", "how many were ranked", isLiteral: true),
        Column(
          "read_from_order", "true nếu hạng đọc từ thứ tự liệt kê",
          "true when the rank was read from the order of a list", isLiteral: true),
      ] + provenance,
      items: dataset.published,
      cells: { row in
        [
          row.entity.rawValue, String(row.year), row.index, row.measure.rawValue,
          row.node.isEmpty ? nil : row.node, row.bound.rawValue, row.value?.description, row.unit.rawValue,
          row.maximum?.description, row.rank.map(String.init), row.listSize.map(String.init),
          row.readFromOrder ? "true" : "false",
        ] + provenanceCells(row.citations, row.contradictedBy, row.confidence, row.note, row.line)
      })
  }

  private static func scorecards(_ dataset: Dataset) -> OpenDataTable {
    OpenDataTable(
      name: "scorecards",
      meaning: LocalizedText(
        vi: "Mỗi dòng là một điểm, tỷ lệ hoặc hạng công bố của một nút trong bảng chấm điểm.",
        en: "Each row is a published point, percentage or rank of one node of a scorecard."),
      columns: [
        Column("entity", "mã địa phương", "identifier of the entity"),
        Column("year", "năm của chỉ số", "index year", isLiteral: true),
        Column("node", "total, LV1…LV8, tiêu chí hoặc khối điểm", "total, LV1…LV8, a criterion or a block"),
        Column(
          "basis", "cơ sở điểm tối đa: full, appraisal, unstated",
          "what the maxima cover: full, appraisal, unstated"),
        Column(
          "applies", "false nếu tiêu chí không áp dụng", "false when the criterion does not apply",
          isLiteral: true),
        Column("self_points", "điểm tự chấm", "self-assessed points", isLiteral: true),
        Column("points", "điểm công bố", "published points", isLiteral: true),
        Column("max_points", "điểm tối đa in kèm", "maximum printed beside", isLiteral: true),
        Column("percent", "tỷ lệ phần trăm như đã in", "percentage as printed", isLiteral: true),
        Column("bound", "exact, above, below hoặc about", "exact, above, below or about"),
        Column("rank", "hạng công bố", "published rank", isLiteral: true),
        Column("list_size", "số đơn vị được xếp hạng", "how many were ranked", isLiteral: true),
      ] + provenance,
      items: dataset.scorecardEntries,
      cells: { row in
        [
          row.entity.rawValue, String(row.year), row.node.description, row.basis.rawValue,
          row.applies ? "true" : "false", row.selfPoints?.description, row.points?.description,
          row.maximum?.description, row.percent?.description, row.bound.rawValue, row.rank.map(String.init),
          row.listSize.map(String.init),
        ] + provenanceCells(row.citations, row.contradictedBy, row.confidence, row.note, row.line)
      })
  }

  private static func changes(_ dataset: Dataset) -> OpenDataTable {
    OpenDataTable(
      name: "changes",
      meaning: LocalizedText(
        vi: "Mỗi dòng là một chỉ tiêu hoặc một số liệu mà một thay đổi chạm tới.",
        en: "Each row is a target or figure that a change concerns."),
      columns: [
        Column("date", "ngày thay đổi", "day of the change"),
        Column("what_vi", "điều đã thay đổi, tiếng Việt", "what changed, in Vietnamese"),
        Column("what_en", "điều đã thay đổi, tiếng Anh", "what changed, in English"),
        Column("why", "vì sao: data, rules, mistake", "why: data, rules, mistake"),
        Column("target", "mã chỉ tiêu; trống nếu là số liệu", "identifier of the target; empty for a figure"),
        Column("entity", "mã địa phương của số liệu", "identifier of the entity of a figure"),
        Column(
          "subject", "chỉ số đo hoặc chỉ số công bố của số liệu", "indicator or published index of a figure"),
        Column("year", "năm của số liệu", "year of a figure", isLiteral: true),
        Column(
          "from_verdict", "kết luận trước, các từ như targets.verdict",
          "verdict before, in the words of targets.verdict"),
        Column(
          "to_verdict", "kết luận sau, các từ như targets.verdict",
          "verdict after, in the words of targets.verdict"),
        Column("told_vi", "đã báo cho ai, tiếng Việt", "who was told, in Vietnamese"),
        Column("told_en", "đã báo cho ai, tiếng Anh", "who was told, in English"),
        Column("data_file", "tệp dữ liệu trong kho", "data file in the repository"),
        Column("data_line", "dòng trong tệp, đếm từ 1", "line of the file, from 1", isLiteral: true),
      ],
      rows: dataset.changes.flatMap { change -> [[String?]] in
        var affected: [[String?]] = change.targets.map { [$0.rawValue, nil, nil, nil] }
        affected += change.figures.map { [nil, $0.entity.rawValue, $0.subject, String($0.year)] }
        if affected.isEmpty { affected = [[nil, nil, nil, nil]] }
        let head: [String?] = [
          change.date.description, change.what.vi, change.what.en, change.cause.rawValue,
        ]
        let tail: [String?] = [
          change.before?.rawValue, change.after?.rawValue, change.told?.vi, change.told?.en, change.line.file,
          String(change.line.line),
        ]
        return affected.map { head + $0 + tail }
      })
  }

  private static func indicators(_ dataset: Dataset) -> OpenDataTable {
    OpenDataTable(
      name: "indicators",
      meaning: LocalizedText(
        vi: "Mỗi dòng là một cách tính của một chỉ số đo.",
        en: "Each row is one way of counting an indicator."),
      columns: [
        Column("indicator", "mã chỉ số đo", "identifier of the indicator"),
        Column("name_vi", "tên, tiếng Việt", "name in Vietnamese"),
        Column("name_en", "tên, tiếng Anh", "name in English"),
        Column("unit", "đơn vị", "unit"),
        Column("direction", "chiều tốt hơn: higher, lower, none", "which way is better: higher, lower, none"),
        Column("component", "lĩnh vực; trống nếu nhiều lĩnh vực", "component; empty when it cuts across"),
        Column("denominator", "mã cách tính", "identifier of the way of counting"),
        Column("denominator_vi", "tính gì trên gì, tiếng Việt", "what is counted over what, in Vietnamese"),
        Column("denominator_en", "tính gì trên gì, tiếng Anh", "what is counted over what, in English"),
        Column(
          "not_comparable_with", "chỉ số không được lẫn với chỉ số này",
          "indicators that must not be mixed with it"),
        Column("data_file", "tệp dữ liệu trong kho", "data file in the repository"),
        Column("data_line", "dòng trong tệp, đếm từ 1", "line of the file, from 1", isLiteral: true),
      ],
      rows: dataset.indicators.flatMap { indicator -> [[String?]] in
        let ways: [Indicator.Denominator?] = indicator.denominators.isEmpty ? [nil] : indicator.denominators
        let others = indicator.notComparable.map(\.indicator.rawValue).joined(separator: " ")
        return ways.map { way in
          let line = way?.line ?? indicator.line
          return [
            indicator.id.rawValue, indicator.name.vi, indicator.name.en, indicator.unit.rawValue,
            indicator.direction.rawValue, indicator.component?.description, way?.id.rawValue, way?.name.vi,
            way?.name.en, others.isEmpty ? nil : others, line.file, String(line.line),
          ]
        }
      })
  }

  private static func units(_ dataset: Dataset) -> OpenDataTable {
    OpenDataTable(
      name: "units",
      meaning: LocalizedText(
        vi: "Mỗi dòng là một đơn vị mà tỉnh tự chấm, và có số liệu trong bảng published.",
        en: "Each row is a unit that its province scores and of which the table published has figures."),
      columns: [
        Column("unit", "mã đơn vị", "identifier of the unit"),
        Column("name_vi", "tên, tiếng Việt", "name in Vietnamese"),
        Column("name_en", "tên, tiếng Anh", "name in English"),
        Column("kind", "loại: department, district, commune", "what it is: department, district, commune"),
        Column(
          "group", "mã khối đơn vị được xếp hạng chung", "identifier of the group that is ranked together"),
        Column("group_vi", "tên khối, tiếng Việt", "name of the group in Vietnamese"),
        Column("group_en", "tên khối, tiếng Anh", "name of the group in English"),
        Column("province", "mã tỉnh", "identifier of the province"),
        Column("data_file", "tệp dữ liệu trong kho", "data file in the repository"),
        Column("data_line", "dòng trong tệp, đếm từ 1", "line of the file, from 1", isLiteral: true),
      ],
      rows: dataset.unitGroups.flatMap { group in
        group.units.map { unit in
          [
            unit.id.rawValue, unit.name.vi, unit.name.en, group.kind.rawValue, group.id.rawValue,
            group.name.vi, group.name.en, group.province.rawValue, unit.line.file, String(unit.line.line),
          ]
        }
      })
  }

  private static func sources(_ dataset: Dataset) -> OpenDataTable {
    OpenDataTable(
      name: "sources",
      meaning: LocalizedText(vi: "Mỗi dòng là một nguồn.", en: "Each row is a source."),
      columns: [
        Column("source", "mã nguồn", "identifier of the source"),
        Column("title", "nhan đề như đã in", "title as printed"),
        Column("publisher", "nơi công bố; trống nếu chưa rõ", "publisher; empty when not known"),
        Column(
          "counts_as", "nơi công bố mà nguồn được tính vào; trống khi chỉ đăng lại hoặc chưa rõ",
          "the publisher that the source counts as; empty when it republishes or is not known"),
        Column(
          "speaks_for", "mã các tỉnh mà nơi công bố là tiếng nói, cách nhau bằng dấu cách",
          "identifiers of the provinces of whose authorities the publisher is a voice, separated by spaces"),
        Column("date", "ngày công bố; trống nếu chưa rõ", "date; empty when not known"),
        Column("kind", "loại nguồn", "kind of source"),
        Column("language", "ngôn ngữ của nhan đề", "language of the title"),
        Column(
          "url", "địa chỉ tại nơi công bố gốc; trống nếu chỉ đọc được bản chép",
          "address at the original publisher; empty when only a copy was read"),
        Column("copy", "true nếu đọc ở bản chép", "true when it was read in a copy", isLiteral: true),
        Column("note_vi", "lưu ý, tiếng Việt", "note in Vietnamese"),
        Column("note_en", "lưu ý, tiếng Anh", "note in English"),
        Column("data_file", "tệp dữ liệu trong kho", "data file in the repository"),
        Column("data_line", "dòng trong tệp, đếm từ 1", "line of the file, from 1", isLiteral: true),
      ],
      rows: dataset.sources.map { source in
        [
          source.id.rawValue, source.title, source.publisher, dataset.countedPublisher(of: source),
          Self.list(dataset.publisher(of: source)?.speaksFor ?? []), source.date?.description,
          source.kind.rawValue, source.titleLanguage, source.url, source.isCopy ? "true" : "false",
          source.note?.vi,
          source.note?.en, source.line.file, String(source.line.line),
        ]
      })
  }
}

extension Goal {
  /// The goal as cells of a table.
  fileprivate var openData: (comparator: String, low: ExactDecimal?, high: ExactDecimal?) {
    switch self {
    case .threshold(let comparator, let value): (comparator.rawValue, value, nil)
    case .range(let low, let high): ("range", low, high)
    case .staged(let comparator, _): (comparator.rawValue, nil, nil)
    case .relative(let comparator, let year): ("relative \(comparator.rawValue) \(year)", nil, nil)
    case .group(_, let first): ("rank-group", first.map { ExactDecimal($0) }, nil)
    case .qualitative: ("qualitative", nil, nil)
    }
  }
}
