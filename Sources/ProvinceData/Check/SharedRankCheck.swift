internal import Scoring
internal import Text

/// Finds two provinces, or two units of one group, on one rank of one index and year where nothing says that they are
/// level.
struct SharedRankCheck {
  private struct Place: Hashable {
    let index, node: String
    let year, rank: Int
    /// The group of units that is ranked; nil for the list of provinces.
    let group: Identifier<Entity>?
  }

  let catalogue: Catalogue
  let log: FindingLog

  func check(_ rows: [(figure: PublishedFigure, rank: Position)]) {
    var first: [Place: PublishedFigure] = [:]
    for (figure, position) in rows where figure.measure == .score && figure.confidence != .conflict {
      guard let rank = figure.rank else { continue }
      let place = Place(
        index: figure.index, node: figure.node, year: figure.year, rank: rank,
        group: catalogue.groups[figure.entity])
      guard let other = first[place] else {
        first[place] = figure
        continue
      }
      guard other.entity != figure.entity, !isTie(other, figure) else { continue }
      let rule = Rule.plausibleRank(rank: rank, entity: other.entity.rawValue, line: other.line)
      log.report(rule, in: figure.line.file, at: position)
    }
  }

  private func isTie(_ first: PublishedFigure, _ second: PublishedFigure) -> Bool {
    if let value = first.value?.value, value == second.value?.value { return true }
    return [first.note, second.note].contains { note in
      note.map { $0.vi.contains("đồng hạng") || $0.vi.contains("cùng hạng") || $0.vi.contains("bằng nhau") }
        == true
    }
  }
}
