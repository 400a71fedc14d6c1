public import Text

/// What is known of a published index: who publishes it, its scale, its method, its breaks.
public struct IndexDescription: Encodable, Sendable {
  /// A year from which values can not be set beside earlier ones.
  public struct Break: Encodable, Sendable {
    /// The first year of the new series.
    public let from: Int
    /// Why.
    public let reason: LocalizedText
    /// The source; nil when the reason is ours and explained.
    public let citation: Citation?
    /// Where it stands.
    public let line: DataLine

    /// Makes a break.
    public init(from: Int, reason: LocalizedText, citation: Citation?, line: DataLine) {
      self.from = from
      self.reason = reason
      self.citation = citation
      self.line = line
    }
  }

  /// One statement about how the index is computed.
  public struct MethodStatement: Encodable, Sendable {
    /// The statement, or the gap.
    public let text: LocalizedText
    /// How far it is backed; nil for a gap.
    public let status: Confidence?
    /// The documents.
    public let sources: [Identifier<Source>]
    /// Where it stands.
    public let line: DataLine

    /// Makes a statement.
    public init(
      text: LocalizedText, status: Confidence?, sources: [Identifier<Source>], line: DataLine
    ) {
      self.text = text
      self.status = status
      self.sources = sources
      self.line = line
    }
  }

  /// `PAR`, `SIPAS`, `PAPI`, `PCI`, `DTI` or `INDEX766`.
  public let id: String
  /// The name readers see.
  public let name: LocalizedText
  /// Who publishes it.
  public let publisher: LocalizedText
  /// The scale in words.
  public let scale: LocalizedText
  /// Whether more is better.
  public let higherIsBetter: Bool
  /// Years from which values can not be set beside earlier ones.
  public let breaks: [Break]
  /// Sources of the description.
  public let citations: [Citation]
  /// How it is computed, and what is not known of that.
  public let method: [MethodStatement]
  /// What to mind.
  public let note: LocalizedText?
  /// Where it stands.
  public let line: DataLine

  /// Makes the value from its parts.
  public init(
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
