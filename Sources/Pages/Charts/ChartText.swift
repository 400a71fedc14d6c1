package import Text

/// The texts of a chart besides its labels. Title and description are required: a reader who cannot see the chart gets
/// the description.
package struct ChartText: Hashable, Sendable {
  /// What the chart shows, drawn above it.
  package let title: String
  /// What a reader would see, in a few sentences: the text alternative.
  package let description: String
  /// How to read it, or where the figures come from; drawn below it. Nil draws nothing.
  package let note: String?
  /// A warning that stays with the chart when it is copied, such as that its data are made up; drawn as a band below
  /// the title. Nil draws nothing.
  package let mark: String?
  /// The language of all texts in the chart and of the numbers on its axis.
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
