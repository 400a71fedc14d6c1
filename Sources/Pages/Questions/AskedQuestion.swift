/// A question with its subject, as a page asked it.
package struct AskedQuestion: Hashable, Sendable {
  private let question: ObjectIdentifier
  /// An identifier, index or path; empty where there is none.
  package let subject: String
  /// A year; 0 where none is meant.
  package let year: Int

  init<Subject, Answer>(_ question: Question<Subject, Answer>, _ subject: Subject) {
    self.question = ObjectIdentifier(question)
    self.subject = subject.name
    self.year = subject.year
  }

  /// The question of a name; nil when none has it.
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

  /// The question as it is declared; nil when it is not declared among ``Questions``.
  var declaration: (any AnyQuestion)? { Questions.declared[question]?.question }
}
