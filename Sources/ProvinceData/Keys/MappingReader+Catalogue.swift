internal import Scoring
internal import Text

extension MappingReader {
  /// A source and a place in it.
  func citation(isRequired: Bool = true) -> Citation? {
    let source: Identifier<Source>? = value(
      of: "source", .text(.reference(.source)), isRequired: isRequired,
      LocalizedText(vi: "Mã nguồn.", en: "The source."))
    let locator = optional("locator", .localized, "Vị trí trong tài liệu.", "The place in the document.")
    return source.map { Citation(source: $0, locator: locator) }
  }

  func note() -> LocalizedText? { optional("note", .localized, "Ghi chú.", "A note.") }

  /// The sources, each with its place.
  func bibliography() -> [LocatedSource]? {
    required("sources", .mappings { $0.source() }, "Danh mục nguồn.", "The bibliography.")
  }

  /// What publishers of sources make and whom they speak for.
  func publishers() -> [LocatedPublisher]? {
    required(
      "publishers", .mappings { $0.publisher() }, "Những nơi phát hành cần nói rõ.",
      "The publishers of which more is to be said.")
  }

  func indexes() -> [IndexDescription]? {
    required("indexes", .mappings { $0.index() }, "Các chỉ số đã công bố.", "The published indexes.")
  }

  /// The settings; the as-of date is nil when it is not given.
  func toolkit() -> Settings {
    let asOf = required(
      "as_of", .day, "Ngày chốt số liệu; kết luận được đưa ra tính đến ngày này.",
      "The day as of which verdicts are given.")
    let provinces: [Identifier<Entity>]? = required(
      "provinces", .list(.reference(.province)), "Các tỉnh được so sánh, theo thứ tự.",
      "The provinces compared, in order.")
    let index: Identifier<IndexDescription>? = optional(
      "scorecard_index", .reference(.index), "Chỉ số mà các bộ tiêu chí và bảng chấm điểm nói về.",
      "The index that the editions and scorecards are about.")
    return Settings(asOf: asOf, provinces: provinces ?? [], scorecardIndex: index)
  }

  private func source() -> LocatedSource? {
    let id: Identifier<Source>? = required("id", .identifier(.slug), "Mã nguồn.", "The identifier.")
    let title = required("title", .prose, "Tên tài liệu đúng như in.", "The title as printed.")
    let publisher = optional("publisher", .prose, "Nơi phát hành.", "The publisher.")
    let date = optional("date", .date, "Ngày phát hành.", "The date of publication.")
    let kind: Source.SourceKind? = required("kind", .words, "Loại nguồn.", "The kind of source.")
    let language = required(
      "language", .word(["vi", "en", "other"]), "Tiếng của tên tài liệu.", "The language of the title.")
    let url = optional(
      "url", .url, "Địa chỉ ở nơi phát hành đầu tiên.", "The address at the original publisher.")
    let isCopy = optional(
      "copy", .flag, "Đọc ở bản chép; không đặt liên kết.", "Read in a copy; nothing is linked.")
    let speaksFor: [Identifier<Entity>]? = optional(
      "speaks_for", .list(.reference(.entity)), "Tài liệu dẫn lời chính quyền của những tỉnh nào.",
      "The provinces whose authorities' own words it passes on.")
    let note = optional("note", .localized, "Tài liệu chứng minh điều gì.", "What the document supports.")
    guard let id, let title, let kind, let language else { return nil }
    // "other" is not a language code; "und" is BCP 47 for an undetermined language.
    let source = Source(
      id: id, title: title, publisher: publisher, date: date, kind: kind,
      titleLanguage: language == "other" ? "und" : language, url: url, isCopy: isCopy ?? false,
      speaksFor: speaksFor ?? [], note: note, line: line)
    return LocatedSource(source: source, id: position(of: "id"), publisher: position(of: "publisher"))
  }

  private func publisher() -> LocatedPublisher? {
    let name = required("name", .prose, "Tên, đúng như ở các nguồn.", "The name, as the sources write it.")
    let others = optional(
      "also", .list(.prose), "Tên khác, ấn phẩm khác của cùng nơi ấy.", "Other names and outlets.")
    let indexes: [Identifier<IndexDescription>]? = optional(
      "makes", .list(.reference(.index)), "Làm ra số liệu của các chỉ số nào.",
      "The indexes of which it makes the figures.")
    let indicators: [Identifier<Indicator>]? = optional(
      "makes_indicators", .list(.reference(.indicator)), "Làm ra số liệu của các chỉ số đo nào.",
      "The indicators of which it makes the figures.")
    let speaksFor: [Identifier<Entity>]? = optional(
      "speaks_for", .list(.reference(.entity)),
      "Là tiếng nói của địa phương nào: cổng thông tin, sở, báo Đảng bộ.",
      "The provinces of whose authorities it is a voice.")
    let isRepublisher = optional(
      "republishes", .flag, "Chỉ đăng lại của nơi khác.", "It only passes on what others publish.")
    return name.map {
      let publisher = Publisher(
        name: $0, otherNames: others ?? [], indexes: indexes ?? [], indicators: indicators ?? [],
        speaksFor: speaksFor ?? [], isRepublisher: isRepublisher ?? false, line: line)
      return LocatedPublisher(publisher: publisher, name: position(of: "name"))
    }
  }

  private func index() -> IndexDescription? {
    let id: Identifier<IndexDescription>? = required(
      "id", .identifier(.capitals), "Mã chỉ số.", "The identifier.")
    let province: Identifier<Entity>? = optional(
      "province", .reference(.province), "Tỉnh tự chấm các đơn vị của mình bằng chỉ số này.",
      "The province that scores its own units with it.")
    let name = required("name", .localized, "Tên.", "The name.")
    let publisher = required("publisher", .localized, "Nơi công bố.", "Who publishes it.")
    let scale = required("scale", .localized, "Thang đo.", "The scale in words.")
    let unit: MeasurementUnit? = optional(
      "unit", .words(MeasurementUnit.ofIndexes.map(\.rawValue)), "Đơn vị của giá trị.",
      "The unit of the values.")
    let better = required("better", .word(["higher", "lower"]), "Chiều tốt hơn.", "Which way is better.")
    let monthly = optional(
      "monthly", .flag, "Công bố hằng tháng: cột node ghi tháng.",
      "Whether it is published every month: the column node names the month.")
    let bands = optional(
      "bands", .mappings { $0.namedNode() }, "Các mức xếp loại, cao trước.", "The bands, best first.")
    let parts = optional(
      "parts", .mappings { $0.namedNode() }, "Các phần của chỉ số mà số công bố nói riêng.",
      "The parts that figures are about.")
    let breaks = optional(
      "breaks", .mappings { $0.seriesBreak() }, "Các lần đứt chuỗi.", "Breaks of the series.")
    let citations = optional(
      "citations", .mappings { $0.citation() }, "Nguồn.", "Sources of the description.")
    let method = optional(
      "method", .mappings { $0.methodStatement(of: id) }, "Cách tính, biết và chưa biết.",
      "How it is computed.")
    let note = note()
    guard let id, let name, let publisher, let scale, let better else { return nil }
    return IndexDescription(
      id: id.rawValue, province: province, name: name, publisher: publisher, scale: scale,
      unit: unit, higherIsBetter: better == "higher", isMonthly: monthly ?? false, bands: bands ?? [],
      parts: parts ?? [],
      breaks: breaks ?? [], citations: citations ?? [], method: method ?? [], note: note, line: line)
  }

  private func namedNode() -> IndexDescription.NamedNode? {
    let id: Identifier<IndexDescription.NamedNode>? = required(
      "id", .identifier(.slug), "Mã; cột node ghi mã này.", "The identifier, for the column node.")
    let name = required("name", .localized, "Tên.", "The name.")
    guard let id, let name else { return nil }
    return IndexDescription.NamedNode(id: id.rawValue, name: name)
  }

  private func seriesBreak() -> IndexDescription.SeriesBreak? {
    let from = required("from", .year, "Năm đầu của chuỗi mới.", "The first year of the new series.")
    let reason = required("why", .localized, "Lý do.", "Why.")
    let citation = citation(isRequired: false)
    guard let from, let reason else { return nil }
    return IndexDescription.SeriesBreak(from: from, reason: reason, citation: citation, line: line)
  }

  private func methodStatement(
    of index: Identifier<IndexDescription>?
  ) -> IndexDescription.MethodStatement? {
    let text = required("text", .localized, "Điều biết hoặc chưa biết.", "The statement, or the gap.")
    let isDerived = derivedKey()
    let sources: [Identifier<Source>]? = optional(
      "sources", .list(.reference(.source)), "Nguồn.", "The sources.")
    var status: Confidence?
    if isDerived {
      status = .derived
    } else if let index, let sources, !sources.isEmpty {
      status = context.confidence.confidence(in: sources, measure: .index(index))
    }
    return text.map {
      IndexDescription.MethodStatement(text: $0, status: status, sources: sources ?? [], line: line)
    }
  }
}
