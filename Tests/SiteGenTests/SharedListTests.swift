import Testing

@testable import Pages
@testable import SiteGen

/// Lists of values with and without a shared table.
struct SharedListTests {
  private let table = SharedList<String>.Table(["a", "b", "c", "d"])

  private var lists: [SharedList<String>] {
    [
      SharedList([1, 3], in: table), SharedList(["b", "x"]), SharedList([], in: table),
      SharedList([3, 0, 1], in: table), SharedList(Set<String>()), SharedList(["a", "x", "y"]),
      SharedList([0], in: SharedList.Table(["y"])),
    ]
  }

  @Test func aListHoldsTheSameWithATableAsWithout() {
    #expect(SharedList([1, 3], in: table).elements == ["b", "d"])
    #expect(Set(SharedList(["b", "d"]).elements) == ["b", "d"])
    #expect(SharedList([1], in: table).table === table)
    #expect(SharedList(["b"]).table == nil)
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
    // Computed once for each value of a shared table, and each time for a list without one.
    #expect(computed.sorted() == ["a", "a", "a", "b", "b", "b", "d", "x", "x", "x", "x", "y", "y", "y"])
    var prepared = SharedList<String>.Results([table], { $0 + "?" })
    #expect(prepared.all(of: SharedList([2, 0], in: table)) { _ in "not computed" } == ["c?", "a?"])
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

  @Test func identifiersAreReadFromTheBytesThatWereWritten() {
    let ids: Set<String> = ["a", "mục-lục", ""]
    let written = PageIdentifiers(ids)
    let read = PageIdentifiers(bytes: ([0, 0] + Array(written.bytes) + [7])[2..<2 + written.bytes.count])
    for id in ids { #expect(written.contains(id) && read.contains(id)) }
    #expect(!read.contains("b"))
    #expect(read.bytes == written.bytes)
    #expect(!PageIdentifiers(bytes: [200, 1]).contains("a"))
  }
}
