import Foundation
import Scoring
import TestSupport
import Testing

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

  @Test func aFigureOfAPublishedIndexIsNoOutcome() throws {
    let dataset = try Self.site.get().dataset
    #expect(dataset.outcomes.allSatisfy { dataset.indicator($0.indicator)?.publishedAs == nil })
  }
}
