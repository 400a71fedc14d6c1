import Foundation
import ProvinceData
import Scoring
import Testing

/// The data of this repository: they load without errors, and counts and sums per place, year and kind are
/// held, so that no figure is lost or changed unnoticed.
@Suite struct RealDataTests {
  private static let isRecording = ProcessInfo.processInfo.environment["RECORD_FIXTURES"] == "1"
  private static let root = FixtureFolder.root.deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private func load() throws -> LoadResult {
    try DataLoader(folder: RealDataTests.root.appendingPathComponent("Data")).load()
  }

  @Test func thereAreNoErrors() throws {
    let result = try load()
    let errors = result.findings.filter { $0.severity == .error }.map(\.message.en)
    #expect(errors == [])
    #expect(result.dataset != nil)
  }

  @Test func loadingTwiceGivesTheSameOrder() throws {
    let (first, second) = (try load(), try load())
    #expect(first.findings == second.findings)
    let (one, two) = (try #require(first.dataset), try #require(second.dataset))
    #expect(one.targets.map(\.id) == two.targets.map(\.id))
    #expect(one.sources.map(\.id) == one.sources.map(\.id).sorted())
    #expect(one.outcomes.map(\.line) == one.outcomes.map(\.line).sorted())
    #expect(one.editions.map { $0.years.last ?? 0 } == one.editions.map { $0.years.last ?? 0 }.sorted(by: >))
    #expect(Set(one.sources.map(\.id)).count == one.sources.count)
  }

  @Test func countsAndSumsAreHeld() throws {
    let dataset = try #require(try load().dataset)
    let found = Ledger.text(of: dataset)
    let golden = FixtureFolder.root.appendingPathComponent("_real/ledger.txt")
    let expected = (try? String(contentsOf: golden, encoding: .utf8)) ?? ""
    if RealDataTests.isRecording, found != expected {
      try Data(found.utf8).write(to: golden)
      Issue.record("rewrote _real/ledger.txt: read the change, then run without RECORD_FIXTURES")
    } else {
      let changes = found.split(separator: "\n").difference(from: expected.split(separator: "\n"))
      #expect(changes.isEmpty, "RECORD_FIXTURES=1 rewrites _real/ledger.txt after a wanted change")
    }
  }
}
