internal import Robustness
internal import Scoring
internal import Text

/// The exact parts, without sampling: flip points and possible ranks.
extension RobustnessReport {
  func json(_ flip: PairFlip) -> JSONValue {
    .line(
      .object([
        ("above", .string(index.units[flip.above])), ("below", .string(index.units[flip.below])),
        ("component", flip.flip.map { .string(index.nodes[$0.component].code) } ?? .null),
        ("change", .double(flip.flip?.change)),
      ]))
  }

  func text(_ flips: [PairFlip]) -> String {
    let vi = language == .vietnamese
    let columns = [
      (vi ? "Đứng trên" : "Above", "above"), (vi ? "Đứng dưới" : "Below", "below"),
      (vi ? "Trọng số" : "Weight", "component"), (vi ? "Thay đổi (%)" : "Change (%)", "change"),
    ]
    let rows = flips.map { flip -> [ReportTable.ReportCell] in
      let change = flip.flip?.change
      return [
        .init(index.units[flip.above]), .init(index.units[flip.below]),
        .init(flip.flip.map { index.nodes[$0.component].code } ?? "–"),
        .init(
          change.map { ($0 > 0 ? "+" : "") + number.percent($0, places: 2) }
            ?? (vi ? "không bao giờ" : "never")),
      ]
    }
    let title =
      vi
      ? "Thay đổi nhỏ nhất của một trọng số làm đổi chỗ hai đơn vị:\n"
      : "The smallest change of a single weight that swaps two units:\n"
    return title + ReportTable(columns: columns, rows: rows).text
  }

  func json(_ ranges: Ranges) -> JSONValue {
    func bounds(_ range: ClosedRange<Int>) -> JSONValue {
      .array([.integer(range.lowerBound), .integer(range.upperBound)])
    }
    let units = ranges.units.map { range in
      JSONValue.line(
        .object([
          ("unit", .string(index.units[range.unit])), ("best", bounds(range.best)),
          ("worst", bounds(range.worst)),
        ]))
    }
    return .object([
      ("within", .double(ranges.share)), ("levels", .string(ranges.levels.rawValue)),
      ("units", .array(units)),
    ])
  }

  func text(_ ranges: Ranges) -> String {
    let vi = language == .vietnamese
    func text(_ range: ClosedRange<Int>) -> ReportTable.ReportCell {
      .init(range.count == 1 ? String(range.lowerBound) : "\(range.lowerBound)–\(range.upperBound)")
    }
    let columns = [
      (vi ? "Đơn vị" : "Unit", "unit"), (vi ? "Hạng tốt nhất" : "Best rank", "best"),
      (vi ? "Hạng kém nhất" : "Worst rank", "worst"),
    ]
    let byUnit = Dictionary(ranges.units.map { ($0.unit, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = order.compactMap { byUnit[$0] }.map { range -> [ReportTable.ReportCell] in
      [.init(index.units[range.unit]), text(range.best), text(range.worst)]
    }
    let share = number.percent(ranges.share, places: 2)
    let levels = ranges.levels.name(language)
    let title =
      vi
      ? "Hạng có thể có khi mỗi trọng số đổi không quá \(share)% (\(levels)):\n"
      : "The ranks that are possible where each weight changes by at most \(share)% (\(levels)):\n"
    let isProved = ranges.units.allSatisfy(\.isExact)
    let proof =
      vi
      ? "Khoảng trong bảng: chưa chứng minh được hạng nào trong khoảng ấy là đúng.\n"
      : "A span in the table: which of its ranks is the one is not proved.\n"
    return title + ReportTable(columns: columns, rows: rows).text + (isProved ? "" : proof)
  }
}
