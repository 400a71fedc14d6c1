/// A publisher of sources, as far as it matters for how well a figure is backed.
package struct Publisher: Encodable, Sendable {
  /// The name, as the sources write it.
  package let name: String
  /// Other names and outlets of the same publisher, as the sources write them.
  package let otherNames: [String]
  /// The indexes of which it makes the figures.
  package let indexes: [Identifier<IndexDescription>]
  /// The indicators of which it makes the figures.
  package let indicators: [Identifier<Indicator>]
  /// The entities of whose authorities it is a voice: a portal, a department, a newspaper of the local party
  /// committee.
  package let speaksFor: [Identifier<Entity>]
  /// Whether it only passes on what others publish.
  package let isRepublisher: Bool
  package let line: DataLine

  /// All names, the first as given.
  package var names: [String] { [name] + otherNames }

  package init(
    name: String, otherNames: [String] = [], indexes: [Identifier<IndexDescription>] = [],
    indicators: [Identifier<Indicator>] = [], speaksFor: [Identifier<Entity>] = [],
    isRepublisher: Bool = false,
    line: DataLine
  ) {
    self.name = name
    self.otherNames = otherNames
    self.indexes = indexes
    self.indicators = indicators
    self.speaksFor = speaksFor
    self.isRepublisher = isRepublisher
    self.line = line
  }
}
