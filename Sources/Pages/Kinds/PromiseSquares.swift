internal import GFM
internal import Scoring

/// One square for each promise of a province, by what became of it, each a link; then the counts in a sentence.
struct PromiseSquares {
  let context: PageContext
  let promises: [Promise]

  func add(to body: inout MarkdownDocument) {
    guard !promises.isEmpty else { return }
    body.box(.squares) { $0.list(promises.inOrderOfInterest.map(square)) }
    let sentences = [context.findingWithKnownFirst(promises), context.uncheckedStages(promises)].compactMap {
      $0
    }
    body.paragraph(.text(sentences.joined(separator: " ")))
  }

  private func square(_ promise: Promise) -> Markdown {
    let state = PromiseState(promise)
    let statement = promise.leading.map { context.text($0.target.statement) } ?? promise.id.rawValue
    return .link(
      .text(state.label(context) + ": " + statement),
      to: Route.promise(promise.id).path(in: context.language), style: state.rawValue, identifier: nil)
  }
}
