extension Target {
  /// The year that a stage measures: the year of its date, or the target's year if the date is in the January after it,
  /// when the budget year closes. Without a stage it is the target's year.
  package func measuredYear(of stage: Goal.GoalStage?) -> Int {
    guard let stage else { return year }
    let closesBudgetYear = stage.by.month == 1 && stage.by.year - 1 == year
    return closesBudgetYear ? year : stage.by.year
  }

  /// Whether it is a path of milestones: more than two stages that all measure one year.
  package var isMilestonePath: Bool {
    guard case .staged(_, let stages) = goal, stages.count > 2 else { return false }
    return Set(stages.map(measuredYear(of:))).count == 1
  }
}
