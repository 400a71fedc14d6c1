internal import Robustness
internal import Scoring
internal import Text

/// The variance shares of weights and measurement.
extension RobustnessReport {
  func json(_ variance: VarianceShares) -> JSONValue {
    func share(_ share: VarianceShares.Share?) -> JSONValue {
      share.map { .line(.object([("share", .double($0.value)), ("error", .double($0.error))])) } ?? .null
    }
    return .object([
      ("counted", .integer(variance.draws)),
      (
        "exclusions",
        .object(
          RobustnessResult.Exclusion.allCases.map { ($0.rawValue, .integer(variance.excluded[$0] ?? 0)) })
      ),
      (
        "units",
        .array(
          variance.units.map { unit in
            .object([
              ("unit", .string(unit.name)), ("rankVariance", .double(unit.rankVariance)),
              ("weights", share(unit.weights)), ("measurement", share(unit.measurement)),
              ("interaction", share(unit.interaction)),
            ])
          })
      ),
    ])
  }

  func text(_ variance: VarianceShares) -> String {
    let vi = language == .vietnamese
    let columns = [
      (vi ? "Đơn vị" : "Unit", "unit"), (vi ? "Phương sai hạng" : "Rank variance", "variance"),
      (vi ? "Trọng số (%)" : "Weights (%)", "weights"),
      (vi ? "Đo lường (%)" : "Measurement (%)", "measurement"),
      (vi ? "Cả hai cùng lúc (%)" : "Both together (%)", "interaction"),
    ]
    func percent(_ share: VarianceShares.Share?) -> ReportTable.ReportCell {
      .init(
        number.text(share.map { $0.value * 100 }, error: share?.error.map { $0 * 100 }, places: 1))
    }
    let rows = variance.units.map { unit -> [ReportTable.ReportCell] in
      [
        .init(unit.name), .init(number.text(unit.rankVariance, places: 2)), percent(unit.weights),
        percent(unit.measurement), percent(unit.interaction),
      ]
    }
    let title =
      vi
      ? "Phần của trọng số và của đo lường trong phương sai hạng:\n"
      : "What weights and measurement have in the variance of the rank:\n"
    return title + ReportTable(columns: columns, rows: rows).text
  }
}
