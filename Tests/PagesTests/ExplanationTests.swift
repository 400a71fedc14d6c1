import Pages
import Scoring
import TestSupport
import Testing
import Text

@Suite struct ExplanationTests {
  private func explanation(
    _ goal: Goal, _ outcomes: [Outcome], indicator: Indicator = Targets.indicator(), year: Int = 2024
  ) throws -> LocalizedText {
    let target = try Targets.target(goal, unit: indicator.unit, year: year)
    return try Targets.judge(target, outcomes, indicator: indicator).explanation
  }

  @Test func aMetTargetNamesGoalOutcomeDistanceAndSource() throws {
    let text = try explanation(.threshold(.atLeast, number("90.5")), [Targets.outcome("91.80")])
    #expect(
      text.vi
        == "Đạt: mục tiêu từ 90,5% trở lên; kết quả 91,80% (cả năm 2024; Báo), cao hơn mức đề ra 1,3 điểm phần trăm."
    )
    #expect(
      text.en
        == "Met: the goal is at least 90.5%; the outcome is 91.80% (full year 2024; Báo), 1.3 percentage points above the mark."
    )
  }

  @Test func boundsAndConflictsAreSaid() throws {
    let above = try explanation(.threshold(.atLeast, number("95")), [Targets.outcome("98", .above)])
    #expect(above.vi.contains("trên 98%") && above.vi.contains("giới hạn"))
    #expect(above.en.contains("over 98%") && above.en.contains("bound only"))
    let conflict = try explanation(
      .threshold(.atLeast, number("88.5")),
      [Targets.outcome("88.09", line: 1), Targets.outcome("88.90", line: 2)])
    #expect(conflict.vi.contains("88,09%") && conflict.vi.contains(" hoặc 88,90%"))
    #expect(conflict.en.contains("The sources disagree"))
    let about = try explanation(.threshold(.atLeast, number("55")), [Targets.outcome("55", .about)])
    #expect(about.vi.contains("±10%") && about.en.contains("convention"))
  }

  @Test func waysOfCountingAndEstimatesAreSaid() throws {
    let indicator = Targets.indicator(denominators: ["local", "council"])
    func text(_ denominator: String, _ outcomes: [Outcome]) throws -> LocalizedText {
      let target = try Targets.target(
        .threshold(.atLeast, ExactDecimal(95)), denominator: Identifier(denominator))
      return try Targets.judge(target, outcomes, indicator: indicator).explanation
    }
    let local = try Targets.outcome("96", line: 1, denominator: "local")
    let open = try text("unstated", [local])
    #expect(
      open.vi.contains(
        "xét mọi cách tính. Tìm thấy số theo cách: local. Chưa tìm thấy số theo cách: council;"))
    #expect(
      open.en.contains(
        "Figures found for: local. No figure was found for: council; counted that way, the verdict"))
    let nameless = try text("unstated", [try Targets.outcome("77", denominator: "unstated")])
    #expect(
      nameless.vi.hasSuffix(
        "Cả bản đọc được của kế hoạch lẫn nguồn của kết quả không nói tính trên mẫu số nào, nên chưa kết luận được."
      ))
    #expect(
      nameless.en.hasSuffix(
        "Neither the copy of the plan that was read nor the source of the result says what it counts over, so no verdict is possible."
      ))
    let council = try Targets.outcome("90", line: 2, denominator: "council")
    let counter = try text("local", [local, council])
    #expect(counter.vi.contains("Tính theo cách khác (council)") && counter.vi.hasSuffix("không đạt."))
    #expect(counter.en.contains("Counted in another way (council), the outcome is 90%"))
    let estimate = try Targets.outcome("96", denominator: "local", period: .estimate, asOf: "2024-12")
    let provisional = try text("local", [estimate])
    #expect(provisional.vi.contains("tạm tính") && provisional.en.contains("provisional"))
  }

  @Test func ranksAreAheadOrBehind() throws {
    let rank = Targets.indicator(unit: .rank, direction: .lower)
    let goal = Goal.threshold(.atMost, ExactDecimal(10))
    let ahead = try explanation(goal, [Targets.outcome("7")], indicator: rank)
    #expect(ahead.vi.contains("hơn mức đề ra 3 bậc") && ahead.en.contains("3 places ahead of the mark"))
    let behind = try explanation(goal, [Targets.outcome("11")], indicator: rank)
    #expect(behind.vi.contains("kém mức đề ra 1 bậc") && behind.en.contains("1 place behind the mark"))
    let even = try explanation(goal, [Targets.outcome("10")], indicator: rank)
    #expect(even.vi.contains("đúng mức đề ra") && even.en.contains("exactly at the mark"))
  }

  @Test func aBoundaryThatEndedBeforeTheDeadlineIsSaid() throws {
    let target = try Targets.target(.threshold(.atLeast, ExactDecimal(90)))
    func text(_ outcomes: [Outcome], until: String) throws -> LocalizedText {
      let data = Targets.dataset(
        targets: [target], outcomes: outcomes, entities: try Targets.merged(until: until))
      return try #require(AttainmentJudge(data).attainment(of: target)).explanation
    }
    let ended = try text([], until: "2024-06-30")
    #expect(
      ended.vi.hasSuffix(
        "Địa giới này chỉ tồn tại đến hết ngày 30/6/2024, trước hạn của chỉ tiêu, rồi nhập vào Mới; số liệu sau đó của Mới không tính cho địa giới cũ."
      ))
    #expect(
      ended.en.hasSuffix(
        "This boundary existed only until 30 June 2024, before the deadline, and became part of Mới; later figures of Mới do not answer for the old boundary."
      ))
    #expect(!(try text([], until: "2024-12-31").en.contains("boundary")))
    #expect(!(try text([Targets.outcome("95")], until: "2024-06-30").en.contains("boundary")))
  }

  @Test func whatIsMissingIsSaid() throws {
    let goal = Goal.threshold(.atLeast, ExactDecimal(90))
    let nothing = try explanation(goal, [])
    #expect(nothing.vi.hasPrefix("Chưa tìm thấy số liệu") && nothing.en.hasPrefix("No result found"))
    #expect(!nothing.en.contains("listed for reference"))
    let near = try explanation(goal, [Targets.outcome("95", level: .commune)])
    #expect(near.vi.contains("để tham khảo") && near.en.contains("listed for reference"))
    let relative = Goal.relative(.moreThan, baselineYear: 2023)
    let baseline = try Targets.outcome("80", line: 2, year: 2023)
    let now = try Targets.outcome("95")
    #expect(
      try explanation(relative, [now]).en.hasSuffix("(full year 2024; Báo), but no figure of the base year."))
    #expect(
      try explanation(relative, [baseline]).en.hasSuffix(
        "the figure of the base year was found: 80% (full year 2023; Báo)."))
    func settling(_ outcomes: [Outcome]) throws -> String? {
      AttainmentWording.settling(try Targets.judge(Targets.target(relative), outcomes))?.en
    }
    #expect(try settling([]) == "rate; all levels; full year 2024 and the base year 2023")
    #expect(try settling([now]) == "rate; all levels; the base year 2023")
    #expect(try settling([baseline]) == "rate; all levels; full year 2024")
    let pending = try explanation(goal, [], year: 2026)
    #expect(pending.vi.contains("31/12/2025") && pending.en.contains("31 December 2025"))
    let group = try explanation(.group(LocalizedText(vi: "nhóm khá", en: "good group"), first: nil), [])
    #expect(group.vi.contains("“nhóm khá”") && group.en.contains("“good group”"))
  }

  /// Every goal against every kind of report has both languages, and no decimal mark of the other one.
  @Test func everyExplanationExistsInBothLanguages() throws {
    let stage = Goal.GoalStage(
      by: try date("2024-06-30"), value: try number("45.5"), derivation: nil, line: .somewhere)
    let second = Goal.GoalStage(
      by: try date("2024"), value: try number("60"), derivation: nil, line: .somewhere)
    let group = LocalizedText(vi: "nhóm khá", en: "good group")
    var goals: [Goal] = [
      .range(try number("20.25"), try number("30.5")), .staged(.atLeast, [stage, second]),
      .group(group, first: nil), .group(group, first: 10), .qualitative,
    ]
    for comparator in [Goal.Comparator.atLeast, .moreThan, .atMost, .lessThan, .equal] {
      goals.append(.threshold(comparator, try number("30.5")))
      goals.append(.relative(comparator, baselineYear: 2023))
    }
    var count = 0
    for unit in MeasurementUnit.allCases {
      let indicator = Targets.indicator(unit: unit)
      for goal in goals {
        for bound in Bound.allCases {
          let outcomes = [
            try Targets.outcome("31.25", bound, line: 1),
            try Targets.outcome("28.75", line: 2, year: 2023),
            try Targets.outcome("28.75", line: 3, period: .asOf, asOf: "2024-06-30"),
          ]
          for reports in [[], [outcomes[0]], outcomes] {
            for year in [2024, 2027] {
              let text = try explanation(goal, reports, indicator: indicator, year: year)
              expectBothLanguages(text)
              let english = text.en.split(separator: "Báo").joined()
              #expect(!containsVietnameseLetters(english))
              #expect(text.vi.hasSuffix(".") && text.en.hasSuffix("."))
              count += 1
            }
          }
        }
      }
    }
    #expect(count == MeasurementUnit.allCases.count * 15 * 4 * 3 * 2)
  }

  @Test func goalsReadAsTheyAreJudged() throws {
    let strict = AttainmentWording.goal(.threshold(.moreThan, ExactDecimal(30)), unit: .percent)
    #expect(strict == LocalizedText(vi: "trên 30%", en: "more than 30%"))
    let least = AttainmentWording.goal(.threshold(.atLeast, ExactDecimal(30)), unit: .percent)
    #expect(least == LocalizedText(vi: "từ 30% trở lên", en: "at least 30%"))
    let rank = AttainmentWording.goal(.threshold(.atMost, ExactDecimal(10)), unit: .rank)
    #expect(rank == LocalizedText(vi: "trong 10 vị trí đầu", en: "among the first 10"))
    let relative = AttainmentWording.goal(.relative(.moreThan, baselineYear: 2023), unit: .percent)
    #expect(relative == LocalizedText(vi: "cao hơn năm 2023", en: "higher than in 2023"))
  }

  @Test func everyMismatchHasWords() throws {
    let reason = LocalizedText(vi: "khác mức độ", en: "another level")
    var mismatches: [Mismatch] = [
      .year(2023), .denominator, .denominatorUnstated, .replaced, .indicator("rate", reason: reason),
      .indicator("nowhere", reason: reason), .successor("new", name: LocalizedText(vi: "Mới", en: "New")),
    ]
    mismatches += AdministrativeLevel.allCases.map { .level($0) }
    for period in Outcome.Period.allCases {
      mismatches += [.period(period, nil), .period(period, try date("2024-06-30"))]
    }
    for mismatch in mismatches {
      expectBothLanguages(
        AttainmentWording.mismatch(mismatch) { $0 == "rate" ? Targets.indicator() : nil })
    }
  }

  @Test func everyPeriodAndVerdictHasWords() throws {
    for period in Outcome.Period.allCases {
      for asOf in [nil, "2024-06", "2024-06-30"] {
        expectBothLanguages(
          AttainmentWording.period(try Targets.outcome("1", period: period, asOf: asOf)))
      }
    }
    for verdict in Verdict.allCases { expectBothLanguages(verdict.name) }
  }

  @Test func theBaselineIsNamedAndSoIsItsLack() throws {
    let goal = Goal.relative(.moreThan, baselineYear: 2023)
    let now = try Targets.outcome("86", line: 1)
    let both = try explanation(goal, [now, Targets.outcome("85", line: 2, year: 2023)])
    #expect(both.vi.contains("mốc so sánh") && both.en.contains("baseline"))
    let alone = try explanation(goal, [now])
    #expect(alone.en.contains("no figure of the base year"))
    #expect(alone.vi.contains("năm làm mốc so sánh"))
  }

  @Test func stagesAreCounted() throws {
    func stage(_ by: String, _ value: String) throws -> Goal.GoalStage {
      Goal.GoalStage(by: try date(by), value: try number(value), derivation: nil, line: .somewhere)
    }
    let goal = Goal.staged(.atLeast, [try stage("2024-06-30", "40"), try stage("2024-12-31", "80")])
    let text = try explanation(goal, [Targets.outcome("85")])
    #expect(text.vi.contains("2 mốc: đạt 1, chưa tìm thấy số liệu 1"))
    #expect(text.en.contains("2 stages: met 1, no result found 1"))
  }

  @Test func aGoalOfRanksNamesThePlaces() throws {
    let rank = Targets.indicator(unit: .rank, direction: .lower)
    let text = try explanation(.threshold(.atMost, number("10")), [Targets.outcome("3")], indicator: rank)
    #expect(text.vi.contains("trong 10 vị trí đầu"))
  }
}
