import Foundation
import Scoring
import TestSupport
import Testing
import Text

@testable import Pages
@testable import SiteGen

/// What a page says is known of a year of an index.
struct YearStandingsTests {
  private static func context(_ language: Language = .vietnamese) throws -> PageContext {
    let source = SiteBuilder.Texts(of: Repository.site).source
    let inputs = SiteInputs(
      model: try FrozenSite.model(), example: try FrozenSite.example(), source: source)
    return PageContext(language: language, inputs: inputs, labels: source.labels(in: language))
  }

  private func figure(
    _ entity: String, _ value: String?, rank: Int?, of size: Int? = nil, confidence: Confidence = .single
  ) -> PublishedFigure {
    PublishedFigure(
      entity: Identifier(entity), year: 2023, index: "SIPAS", measure: .score, node: "", bound: .exact,
      value: value.flatMap { PrintedDecimal($0) }, unit: .percent, maximum: nil, rank: rank, listSize: size,
      readFromOrder: false, citations: [Citation(source: "vi-du-bao-a", locator: nil)], contradictedBy: [],
      confidence: confidence, note: nil, line: DataLine(file: "national/published.csv", line: 2))
  }

  private func standings(_ figures: [PublishedFigure], higherIsBetter: Bool = true) throws -> YearStandings {
    let context = try Self.context()
    return YearStandings(
      figures.map { YearFigure($0, context) }, year: 2023, higherIsBetter: higherIsBetter, context)
  }

  @Test func rowsAreInOrderOfRankWithTiesTogetherAndUnknownRanksLastByName() throws {
    let figures = [
      figure("ha-noi", nil, rank: 7), figure("bac-kan", "80", rank: nil), figure("hai-phong", "90", rank: 1),
      figure("quang-ninh", "85", rank: 2), figure("ha-nam", "85", rank: 2),
      figure("bac-giang", "81", rank: nil),
    ]
    let expected = ["hai-phong", "ha-nam", "quang-ninh", "ha-noi", "bac-giang", "bac-kan"]
    for shuffled in [figures, figures.reversed(), Array(figures.dropFirst(3) + figures.prefix(3))] {
      #expect(try standings(shuffled).known.map(\.entity.rawValue) == expected)
    }
  }

  @Test func aProvinceWithoutAFigureIsUnknownAndInOrderOfNames() throws {
    let found = try standings([figure("ha-noi", "90", rank: 1)])
    let map = try #require(found.map)
    #expect(Set(found.unknown).union(["ha-noi"]) == Set(map.tiles.map(\.entity)))
    let context = try Self.context()
    let names = found.unknown.map { VietnameseOrder(context.entityName($0)) }
    #expect(names == names.sorted() && !found.unknown.contains("ha-noi"))
  }

  @Test func theMapIsThatOfTheProvincesThatHaveFigures() throws {
    #expect(try standings([figure("hai-duong", "90", rank: 1)]).map?.until != nil)
    #expect(try standings([figure("hai-phong-2025", "90", rank: 1)]).map?.from != nil)
    #expect(try standings([]).map?.until != nil, "without figures, the map of the year")
  }

  @Test func ranksAreComputedOnlyWhenTheWholeListIsKnown() throws {
    let all = [
      figure("ha-noi", "90", rank: 1, of: 3), figure("ha-nam", "80", rank: 2, of: 3),
      figure("hai-phong", "80", rank: 2, of: 3),
    ]
    #expect(try standings(all).known.map(\.computedRank) == [1, 2, 2])
    #expect(try standings(all, higherIsBetter: false).known.map(\.computedRank) == [3, 1, 1])
    #expect(try standings(Array(all.dropLast())).known.allSatisfy { $0.computedRank == nil })
    let conflict = all.dropLast() + [figure("hai-phong", "80", rank: 2, of: 3, confidence: .conflict)]
    #expect(try standings(Array(conflict)).known.allSatisfy { $0.computedRank == nil })
  }

  @Test func conflictingValuesAreNoValue() throws {
    let two = try standings([figure("ha-noi", "90", rank: 1), figure("ha-noi", "91", rank: 1)])
    #expect(two.known.count == 1 && two.known.first?.value == nil && two.known.first?.hasValue == true)
    let same = try standings([figure("ha-noi", "90", rank: 1), figure("ha-noi", "90.0", rank: 1)])
    #expect(same.known.first?.value?.value == ExactDecimal(90))
  }

  private func isYearPage(_ file: String) -> Bool {
    file.wholeMatch(
      of: /(en\/)?(par-index|chi-so-cong-bo\/[a-z0-9]+|published-index\/[a-z0-9]+)\/\d{4}\/index\.md/)
      != nil
  }

  @Test func everyIndexWithFiguresByYearHasAPageForEachYear() throws {
    let files = Set(try FrozenSite.output().files.keys)
    let data = try FrozenSite.dataset()
    for index in data.indexes where index.province == nil && !index.isMonthly {
      for year in Set(data.published.filter { $0.index == index.id }.map(\.year)) {
        let isScored = index.id == data.scorecardIndex
        let slug = index.id.lowercased()
        let expected =
          isScored
          ? ["par-index/\(year)/index.md", "en/par-index/\(year)/index.md"]
          : ["chi-so-cong-bo/\(slug)/\(year)/index.md", "en/published-index/\(slug)/\(year)/index.md"]
        #expect(expected.allSatisfy(files.contains), "\(index.id) \(year)")
      }
    }
    #expect(files.contains { isYearPage($0) && $0.contains("sipas") })
  }

  /// Each row of the ranking of each page leads to a data line and a source, and the others to none.
  @Test func everyRowOfARankingIsAFigureWithItsSource() throws {
    let files = try FrozenSite.output().files
    var rows = 0
    for (file, bytes) in files where isYearPage(file) {
      let page = String(decoding: bytes, as: UTF8.self)
      let parts = page.components(separatedBy: "<!--:ranking-->")
      guard parts.count > 1 else { continue }
      let table = parts[1].components(separatedBy: "<!--:/ranking-->")[0]
      for row in table.split(separator: "\n").filter({ $0.hasPrefix("|") }).dropFirst(2) {
        rows += 1
        let leadsToData = row.contains("/du-lieu/tep/") || row.contains("/data/file/")
        #expect(leadsToData && row.contains("#source-"), "\(file): \(row)")
      }
    }
    #expect(rows > 5)
  }

  @Test func everyTileSaysWhatIsKnown() throws {
    let (files, data) = (try FrozenSite.output().files, try FrozenSite.dataset())
    let maps = files.filter { $0.key.hasPrefix("charts/map-") && $0.key.hasSuffix(".svg") }
    #expect(!maps.isEmpty)
    for (file, bytes) in maps {
      let svg = String(decoding: bytes, as: UTF8.self)
      let titles = svg.matches(of: /<g><title>([^<]*): ([^<]+)<\/title>/)
      #expect(data.provinceMaps.contains { $0.tiles.count == titles.count }, "\(file)")
      #expect(Set(titles.map(\.1)).count == titles.count, "\(file)")
      let unknown = file.hasSuffix(".en.svg") ? "nothing found" : "chưa tìm thấy số"
      let count = titles.count { $0.2 == unknown }
      #expect(svg.components(separatedBy: ">?</text>").count == count + 1, "\(file)")
    }
  }
}
