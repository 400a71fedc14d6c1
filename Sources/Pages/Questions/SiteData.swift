internal import Scoring

/// The data and everything computed from them, as pages see them. Pages reach them only through ``Questions``, and each
/// question asked is logged.
///
/// A question about all data is a property, `data.plans`; one with a subject is called with it, `data.plan(id)`.
@dynamicMemberLookup
struct SiteData: Sendable {
  private let inputs: SiteInputs
  private let log: QuestionLog?

  init(_ inputs: SiteInputs) { self.init(inputs, log: nil) }

  private init(_ inputs: SiteInputs, log: QuestionLog?) {
    self.inputs = inputs
    self.log = log
  }

  /// The same data, with each question noted in a log.
  func noting(in log: QuestionLog) -> SiteData { SiteData(inputs, log: log) }

  // Inlined, these cost no more than a function for each question.

  @inline(__always)
  subscript<Answer>(dynamicMember question: KeyPath<Questions, Question<NoSubject, Answer>>) -> Answer {
    ask(Questions.all[keyPath: question], NoSubject())
  }

  @inline(__always)
  subscript<Subject, Answer>(
    dynamicMember question: KeyPath<Questions, Question<Subject, Answer>>
  ) -> QuestionCall<Subject, Answer> {
    QuestionCall(data: self, question: Questions.all[keyPath: question])
  }

  @inline(__always)
  private func ask<Subject, Answer>(_ question: Question<Subject, Answer>, _ subject: Subject) -> Answer {
    log?.note(AskedQuestion(question, subject))
    return question.answer(inputs, subject)
  }

  /// A question to be called with its subject.
  struct QuestionCall<Subject: QuestionSubject, Answer: Sendable> {
    fileprivate let data: SiteData
    fileprivate let question: Question<Subject, Answer>

    @inline(__always)
    func callAsFunction(_ subject: Subject) -> Answer { data.ask(question, subject) }
  }
}

extension SiteData.QuestionCall where Subject == SiteModel.ProvinceYear {
  func callAsFunction(of entity: Identifier<Entity>, year: Int) -> Answer {
    self(SiteModel.ProvinceYear(entity: entity, year: year))
  }
}

extension SiteData.QuestionCall where Subject == SiteModel.IndexYearKey {
  func callAsFunction(_ index: String, year: Int) -> Answer {
    self(SiteModel.IndexYearKey(index: index, year: year))
  }
}
