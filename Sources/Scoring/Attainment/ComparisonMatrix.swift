package import Text

/// The targets of several provinces side by side. Only like is compared with like; every other difference is named.
package struct ComparisonMatrix: Sendable {
  /// One way of counting an indicator, at one level.
  package struct MatrixRow: Sendable {
    /// How it is counted; nil when the indicator has no denominator.
    package let denominator: Identifier<Indicator.Denominator>?
    package let level: AdministrativeLevel
    /// The verdicts of each province, in the order of ``ComparisonMatrix/provinces``; empty without a target.
    package let cells: [[Attainment]]
    /// The remaining differences between the targets of the row.
    package let differences: [MatrixDifference]

    /// Whether at least two provinces have targets in the row.
    package var isShared: Bool { cells.filter { !$0.isEmpty }.count > 1 }
    /// Whether at least two provinces have targets that differ in nothing but the number; false for an unstated
    /// denominator.
    package var isLikeWithLike: Bool {
      isShared && differences.isEmpty && denominator != Indicator.Denominator.unstated
    }
  }

  /// Why targets cannot be compared without a remark.
  package enum MatrixDifference: String, CaseIterable, Sendable {
    /// Their denominators differ; never compared.
    case denominator
    /// Their levels of government differ; never compared.
    case level
    /// Their deadlines differ.
    case deadline
    /// Their comparisons differ: one is strict ("trên") and another is not, or one has no number.
    case strictness
    /// Their exclusions or conditions differ.
    case scope

    /// The display name.
    package var name: LocalizedText {
      switch self {
      case .denominator: LocalizedText(vi: "khác mẫu số", en: "counted over different things")
      case .level: LocalizedText(vi: "khác cấp hành chính", en: "different levels of government")
      case .deadline: LocalizedText(vi: "khác thời hạn", en: "different deadlines")
      case .strictness: LocalizedText(vi: "khác kiểu so sánh", en: "different kinds of comparison")
      case .scope: LocalizedText(vi: "khác phạm vi hoặc điều kiện", en: "different scope or conditions")
      }
    }
  }

  package struct MatrixBlock: Sendable {
    package let indicator: Indicator
    /// One row for each denominator and level, in catalogue order.
    package let rows: [MatrixRow]
    /// Why the rows cannot be compared with each other.
    package let differences: [MatrixDifference]

    /// How many provinces have a target on the indicator.
    package let provinceCount: Int
  }

  /// The provinces, in column order.
  package let provinces: [Identifier<Entity>]
  /// The indicators with at least one target, in catalogue order.
  package let blocks: [MatrixBlock]

  /// Arranges the targets of the provinces side by side.
  ///
  /// - Parameters:
  ///   - provinces: the columns, in order.
  ///   - attainments: verdicts on targets; those of other provinces are ignored.
  ///   - indicators: the catalogue, which gives the order of the blocks.
  package init(
    provinces: [Identifier<Entity>], attainments: [Attainment], indicators: [Indicator]
  ) {
    self.provinces = provinces
    let own = attainments.filter { provinces.contains($0.target.entity) }
    let byIndicator = Dictionary(grouping: own) { $0.indicator.id }
    blocks = indicators.compactMap { indicator in
      byIndicator[indicator.id].map { MatrixBlock(indicator, $0, provinces: provinces) }
    }
  }
}

extension ComparisonMatrix.MatrixBlock {
  package init(_ indicator: Indicator, _ attainments: [Attainment], provinces: [Identifier<Entity>]) {
    typealias Denominator = Identifier<Indicator.Denominator>
    self.indicator = indicator
    let unstated = Indicator.Denominator.unstated
    let named: [Denominator?] = indicator.denominators.map(\.id).filter { $0 != unstated } + [unstated, nil]
    rows = named.flatMap { denominator in
      AdministrativeLevel.allCases.compactMap { level -> ComparisonMatrix.MatrixRow? in
        let cells = provinces.map { province in
          attainments.filter {
            $0.target.entity == province && $0.target.denominator == denominator && $0.target.level == level
          }
        }
        guard cells.contains(where: { !$0.isEmpty }) else { return nil }
        return ComparisonMatrix.MatrixRow(
          denominator: denominator, level: level, cells: cells,
          differences: ComparisonMatrix.MatrixRow.differences(of: cells))
      }
    }
    let columns = Set(attainments.map(\.target.entity))
    provinceCount = columns.count
    var differences: [ComparisonMatrix.MatrixDifference] = []
    if columns.count > 1 {
      if Set(rows.map(\.denominator)).count > 1 { differences.append(.denominator) }
      if Set(rows.map(\.level)).count > 1 { differences.append(.level) }
    }
    self.differences = differences
  }
}

extension ComparisonMatrix.MatrixRow {
  package static func differences(of cells: [[Attainment]]) -> [ComparisonMatrix.MatrixDifference] {
    let targets = cells.filter { !$0.isEmpty }.map { $0.map(\.target) }
    guard targets.count > 1 else { return [] }
    func differ<Value: Hashable>(_ value: (Target) -> Value) -> Bool {
      Set(targets.map { Set($0.map(value)) }).count > 1
    }
    var result: [ComparisonMatrix.MatrixDifference] = []
    if differ({ $0.deadline.lastDay }) { result.append(.deadline) }
    if differ(\.goal.kind) { result.append(.strictness) }
    if differ({ [$0.excludes?.vi, $0.conditions?.vi] }) { result.append(.scope) }
    return result
  }
}

extension Goal {
  /// The kind of comparison without its number.
  package var kind: String {
    switch self {
    case .threshold(let comparator, _), .staged(let comparator, _): comparator.rawValue
    case .range: "range"
    case .relative(let comparator, _): "relative " + comparator.rawValue
    case .group: "group"
    case .qualitative: "qualitative"
    }
  }
}
