internal import Scoring
internal import Text

/// Compares the points of each node of a scorecard, or else the most that it can have, with those of the nodes below it.
struct PartsCheck {
  private struct Card: Hashable {
    let entity: Identifier<Entity>
    let year: Int
    let basis: ScorecardEntry.Basis
  }

  private typealias Row = (entry: ScorecardEntry, points: Position)

  let catalogue: Catalogue
  let log: FindingLog

  func check(_ rows: [(entry: ScorecardEntry, points: Position)]) {
    let sound = rows.filter {
      $0.entry.points != nil && $0.entry.bound == .exact && $0.entry.confidence != .conflict
    }
    let cards = Dictionary(grouping: sound) {
      Card(entity: $0.entry.entity, year: $0.entry.year, basis: $0.entry.basis)
    }
    for (name, rows) in cards where rows.count > 1 { check(rows, of: name) }
  }

  private func check(_ rows: [Row], of card: Card) {
    var wholes: [NodeCode: Row] = [:]
    var parts: [NodeCode: [NodeCode: Row]] = [:]
    for row in rows {
      wholes[row.entry.node] = wholes[row.entry.node] ?? row
      guard let parent = row.entry.node.parent else { continue }
      parts[parent, default: [:]][row.entry.node] = row
    }
    for (node, rows) in parts {
      let points = rows.values.compactMap(\.entry.points)
      let (sum, slack) = (
        points.map(\.value).sum, points.map(\.halfStepHundredThousandths).reduce(0, +)
      )
      if let whole = wholes[node], let points = whole.entry.points {
        guard isOver(sum, points.value, slack + points.halfStepHundredThousandths) else { continue }
        let rule = Rule.plausibleParts(
          node: node.description, parts: rows.count, sum: sum.description, points: points.description)
        log.report(rule, in: whole.entry.line.file, at: whole.points)
      } else if card.basis == .full, let maximum = catalogue.edition(for: card.year)?.maximum(of: node),
        isOver(sum, maximum, slack), let last = rows.values.max(by: { $0.entry.line < $1.entry.line })
      {
        let rule = Rule.plausiblePartsOverMaximum(
          node: node.description, parts: rows.count, sum: sum.description, maximum: maximum.description)
        log.report(rule, in: last.entry.line.file, at: last.points)
      }
    }
  }

  /// - Parameter slack: what rounding can add, in hundred-thousandths.
  private func isOver(_ sum: ExactDecimal, _ whole: ExactDecimal, _ slack: Int64) -> Bool {
    (sum - whole).tenThousandths > slack / 10
  }
}

extension NodeCode {
  /// The node that it is a part of; nil for the total and for blocks.
  fileprivate var parent: NodeCode? {
    guard case .part(let path) = self else { return nil }
    return path.count == 1 ? .total : .part(path.dropLast())
  }
}
