import Foundation
import Robustness
import Scoring
import TestSupport
import Testing
import Text

@testable import Pages
@testable import SiteGen

/// The figures of the worked example are those of the engine, and the example is marked as made up wherever it is
/// shown.
struct ExampleTests {
  private static let marks: [Language: String] = [
    .vietnamese: "DỮ LIỆU GIẢ ĐỊNH", .english: "SYNTHETIC DATA",
  ]

  private func files() throws -> [String: String] {
    try FrozenSite.output().files.filter { !$0.key.hasPrefix("assets/") }
      .mapValues { String(decoding: $0, as: UTF8.self) }
  }

  private func language(_ file: String) -> Language {
    file.hasPrefix("en/") || file.contains(".en.") ? .english : .vietnamese
  }

  @Test func everyPageThatShowsAMadeUpUnitSaysSo() throws {
    let pages = try files().filter {
      $0.key.hasSuffix(".html") && !$0.key.hasPrefix("charts/") && $0.value.contains("SYN-")
    }
    let own = pages.filter { $0.key.contains("/internal-index/") || $0.key.hasPrefix("chi-so-noi-bo/") }
    #expect(pages.count - own.count == 2 * 7 && own.count == 2)
    for (file, page) in own {
      // There the example stands below the figures of the province.
      let mark = try #require(Self.marks[language(file)])
      let marked = try #require(page.range(of: mark)?.lowerBound, "\(file)")
      let unit = try #require(page.range(of: "SYN-")?.lowerBound, "\(file)")
      #expect(marked < unit, "\(file)")
    }
    for (file, page) in pages where own[file] == nil {
      let mark = try #require(Self.marks[language(file)])
      // The mark comes before the first made-up unit of each section: the quotation, the picture, the source.
      #expect(page.components(separatedBy: mark).count > 2, "\(file)")
      let table = try #require(page.range(of: "<table")?.lowerBound, "\(file)")
      let first = try #require(page.range(of: mark)?.lowerBound)
      #expect(first < table, "\(file)")
    }
  }

  @Test func everyChartOfTheExampleCarriesTheMarkInItsPicture() throws {
    let charts = try files().filter { $0.key.hasPrefix("charts/") && $0.key.hasSuffix(".svg") }
    let example = charts.filter { $0.key.hasPrefix("charts/example-") }
    #expect(example.count == 2 * 9)
    for (file, svg) in example {
      let mark = try #require(Self.marks[language(file)])
      let chart = PageScanner(svg)
      let texts = chart.tags.filter { $0.name == "text" }.map(\.text)
      #expect(texts.contains(mark), "\(file)")
      #expect(chart.tags.first { $0.name == "title" }?.text.hasSuffix(mark) == true)
      #expect(chart.tags.first { $0.name == "desc" }?.text.hasPrefix(mark) == true)
      #expect(texts.joined(separator: " ").contains("Examples/synthetic-63"))
    }
    // The mark is no less part of the page that shows the chart alone.
    for (file, page) in try files() where file.hasPrefix("charts/example-") && file.hasSuffix(".html") {
      #expect(page.contains("<p>" + (try #require(Self.marks[language(file)]))), "\(file)")
    }
    for (file, svg) in charts where example[file] == nil { #expect(!svg.contains("SYN-"), "\(file)") }
  }

  @Test func theExampleIsNotAmongTheDataOfTheSite() throws {
    for (file, text) in try files() where file.hasPrefix("data/") {
      #expect(!text.contains("SYN-"), "\(file)")
    }
    let published = try files().keys.filter { $0.hasPrefix("examples/") }.sorted()
    #expect(
      published
        == ["README.md", "framework.csv", "output.en.txt", "output.vi.txt", "scores.csv"].map {
          "examples/internal-index/" + $0
        }
        + [
          "README.md", "framework-2.csv", "framework.csv", "scores-2.csv", "scores.csv",
          "standard-errors.csv",
        ].map {
          "examples/synthetic-63/" + $0
        })
    for file in published {
      let name = String(file.dropFirst("examples/".count))
      let source = Repository.root.appending(path: "Examples/" + name)
      #expect(try FrozenSite.output().files[file] == Data(contentsOf: source))
    }
  }

  @Test func theTableHoldsTheRanksOfTheEngine() throws {
    let page = try #require(try files()["en/method/rank-intervals/index.md"])
    let index = try FrozenSite.example().example.index
    let ranks = index.ranks
    for (unit, rank) in zip(index.units, ranks) {
      #expect(page.contains("| \(try #require(rank)) | \(unit) |"), "\(unit)")
    }
    // SYN-31 and SYN-32 are alike at every leaf, SYN-20 and SYN-45 have equal totals from different points: both are
    // ties.
    func rank(_ unit: String) -> Int? { index.units.firstIndex(of: unit).flatMap { ranks[$0] } }
    #expect(rank("SYN-31") == rank("SYN-32") && rank("SYN-20") == rank("SYN-45"))
  }

  @Test func thePagesGiveTheSettingsOfTheirFigures() throws {
    let settings = try FrozenSite.example().stability.settings
    #expect(settings.prior == .uniform(0.25) && settings.levels == .components && settings.seed == 1)
    #expect(settings.draws == .fixed(10_000))
    let pages = try files().filter { $0.key.hasSuffix("rank-intervals/index.md") }
    for page in pages.values {
      #expect(page.contains("--perturb uniform:0.25 --levels components --draws 10000 --seed 1"))
    }
    let shares = try #require(try files()["en/method/weights-and-measurement/index.md"])
    #expect(shares.contains("--draws \(ExampleResults.shareDraws) --seed 1"))
  }

  @Test func thePartsOfAGapAndOfAChangeSumToIt() throws {
    let results = try FrozenSite.example()
    let order = results.stability.order
    let index = results.example.index
    let scores = index.scores()
    let gap = try #require(ScoreDifference(between: order[0], and: order[1], in: index))
    let expected = try #require(scores[order[0]]) - #require(scores[order[1]])
    #expect(abs(gap.difference - expected) < 1e-9)
    let page = try #require(try files()["en/method/contributions/index.md"])
    #expect(page.contains("| **" + "Sum" + "** | **+"))
    let names = order.prefix(2).map { index.units[$0] }.joined(separator: ":")
    #expect(page.contains("--explain \(names)"), "the command is about the units of the figure")
    for part in gap.parts { #expect(page.contains("| \(try #require(part.name).en) |")) }
  }

  @Test func theRangesHoldTheDrawnRanks() throws {
    let results = try FrozenSite.example()
    #expect(results.ranges.count == results.stability.order.count)
    for range in results.ranges {
      let counts = results.stability.result.units[range.unit].ranks.counts
      let drawn = counts.indices.filter { counts[$0] > 0 }.map { $0 + 1 }
      #expect(try range.best.lowerBound <= #require(drawn.first))
      #expect(try range.worst.upperBound >= #require(drawn.last))
    }
  }

  @Test func everyAnalysisIsReachedFromTheMethodPage() throws {
    for language in Language.allCases {
      func text(_ route: Route) throws -> String {
        try #require(try files()[route.file(in: language).dropLast(4) + "md"])
      }
      #expect(try text(.method).contains(Route.analysis(.overview).path(in: language)))
      let overview = try text(.analysis(.overview))
      for analysis in Analysis.allCases where analysis != .overview {
        #expect(overview.contains("(" + Route.analysis(analysis).path(in: language) + ")"), "\(analysis)")
      }
    }
  }
}
