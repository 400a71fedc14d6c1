import Scoring
import TestSupport
import Testing

@Suite struct EditionWeightsTests {
  private func weight(_ weights: EditionWeights, _ component: Int) throws -> EditionWeights.Estimate {
    try #require(weights[ScoreKey(.component(component))])
  }

  @Test func maximaOf2017SumToHundred() throws {
    let edition = try Editions.decision2948()
    #expect(edition.components.compactMap { $0.maximum?.value.value }.sum == ExactDecimal(100))
    #expect(EditionWeights(edition).system.contradictions.isEmpty)
  }

  @Test func maximaOf876AreAsSourcedWithTheirStatus() throws {
    let weights = EditionWeights(try Editions.decision876())
    let expected: [(String, Confidence)] = [
      ("9.5", .confirmed), ("10", .confirmed), ("13", .confirmed), ("10.5", .confirmed), ("15", .derived),
      ("12", .derived), ("13.5", .single), ("16.5", .confirmed),
    ]
    for (offset, (maximum, status)) in expected.enumerated() {
      let estimate = try weight(weights, offset + 1)
      #expect(try estimate.value == number(maximum))
      #expect(estimate.stated?.status == status && !estimate.isInferred)
    }
    #expect(try expected.map { try number($0.0) }.sum == ExactDecimal(100))
    #expect(weights.system.contradictions.isEmpty)
  }

  @Test func blocksOf876SumToHundredAndImpactIsTheirSum() throws {
    let edition = try Editions.decision876()
    #expect(edition.blocks.compactMap { $0.maximum?.value.value }.sum == ExactDecimal(100))
    let impact = try #require(
      EditionWeights(edition, omitting: [.block("impact")])[ScoreKey(.block("impact"))])
    #expect(try impact.value == number("38.5") && impact.isInferred)
  }

  /// Each of LV1 to LV7 follows from the sum when it alone is omitted, LV8 from its blocks.
  @Test(arguments: 1...8) func eachMaximumFollowsFromTheOthers(_ component: Int) throws {
    let edition = try Editions.decision876()
    let stated = try #require(weight(EditionWeights(edition), component).value)
    let inferred = try weight(EditionWeights(edition, omitting: [.component(component)]), component)
    #expect(inferred.isInferred && inferred.value == stated)
  }

  @Test func lv6FollowsAsExactlyTwelve() throws {
    let weights = EditionWeights(try Editions.decision876(), omitting: [.component(6)])
    #expect(try weight(weights, 6).interval == interval("12", "12"))
    let step = try #require(weights.system.steps.first { $0.name == ScoreKey(.component(6)) })
    #expect(step.constraint.total == ScoreKey(.total))
  }

  @Test func twoUnknownMaximaAreIntervalsUpToTheirSum() throws {
    let weights = EditionWeights(try Editions.decision876(), omitting: [.component(6), .component(7)])
    for component in [6, 7] {
      let estimate = try weight(weights, component)
      #expect(try estimate.interval == interval("0", "25.5"))
      #expect(estimate.value == nil && !estimate.isInferred)
    }
  }

  @Test func theSetOf2024LeavesThreeUnknown() throws {
    let weights = EditionWeights(try Editions.set2024())
    for component in [2, 6, 7] {
      #expect(try weight(weights, component).interval == interval("0", "35.5"))
    }
    #expect(try weight(weights, 8).value == number("16.5"))
  }

  @Test func appraisalMaximaAreBoundedByTheWholeAndTogether() throws {
    let weights = EditionWeights(try Editions.decision876())
    // The five share 39; none can exceed the maximum of the whole component.
    for (component, whole) in [(2, "10"), (4, "10.5"), (5, "15"), (6, "12"), (7, "13.5")] {
      let estimate = try #require(weights[ScoreKey(.component(component), isAppraisalOnly: true)])
      #expect(try estimate.interval == interval("0", whole))
    }
    #expect(try weights[ScoreKey(.component(3), isAppraisalOnly: true)]?.value == number("13"))
  }

  @Test func anEditionWithoutTotalOrComponentsTellsNothing() throws {
    let weights = EditionWeights(try Editions.edition(total: nil, components: []))
    #expect(weights.estimates.isEmpty && weights[ScoreKey(.total)] == nil)
  }

  @Test func aListThatIsNotCompleteIsNotSummed() throws {
    let edition = try Editions.edition(
      components: try Editions.components(["10", "20"]), componentCount: 8)
    let weights = EditionWeights(edition)
    #expect(weights.system.contradictions.isEmpty)
    #expect(try weight(weights, 1).value == number("10"))
  }

  @Test func whatTheAppraisalSumsIsKnownOnlyWithTheComponentsMadeOfBlocks() throws {
    let edition = try Editions.edition(
      components: Editions.components(["50", "50"]), componentCount: 2,
      blocks: [Editions.block("appraisal", "60.5"), Editions.block("impact", "39.5")])
    #expect(EditionWeights(edition)[ScoreKey(.component(1), isAppraisalOnly: true)] == nil)
    let known = EditionWeights(try Editions.decision876())
    #expect(known[ScoreKey(.component(1), isAppraisalOnly: true)] != nil)
    #expect(known[ScoreKey(.component(8), isAppraisalOnly: true)] == nil)
  }

  @Test func maximaThatDoNotSumAreAContradiction() throws {
    let edition = try Editions.edition(
      components: try Editions.components(["50", "49"]), componentCount: 2)
    let found = try #require(EditionWeights(edition).system.contradictions.first)
    #expect(try found.gap == number("1"))
  }

  @Test func unevenTreesAreInferredBelowTheComponents() throws {
    let tree = try Editions.node(
      "LV1", nil,
      children: [
        Editions.node("LV1.1", "4"),
        Editions.node(
          "LV1.2", nil,
          children: [
            Editions.node("LV1.2.1", "2"), Editions.node("LV1.2.2", "4"),
          ]),
      ])
    let edition = try Editions.edition(
      components: [tree, Editions.node("LV2", nil)], componentCount: 2)
    let weights = EditionWeights(edition)
    #expect(try weights[ScoreKey(.part([1, 2]))]?.value == number("6"))
    #expect(try weight(weights, 1).value == number("10") && weight(weights, 2).value == number("90"))
    #expect(edition.nodes.map(\.code.description) == ["LV1", "LV1.1", "LV1.2", "LV1.2.1", "LV1.2.2", "LV2"])
  }
}
