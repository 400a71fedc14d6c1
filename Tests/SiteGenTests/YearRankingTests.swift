import Foundation
import Robustness
import Scoring
import TestSupport
import Testing

@testable import Pages
@testable import SiteGen

/// The stability of ranks on the frozen data: where it is known, and what the pages say where it is not.
struct YearRankingTests {
  private func model() throws -> SiteModel { try FrozenSite.model() }

  private func text(_ file: String) throws -> String {
    String(decoding: try #require(try FrozenSite.output().files[file]), as: UTF8.self)
  }

  /// The section of a page on stability, from its heading to the next of the same level.
  private func section(_ file: String) throws -> String {
    let page = try text(file)
    let start = try #require(page.range(of: "{#firmness}")).upperBound
    let end = page[start...].range(of: "\n## ")?.lowerBound ?? page.endIndex
    return String(page[start..<end])
  }

  @Test func theYearsAndUnitsThatQualifyAreThese() throws {
    let found = try model().rankings.filter { $0.stability != nil }.map { ranking in
      "\(ranking.year) \(ranking.breakdown.kind.rawValue): "
        + ranking.breakdown.complete.map(\.entity.rawValue).joined(separator: ", ")
    }
    #expect(found == ["2022 blocks: khanh-hoa, ninh-thuan"])
  }

  @Test func whatIsMissingIsSaidOfEachUnit() throws {
    let found = try model().rankings.flatMap { ranking in
      ranking.breakdown.units.compactMap { unit in
        unit.obstacle.map {
          "\(ranking.year) \(unit.entity.rawValue) \(unit.knownCount)/\(unit.points.count) \($0.rawValue)"
        }
      }
    }
    #expect(found.contains("2023 hoa-binh 3/4 conflict"))
    #expect(found.contains("2023 bac-kan 0/8 basis"))
    #expect(found.contains("2022 nam-dinh 1/8 conflict"))
    let page = try section("par-index/2023/index.md")
    #expect(page.contains("Hòa Bình") && page.contains("Bắc Kạn"))
    #expect(!page.contains("!["), "nothing is drawn where nothing can be said")
  }

  @Test func everyIndexYearSaysItInBothLanguages() throws {
    for year in try model().indexYears {
      for prefix in ["", "en/"] {
        #expect(try section("\(prefix)par-index/\(year)/index.md").count > 200, "\(prefix)\(year)")
      }
    }
  }

  @Test func whereItCanBeSaidThePageSaysThatItIsNotTheNationalRank() throws {
    let vietnamese = try section("par-index/2022/index.md")
    #expect(vietnamese.contains("Đây là thứ tự trong riêng 2 địa phương này, không phải hạng toàn quốc."))
    #expect(vietnamese.contains("/charts/rank-2022-blocks.vi.svg"))
    #expect(vietnamese.contains("phân biệt được ở mức 90%"))
    let english = try section("en/par-index/2022/index.md")
    #expect(english.contains("not the national rank"))
    #expect(english.contains("Khánh Hòa and Ninh Thuận can be told apart at 90%"))
    let chart = try text("charts/rank-2022-blocks.en.svg")
    #expect(chart.contains("not the national rank"))
  }

  @Test func theComparePageSaysWhatIsMissingOfTheComparedProvinces() throws {
    let page = try section("so-sanh/index.md")
    #expect(page.contains("cho địa phương nào trong số được so sánh"))
    #expect(page.contains("/par-index/2022/#firmness") && !page.contains("!["))
  }

  /// The figures of the page equal those of an independent calculation: the score of each draw, unit by unit.
  @Test func thePairOf2022IsCountedRight() throws {
    let ranking = try #require(try model().rankings.first { $0.year == 2022 && $0.stability != nil })
    let stability = try #require(ranking.stability)
    let points = ranking.breakdown.complete.map { $0.points.compactMap { $0?.double } }
    let maxima = try #require(ranking.breakdown.maxima).map(\.double)
    var above = 0
    let simulation = RankSimulation(index: stability.index, settings: stability.settings)
    _ = try simulation.run { batch in
      for draw in batch.firstDraw..<batch.firstDraw + batch.count {
        let raw = batch.rawWeights(draw)
        let scores = points.map { points in
          points.indices.reduce(0) { $0 + raw[stability.index.components[$1]] * points[$1] / maxima[$1] }
        }
        if scores[0] > scores[1] { above += 1 }
      }
    }
    let pairs = try #require(stability.result.pairs)
    #expect(pairs.draws == 10_000)
    #expect(pairs.above[1] == above && above > 9_000)
  }
}
