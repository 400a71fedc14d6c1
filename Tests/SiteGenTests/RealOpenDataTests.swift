import Foundation
import Scoring
import Testing

@testable import SiteGen

/// The open data of the site hold what the dataset holds.
struct RealOpenDataTests {
  private func csv(_ name: String) throws -> [[String]] {
    let bytes = try #require(try RealSite.output().files["data/\(name).csv"])
    return try CSVText.rows(String(decoding: bytes, as: UTF8.self))
  }

  private func json(_ name: String) throws -> [[String: Any]] {
    let bytes = try #require(try RealSite.output().files["data/\(name).json"])
    return try #require(try JSONSerialization.jsonObject(with: bytes) as? [[String: Any]])
  }

  @Test func rowCountsAreThoseOfTheDataset() throws {
    let data = try RealSite.dataset()
    let judgements = AttainmentJudge(data).all().map { $0.judgements.count }.reduce(0, +)
    let counts = [
      "targets": judgements, "outcomes": data.outcomes.count, "published": data.published.count,
      "scorecards": data.scorecardEntries.count, "sources": data.sources.count,
      "indicators": data.indicators.map { max(1, $0.denominators.count) }.reduce(0, +),
    ]
    let names = try RealSite.output().paths.filter { $0.hasPrefix("data/") }
    #expect(names == counts.keys.flatMap { ["data/\($0).csv", "data/\($0).json"] }.sorted())
    for (name, count) in counts {
      #expect(count > 0)
      #expect(try csv(name).count == count + 1, "\(name)")
      #expect(try json(name).count == count, "\(name)")
    }
    #expect(try Set(csv("targets").dropFirst().map { $0[0] }).count == data.targets.count)
  }

  @Test(arguments: ["targets", "outcomes", "published", "scorecards", "indicators", "sources"])
  func csvAndJSONSayTheSame(name: String) throws {
    let rows = try csv(name)
    let header = rows[0]
    #expect(Set(header).count == header.count)
    for (row, object) in zip(rows.dropFirst(), try json(name)) {
      #expect(row.count == header.count && Set(object.keys) == Set(header))
      for (column, cell) in zip(header, row) {
        switch object[column] {
        case let text as String: #expect(text == cell && !text.isEmpty, "\(name).\(column)")
        case let number as NSNumber:
          let isTruth = cell == "true" || cell == "false"
          #expect(isTruth ? number.boolValue == (cell == "true") : number.doubleValue == Double(cell))
        default: #expect(cell == "" && object[column] is NSNull, "\(name).\(column)")
        }
      }
    }
  }

  @Test func everyRowNamesItsDataLineAndItsSources() throws {
    let data = try RealSite.dataset()
    let lines = Dictionary(uniqueKeysWithValues: data.files.map { ($0.path, $0.lineCount) })
    let sources = Set(data.sources.map(\.id.rawValue))
    for name in ["targets", "outcomes", "published", "scorecards", "indicators", "sources"] {
      for row in try json(name) {
        let file = try #require(row["data_file"] as? String)
        let line = try #require((row["data_line"] as? NSNumber)?.intValue)
        #expect((1...(lines[file] ?? 0)).contains(line), "\(name): \(file):\(line)")
        guard let cited = row["sources"] as? String else {
          #expect(["indicators", "sources"].contains(name))
          continue
        }
        #expect(Set(cited.split(separator: " ").map(String.init)).isSubset(of: sources))
      }
    }
  }

  @Test func everyColumnIsDocumentedInBothLanguages() throws {
    for table in try RealSite.model().tables {
      for text in [table.meaning] + table.columns.map(\.meaning) {
        #expect(!text.vi.isEmpty && !text.en.isEmpty, "\(table.name)")
      }
      #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    }
  }
}
