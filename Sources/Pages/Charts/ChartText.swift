package import Text

/// The words that a chart carries besides its labels. Both a title and a description are required: a reader
/// who cannot see the chart gets the description.
package struct ChartText: Hashable, Sendable {
  /// What the chart shows, drawn above it.
  package let title: String
  /// What a reader would see, in a few sentences: the text alternative.
  package let description: String
  /// How to read it, or where the figures come from; drawn below it. Nil draws nothing.
  package let note: String?
  /// What must not be overlooked and travels with the chart when it is copied, such as that its data are made
  /// up; drawn as a band below the title. Nil draws nothing.
  package let mark: String?
  /// The language of all words in the chart and of the numbers on its axis.
  package let language: Language

  package init(
    title: String, description: String, note: String? = nil, mark: String? = nil, language: Language
  ) {
    self.title = title
    self.description = description
    self.note = note
    self.mark = mark
    self.language = language
  }
}
