/// A picture that stands for a page where its address is shared: what the page found, in few words.
///
/// It says nothing that its page does not say.
package struct ShareCard: Equatable, Sendable {
  /// The chart of a card.
  enum Figure: Equatable, Sendable {
    /// Only words.
    case none
    /// A square for each promise, then the counts.
    case squares([CardMark], counts: [Count])
    /// What was promised against what came of it.
    case comparison(Comparison)
    /// Places on a list.
    case standings([Standing])
  }

  struct Number: Equatable, Sendable {
    let value: String
    let words: String
  }

  /// How many promises have one verdict, in words.
  struct Count: Equatable, Sendable {
    let mark: CardMark
    let words: String
  }

  struct Comparison: Equatable, Sendable {
    /// A label and its value, and how far its bar reaches, from 0 to 1; nil for none.
    struct Value: Equatable, Sendable {
      let label: String
      let value: String
      let share: Double?
    }

    let mark: CardMark
    let verdict: String
    let goal: Value
    let result: Value
  }

  /// Where one province stands.
  struct Standing: Equatable, Sendable {
    let name: String
    let rank: String
    let value: String
    /// What makes it doubtful; empty where nothing does.
    let doubts: String
    /// The place from 0, the best, to 1; nil when the length of the list is not known.
    let place: Double?
  }

  /// What the card is about.
  let topic: String
  let title: String
  /// The one number, and what it counts; nil where the title or the figure says it.
  let number: Number?
  let figure: Figure
  /// What makes the finding doubtful, as sentences or words.
  let doubts: [String]
  /// Who published what it rests on.
  let source: String

  init(
    topic: String, title: String, number: Number? = nil, figure: Figure = .none,
    doubts: [String] = [], source: String
  ) {
    (self.topic, self.title, self.figure) = (topic, title, figure)
    (self.number, self.doubts, self.source) = (number, doubts, source)
  }

  /// What a reader would see, without the source and the name of the site.
  package var alternative: String {
    var sentences = [topic, title]
    if let number { sentences.append(number.value + " " + number.words) }
    switch figure {
    case .none: break
    case .squares(_, let counts): sentences.append(counts.map(\.words).joined(separator: ", "))
    case .comparison(let comparison):
      sentences += [
        comparison.verdict, comparison.goal.label + ": " + comparison.goal.value,
        comparison.result.label + ": " + comparison.result.value,
      ]
    case .standings(let standings):
      sentences += standings.map { standing in
        [standing.name, standing.rank, standing.value, standing.doubts].filter { !$0.isEmpty }
          .joined(separator: ", ")
      }
    }
    return (sentences + doubts).map { sentence in
      sentence.hasSuffix(".") ? sentence : sentence + "."
    }.joined(separator: " ")
  }
}
