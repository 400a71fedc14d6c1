internal import Robustness
internal import Scoring
internal import Text

extension RobustnessReport {
  /// A table of the units, best first, with sentences on how it was obtained, followed by the parts requested in
  /// addition.
  ///
  /// - Parameter command: the command that reproduces the figures; nil to omit it.
  package func text(command: String? = nil) -> String {
    let vi = language == .vietnamese
    var blocks = [table(units(sorted: true)), (origin + exclusions + missing).joined(separator: "\n") + "\n"]
    // A single unit has no pairs.
    if let pairs = result.pairs, pairs.units > 1 { blocks.append(text(pairs)) }
    if let flips = extras.flips, !flips.isEmpty { blocks.append(text(flips)) }
    if let ranges = extras.ranges { blocks.append(text(ranges)) }
    if let variants = extras.variants { blocks.append(text(variants)) }
    if let coherence = extras.coherence { blocks.append(text(coherence)) }
    if let variance = extras.variance { blocks.append(text(variance)) }
    if let command { blocks.append((vi ? "Chạy lại: " : "To run again: ") + command + "\n") }
    return blocks.joined(separator: "\n")
  }

  /// The unit names of each group, best first, and of each pair outside the groups.
  func groupNames(_ pairs: PairCounts) -> (groups: [[String]], pairs: [[String]]) {
    let ranked = order.filter { result.units[$0].rank != nil }
    func names(_ groups: [[Int]]) -> [[String]] { groups.map { $0.map { index.units[$0] } } }
    return (
      names(pairs.groups(in: ranked, level: extras.level)),
      names(pairs.pairsOutsideGroups(in: ranked, level: extras.level))
    )
  }

  /// Omits the columns of errors, which are shown beside their estimates, and the coverage if everything is known.
  private func table(_ table: ReportTable) -> String {
    let isComplete = index.coverage.allSatisfy { $0 == 1 }
    let shown = table.columns.indices.filter {
      !table.columns[$0].header.isEmpty && !(isComplete && table.columns[$0].key == "coverage")
    }
    return ReportTable(
      columns: shown.map { table.columns[$0] }, rows: table.rows.map { row in shown.map { row[$0] } }
    ).text
  }

  private var origin: [String] {
    let vi = language == .vietnamese
    let errors = vi ? "± là sai số chuẩn Monte Carlo." : "± is the Monte Carlo standard error."
    let draws = NumberText.whole(drawsMade, in: language)
    guard case .drawn(let settings) = weights else {
      return [
        errors,
        vi ? "Số lượt đọc từ tệp trọng số: \(draws)." : "Draws read from the file of weights: \(draws).",
      ]
    }
    let seed = String(settings.seed)
    var lines = [
      errors,
      vi
        ? "Số lượt mô phỏng: \(draws). Trọng số thay đổi: \(settings.levels.name(language)); "
          + "phân phối \(settings.prior). Hạt giống: \(seed) (Philox-4x64-10)."
        : "Draws: \(draws). Weights changed: \(settings.levels.name(language)); prior \(settings.prior). "
          + "Seed: \(seed) (Philox-4x64-10).",
    ]
    if settings.measurement != nil {
      lines.append(
        vi
          ? "Điểm cũng thay đổi trong sai số đo lường."
          : "The scores vary too, within their measurement error."
      )
    }
    if case .untilError(let bound, let most) = settings.draws {
      let limit = number.text(bound, places: 4)
      let count = NumberText.whole(most, in: language)
      if result.reachedErrorBound == true {
        lines.append(
          vi ? "Mọi sai số không quá \(limit)." : "Every error is at most \(limit).")
      } else {
        lines.append(
          vi
            ? "Sau \(count) lượt vẫn có sai số lớn hơn \(limit)."
            : "After \(count) draws some error is still above \(limit).")
      }
    }
    return lines
  }

  private var exclusions: [String] {
    guard excluded > 0 else {
      return [language == .vietnamese ? "Không loại lượt nào." : "No draw is excluded."]
    }
    return RobustnessResult.Exclusion.allCases.compactMap { reason in
      result.excluded[reason].map { count in
        let number = NumberText.whole(count, in: language)
        return switch (reason, language) {
        case (.zeroWeights, .vietnamese):
          "Loại \(number) lượt: mọi phần đã biết của một mã có trọng số 0."
        case (.zeroWeights, .english):
          "Excluded draws: \(number), because all known parts of a code have weight 0."
        case (.noScore, .vietnamese): "Loại \(number) lượt: có đơn vị không tính được điểm."
        case (.noScore, .english): "Excluded draws: \(number), because a unit has no score."
        }
      }
    }
  }

  private var missing: [String] {
    let vi = language == .vietnamese
    var lines: [String] = []
    if index.coverage.contains(where: { $0 < 1 }) {
      lines.append(
        vi
          ? "Điều chưa biết được bỏ ra, trọng số của nó chia cho phần đã biết."
          : "What is not known is left out and its weight shared out among what is known.")
    }
    if index.minimumCoverage > 0 {
      let least = number.percent(index.minimumCoverage, places: 0)
      lines.append(
        vi
          ? "Đơn vị chỉ được xếp hạng khi biết ít nhất \(least)% trọng số."
          : "A unit is ranked only where at least \(least)% of the weight is known.")
    }
    if !index.unranked.isEmpty {
      let names = index.unranked.map(\.unit).joined(separator: ", ")
      lines.append(vi ? "Không xếp hạng: \(names)." : "Not ranked: \(names).")
    }
    if !index.leftOut.isEmpty {
      let codes = index.leftOut.map(\.code).joined(separator: ", ")
      lines.append(vi ? "Bỏ ra khỏi phép tính: \(codes)." : "Left out of the computation: \(codes).")
    }
    return lines
  }

  private func text(_ pairs: PairCounts) -> String {
    let vi = language == .vietnamese
    let level = number.percent(extras.level, places: 0)
    let names = groupNames(pairs)
    let groups = names.groups + names.pairs
    guard !groups.isEmpty else {
      return vi
        ? "Ở mức \(level)%, cặp nào cũng phân biệt được.\n" : "At \(level)% all pairs can be told apart.\n"
    }
    return groups.map { names in
      let list = names.joined(separator: ", ")
      return vi
        ? "Không phân biệt được ở mức \(level)%: \(list).\n" : "Cannot be told apart at \(level)%: \(list).\n"
    }.joined()
  }
}

extension PerturbedLevels {
  /// The perturbed weights, as part of a sentence.
  func name(_ language: Language) -> String {
    switch (self, language) {
    case (.components, .vietnamese): "các mã ngay dưới gốc"
    case (.components, .english): "those directly below the root"
    case (.leaves, .vietnamese): "các mã ở tầng cuối"
    case (.leaves, .english): "those of the leaves"
    case (.all, .vietnamese): "mọi mã"
    case (.all, .english): "all"
    }
  }
}
