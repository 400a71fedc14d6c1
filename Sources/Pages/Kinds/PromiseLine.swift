internal import GFM
internal import Scoring

/// A promise in one line: the verdict on the whole if it has several numbers, then each number that an outcome judges.
struct PromiseLine {
  let context: PageContext
  let promise: Promise

  /// The promises with a verdict that rests on an outcome.
  static func isJudged(_ promise: Promise) -> Bool {
    promise.verdict.restsOnOutcome
  }

  var text: Markdown {
    let lines = promise.parts.filter(\.isJudged).map { JudgedLine(context: context, attainment: $0).text }
    guard promise.parts.count > 1 else { return lines.joined() }
    let rest = promise.parts.count - lines.count
    let whole = context.filled(
      rest == 0 ? "attainment.promise_of_judged_parts" : "attainment.promise_of_parts",
      [
        "verdict": context.verdict(of: promise),
        "numbers": .text(context.whole(promise.parts.count)), "rest": .text(context.whole(rest)),
      ])
    return ([whole] + lines).joined(separator: " ")
  }
}
