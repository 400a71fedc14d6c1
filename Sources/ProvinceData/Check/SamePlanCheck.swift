internal import Scoring
internal import Text

/// Finds plans that stand in the data twice under different identifiers, and plans from the future.
struct SamePlanCheck {
  private struct Document: Hashable {
    let entity: Identifier<Entity>
    let first, last: Int
    let name: String
  }

  let catalogue: Catalogue
  let log: FindingLog

  func check(_ plans: [Plan]) {
    var seen: [Document: Plan] = [:]
    for plan in plans {
      checkDate(plan)
      let names = [Slug.make(plan.title.vi)] + (plan.number.map { ["#" + $0] } ?? [])
      for name in names {
        let document = Document(entity: plan.entity, first: plan.firstYear, last: plan.lastYear, name: name)
        guard let other = seen[document], other.id != plan.id else {
          seen[document] = plan
          continue
        }
        let rule = Rule.plausibleSamePlan(other: other.id.rawValue, line: other.line)
        log.report(rule, in: plan.line.file, at: .start)
        break
      }
    }
  }

  private func checkDate(_ plan: Plan) {
    guard let date = plan.date, let asOf = catalogue.asOf, date.firstDay > asOf else { return }
    log.report(
      .plausiblePlanDate(date: date.description, asOf: asOf.description), in: plan.line.file, at: .start)
  }
}
