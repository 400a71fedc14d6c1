internal import Text

/// The addresses of the rows and items of a data file: a name for each, made of what it is about.
///
/// A line number changes with every line above it, a name does not. Rows about the same thing, as where sources differ,
/// also carry what tells them apart: their source, then what they say.
package struct RowAnchors: Encodable, Sendable {
  /// A row or an item of a file.
  struct Row {
    /// The 1-based line on which it begins.
    let line: Int
    /// What it is about.
    let name: String
    /// What tells it apart from others about the same thing, the first that does is used.
    var distinctions: [String] = []
  }

  /// Several rows about the same thing.
  struct Repetition: Encodable, Sendable {
    /// The name that they would have alone. It leads to the first of them.
    let name: String
    let lines: [Int]
  }

  /// The lines with a name, ascending.
  private let lines: [Int]
  private let names: [String]
  /// By their first lines.
  let repetitions: [Repetition]

  /// - Parameter rows: in any order; of two on the same line the first counts.
  init(_ rows: [Row]) {
    var rows = rows.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
    var last = 0
    rows.removeAll { row in
      defer { last = row.line }
      return row.line == last
    }
    let counts = rows.reduce(into: [:]) { $0[$1.name, default: 0] += 1 }
    let repeated = Dictionary(
      grouping: rows.filter { counts[$0.name, default: 0] > 1 }, by: \.name)
    var taken = Set(counts.keys)
    let distinct = repeated.values.sorted { $0[0].line < $1[0].line }.reduce(into: [Int: String]()) {
      $0.merge(Self.distinctNames(of: $1, taken: &taken)) { first, _ in first }
    }
    lines = rows.map(\.line)
    names = rows.map { distinct[$0.line] ?? $0.name }
    repetitions = repeated.map { Repetition(name: $0, lines: $1.map(\.line)) }
      .sorted { $0.lines[0] < $1.lines[0] }
  }

  /// A name for each of the rows about the same thing, by its line.
  private static func distinctNames(of rows: [Row], taken: inout Set<String>) -> [Int: String] {
    func parts(_ row: Row, _ count: Int) -> [String] {
      [row.name] + row.distinctions.prefix(count).filter { !$0.isEmpty }
    }
    let depths = 1...max(1, rows.map(\.distinctions.count).max() ?? 1)
    return rows.reduce(into: [:]) { names, row in
      let depth = depths.first { depth in rows.count { parts($0, depth) == parts(row, depth) } == 1 }
      let base = parts(row, depth ?? depths.upperBound).joined(separator: ".")
      var (name, number) = (base, 1)
      // Only rows that say the same, word for word, are told apart by their order.
      while !taken.insert(name).inserted {
        number += 1
        name = "\(base).\(number)"
      }
      names[row.line] = name
    }
  }

  /// The name of the row or item that begins on a line; nil when none does.
  func name(at line: Int) -> String? {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle] < line { low = middle + 1 } else { high = middle }
    }
    return low < lines.count && lines[low] == line ? names[low] : nil
  }

  /// The rows about the same thing as that on a line; nil when it stands alone.
  func repetition(at line: Int) -> Repetition? { repetitions.first { $0.lines.contains(line) } }
}
