/// A question with its subject, as a page asked it.
package struct AskedQuestion: Hashable, Sendable {
  private let question: ObjectIdentifier
  /// An identifier, index or path; empty when the question has none.
  package let subject: String
  /// A year; 0 when the question has none.
  package let year: Int

  init<Subject, Answer>(_ question: Question<Subject, Answer>, _ subject: Subject) {
    self.question = ObjectIdentifier(question)
    self.subject = subject.name
    self.year = subject.year
  }

  /// The question declared under a name; nil when there is none.
  package init?(name: String, subject: String, year: Int) {
    guard let question = Questions.byName[name] else { return nil }
    self.question = ObjectIdentifier(question)
    self.subject = subject
    self.year = year
  }

  /// The question about the worked example.
  package static let example = AskedQuestion(Questions.all.example, NoSubject())

  /// The name of the question; empty when it is not declared among ``Questions``.
  package var name: String { Questions.declared[question]?.name ?? "" }

  /// The declaration; nil when the question is not declared among ``Questions``.
  var declaration: (any AnyQuestion)? { Questions.declared[question]?.question }
}
