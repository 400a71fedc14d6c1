import Foundation
import TestSupport
import Testing

struct CompareCommandTests {
  @Test func jsonParsesAndSetsLikeBesideLike() throws {
    let result = try Command.run(
      ["compare", "hai-duong", "bac-kan", "--format", "json"] + Command.onFrozenData)
    #expect(result.code == 0)
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]])
    #expect(rows.count > 10)
    for row in rows {
      let provinces = try #require(row["provinces"] as? [[String: Any]])
      #expect(provinces.map { $0["province"] as? String } == ["hai-duong", "bac-kan"])
      for target in provinces.flatMap({ $0["targets"] as? [[String: Any]] ?? [] }) {
        #expect((target["explanation"] as? String)?.isEmpty == false)
        #expect((target["dataLine"] as? String)?.contains(":") == true)
      }
    }
  }

  @Test func theYearChoosesTheTargets() throws {
    func compare(_ more: String...) throws -> Command.Result {
      try Command.run(["compare", "hai-duong", "--lang", "en"] + more + Command.onFrozenData)
    }
    let all = try compare().output.split(separator: "\n")
    let some = try compare("--year", "2024").output.split(separator: "\n")
    #expect(some.count > 3 && some.count < all.count)
    let none = try compare("--year", "1999")
    #expect(none.code == 0 && none.errors.contains("No targets."))
  }

  @Test func markdownIsATable() throws {
    let lines = try Command.run(["compare", "--format", "md"] + Command.onFrozenData).output.split(
      separator: "\n")
    #expect(lines.count > 10 && lines.allSatisfy { $0.hasPrefix("|") })
    #expect(lines.first?.contains("Hải Dương") == true && lines.first?.contains("Bắc Kạn") == true)
  }
}
