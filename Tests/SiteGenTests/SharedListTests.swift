import Testing

@testable import Pages
@testable import SiteGen

/// Lists of values that share a table.
struct SharedListTests {
  private let table = SharedList<String>.Table(["a", "b", "c", "d"])

  private var lists: [SharedList<String>] {
    let other = SharedList<String>.Table(["y"])
    return [
      SharedList([1, 3], in: table), table.list(of: ["b", "x"]), SharedList([], in: table),
      SharedList([3, 0, 1], in: table), other.list(of: []), other.list(of: ["a", "x", "y"]),
      SharedList([0], in: other),
    ]
  }

  @Test func aListHasTheValuesThatItWasMadeOf() {
    #expect(SharedList([1, 3], in: table).elements == ["b", "d"])
    for values: Set<String> in [["b", "d"], ["b", "mục-lục", ""], [], ["z", "a"]] {
      #expect(Set(table.list(of: values).elements) == values)
      for value in ["a", "b", "c", "d", "mục-lục", "", "z", "never"] {
        #expect(table.list(of: values).contains(value) == values.contains(value))
      }
    }
    #expect(Set(table.elements) == ["a", "b", "c", "d", "mục-lục", "", "z"])
    #expect(table.elements.count == 7)
  }

  @Test func aTableTakesListsFromSeveralThreads() async {
    let lists = await withTaskGroup(of: (Set<String>, SharedList<String>).self) { group in
      for first in 0..<40 {
        group.addTask { [table] in
          let values = Set((first..<first + 20).map { "\($0)" })
          return (values, table.list(of: values))
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(lists.count == 40)
    for (values, list) in lists { #expect(Set(list.elements) == values) }
    #expect(table.elements.count == Set(table.elements).count)
  }

  @Test func resultsAreThoseOfEachValueAndAreComputedOnceForATable() {
    var results = SharedList<String>.Results<String>()
    var computed: [String] = []
    let lists = self.lists
    for list in lists + lists {
      let found = results.all(of: list) { element in
        computed.append(element)
        return element + "!"
      }
      #expect(found == list.elements.map { $0 + "!" })
    }
    // Once for each value of each of the two tables.
    #expect(computed.sorted() == ["a", "a", "b", "d", "x", "x", "y"])
    var prepared = SharedList<String>.Results([table], { $0 + "?" })
    #expect(prepared.all(of: SharedList([2, 0], in: table)) { _ in "not computed" } == ["c?", "a?"])
  }

  @Test func aTableThatGrewGivesResultsForItsNewValues() {
    var results = SharedList<String>.Results([table], { $0 + "?" })
    #expect(results.all(of: table.list(of: ["new"])) { $0 + "!" } == ["new!"])
  }

  @Test func aUnionNamesEachValueByOnePlace() {
    var union = SharedList<String>.Union()
    let lists = self.lists
    let places = lists.map { union.indices(of: $0) }
    for (list, places) in zip(lists, places) {
      #expect(places.map { union.elements[$0] } == list.elements)
    }
    #expect(union.elements.sorted() == ["a", "b", "d", "x", "y"])
  }
}
