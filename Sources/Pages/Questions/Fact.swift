/// Something that a page can read of the data, or of what is computed from them.
///
/// While a page is written, the facts that it asks for are noted. It need not be written again as long as each of
/// them is the same: this is what "page → inputs" means here.
package struct Fact: Hashable, Sendable {
  /// What is read; what ``Fact/subject`` and ``Fact/year`` stand for beside.
  package enum Kind: Int, CaseIterable, Sendable {
    /// The compared provinces, in order.
    case comparedProvinces
    /// The identifiers of all entities, in order.
    case entityOrder
    /// All regions.
    case regions
    /// What is said of an entity wherever it is named.
    case mention
    /// All that is known of an entity.
    case entity
    /// The whole catalogue, in order.
    case indicators
    /// The indicator of an identifier.
    case indicator
    /// All editions, in order.
    case editions
    /// The edition of an identifier.
    case edition
    /// The edition in force for a year.
    case editionOfYear
    /// The names of components.
    case componentNames
    /// All indexes, in order.
    case indexes
    /// All plans, in order.
    case plans
    /// The plan of an identifier.
    case plan
    /// The plans of an entity.
    case plansOfEntity
    /// The verdicts on the targets of an entity, a plan, an indicator.
    case attainmentsOfEntity, attainmentsOfPlan, attainmentsOfIndicator
    /// The targets of the compared provinces side by side.
    case matrix
    /// The outcomes that an entity reported.
    case outcomesOfEntity
    /// The outcomes of an indicator, published figures among them.
    case outcomesOfIndicator
    /// The figures published on an entity.
    case publishedOfEntity
    /// The figures of an index and a year.
    case publishedOfIndex
    /// The scorecard of an entity and a year.
    case scorecard
    /// The scorecard rows of a year.
    case scorecardsOfYear
    /// How firm the order of each year is.
    case standings
    /// How firm the order of a year is.
    case standingsOfYear
    /// The index years.
    case indexYears
    /// All sources, in order.
    case sources
    /// How many items rest on each source.
    case sourceUses
    /// The numbers of the sources.
    case sourceNumbers
    /// How many items of each kind there are.
    case counts
    /// The lines of a data file.
    case file
    /// The paths of the data files.
    case files
    /// The open data, by the number of their rows.
    case tables
    /// The worked example.
    case example
    /// The text that people wrote for a page, by its file.
    case authored
  }

  package let kind: Kind
  /// An identifier, index or path; empty where the kind says all.
  package let subject: String
  /// A year; 0 where none is meant.
  package let year: Int

  package init(_ kind: Kind, _ subject: String = "", year: Int = 0) {
    self.kind = kind
    self.subject = subject
    self.year = year
  }
}
