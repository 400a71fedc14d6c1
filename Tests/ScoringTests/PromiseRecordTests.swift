import Scoring
import TestSupport
import Testing

/// Every target has one page on which it is told.
@Suite struct PromiseRecordTests {
  private let goal = Goal.threshold(.atLeast, ExactDecimal(90))

  private func records(_ targets: [Target], _ outcomes: [Outcome] = []) -> [PromiseRecord] {
    PromiseRecord.all(in: AttainmentJudge(Targets.dataset(targets: targets, outcomes: outcomes)).all())
  }

  @Test func partsStandTogetherAndStepsStandWithTheirGoal() throws {
    let found = records([
      try Targets.target(goal, id: "s", stepOf: "c"), try Targets.target(goal, id: "a", group: "g"),
      try Targets.target(goal, id: "b"), try Targets.target(goal, id: "c", group: "g"),
      try Targets.target(goal, id: "t", stepOf: "s"),
    ])
    #expect(found.map(\.id) == ["g", "b"])
    #expect(found.map { $0.parts.map(\.target.id) } == [["a", "c"], ["b"]])
    #expect(found.map { $0.steps.map(\.target.id) } == [["s", "t"], []])
  }

  @Test func theVerdictIsThatOfThePromise() throws {
    let targets = [
      try Targets.target(goal, id: "a", group: "g"),
      try Targets.target(goal, id: "b", level: .commune, group: "g"),
      try Targets.target(goal, id: "s", stepOf: "a"),
    ]
    for value in ["95", "85"] {
      let found = records(targets, [try Targets.outcome(value)])
      #expect(found.count == 1 && found.first?.promise?.verdict == found.first?.verdict)
      #expect(found.first?.verdict == (value == "95" ? .undetermined : .missed))
    }
  }

  @Test func aPathOfMilestonesHasARecordAndIsNoPromise() throws {
    let stages = try ["2024-03", "2024-06", "2024-12"].map {
      Goal.GoalStage(by: try date($0), value: try number("50"), derivation: nil, line: .somewhere)
    }
    let found = records([try Targets.target(.staged(.atLeast, stages), id: "path")])
    #expect(found.map(\.id) == ["path"] && found.first?.promise == nil && found.first?.verdict == .noData)
  }

  /// The validator reports such data; a page still comes out.
  @Test func aStepWithoutItsGoalAndACircleStandForThemselves() throws {
    let alone = records([try Targets.target(goal, id: "s", stepOf: "gone")])
    #expect(alone.map(\.id) == ["s"] && alone.first?.parts.count == 1)
    let circle = records([
      try Targets.target(goal, id: "a", stepOf: "b"), try Targets.target(goal, id: "b", stepOf: "a"),
    ])
    #expect(circle.flatMap(\.attainments).map(\.target.id).sorted() == ["a", "b"])
  }
}
