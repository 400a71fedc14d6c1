package import Files
internal import Parallel
internal import Scoring

/// The digests of what answers rest on, each computed when it is first wanted.
package final class AnswerDigests: Sendable {
  let inputs: SiteInputs
  /// What many answers rest on.
  let shared: SharedDigests
  private let known = Locked<[AskedQuestion: ContentDigest?]>([:])

  package init(_ inputs: SiteInputs) {
    self.inputs = inputs
    shared = SharedDigests(inputs.model)
  }

  /// The digest of what the answer rests on; nil when there is none, which is never the same as another.
  package func digest(of asked: AskedQuestion) -> ContentDigest? {
    if let digest = known.withLock({ $0[asked] }) { return digest }
    let digest = asked.declaration?.digest(of: asked, self)
    known.withLock { $0[asked] = .some(digest) }
    return digest
  }

  // MARK: What declarations name

  var model: SiteModel { inputs.model }
  var dataset: Dataset { inputs.dataset }

  /// The digest of a value.
  func digest(ofValue value: some Encodable) -> ContentDigest? { ValueDigester.digest(value) }

  /// The digest of an edition, which need not exist.
  func digest(of edition: Edition?) -> ContentDigest? {
    ContentDigest(combining: edition.map { [shared.editions[$0.id]] } ?? [])
  }

  /// The digest of an indicator, which need not exist.
  func digest(of indicator: Indicator?) -> ContentDigest? {
    ContentDigest(combining: indicator.map { [shared.indicators[$0.id]] } ?? [])
  }

  /// The digest of a plan, which need not exist.
  func digest(ofPlan plan: Identifier<Plan>) -> ContentDigest? {
    digest(of: AskedQuestion(Questions.all.plan, plan))
  }

  /// The digest of what the order of a year is computed from: its rows and its edition.
  func digest(ofRanksIn year: Int) -> ContentDigest? {
    ContentDigest(
      combining: [
        digest(of: AskedQuestion(Questions.all.scorecardsOfYear, year)),
        digest(of: dataset.edition(forYear: year)),
      ])
  }
}
