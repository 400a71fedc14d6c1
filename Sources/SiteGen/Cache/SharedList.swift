/// Values named by their places in a table. Many lists can share one: thousands of pages have most of their links and
/// questions in common, and each is looked at and written once.
struct SharedList<Element: Hashable & Sendable>: Sendable {
  /// The values, each once.
  final class Table: Sendable {
    let elements: [Element]

    init(_ elements: [Element]) { self.elements = elements }
  }

  private enum Content: Sendable {
    case own([Element])
    case shared(Table, [Int])
  }

  private let content: Content

  /// A list of its own.
  init(_ elements: Set<Element>) { content = .own(Array(elements)) }

  /// - Parameter places: each a place of the table.
  init(_ places: [Int], in table: Table) { content = .shared(table, places) }

  /// The values, in no order.
  var elements: [Element] {
    switch content {
    case .own(let elements): elements
    case .shared(let table, let places): places.map { table.elements[$0] }
    }
  }

  /// The table; nil when it has none.
  var table: Table? { if case .shared(let table, _) = content { table } else { nil } }

  /// What a function gives for values, called once for each place of a table.
  struct Results<Result: Sendable>: Sendable {
    /// The tables are held, so that no other can come to stand where one of them stood.
    private var byTable: [ObjectIdentifier: (table: Table, results: [Result?])] = [:]

    init() {}

    /// Calls it for all values of some tables.
    init(_ tables: some Sequence<Table>, _ result: (Element) -> Result) {
      for table in tables { byTable[ObjectIdentifier(table)] = (table, table.elements.map(result)) }
    }

    /// The result for each value of a list, in its order.
    mutating func all(of list: SharedList, _ result: (Element) -> Result) -> [Result] {
      switch list.content {
      case .own(let elements): return elements.map(result)
      case .shared(let table, let places):
        let id = ObjectIdentifier(table)
        // Taken out while it is changed, as it would else be copied.
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

  /// Brings lists to one table.
  struct Union {
    /// The values of all lists so far, each once.
    private(set) var elements: [Element] = []
    private var places: [Element: Int] = [:]
    private var results = Results<Int>()

    /// The places of the values of a list among all.
    mutating func places(of list: SharedList) -> [Int] {
      // The first table has most of what all lists have.
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
