import Testing

@testable import Pages
@testable import SiteGen

/// Lists of values, with a table that they share and without.
struct ListedTests {
  private let table = Listed<String>.Table(["a", "b", "c", "d"])

  private var lists: [Listed<String>] {
    [
      Listed([1, 3], in: table), Listed(["b", "x"]), Listed([], in: table), Listed([3, 0, 1], in: table),
      Listed(Set<String>()), Listed(["a", "x", "y"]), Listed([0], in: Listed.Table(["y"])),
    ]
  }

  @Test func aListHoldsTheSameWithATableAsWithout() {
    #expect(Listed([1, 3], in: table).elements == ["b", "d"])
    #expect(Set(Listed(["b", "d"]).elements) == ["b", "d"])
    #expect(Listed([1], in: table).table === table)
    #expect(Listed(["b"]).table == nil)
  }

  @Test func answersAreThoseToEachValueAndAreAskedOnceOfATable() {
    var answers = Listed<String>.Answers<String>()
    var asked: [String] = []
    let lists = self.lists
    for list in lists + lists {
      let found = answers.all(of: list) { element in
        asked.append(element)
        return element + "!"
      }
      #expect(found == list.elements.map { $0 + "!" })
    }
    // Of the shared tables once each, of lists without one each time.
    #expect(asked.sorted() == ["a", "a", "a", "b", "b", "b", "d", "x", "x", "x", "x", "y", "y", "y"])
    var prepared = Listed<String>.Answers([table], { $0 + "?" })
    #expect(prepared.all(of: Listed([2, 0], in: table)) { _ in "not asked" } == ["c?", "a?"])
  }

  @Test func aUnionNamesEachValueByOnePlace() {
    var union = Listed<String>.Union()
    let lists = self.lists
    let places = lists.map { union.places(of: $0) }
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
