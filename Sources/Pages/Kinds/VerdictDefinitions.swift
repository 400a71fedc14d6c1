internal import GFM
internal import Scoring

/// What the verdicts mean, where they are given: one sentence each, with the glossary of method behind the badge.
struct VerdictDefinitions {
  let context: PageContext
  /// The verdicts that the page gives.
  let verdicts: Set<Verdict>

  init(context: PageContext, promises: [Promise]) {
    self.context = context
    verdicts = Set(promises.map(\.verdict))
  }

  init(context: PageContext, record: PromiseRecord) {
    self.context = context
    verdicts = Set([record.verdict] + record.parts.map(\.verdict))
  }

  /// Adds them as a folded list; nothing where no verdict is given.
  func add(to body: inout MarkdownDocument, level: Int) {
    let items = Verdict.inOrderOfInterest.filter(verdicts.contains).map { verdict in
      context.verdict(verdict) + ": " + context.labelText("definition." + verdict.word)
    }
    guard !items.isEmpty else { return }
    body.details(level, context.labelText("definition.heading")) { $0.list(items) }
  }
}
