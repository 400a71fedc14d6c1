internal import Scoring

/// How many promises or targets have each verdict, and how many of these are provisional.
struct AttainmentCounts: Hashable {
  let summary: AttainmentSummary
  private(set) var provisional: [Verdict: Int] = [:]

  init(_ summary: AttainmentSummary, provisional: [Verdict: Int] = [:]) {
    (self.summary, self.provisional) = (summary, provisional)
  }

  init(_ promises: [Promise]) {
    summary = promises.summary
    for promise in promises where promise.isProvisional { provisional[promise.verdict, default: 0] += 1 }
  }

  init(_ attainments: [Attainment]) {
    summary = AttainmentSummary(attainments.map(\.verdict))
    for attainment in attainments where attainment.isProvisional {
      provisional[attainment.verdict, default: 0] += 1
    }
  }
}
