package import Robustness
internal import Scoring
package import Text

/// The command-line report on score differences: the contribution of each component to a gap or change.
package struct DifferenceReport: Sendable {
  /// What is compared.
  package enum DifferenceSubject: Hashable, Sendable {
    /// The first unit minus the second.
    case gap(first: String, second: String)
    /// One unit, later minus earlier.
    case change(unit: String)
  }

  private let differences: [(subject: DifferenceSubject, difference: ScoreDifference)]
  private let language: Language
  private var number: ReportNumber { ReportNumber(language: language) }

  /// - Parameter differences: in display order.
  package init(_ differences: [(subject: DifferenceSubject, difference: ScoreDifference)], language: Language)
  {
    self.differences = differences
    self.language = language
  }

  /// A table for each difference, with the sum in the last line.
  package var text: String {
    differences.map { title($0.subject) + "\n" + table($0.difference).text }.joined(separator: "\n")
  }

  /// RFC 4180, one row for each component of each difference.
  package var csv: String {
    let keys = ["first", "second", "component", "performance", "weights", "interaction", "difference"]
    let rows = differences.flatMap { subject, difference in
      difference.parts.map { part -> [ReportTable.ReportCell] in
        let names: [JSONValue] =
          switch subject {
          case .gap(let first, let second): [.string(first), .string(second)]
          case .change(let unit): [.string(unit), .null]
          }
        return (names + [.string(part.code)] + values(of: part)).map { .init("", $0) }
      }
    }
    return ReportTable(columns: keys.map { ($0, $0) }, rows: rows).csv
  }

  /// An object with an array of differences.
  package var json: String {
    let items = differences.map { subject, difference -> JSONValue in
      let names: [(String, JSONValue)] =
        switch subject {
        case .gap(let first, let second): [("first", .string(first)), ("second", .string(second))]
        case .change(let unit): [("unit", .string(unit))]
        }
      let keys = ["performance", "weights", "interaction", "difference"]
      let parts = difference.parts.map { part in
        JSONValue.line(
          .object([("component", .string(part.code))] + Array(zip(keys, values(of: part)))))
      }
      return .object(
        names + [("difference", .double(difference.difference)), ("parts", .array(parts))])
    }
    return JSONValue.object([
      ("method", .string("Bennet 1920: performance and weights, half of the interaction in each")),
      ("differences", .array(items)),
    ]).document
  }

  private func values(of part: ScoreDifference.DifferencePart) -> [JSONValue] {
    [
      .double(part.split?.performance), .double(part.split?.weights), .double(part.split?.interaction),
      .double(part.difference),
    ]
  }

  private func title(_ subject: DifferenceSubject) -> String {
    let vi = language == .vietnamese
    switch subject {
    case .gap(let first, let second):
      return vi
        ? "Chênh lệch điểm giữa \(first) và \(second) đến từ đâu:"
        : "What sets \(first) apart from \(second):"
    case .change(let unit):
      return vi ? "Điểm của \(unit) thay đổi vì đâu:" : "What changed the score of \(unit):"
    }
  }

  private func table(_ difference: ScoreDifference) -> ReportTable {
    let vi = language == .vietnamese
    let columns = [
      (vi ? "Phần" : "Component", "component"), (vi ? "Kết quả" : "Performance", "performance"),
      (vi ? "Trọng số" : "Weights", "weights"), (vi ? "Cộng" : "Sum", "difference"),
    ]
    let places = ReportNumber.places(of: difference.parts.map(\.difference))
    func cell(_ value: Double?) -> ReportTable.ReportCell {
      .init((value ?? 0 > 0 ? "+" : "") + number.text(value, places: places))
    }
    let rows = difference.parts.map { part -> [ReportTable.ReportCell] in
      [
        .init(part.name.map { "\(part.code) \($0[language])" } ?? part.code), cell(part.split?.performance),
        cell(part.split?.weights), cell(part.difference),
      ]
    }
    let sums: [ReportTable.ReportCell] = [
      .init(vi ? "Tất cả" : "All"), .init(""), .init(""), cell(difference.difference),
    ]
    // With the same weights on both sides there is nothing to split.
    let isSplit = difference.parts.contains { $0.split.map { $0.weights != 0 } ?? true }
    let shown = isSplit ? [0, 1, 2, 3] : [0, 3]
    return ReportTable(
      columns: shown.map { columns[$0] }, rows: (rows + [sums]).map { row in shown.map { row[$0] } })
  }
}
