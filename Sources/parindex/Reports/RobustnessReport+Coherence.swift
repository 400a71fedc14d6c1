internal import Robustness
internal import Scoring
internal import Text

/// The coherence of the components.
extension RobustnessReport {
  func json(_ report: CoherenceReport) -> JSONValue {
    let pairs = report.pairs.map { pair in
      JSONValue.object([
        ("first", code(pair.first)), ("second", code(pair.second)), ("pearson", json(pair.pearson)),
        ("spearman", json(pair.spearman)), ("redundant", .bool(pair.isRedundant)),
        ("opposed", .bool(pair.isOpposed)),
      ])
    }
    let components = report.components.map { component in
      JSONValue.object([
        ("code", code(component.node)), ("pearson", json(component.pearson)),
        ("spearman", json(component.spearman)), ("nominalWeight", .double(component.nominalWeight)),
        ("effectiveWeight", json(component.effectiveWeight)), ("opposed", .bool(component.isOpposed)),
      ])
    }
    let groups = report.groups.map { group in
      JSONValue.object([
        ("code", code(group.node)), ("parts", .integer(group.parts)), ("alpha", json(group.alpha)),
      ])
    }
    return .object([
      ("pairs", .array(pairs)), ("components", .array(components)), ("groups", .array(groups)),
    ])
  }

  private func code(_ node: Int) -> JSONValue { .string(index.nodes[node].code) }

  private func json(_ statistic: Statistic) -> JSONValue {
    .line(
      .object([
        ("value", .double(statistic.value)), ("units", .integer(statistic.count)),
        ("undefined", statistic.undefined.map { .string($0.word) } ?? .null),
      ]))
  }

  func text(_ report: CoherenceReport) -> String {
    [components(report), pairs(report), groups(report)].joined(separator: "\n")
  }

  private func components(_ report: CoherenceReport) -> String {
    let vi = language == .vietnamese
    let columns = [
      (vi ? "Phần" : "Component", "code"), (vi ? "Trọng số (%)" : "Weight (%)", "nominal"),
      (vi ? "Trọng số thực tế (%)" : "Effective weight (%)", "effective"),
      (vi ? "Pearson với điểm" : "Pearson with the score", "pearson"),
      (vi ? "Spearman với điểm" : "Spearman with the score", "spearman"), (vi ? "Ghi chú" : "Note", "note"),
    ]
    let rows = report.components.map { component -> [ReportTable.ReportCell] in
      [
        .init(index.nodes[component.node].code), .init(number.percent(component.nominalWeight, places: 1)),
        cell(component.effectiveWeight, scale: 100, places: 1), cell(component.pearson),
        cell(component.spearman),
        .init(component.isOpposed ? (vi ? "ngược chiều với điểm" : "works against the score") : ""),
      ]
    }
    let title =
      vi
      ? "Từng phần với điểm chung (trong ngoặc: số đơn vị):\n"
      : "Each component and the score (in brackets: how many units):\n"
    return title + ReportTable(columns: columns, rows: rows).text
  }

  private func pairs(_ report: CoherenceReport) -> String {
    let vi = language == .vietnamese
    let columns = [
      (vi ? "Phần" : "Component", "first"), (vi ? "Phần kia" : "Other", "second"), ("Pearson", "pearson"),
      ("Spearman", "spearman"), (vi ? "Ghi chú" : "Note", "note"),
    ]
    let rows = report.pairs.map { pair -> [ReportTable.ReportCell] in
      var notes: [String] = []
      if pair.isRedundant { notes.append(vi ? "biết một là gần biết cả hai" : "each nearly tells the other") }
      if pair.isOpposed { notes.append(vi ? "ngược chiều nhau" : "work against each other") }
      return [
        .init(index.nodes[pair.first].code), .init(index.nodes[pair.second].code), cell(pair.pearson),
        cell(pair.spearman), .init(notes.joined(separator: ", ")),
      ]
    }
    let title = vi ? "Tương quan giữa các phần:\n" : "Correlations between components:\n"
    return title + ReportTable(columns: columns, rows: rows).text
  }

  private func groups(_ report: CoherenceReport) -> String {
    let vi = language == .vietnamese
    let columns = [
      (vi ? "Nhóm" : "Group", "code"), (vi ? "Số phần" : "Parts", "parts"), ("Cronbach α", "alpha"),
    ]
    let rows = report.groups.map { group -> [ReportTable.ReportCell] in
      [.init(index.nodes[group.node].code), .init(String(group.parts)), cell(group.alpha)]
    }
    let title = vi ? "Độ nhất quán trong từng nhóm:\n" : "Consistency within each group:\n"
    return title + ReportTable(columns: columns, rows: rows).text
  }

  /// The value with its number of units, or why it is undefined.
  private func cell(_ statistic: Statistic, scale: Double = 1, places: Int = 2) -> ReportTable.ReportCell {
    let count = NumberText.whole(statistic.count, in: language)
    if let reason = statistic.undefined { return .init("– (\(reason.name(language)))") }
    return .init("\(number.text(statistic.value.map { $0 * scale }, places: places)) (\(count))")
  }
}

extension Statistic.Undefined {
  fileprivate var word: String {
    switch self {
    case .tooFewUnits: "too-few-units"
    case .constant: "constant"
    case .notArithmetic: "not-arithmetic"
    }
  }

  fileprivate func name(_ language: Language) -> String {
    switch (self, language) {
    case (.tooFewUnits, .vietnamese): "dưới ba đơn vị"
    case (.tooFewUnits, .english): "fewer than three units"
    case (.constant, .vietnamese): "mọi giá trị bằng nhau"
    case (.constant, .english): "all values are equal"
    case (.notArithmetic, .vietnamese): "gốc không phải trung bình cộng"
    case (.notArithmetic, .english): "the root is no arithmetic mean"
    }
  }
}
