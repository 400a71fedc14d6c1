internal import Robustness
internal import Scoring
internal import Text

/// The ranks under other design choices.
extension RobustnessReport {
  func json(_ report: VariantReport) -> JSONValue {
    .array(report.variants.map { .object([("omitted", code($0.omitted))] + members(of: $0)) })
  }

  private func code(_ node: Int?) -> JSONValue { node.map { .string(index.nodes[$0].code) } ?? .null }

  private func names(_ units: [Int]) -> JSONValue {
    .line(.array(units.map { .string(index.units[$0]) }))
  }

  private func members(of variant: VariantReport.Variant) -> [(String, JSONValue)] {
    let aggregation: (String, JSONValue) = (
      "aggregation", variant.aggregation.map { .string($0.rawValue) } ?? .null
    )
    switch variant.result {
    case .success(let ranking):
      return [
        aggregation, ("meanAbsoluteShift", .double(ranking.meanAbsoluteShift)),
        ("greatestShift", .integer(ranking.greatestShift)),
        ("ranks", .line(.array(ranking.ranks.map { .integer($0) }))), ("zeroed", names(ranking.zeroed)),
        ("obstacle", .null),
      ]
    case .failure(let obstacle):
      var codes: [JSONValue] = []
      var units: [Int] = []
      if case .negativeValues(let nodes, let affected) = obstacle {
        codes = nodes.map(code)
        units = affected
      }
      return [
        aggregation, ("meanAbsoluteShift", .null), ("greatestShift", .null), ("ranks", .null),
        ("zeroed", .line(.array([]))),
        (
          "obstacle",
          .object([
            ("reason", .string(obstacle.word)), ("codes", .line(.array(codes))), ("units", names(units)),
          ])
        ),
      ]
    }
  }

  func text(_ report: VariantReport) -> String {
    let vi = language == .vietnamese
    let columns = [
      (vi ? "Bỏ ra" : "Left out", "omitted"), (vi ? "Cách gộp" : "Aggregation", "aggregation"),
      (vi ? "Dịch trung bình" : "Mean shift", "shift"),
      (vi ? "Dịch nhiều nhất" : "Greatest shift", "greatest"),
      (vi ? "Ghi chú" : "Note", "note"),
    ]
    let rows = report.variants.map { variant -> [ReportTable.ReportCell] in
      let ranking = try? variant.result.get()
      return [
        .init(variant.omitted.map { index.nodes[$0].code } ?? "–"),
        .init(variant.aggregation?.name(language) ?? (vi ? "như bộ tiêu chí" : "as stated")),
        .init(number.text(ranking?.meanAbsoluteShift, places: 2)),
        .init(ranking.map { String($0.greatestShift) } ?? "–"), .init(note(on: variant)),
      ]
    }
    let title =
      vi
      ? "Thứ hạng nếu chỉ số được dựng cách khác (dịch: số bậc so với hạng hiện tại):\n"
      : "The ranks if the index were built otherwise (shift: places from the present rank):\n"
    return title + ReportTable(columns: columns, rows: rows).text
  }

  private func note(on variant: VariantReport.Variant) -> String {
    let vi = language == .vietnamese
    func list(_ units: [Int]) -> String { units.map { index.units[$0] }.joined(separator: ", ") }
    switch variant.result {
    case .success(let ranking) where ranking.zeroed.isEmpty: return ""
    case .success(let ranking):
      return (vi ? "một giá trị 0 làm cả mã bằng 0: " : "one zero makes a code zero: ") + list(ranking.zeroed)
    case .failure(.onlyComponent):
      return vi ? "không tính được: không còn phần nào" : "not computable: nothing is left"
    case .failure(.noScores):
      return vi ? "không tính được: không đơn vị nào có điểm" : "not computable: no unit has a score"
    case .failure(.negativeValues(let nodes, _)):
      let codes = nodes.map { index.nodes[$0].code }.joined(separator: ", ")
      return (vi ? "không tính được: có giá trị âm ở " : "not computable: values below zero at ") + codes
    }
  }
}

extension VariantReport.VariantObstacle {
  fileprivate var word: String {
    switch self {
    case .onlyComponent: "only-component"
    case .negativeValues: "negative-values"
    case .noScores: "no-scores"
    }
  }
}

extension Aggregation {
  fileprivate func name(_ language: Language) -> String {
    switch (self, language) {
    case (.arithmetic, .vietnamese): "trung bình cộng"
    case (.geometric, .vietnamese): "trung bình nhân"
    case (.harmonic, .vietnamese): "trung bình điều hòa"
    case (_, .english): rawValue
    }
  }
}
