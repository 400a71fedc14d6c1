import Foundation
import ProvinceData
import Robustness
import Scoring
import TestSupport
import Testing

/// The synthetic examples match the descriptions in their README files.
struct ExampleTests {
  private static func read(_ framework: String, _ scores: String) throws -> ScoringInput {
    let folder = Repository.root.appending(path: "Examples")
    let input = ScoringInput.read(
      framework: folder.appending(path: framework), scores: folder.appending(path: scores))
    #expect(input.findings.isEmpty, "\(input.findings)")
    return input
  }

  private static func index(_ framework: String, _ scores: String) throws -> CompositeIndex {
    try #require(read(framework, scores).composite().index)
  }

  @Test(arguments: ["", "-2"])
  func thePointsAreATreeOfUnequalDepthThatSumsToTheWhole(year: String) throws {
    let input = try Self.read("synthetic-63/framework\(year).csv", "synthetic-63/scores\(year).csv")
    let framework = try #require(input.framework)
    #expect(framework.children(of: "SYN").count == 8)
    #expect(framework["SYN"]?.maximum == ExactDecimal("100"))
    #expect(framework.leaves.count == 88)
    #expect(framework.leaves.compactMap(\.maximum).sum == ExactDecimal("100"))
    let depths = Set(framework.leaves.map { $0.code.split(separator: ".").count })
    #expect(depths == [2, 3])
    let table = try #require(input.table)
    #expect(table.units.map(\.name) == (1...63).map { $0 < 10 ? "SYN-0\($0)" : "SYN-\($0)" })
  }

  @Test func equalTotalsAreEqualAlthoughTheirBinarySumsAreNot() throws {
    let index = try Self.index("synthetic-63/framework.csv", "synthetic-63/scores.csv")
    let unit = Dictionary(uniqueKeysWithValues: zip(index.units, index.units.indices))
    let pairs = [("SYN-20", "SYN-45"), ("SYN-31", "SYN-32")]
    let scores = index.scores()
    for (one, other) in pairs {
      let (first, second) = try (#require(unit[one]), #require(unit[other]))
      #expect(index.ranks[first] != nil && index.ranks[first] == index.ranks[second])
      let isAlike = index.values.allSatisfy { $0[first] == $0[second] }
      #expect(isAlike == (one == "SYN-31"))
      #expect((scores[first] == scores[second]) == isAlike)
    }
  }

  @Test func cellsAreMissingWhereTheDescriptionSaysSo() throws {
    let index = try Self.index("synthetic-63/framework.csv", "synthetic-63/scores.csv")
    let incomplete = index.units.indices.filter { index.coverage[$0] < 1 }.map { index.units[$0] }
    #expect(incomplete == [7, 12, 18, 26, 39, 54, 63].map { $0 < 10 ? "SYN-0\($0)" : "SYN-\($0)" })
    let first = Set(["P1", "P2", "P3", "P4", "P5"])
    let last = try #require(index.units.firstIndex(of: "SYN-63"))
    for (column, leaf) in index.leaves.enumerated() {
      let component = String(index.nodes[leaf.node].code.prefix(2))
      #expect((index.values[column][last] != nil) == first.contains(component))
    }
    #expect(index.leaves.reduce(0) { $0 + $1.notApplicable.count } == 5)
  }

  @Test(arguments: ["weights.csv", "weights-z-score.csv", "weights-rank.csv"])
  func theIndicatorsAreScoredByEveryFrameworkOfWeights(framework: String) throws {
    let index = try Self.index("synthetic-63/\(framework)", "synthetic-63/indicators.csv")
    #expect(index.leaves.count == 20 && index.leftOut.isEmpty && index.unranked.isEmpty)
    #expect(index.ranks.allSatisfy { $0 != nil })
    let aggregations = Set(index.nodes.filter { $0.column == nil }.map(\.aggregation))
    #expect(aggregations == (framework == "weights.csv" ? Set(Aggregation.allCases) : [.arithmetic]))
  }

  @Test(arguments: ["vi", "en"]) func theExampleOfAProvincesOwnIndexShowsWhatTheCommandPrints(
    language: String
  ) throws {
    let folder = "Examples/internal-index/"
    let result = try Command.run([
      "score", "--framework", folder + "framework.csv", "--scores", folder + "scores.csv", "--lang", language,
    ])
    #expect(result.code == 0, "\(result.errors)")
    let golden = Golden(Repository.root.appending(path: folder + "output.\(language).txt"))
    let difference = golden.difference(from: result.output)
    #expect(difference == nil, "\(difference ?? "")")
    // The pages and the README name the same command.
    let strings = Repository.root.appending(path: "site/strings/\(language)/internal.yaml")
    let command = "score --framework \(folder)framework.csv --scores \(folder)scores.csv --lang \(language)"
    #expect(try String(contentsOf: strings, encoding: .utf8).contains("parindex " + command))
  }

  @Test func theSmallExampleIsAsWorkedOutByHand() throws {
    let index = try Self.index("small-3/framework.csv", "small-3/scores.csv")
    #expect(index.ranks == [1, 2, 3])
    for (score, expected) in zip(index.scores(), [67.0, 66, 62]) {
      #expect(abs((score ?? 0) - expected) < 1e-12)
    }
    // 10u > 9v for two numbers uniform on [0.75, 1.25].
    let draws = 20_000
    let result = RankSimulation(
      index: index, settings: .init(prior: .uniform(0.25), draws: .fixed(draws), countsPairs: true)
    ).run()
    let share = try #require(result.pairs?.share(of: 0, above: 1))
    #expect(abs(share - 11 / 16) < 4 * (11 / 16 * 5 / 16 / Double(draws)).squareRoot())
  }
}
