import Scoring
import TestSupport
import Testing
import Text

@Suite struct PromiseTests {
  private let goal = Goal.threshold(.atLeast, ExactDecimal(90))

  private func promises(_ targets: [Target], _ outcomes: [Outcome] = []) -> [Promise] {
    Promise.all(in: AttainmentJudge(Targets.dataset(targets: targets, outcomes: outcomes)).all())
  }

  private func path(_ dates: [String], year: Int = 2024) throws -> Target {
    let stages = try dates.map {
      Goal.GoalStage(by: try date($0), value: try number("50"), derivation: nil, line: .somewhere)
    }
    return try Targets.target(.staged(.atLeast, stages), id: "path", year: year)
  }

  @Test func theTargetsOfAGroupAreOnePromise() throws {
    let found = promises([
      try Targets.target(goal, id: "a", group: "g"), try Targets.target(goal, id: "b"),
      try Targets.target(goal, id: "c", group: "g"),
    ])
    #expect(found.map(\.id) == ["g", "b"] && found.partCount == 3)
    #expect(found.map { $0.parts.map(\.target.id) } == [["a", "c"], ["b"]])
    #expect(found.map(\.verdict) == [.noData, .noData])
    #expect(found.map(\.scope) == [.administrativeReform, .administrativeReform])
  }

  @Test func partsWithAndWithoutDataLeaveThePromiseOpen() throws {
    let targets = [
      try Targets.target(goal, id: "a", group: "g"),
      try Targets.target(goal, id: "b", level: .commune, group: "g"),
    ]
    #expect(promises(targets, [try Targets.outcome("95")]).map(\.verdict) == [.undetermined])
    #expect(promises(targets, [try Targets.outcome("85")]).map(\.verdict) == [.missed])
  }

  @Test func aStepIsNoPart() throws {
    let targets = [
      try Targets.target(goal, id: "a", group: "g"),
      try Targets.target(goal, id: "b", level: .commune, group: "g", stepOf: "a"),
    ]
    let found = promises(targets, [try Targets.outcome("95")])
    #expect(found.map(\.verdict) == [.met] && found.partCount == 1)
  }

  @Test func aPathOfMilestonesWithinAYearIsNotCounted() throws {
    #expect(try path(["2024-03", "2024-06", "2024-12"]).isMilestonePath)
    #expect(try path(["2024-06", "2024-12", "2025-01"]).isMilestonePath, "January closes the budget year")
    #expect(try !path(["2024-06", "2024-12"]).isMilestonePath)
    #expect(try !path(["2022", "2023", "2024"]).isMilestonePath)
    #expect(try !Targets.target(goal).isMilestonePath)
    #expect(promises([try path(["2024-03", "2024-06", "2024-12"])]).isEmpty)
  }

  @Test func aMissedPromiseIsProvisionalIfEveryMissedPartIs() throws {
    let targets = [
      try Targets.target(goal, id: "a", group: "g"),
      try Targets.target(goal, id: "b", level: .commune, group: "g"),
    ]
    func isProvisional(_ value: String, _ period: Outcome.Period) throws -> Bool? {
      let estimate = try Targets.outcome(value, line: 1, period: .estimate, asOf: "2024-12")
      let other = try Targets.outcome(value, line: 2, level: .commune, period: period, asOf: "2024-12")
      return promises(targets, [estimate, other]).first?.isProvisional
    }
    #expect(try isProvisional("85", .estimate) == true && isProvisional("85", .fullYear) == false)
    #expect(try isProvisional("95", .estimate) == true && isProvisional("95", .fullYear) == true)
    #expect(promises(targets).first?.isProvisional == false)
  }

  @Test func summariesCountPromises() throws {
    let found = promises(
      [try Targets.target(goal, id: "a", group: "g"), try Targets.target(goal, id: "b", group: "g")],
      [try Targets.outcome("95")])
    #expect(found.summary == AttainmentSummary([.met]))
  }

  /// Promises cover each counted target once, whatever the order of targets and outcomes, and the verdict on each is
  /// that of its parts.
  @Test func generatedPromisesAgreeWithTheirParts() throws {
    var random = Random(seed: 7)
    for _ in 0..<60 {
      let targets = try (0..<8).map { place in
        try Targets.target(
          .threshold(.atLeast, ExactDecimal(Int.random(in: 40...100, using: &random))),
          id: Identifier("t\(place)"),
          level: [.all, .commune, .province][Int.random(in: 0...2, using: &random)],
          year: Int.random(in: 2022...2027, using: &random),
          group: Bool.random(using: &random) ? "g\(place % 3)" : nil)
      }
      let outcomes = try (0..<10).map { line in
        try Targets.outcome(
          String(Int.random(in: 30...100, using: &random)), [.exact, .above, .below][line % 3],
          line: line + 1,
          level: [.all, .commune][line % 2], year: Int.random(in: 2022...2025, using: &random))
      }
      let found = promises(targets, outcomes)
      #expect(found.partCount == targets.count)
      for promise in found {
        #expect(promise.verdict == Verdict.whole(of: promise.parts.map(\.verdict)))
      }
      let shuffled = promises(targets.shuffled(using: &random), outcomes.shuffled(using: &random))
      #expect(
        Dictionary(uniqueKeysWithValues: shuffled.map { ($0.id, $0.verdict) })
          == Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0.verdict) }))
    }
  }

  /// One more outcome may settle a verdict or open a conflict, but a settled verdict never turns into no data.
  @Test func anotherOutcomeNeverMakesASettledVerdictNoData() throws {
    var random = Random(seed: 11)
    for _ in 0..<200 {
      let target = try Targets.target(goal, level: .all)
      func outcome(_ line: Int) throws -> Outcome {
        try Targets.outcome(
          String(Int.random(in: 60...100, using: &random)),
          Bound.allCases[Int.random(in: 0..<Bound.allCases.count, using: &random)], line: line,
          level: Bool.random(using: &random) ? .all : .commune,
          year: Int.random(in: 2023...2025, using: &random))
      }
      var outcomes = [try outcome(1)]
      var before = try Targets.judge(target, outcomes).verdict
      for line in 2...6 {
        outcomes.append(try outcome(line))
        let after = try Targets.judge(target, outcomes).verdict
        #expect(before == .noData || after != .noData)
        #expect(try Targets.judge(target, outcomes.reversed()).verdict == after)
        before = after
      }
    }
  }
}
