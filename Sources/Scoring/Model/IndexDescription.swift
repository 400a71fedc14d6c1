package import Text

/// The description of a published index: publisher, scale, method and breaks in series.
package struct IndexDescription: Encodable, Sendable {
  /// A year from which values cannot be compared with earlier ones.
  package struct SeriesBreak: Encodable, Sendable {
    /// The first year of the new series.
    package let from: Int
    package let reason: LocalizedText
    /// The source; nil when the reason is our own explanation.
    package let citation: Citation?
    package let line: DataLine

    package init(from: Int, reason: LocalizedText, citation: Citation?, line: DataLine) {
      self.from = from
      self.reason = reason
      self.citation = citation
      self.line = line
    }
  }

  /// One statement about how the index is computed.
  package struct MethodStatement: Encodable, Sendable {
    /// The statement, or what is not known.
    package let text: LocalizedText
    /// How well it is sourced; nil when the text says what is not known.
    package let status: Confidence?
    /// The documents.
    package let sources: [Identifier<Source>]
    package let line: DataLine

    package init(
      text: LocalizedText, status: Confidence?, sources: [Identifier<Source>], line: DataLine
    ) {
      self.text = text
      self.status = status
      self.sources = sources
      self.line = line
    }
  }

  /// What figures besides those of the whole index are about: a part of it, such as a dimension, or a band of results, such
  /// as 90% or more.
  package struct NamedNode: Encodable, Sendable {
    /// The identifier, as in the column `node` of figures.
    package let id: String
    package let name: LocalizedText

    package init(id: String, name: LocalizedText) {
      self.id = id
      self.name = name
    }
  }

  /// The identifier of the index, as in `indexes.yaml`.
  package let id: String
  /// The province that scores its own units with it; nil for an index of provinces.
  package let province: Identifier<Entity>?
  /// The display name.
  package let name: LocalizedText
  package let publisher: LocalizedText
  /// The scale in words.
  package let scale: LocalizedText
  /// The unit of its values: percent, points or index; nil when it is not told.
  package let unit: MeasurementUnit?
  /// Whether higher values are better.
  package let higherIsBetter: Bool
  /// Whether it is published every month; a figure then names its month in place of a node.
  package let isMonthly: Bool
  /// The bands into which a province sorts its units, best first; empty when none are known.
  package let bands: [NamedNode]
  /// The parts that figures name; empty when none are named.
  package let parts: [NamedNode]
  /// Years from which values cannot be compared with earlier ones.
  package let breaks: [SeriesBreak]
  package let citations: [Citation]
  /// How it is computed, and what is not known about that.
  package let method: [MethodStatement]
  /// A caveat.
  package let note: LocalizedText?
  package let line: DataLine

  package init(
    id: String, province: Identifier<Entity>? = nil, name: LocalizedText, publisher: LocalizedText,
    scale: LocalizedText, unit: MeasurementUnit? = nil, higherIsBetter: Bool, isMonthly: Bool,
    bands: [NamedNode] = [], parts: [NamedNode] = [], breaks: [SeriesBreak], citations: [Citation],
    method: [MethodStatement],
    note: LocalizedText?, line: DataLine
  ) {
    self.id = id
    self.province = province
    self.name = name
    self.publisher = publisher
    self.scale = scale
    self.unit = unit
    self.higherIsBetter = higherIsBetter
    self.isMonthly = isMonthly
    self.bands = bands
    self.parts = parts
    self.breaks = breaks
    self.citations = citations
    self.method = method
    self.note = note
    self.line = line
  }
}
