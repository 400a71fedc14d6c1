internal import Files

/// A question that pages can ask of the data: its answer and what the answer depends on. Each is declared once, in
/// ``Questions``, and has the name of the property that holds it.
///
/// A cached page is reused as long as the digests of all its answers are unchanged. So a digest must change whenever
/// the answer does; it may change more often.
final class Question<Subject: QuestionSubject, Answer: Sendable>: Sendable {
  let answer: @Sendable (SiteInputs, Subject) -> Answer
  private let dependencyDigest: @Sendable (AnswerDigests, Subject) -> ContentDigest?

  /// - Parameters:
  ///   - answer: the answer for a subject.
  ///   - dependencyDigest: the digest of the data that the answer depends on, for answers that take long to compute or
  ///     share dependencies; nil when there is none, and then a page that asks is rendered in every build.
  init(
    _ answer: @escaping @Sendable (SiteInputs, Subject) -> Answer,
    dependsOn dependencyDigest: @escaping @Sendable (AnswerDigests, Subject) -> ContentDigest?
  ) {
    self.answer = answer
    self.dependencyDigest = dependencyDigest
  }

  /// A question whose digest is that of its answer. An answer that contains a set or dictionary needs a digest of its
  /// dependencies instead, because those have no stable order.
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
    dependsOn dependencyDigest: @escaping @Sendable (AnswerDigests) -> ContentDigest?
  ) {
    self.init { inputs, _ in
      answer(inputs)
    } dependsOn: { digests, _ in
      dependencyDigest(digests)
    }
  }
}

/// A question of any subject and answer, for the digests of questions that are known by name only.
protocol AnyQuestion: AnyObject, Sendable {
  func digest(of asked: AskedQuestion, _ digests: AnswerDigests) -> ContentDigest?
}

extension Question: AnyQuestion {
  func digest(of asked: AskedQuestion, _ digests: AnswerDigests) -> ContentDigest? {
    dependencyDigest(digests, Subject(name: asked.subject, year: asked.year))
  }
}
