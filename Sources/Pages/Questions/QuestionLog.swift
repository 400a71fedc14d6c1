internal import Parallel

/// The questions asked while a page is written.
package final class QuestionLog: Sendable {
  private let asked = Locked<Set<AskedQuestion>>([])

  package init() {}

  func note(_ question: AskedQuestion) { asked.withLock { _ = $0.insert(question) } }

  package var questions: Set<AskedQuestion> { asked.withLock { $0 } }
}
