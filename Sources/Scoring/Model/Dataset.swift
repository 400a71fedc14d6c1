internal import Text

/// The validated contents of the data folder, built by the `ProvinceData` module.
///
/// Each array has a stated order that does not depend on the file system, so all output is the same on every machine.
package struct Dataset: Sendable {
  /// The day as of which verdicts are given. It comes from the data, never from the clock.
  package let asOf: CalendarDate
  /// The provinces to compare, in comparison order.
  package let comparedProvinces: [Identifier<Entity>]
  /// The published index that editions and scorecards are about; nil when the data name none.
  package let scorecardIndex: String?
  /// The bibliography, by identifier.
  package let sources: [Source]
  /// What is known of publishers, in file order.
  package let publishers: [Publisher]
  /// Provinces, regions and the nation, by identifier.
  package let entities: [Entity]
  /// The groups of provinces' own units, by province and then in file order.
  package let unitGroups: [UnitGroup]
  /// The maps of the country, in file order.
  package let provinceMaps: [ProvinceMap]
  /// The catalogue, by component and then in file order.
  package let indicators: [Indicator]
  /// The scoring frameworks, newest first.
  package let editions: [Edition]
  /// The published indexes, in file order.
  package let indexes: [IndexDescription]
  /// The plans, by entity, first year and identifier.
  package let plans: [Plan]
  /// The reported outcomes, by file and line, without those of published indexes.
  package let outcomes: [Outcome]
  /// The published figures, by file and line.
  package let published: [PublishedFigure]
  /// The scorecard rows, by file and line.
  package let scorecardEntries: [ScorecardEntry]
  /// What changed, the newest first.
  package let changes: [Change]
  /// The data files, by path.
  package let files: [DataFile]

  /// A data file as read.
  package struct DataFile: Sendable {
    /// The path relative to the data folder.
    package let path: String
    /// The contents without a byte order mark, with the line endings of the file.
    package let text: String
    /// The number of lines.
    package let lineCount: Int

    package init(path: String, text: String) {
      self.path = path
      self.text = text
      var count = 0
      TextLines.forEach(of: text) { _ in count += 1 }
      lineCount = count
    }

    /// The lines without their endings; split again on every call.
    package var lines: [String] { TextLines.all(of: text) }

    /// The places in the UTF-8 of the text at which these lines begin, 1-based and ascending, as far as there are any.
    package func starts(of lines: [Int]) -> [Int] {
      var (starts, number, next) = ([Int](), 0, 0)
      TextLines.forEach(of: text) { line in
        number += 1
        guard next < lines.count, lines[next] == number else { return }
        starts.append(line.startIndex)
        next += 1
      }
      return starts
    }

    /// The lines in a part of the UTF-8 of the text, without their endings.
    package func lines(from start: Int, upTo end: Int) -> [String] {
      let first = text.utf8.index(text.utf8.startIndex, offsetBy: start)
      return TextLines.all(
        of: String(Substring(text.utf8[first..<text.utf8.index(first, offsetBy: end - start)])))
    }
  }

  private let sourceIndex: [Identifier<Source>: Int]
  private let publisherIndex: [String: Int]
  private let entityIndex: [Identifier<Entity>: Int]
  private let indicatorIndex: [Identifier<Indicator>: Int]
  private let editionIndex: [Identifier<Edition>: Int]
  private let planIndex: [Identifier<Plan>: Int]
  private let fileIndex: [String: Int]

  /// Makes a dataset. Identifiers should be unique; lookups return the first of two equal ones.
  package init(
    asOf: CalendarDate, comparedProvinces: [Identifier<Entity>], scorecardIndex: String?, sources: [Source],
    publishers: [Publisher] = [], entities: [Entity], unitGroups: [UnitGroup],
    provinceMaps: [ProvinceMap] = [], indicators: [Indicator], editions: [Edition],
    indexes: [IndexDescription], plans: [Plan], outcomes: [Outcome],
    published: [PublishedFigure],
    scorecardEntries: [ScorecardEntry], changes: [Change] = [], files: [DataFile]
  ) {
    self.asOf = asOf
    self.comparedProvinces = comparedProvinces
    self.scorecardIndex = scorecardIndex
    self.sources = sources
    self.publishers = publishers
    self.entities = entities
    self.unitGroups = unitGroups
    self.provinceMaps = provinceMaps
    self.indicators = indicators
    self.editions = editions
    self.indexes = indexes
    self.plans = plans
    self.outcomes = outcomes
    self.published = published
    self.scorecardEntries = scorecardEntries
    self.changes = changes
    self.files = files
    func index<ID: Hashable>(_ ids: [ID]) -> [ID: Int] {
      Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
    }
    publisherIndex = Dictionary(
      publishers.enumerated().flatMap { place, publisher in publisher.names.map { ($0, place) } },
      uniquingKeysWith: { first, _ in first })
    sourceIndex = index(sources.map(\.id))
    entityIndex = index(entities.map(\.id))
    indicatorIndex = index(indicators.map(\.id))
    editionIndex = index(editions.map(\.id))
    planIndex = index(plans.map(\.id))
    fileIndex = index(files.map(\.path))
  }

  /// The source; nil when there is none.
  package func source(_ id: Identifier<Source>) -> Source? { sourceIndex[id].map { sources[$0] } }

  /// What is known of the publisher of a source; nil when nothing is.
  package func publisher(of source: Source) -> Publisher? {
    source.publisher.flatMap { publisherIndex[$0] }.map { publishers[$0] }
  }

  /// The entities whose own words a source passes on, by its publisher or by itself; each once.
  package func quoted(by source: Source) -> [Identifier<Entity>] {
    let voices = publisher(of: source)?.speaksFor ?? []
    return voices + source.speaksFor.filter { !voices.contains($0) }
  }

  /// The name of the publisher that a source counts as; nil when it only republishes or is not known.
  package func countedPublisher(of source: Source) -> String? {
    guard let publisher = publisher(of: source) else { return source.publisher }
    return publisher.isRepublisher ? nil : publisher.name
  }

  /// The entity; nil when there is none.
  package func entity(_ id: Identifier<Entity>) -> Entity? { entityIndex[id].map { entities[$0] } }

  /// The indicator; nil when there is none.
  package func indicator(_ id: Identifier<Indicator>) -> Indicator? {
    indicatorIndex[id].map { indicators[$0] }
  }

  /// The edition; nil when there is none.
  package func edition(_ id: Identifier<Edition>) -> Edition? { editionIndex[id].map { editions[$0] } }

  /// The edition in force for an index year; nil when unknown.
  package func edition(forYear year: Int) -> Edition? { editions.first { $0.years.contains(year) } }

  /// The plan; nil when there is none.
  package func plan(_ id: Identifier<Plan>) -> Plan? { planIndex[id].map { plans[$0] } }

  /// The data file at a path relative to the data folder; nil when there is none.
  package func file(at path: String) -> DataFile? { fileIndex[path].map { files[$0] } }

  /// Every target of every plan, in the order of the plans.
  package var targets: [Target] { plans.flatMap(\.targets) }

  /// Every task of every plan, in the order of the plans.
  package var tasks: [PlanTask] { plans.flatMap(\.tasks) }
}
