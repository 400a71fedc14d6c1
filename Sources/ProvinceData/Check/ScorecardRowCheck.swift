internal import Scoring
internal import Text

/// Checks whether the numbers and the node of one row of a scorecard fit together.
struct ScorecardRowCheck {
  let context: ParseContext

  /// The percentage comes from unrounded points, so the two are compared as intervals.
  ///
  /// - Parameter maximum: the one printed beside, or else that of the framework; nil when it is not known.
  func check(_ column: ValueColumn<PrintedDecimal>, points: PrintedDecimal?, maximum: ExactDecimal?) {
    guard let points, let maximum, maximum > .zero, let percent = column.value else { return }
    func share(_ hundredThousandths: Int64) -> Double {
      Double(hundredThousandths) / (Double(maximum.tenThousandths) * 10) * 100
    }
    let middle = points.value.tenThousandths * 10
    let slack = Double(percent.halfStepHundredThousandths) / 100_000 + 1e-9
    let (low, high) = (
      share(middle - points.halfStepHundredThousandths) - slack,
      share(middle + points.halfStepHundredThousandths) + slack
    )
    let printed = Double(percent.value.tenThousandths) / 10_000
    guard printed < low || printed > high,
      let computed = ExactDecimal.ratio(points.value, maximum, times: 100)?.rounded(places: 2)
    else { return }
    let rule = Rule.plausiblePercent(
      percent: percent.description, points: points.description, maximum: maximum.description,
      computed: computed.description)
    context.report(rule, at: column.position)
  }

  func check(_ column: ValueColumn<NodeCode>, _ edition: EditionNodes?) {
    guard let node = column.value, let rule = edition?.fault(of: node) else { return }
    context.report(rule, at: column.position)
  }
}

extension EditionNodes {
  /// Why a criterion or subcriterion cannot exist, told from the published numbers of criteria; nil when it can, or when
  /// the framework lists those of its component, so that an unknown one is an error of its own.
  func fault(of node: NodeCode) -> Rule? {
    guard case .part(let path) = node, path.count > 1, !lists(node),
      let component = edition.components.first(where: { $0.code == node.component }), knows(node)
    else { return nil }
    if let count = component.criteriaCount, path[1] > count {
      return .plausibleNode(node: node.description, component: component.code.description, count: count)
    }
    if let count = most(.criteria), path[1] > count {
      return .plausibleNode(node: node.description, level: .criteria, count: count)
    }
    guard path.count > 2, let count = most(.subcriteria) else { return nil }
    if path[2] > count { return .plausibleNode(node: node.description, level: .subcriteria, count: count) }
    return path.count > 3 ? .plausibleNodeTooDeep(node: node.description) : nil
  }

  /// The largest published count; nil when there is none.
  private func most(_ level: Edition.Count.Level) -> Int? {
    edition.counts.filter { $0.level == level }.flatMap(\.candidates).map(\.value).max()
  }
}
