import Foundation
import Scoring
import TestSupport
import Testing
import Text

@testable import Pages

/// Tests of the live data check properties only, so that a correct submission needs no change of a test.
struct LiveDataTests {
  /// The site of the live data, built twice by the command.
  static let site = Result<FinishedSite, any Error> { try FinishedSite(building: Repository.liveData) }

  @Test(arguments: SiteProperty.all) func holds(property: SiteProperty) throws {
    #expect(try property.faults(Self.site.get()).sorted().prefix(20) == [])
  }

  @Test func theOrderOfWhatIsLoadedDoesNotDependOnTheFileSystem() throws {
    let dataset = try Self.site.get().dataset
    #expect(dataset.sources.map(\.id) == Set(dataset.sources.map(\.id)).sorted())
    #expect(dataset.entities.map(\.id) == Set(dataset.entities.map(\.id)).sorted())
    #expect(dataset.outcomes.map(\.line) == dataset.outcomes.map(\.line).sorted())
    #expect(dataset.published.map(\.line) == dataset.published.map(\.line).sorted())
    #expect(dataset.scorecardEntries.map(\.line) == dataset.scorecardEntries.map(\.line).sorted())
    let newest = dataset.editions.compactMap(\.years.last)
    #expect(newest == newest.sorted(by: >))
    let components = dataset.indicators.map { $0.component?.componentNumber ?? 9 }
    #expect(components == components.sorted())
  }

  @Test func everyProvinceHasOneTileWithANameThatFits() throws {
    let dataset = try Self.site.get().dataset
    #expect(!dataset.provinceMaps.isEmpty)
    for map in dataset.provinceMaps {
      let provinces = dataset.entities.filter(map.mayHold).map(\.id)
      #expect(map.tiles.map(\.entity).sorted() == provinces.sorted())
      #expect(Set(map.tiles.map { [$0.row, $0.column] }).count == map.tiles.count)
      let width = TileMapChart.width(ofTilesIn: map.tiles.map(\.column).max() ?? 1)
      for tile in map.tiles {
        guard let name = tile.label ?? dataset.entity(tile.entity)?.name else { continue }
        for language in Language.allCases {
          let lines = TileMapChart.lines(of: name[language], in: width)
          #expect(lines.joined(separator: " ") == name[language], "\(tile.entity)")
          #expect(lines.allSatisfy { TextMeasure.width($0, size: ChartMetrics.text) <= width })
        }
      }
    }
  }

  @Test func aFigureOfAPublishedIndexIsNoOutcome() throws {
    let dataset = try Self.site.get().dataset
    #expect(dataset.outcomes.allSatisfy { dataset.indicator($0.indicator)?.publishedAs == nil })
  }
}
