internal import Parallel

/// The questions that were asked while a page was written.
package final class QuestionLog: Sendable {
  private let asked = Locked<Set<AskedQuestion>>([])

  package init() {}

  func note(_ question: AskedQuestion) { asked.withLock { _ = $0.insert(question) } }

  /// All of them, in no order.
  package var questions: Set<AskedQuestion> { asked.withLock { $0 } }
}
