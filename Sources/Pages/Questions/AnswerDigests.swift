package import Files
internal import Parallel
internal import Scoring

/// The digests of the data that answers depend on, each computed on first use.
package final class AnswerDigests: Sendable {
  let inputs: SiteInputs
  let shared: SharedDigests
  private let cache = Locked<[AskedQuestion: ContentDigest?]>([:])

  package init(_ inputs: SiteInputs) {
    self.inputs = inputs
    shared = SharedDigests(inputs.model)
  }

  /// The digest of the data that the answer depends on; nil when there is none, and then the page that asked is
  /// rendered in every build.
  package func digest(of asked: AskedQuestion) -> ContentDigest? {
    if let digest = cache.withLock({ $0[asked] }) { return digest }
    let digest = asked.declaration?.digest(of: asked, self)
    cache.withLock { $0[asked] = .some(digest) }
    return digest
  }

  // MARK: What declarations name

  var model: SiteModel { inputs.model }
  var dataset: Dataset { inputs.dataset }

  func digest(ofValue value: some Encodable) -> ContentDigest? { ValueDigester.digest(value) }

  /// The digest of an edition; that of no bytes when there is no edition.
  func digest(of edition: Edition?) -> ContentDigest? {
    ContentDigest(combining: edition.map { [shared.editions[$0.id]] } ?? [])
  }

  /// The digest of an indicator; that of no bytes when there is no indicator.
  func digest(of indicator: Indicator?) -> ContentDigest? {
    ContentDigest(combining: indicator.map { [shared.indicators[$0.id]] } ?? [])
  }

  /// The digest of a plan; that of nil when there is no plan.
  func digest(ofPlan plan: Identifier<Plan>) -> ContentDigest? {
    digest(of: AskedQuestion(Questions.all.plan, plan))
  }

  /// The digest of the anchors of a data file; that of nil when it has none.
  func digest(ofAnchorsIn path: String) -> ContentDigest? {
    digest(of: AskedQuestion(Questions.all.rowAnchors, path))
  }

  /// The digest of the scorecard rows and the edition of a year, from which its ranks are computed.
  func digest(ofRanksIn year: Int) -> ContentDigest? {
    ContentDigest(
      combining: [
        digest(of: AskedQuestion(Questions.all.scorecardsOfYear, year)),
        digest(of: dataset.edition(forYear: year)),
      ])
  }
}
