internal import Scoring
internal import Text

/// Compares the points of each node of a scorecard with those of the nodes below it.
struct PartsCheck {
  private struct Card: Hashable {
    let entity: Identifier<Entity>
    let year: Int
    let basis: ScorecardEntry.Basis
  }

  private typealias Row = (entry: ScorecardEntry, points: Position)

  let log: FindingLog

  func check(_ rows: [(entry: ScorecardEntry, points: Position)]) {
    let sound = rows.filter {
      $0.entry.points != nil && $0.entry.bound == .exact && $0.entry.confidence != .conflict
    }
    let cards = Dictionary(grouping: sound) {
      Card(entity: $0.entry.entity, year: $0.entry.year, basis: $0.entry.basis)
    }
    for card in cards.values where card.count > 1 { check(card: card) }
  }

  private func check(card: [Row]) {
    var wholes: [NodeCode: Row] = [:]
    var parts: [NodeCode: [NodeCode: PrintedDecimal]] = [:]
    for row in card {
      wholes[row.entry.node] = wholes[row.entry.node] ?? row
      guard let parent = row.entry.node.parent, let points = row.entry.points else { continue }
      parts[parent, default: [:]][row.entry.node] = points
    }
    for (node, parts) in parts {
      guard let whole = wholes[node], let points = whole.entry.points else { continue }
      let sum = parts.values.map(\.value).sum
      let halfSteps = parts.values.map(\.halfStepHundredThousandths).reduce(
        points.halfStepHundredThousandths, +)
      let slack = halfSteps / 10
      guard (sum - points.value).tenThousandths > slack else { continue }
      let rule = Rule.plausibleParts(
        node: node.description, parts: parts.count, sum: sum.description, points: points.description)
      log.report(rule, in: whole.entry.line.file, at: whole.points)
    }
  }
}

extension NodeCode {
  /// The node that it is a part of; nil for the total and for blocks.
  fileprivate var parent: NodeCode? {
    guard case .part(let path) = self else { return nil }
    return path.count == 1 ? .total : .part(path.dropLast())
  }
}
