internal import Scoring
internal import Text

/// The rows of a page of a table, as records and as they stand in the file.
package struct FileRecords: Encodable, Sendable {
  /// The rows of one kind, by line.
  enum Rows: Encodable, Sendable {
    case outcomes(ArraySlice<Outcome>)
    case published(ArraySlice<PublishedFigure>)
    case scorecards(ArraySlice<ScorecardEntry>)

    /// The lines on which the rows begin, ascending.
    var lines: [Int] {
      switch self {
      case .outcomes(let rows): rows.map(\.line.line)
      case .published(let rows): rows.map(\.line.line)
      case .scorecards(let rows): rows.map(\.line.line)
      }
    }

    /// The entities that the rows are about, each once, in the order of their identifiers.
    var entities: [Identifier<Entity>] {
      let all: [Identifier<Entity>] =
        switch self {
        case .outcomes(let rows): rows.map(\.entity)
        case .published(let rows): rows.map(\.entity)
        case .scorecards(let rows): rows.map(\.entity)
        }
      return Set(all).sorted()
    }

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .outcomes(let rows): try Array(rows).encode(to: encoder)
      case .published(let rows): try Array(rows).encode(to: encoder)
      case .scorecards(let rows): try Array(rows).encode(to: encoder)
      }
    }

    /// The rows that begin on these lines.
    func within(_ lines: ClosedRange<Int>) -> Rows {
      switch self {
      case .outcomes(let rows): .outcomes(rows.within(lines) { $0.line.line })
      case .published(let rows): .published(rows.within(lines) { $0.line.line })
      case .scorecards(let rows): .scorecards(rows.within(lines) { $0.line.line })
      }
    }
  }

  let rows: Rows
  /// The number of the first line.
  let firstLine: Int
  /// The lines of the page as they stand in the file.
  let lines: [String]

  /// The lines of the row that begins on a line: up to the next row, without empty ones at its end.
  func lines(of row: Int, upTo next: Int?) -> [(number: Int, text: String)] {
    let places = (row - firstLine)..<min(next.map { $0 - firstLine } ?? lines.count, lines.count)
    guard lines.indices.contains(places.lowerBound) else { return [] }
    let shown = lines[places].reversed().drop(while: \.isEmpty).reversed()
    return shown.enumerated().map { (row + $0.offset, $0.element) }
  }

  /// The rows of each table, by path.
  static func rows(in dataset: Dataset) -> [String: Rows] {
    var rows: [String: Rows] = [:]
    for (path, group) in dataset.outcomes.runs(by: \.line.file) { rows[path] = .outcomes(group) }
    for (path, group) in dataset.published.runs(by: \.line.file) { rows[path] = .published(group) }
    for (path, group) in dataset.scorecardEntries.runs(by: \.line.file) { rows[path] = .scorecards(group) }
    return rows
  }
}

extension ArraySlice {
  /// The elements whose lines, which ascend, lie in a range.
  fileprivate func within(_ lines: ClosedRange<Int>, _ line: (Element) -> Int) -> ArraySlice {
    drop { line($0) < lines.lowerBound }.prefix { line($0) <= lines.upperBound }
  }
}

extension Array {
  /// The runs of neighbours with the same key.
  fileprivate func runs<Key: Equatable>(by key: (Element) -> Key) -> [(Key, ArraySlice<Element>)] {
    var runs: [(Key, ArraySlice<Element>)] = []
    var start = startIndex
    while start < endIndex {
      let first = key(self[start])
      let end = self[start...].firstIndex { key($0) != first } ?? endIndex
      runs.append((first, self[start..<end]))
      start = end
    }
    return runs
  }
}
