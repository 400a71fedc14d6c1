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

  /// The number of a criterion is at most the published number of criteria of its component.
  func check(_ column: ValueColumn<NodeCode>, _ edition: EditionNodes?) {
    guard let node = column.value, case .part(let path) = node, path.count > 1, let edition,
      let component = edition.edition.components.first(where: { $0.code == node.component }),
      let count = component.criteriaCount, path[1] > count
    else { return }
    let rule = Rule.plausibleNode(
      node: node.description, component: component.code.description, count: count)
    context.report(rule, at: column.position)
  }
}
