/// Values stored as indices into a table that lists can share. Thousands of pages have most of their links and
/// questions in common, and each of those is checked and encoded once.
struct SharedList<Element: Hashable & Sendable>: Sendable {
  final class Table: Sendable {
    let elements: [Element]

    init(_ elements: [Element]) { self.elements = elements }
  }

  private enum Content: Sendable {
    case own([Element])
    case shared(Table, [Int])
  }

  private let content: Content

  /// Makes a list without a table.
  init(_ elements: Set<Element>) { content = .own(Array(elements)) }

  /// - Parameter places: indices into the table.
  init(_ places: [Int], in table: Table) { content = .shared(table, places) }

  /// The values, in no particular order.
  var elements: [Element] {
    switch content {
    case .own(let elements): elements
    case .shared(let table, let places): places.map { table.elements[$0] }
    }
  }

  /// The shared table; nil when it has none.
  var table: Table? { if case .shared(let table, _) = content { table } else { nil } }

  /// The results of a function, which is called at most once for each index of a table.
  struct Results<Result: Sendable>: Sendable {
    /// Holds each table, so that its `ObjectIdentifier` cannot be reused by another one.
    private var byTable: [ObjectIdentifier: (table: Table, results: [Result?])] = [:]

    init() {}

    /// Computes the results for all values of these tables.
    init(_ tables: some Sequence<Table>, _ result: (Element) -> Result) {
      for table in tables { byTable[ObjectIdentifier(table)] = (table, table.elements.map(result)) }
    }

    /// The results for the values of a list, in its order.
    mutating func all(of list: SharedList, _ result: (Element) -> Result) -> [Result] {
      switch list.content {
      case .own(let elements): return elements.map(result)
      case .shared(let table, let places):
        let id = ObjectIdentifier(table)
        // Removed while it is modified, because it would otherwise be copied.
        var results =
          byTable.removeValue(forKey: id)?.results ?? Array(repeating: nil, count: table.elements.count)
        defer { byTable[id] = (table, results) }
        return places.map { place in
          if let found = results[place] { return found }
          let found = result(table.elements[place])
          results[place] = found
          return found
        }
      }
    }
  }

  /// Merges the tables of lists into one.
  struct Union {
    /// The values of all lists so far, each once.
    private(set) var elements: [Element] = []
    private var places: [Element: Int] = [:]
    private var results = Results<Int>()

    /// The indices of the values of a list in the merged table.
    mutating func indices(of list: SharedList) -> [Int] {
      // The first table has most of the values of all lists.
      if elements.isEmpty, let table = list.table { places.reserveCapacity(table.elements.count) }
      var results = Results<Int>()
      swap(&results, &self.results)
      defer { self.results = results }
      return results.all(of: list) { element in
        if let place = places[element] { return place }
        places[element] = elements.count
        elements.append(element)
        return elements.count - 1
      }
    }
  }
}
