package import Text

/// What is known of a published index: who publishes it, its scale, its method, its breaks.
package struct IndexDescription: Encodable, Sendable {
  /// A year from which values can not be set beside earlier ones.
  package struct Break: Encodable, Sendable {
    /// The first year of the new series.
    package let from: Int
    /// Why.
    package let reason: LocalizedText
    /// The source; nil when the reason is ours and explained.
    package let citation: Citation?
    /// Where it stands.
    package let line: DataLine

    /// Makes a break.
    package init(from: Int, reason: LocalizedText, citation: Citation?, line: DataLine) {
      self.from = from
      self.reason = reason
      self.citation = citation
      self.line = line
    }
  }

  /// One statement about how the index is computed.
  package struct MethodStatement: Encodable, Sendable {
    /// The statement, or the gap.
    package let text: LocalizedText
    /// How far it is backed; nil for a gap.
    package let status: Confidence?
    /// The documents.
    package let sources: [Identifier<Source>]
    /// Where it stands.
    package let line: DataLine

    /// Makes a statement.
    package init(
      text: LocalizedText, status: Confidence?, sources: [Identifier<Source>], line: DataLine
    ) {
      self.text = text
      self.status = status
      self.sources = sources
      self.line = line
    }
  }

  /// `PAR`, `SIPAS`, `PAPI`, `PCI`, `DTI` or `INDEX766`.
  package let id: String
  /// The name readers see.
  package let name: LocalizedText
  /// Who publishes it.
  package let publisher: LocalizedText
  /// The scale in words.
  package let scale: LocalizedText
  /// Whether more is better.
  package let higherIsBetter: Bool
  /// Years from which values can not be set beside earlier ones.
  package let breaks: [Break]
  /// Sources of the description.
  package let citations: [Citation]
  /// How it is computed, and what is not known of that.
  package let method: [MethodStatement]
  /// What to mind.
  package let note: LocalizedText?
  /// Where it stands.
  package let line: DataLine

  /// Makes the value from its parts.
  package init(
    id: String, name: LocalizedText, publisher: LocalizedText, scale: LocalizedText, higherIsBetter: Bool,
    breaks: [Break], citations: [Citation], method: [MethodStatement], note: LocalizedText?, line: DataLine
  ) {
    self.id = id
    self.name = name
    self.publisher = publisher
    self.scale = scale
    self.higherIsBetter = higherIsBetter
    self.breaks = breaks
    self.citations = citations
    self.method = method
    self.note = note
    self.line = line
  }
}
