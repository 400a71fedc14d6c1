internal import Scoring
internal import Text

/// A row that gives an entity a rank, or says how many were ranked.
struct Standing {
  /// The list: one index, part and year.
  struct List: Hashable {
    let index, node: String
    let year: Int
  }

  let list: List
  let entity: Identifier<Entity>
  let rank: Int?
  let size: Int?
  let value: ExactDecimal?
  let note: LocalizedText?
  let line: DataLine
  let position: Position

  /// Nil when the figure has no rank and no list, or is known to be contradicted.
  init?(_ figure: PublishedFigure, at position: Position) {
    guard figure.measure == .score, figure.confidence != .conflict, figure.rank ?? figure.listSize != nil
    else { return nil }
    list = List(index: figure.index, node: figure.node, year: figure.year)
    (entity, rank, size, value) = (figure.entity, figure.rank, figure.listSize, figure.value?.value)
    (note, line, self.position) = (figure.note, figure.line, position)
  }

  /// Nil when the row has no rank and no list, or is known to be contradicted.
  ///
  /// - Parameter index: the index that scorecards are about.
  init?(_ row: ScorecardEntry, index: String?, at position: Position) {
    guard row.confidence != .conflict, row.rank ?? row.listSize != nil else { return nil }
    var node = row.node == .total ? "" : row.node.description
    // Points on another basis make a list of their own.
    if row.basis == .appraisal { node += " " + row.basis.rawValue }
    list = List(index: index ?? "", node: node, year: row.year)
    (entity, rank, size, value) = (row.entity, row.rank, row.listSize, (row.percent ?? row.points)?.value)
    (note, line, self.position) = (row.note, row.line, position)
  }
}

/// Finds two provinces, or two units of one group, on one rank of one list where nothing says that they are level, and lists whose length differs
/// from row to row.
struct SharedRankCheck {
  private struct Place: Hashable {
    let list: Standing.List
    /// The group of units that is ranked; nil for the list of provinces.
    let group: Identifier<Entity>?
    /// Nil for the whole list.
    let rank: Int?
  }

  let catalogue: Catalogue
  let log: FindingLog

  func check(_ rows: [Standing]) {
    var first: [Place: Standing] = [:]
    var lists: [Place: [Standing]] = [:]
    for row in rows {
      let group = catalogue.groups[row.entity]
      // A note tells of a list of its own, such as the units of which a derived rank was counted.
      if row.size != nil, row.note == nil {
        lists[Place(list: row.list, group: group, rank: nil), default: []].append(row)
      }
      guard let rank = row.rank else { continue }
      let place = Place(list: row.list, group: group, rank: rank)
      guard let other = first[place] else {
        first[place] = row
        continue
      }
      // Lists of different length are not the same list.
      guard other.entity != row.entity, other.size == nil || row.size == nil || other.size == row.size,
        !isTie(other, row)
      else { continue }
      let rule = Rule.plausibleRank(rank: rank, entity: other.entity.rawValue, line: other.line)
      log.report(rule, in: row.line.file, at: row.position)
    }
    for rows in lists.values where rows.count > 1 { checkSizes(of: rows) }
  }

  private func isTie(_ first: Standing, _ second: Standing) -> Bool {
    if let value = first.value, value == second.value { return true }
    return [first.note, second.note].contains { note in
      note.map { $0.vi.contains("đồng hạng") || $0.vi.contains("cùng hạng") || $0.vi.contains("bằng nhau") }
        == true
    }
  }

  /// The length that most rows give is taken for the usual one; of two equally common ones, that of the first row.
  private func checkSizes(of rows: [Standing]) {
    let counts = Dictionary(rows.map { ($0.size, 1) }, uniquingKeysWith: +)
    guard counts.count > 1, let most = counts.values.max(),
      let usual = rows.first(where: { counts[$0.size] == most }), let size = usual.size
    else { return }
    for row in rows where row.size != size {
      guard let odd = row.size else { continue }
      let rule = Rule.plausibleListSize(size: odd, usual: size, line: usual.line)
      log.report(rule, in: row.line.file, at: Position(line: row.line.line, column: 1))
    }
  }
}
