/// Tells from the sources of a figure how well it is backed.
package struct ConfidenceRule: Sendable {
  /// What a figure measures.
  package enum Measure: Hashable, Sendable {
    case index(Identifier<IndexDescription>)
    case indicator(Identifier<Indicator>)
    /// The index that editions and scorecards are about.
    case scorecard
  }

  /// Who a source counts as.
  private enum Voice: Hashable {
    /// The body that makes the figure.
    case maker
    /// The body that is judged, in any of its outlets.
    case judged
    /// Anyone else, by name.
    case other(String)
  }

  private let publisherOfSource: [Identifier<Source>: String]
  private let quotedBySource: [Identifier<Source>: [Identifier<Entity>]]
  private let publishers: [String: Publisher]
  private let scorecardIndex: Identifier<IndexDescription>?

  /// - Parameter scorecardIndex: the index that editions and scorecards are about; nil when none is named.
  package init(
    sources: [Source] = [], publishers: [Publisher] = [], scorecardIndex: Identifier<IndexDescription>? = nil
  ) {
    self.scorecardIndex = scorecardIndex
    publisherOfSource = Dictionary(
      sources.compactMap { source in source.publisher.map { (source.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    quotedBySource = Dictionary(
      sources.map { ($0.id, $0.speaksFor) }, uniquingKeysWith: { first, _ in first })
    self.publishers = Dictionary(
      publishers.flatMap { publisher in publisher.names.map { ($0, publisher) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The confidence in a figure.
  ///
  /// - Parameters:
  ///   - sources: the documents that print it.
  ///   - measure: what it measures.
  ///   - entity: the province or other entity that it is about; for a unit of a province, the province; nil when it
  ///     is about none.
  /// - Returns: `confirmed` if the body that makes the figure prints it, or two publishers do; `ownStatement` if only
  ///   voices of the judged entity print it; else `single`. The voices of the judged entity count as one publisher.
  ///   One that only passes on what others publish counts as none, and so does an unknown one.
  package func confidence(
    in sources: [Identifier<Source>], measure: Measure, about entity: Identifier<Entity>? = nil
  ) -> Confidence {
    let voices = Set(sources.compactMap { voice(of: $0, measure, entity) })
    if voices.contains(.maker) || voices.count > 1 { return .confirmed }
    return voices == [.judged] ? .ownStatement : .single
  }

  private func voice(
    of source: Identifier<Source>, _ measure: Measure, _ entity: Identifier<Entity>?
  ) -> Voice? {
    let isQuote = entity.map { quotedBySource[source]?.contains($0) ?? false } ?? false
    guard let name = publisherOfSource[source] else { return isQuote ? .judged : nil }
    let publisher = publishers[name]
    if let publisher, makes(publisher, measure) { return .maker }
    // Whoever passes it on, it stays the word of the judged.
    if isQuote { return .judged }
    guard let publisher else { return .other(name) }
    if publisher.isRepublisher { return nil }
    if let entity, publisher.speaksFor.contains(entity) { return .judged }
    return .other(publisher.name)
  }

  private func makes(_ publisher: Publisher, _ measure: Measure) -> Bool {
    switch measure {
    case .index(let index): publisher.indexes.contains(index)
    case .indicator(let indicator): publisher.indicators.contains(indicator)
    case .scorecard: scorecardIndex.map(publisher.indexes.contains) ?? false
    }
  }
}
