internal import GFM
internal import Scoring
internal import Text

extension PageContext {
  /// The entities with a page: those that are compared in the order of the comparison, then the others.
  var entitiesWithPage: [Identifier<Entity>] {
    let compared = data.comparedProvinces
    return (compared + data.entityOrder.filter { !compared.contains($0) })
      .filter { data.mention($0)?.hasProfile == true }
  }

  /// What a list says of the promises of a place: first how many of those that are due have a published result, then
  /// the verdicts, without those that are none.
  func published(_ summary: AttainmentSummary) -> String {
    guard summary.total > 0 else { return label("listing.no_promises") }
    func parts(_ verdicts: [Verdict]) -> String {
      verdicts.filter { summary.count(of: $0) > 0 }.map {
        label("listing.verdict_" + $0.labelWord, ["count": whole(summary.count(of: $0))])
      }.joined(separator: ", ")
    }
    let due = [Verdict.met, .missed, .undetermined, .noData]
    let first =
      summary.measurable == 0
      ? label("listing.none_due")
      : label(
        "listing.published",
        [
          "published": whole(summary.measurable - summary.count(of: .noData)),
          "due": whole(summary.measurable), "parts": parts(due),
        ])
    let rest = parts(Verdict.allCases.filter { !due.contains($0) })
    return rest.isEmpty ? first : first + " " + label("listing.rest", ["parts": rest])
  }
}

extension Verdict {
  /// The word in the keys of labels.
  fileprivate var labelWord: String { rawValue.split(separator: "-").joined(separator: "_") }
}
