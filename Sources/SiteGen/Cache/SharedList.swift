internal import Parallel

/// Values stored as indices into a table that lists can share. Thousands of pages have most of their links and
/// questions in common, and each of those is checked and encoded once.
struct SharedList<Element: Hashable & Sendable>: Sendable {
  /// The values that lists have in common. It grows while pages are made, from several threads.
  final class Table: Sendable {
    private struct State {
      var elements: [Element]
      /// The index of each value; made when it is first needed.
      var places: [Element: Int32] = [:]
    }

    private let state: Locked<State>

    init(_ elements: [Element] = []) { state = Locked(State(elements: elements)) }

    var elements: [Element] { state.withLock { $0.elements } }

    /// The index of a value; nil when no list has it.
    fileprivate func place(of value: Element) -> Int32? {
      state.withLock { state in
        Self.prepare(&state)
        return state.places[value]
      }
    }

    private static func prepare(_ state: inout State) {
      guard state.places.isEmpty else { return }
      for (place, element) in state.elements.enumerated() { state.places[element] = Int32(place) }
    }

    /// A list of these values, which it keeps for further lists.
    func list(of values: Set<Element>) -> SharedList {
      let places = state.withLock { state in
        Self.prepare(&state)
        return values.map { value in
          if let place = state.places[value] { return place }
          let place = Int32(state.elements.count)
          state.places[value] = place
          state.elements.append(value)
          return place
        }
      }
      return SharedList(places, in: self)
    }
  }

  let table: Table
  private let places: [Int32]

  /// - Parameter places: indices into the table.
  init(_ places: [Int32], in table: Table) {
    self.table = table
    self.places = places
  }

  func contains(_ value: Element) -> Bool { table.place(of: value).map(places.contains) ?? false }

  /// The values, in no particular order.
  var elements: [Element] {
    let elements = table.elements
    return places.map { elements[Int($0)] }
  }

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
      let id = ObjectIdentifier(list.table)
      let elements = list.table.elements
      // Removed while it is modified, because it would otherwise be copied.
      var results = byTable.removeValue(forKey: id)?.results ?? []
      if results.count < elements.count {
        results += Array(repeating: nil, count: elements.count - results.count)
      }
      defer { byTable[id] = (list.table, results) }
      return list.places.map { place in
        let place = Int(place)
        if let found = results[place] { return found }
        let found = result(elements[place])
        results[place] = found
        return found
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
      if elements.isEmpty { places.reserveCapacity(list.table.elements.count) }
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
