internal import Files

/// Something that pages can ask of the data, declared once, in ``Questions``: what the answer is and what it rests on.
/// Its name is that of the property that holds it.
///
/// A page that asked it need not be made again as long as the digest of what the answer rests on is the same. So this
/// digest has to change whenever the answer does; it may change more often.
final class Question<Subject: QuestionSubject, Answer: Sendable>: Sendable {
  let answer: @Sendable (SiteInputs, Subject) -> Answer
  private let basis: @Sendable (AnswerDigests, Subject) -> ContentDigest?

  /// - Parameters:
  ///   - answer: the answer for a subject.
  ///   - basis: the digest of what the answer rests on, for answers that take long to compute or that share what they
  ///     rest on with others; nil where no digest can tell, and then a page that asks is made in each build.
  init(
    _ answer: @escaping @Sendable (SiteInputs, Subject) -> Answer,
    restsOn basis: @escaping @Sendable (AnswerDigests, Subject) -> ContentDigest?
  ) {
    self.answer = answer
    self.basis = basis
  }

  /// A question whose answer rests on nothing but itself. Sets and dictionaries have no order, so an answer with one
  /// has to say what it rests on.
  convenience init(_ answer: @escaping @Sendable (SiteInputs, Subject) -> Answer) where Answer: Encodable {
    self.init(answer) { digests, subject in ValueDigester.digest(answer(digests.inputs, subject)) }
  }
}

extension Question where Subject == NoSubject {
  convenience init(_ answer: @escaping @Sendable (SiteInputs) -> Answer) where Answer: Encodable {
    self.init { inputs, _ in answer(inputs) }
  }

  convenience init(
    _ answer: @escaping @Sendable (SiteInputs) -> Answer,
    restsOn basis: @escaping @Sendable (AnswerDigests) -> ContentDigest?
  ) {
    self.init { inputs, _ in
      answer(inputs)
    } restsOn: { digests, _ in
      basis(digests)
    }
  }
}

/// A question whatever its subject and answer, for the digests of questions that are known by name only.
protocol AnyQuestion: AnyObject, Sendable {
  /// The digest of what the answer rests on.
  func digest(of asked: AskedQuestion, _ digests: AnswerDigests) -> ContentDigest?
}

extension Question: AnyQuestion {
  func digest(of asked: AskedQuestion, _ digests: AnswerDigests) -> ContentDigest? {
    basis(digests, Subject(name: asked.subject, year: asked.year))
  }
}
