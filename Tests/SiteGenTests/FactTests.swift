import GFM
import Scoring
import TestSupport
import Testing
import Text

@testable import Pages
@testable import SiteGen

/// What a page asks for is noted, and what is noted is seen to change whenever the answer does: together they are why
/// a page that is reused is the one that would be made.
struct FactTests {
  /// The answers to every question that a page can put, by the fact that it notes.
  private static func answers(_ model: SiteModel, _ example: ExampleResults) throws -> [Fact: String] {
    let plain = Facts(model, example)
    var answers: [Fact: String] = [:]
    func ask(_ question: (Facts) -> Any?) throws {
      let notes = FactNotes()
      let answer = question(plain.noting(in: notes))
      #expect(notes.facts.count == 1)
      // All members, those of members too: what is a class has no other description than its name.
      var text = ""
      dump(answer, to: &text)
      answers[try #require(notes.facts.first)] = text
    }
    try ask { $0.comparedProvinces }
    try ask { $0.entityOrder }
    try ask { $0.regions }
    try ask { $0.indicators }
    try ask { $0.editions }
    try ask { $0.indexes }
    try ask { $0.plans }
    try ask { $0.matrix }
    try ask { $0.indexYears }
    try ask { $0.sources }
    try ask { $0.counts }
    try ask { $0.files }
    try ask { $0.tables.map(\.rows.count) }
    try ask { facts in Self.sources.map { facts.uses(of: $0) } }
    try ask { facts in Self.sources.map { facts.number(of: $0) } }
    try ask { facts in (1...8).map { facts.componentName(.component($0)) } }
    for id in Self.entities {
      try ask { $0.mention(of: id) }
      try ask { $0.entity(id) }
      try ask { $0.plans(of: id) }
      try ask { $0.attainments(of: id) }
      try ask { $0.outcomes(of: id) }
      try ask { $0.published(on: id) }
      for year in Self.years { try ask { $0.scorecard(of: id, year: year)?.entries } }
    }
    for id in Self.plans {
      try ask { $0.plan(id) }
      try ask { $0.attainments(ofPlan: id) }
    }
    for id in Self.indicators {
      try ask { $0.indicator(id) }
      try ask { $0.attainments(ofIndicator: id) }
      try ask { $0.outcomes(ofIndicator: id) }
    }
    for id in Self.editions { try ask { $0.edition(id) } }
    for year in Self.years {
      try ask { $0.edition(forYear: year) }
      try ask { $0.published("PAR", year: year) }
      try ask { $0.scorecardEntries(year: year) }
    }
    for path in Self.files { try ask { $0.rows(ofFile: path)?.count } }
    return answers
  }

  private static let data = try? FrozenSite.dataset()
  private static let entities = some(data?.entities.map(\.id) ?? [])
  private static let plans = some(data?.plans.map(\.id) ?? [])
  private static let indicators = some(data?.indicators.map(\.id) ?? [])
  private static let editions = data?.editions.map(\.id) ?? []
  private static let sources = data?.sources.map(\.id) ?? []
  private static let files = data?.files.map(\.path) ?? []
  private static let years = Array(2022...2024)

  /// Some of the items, the one that is left out below among them: to put every question about each takes long.
  private static func some<Item>(_ items: [Item]) -> [Item] {
    items.indices.filter { $0 % 6 == 0 || $0 == items.count / 3 }.map { items[$0] }
  }

  /// The frozen data, each time with one item of one kind left out.
  private static func edited(_ data: Dataset) -> [String: Dataset] {
    func without<Item>(_ items: [Item]) -> [Item] {
      var items = items
      if !items.isEmpty { items.remove(at: items.count / 3) }
      return items
    }
    func copy(
      asOf: CalendarDate? = nil, compared: [Identifier<Entity>]? = nil, sources: [Source]? = nil,
      entities: [Entity]? = nil, indicators: [Indicator]? = nil, editions: [Edition]? = nil,
      indexes: [IndexDescription]? = nil, plans: [Plan]? = nil, outcomes: [Outcome]? = nil,
      published: [PublishedFigure]? = nil, scorecards: [ScorecardEntry]? = nil,
      files: [Dataset.DataFile]? = nil
    ) -> Dataset {
      Dataset(
        asOf: asOf ?? data.asOf, comparedProvinces: compared ?? data.comparedProvinces,
        sources: sources ?? data.sources, entities: entities ?? data.entities,
        indicators: indicators ?? data.indicators, editions: editions ?? data.editions,
        indexes: indexes ?? data.indexes, plans: plans ?? data.plans, outcomes: outcomes ?? data.outcomes,
        published: published ?? data.published, scorecardEntries: scorecards ?? data.scorecardEntries,
        files: files ?? data.files)
    }
    return [
      "day": copy(asOf: .lastDay(of: 2021)), "compared": copy(compared: without(data.comparedProvinces)),
      "sources": copy(sources: without(data.sources)), "entities": copy(entities: without(data.entities)),
      "indicators": copy(indicators: without(data.indicators)),
      "editions": copy(editions: without(data.editions)), "indexes": copy(indexes: without(data.indexes)),
      "plans": copy(plans: without(data.plans)), "outcomes": copy(outcomes: without(data.outcomes)),
      "published": copy(published: without(data.published)),
      "scorecards": copy(scorecards: without(data.scorecardEntries)),
      "files": copy(files: without(data.files)),
      // What a verdict or its explanation rests on beside the target and what answers it.
      "publishers": copy(
        sources: data.sources.map { source in
          Source(
            id: source.id, title: source.title, publisher: source.publisher.map { $0 + "!" },
            date: source.date, kind: source.kind, titleLanguage: source.titleLanguage, url: source.url,
            isCopy: source.isCopy, note: source.note, line: source.line)
        }),
      "names of entities": copy(entities: data.entities.map { changed($0, name: "!", until: $0.until) }),
      "ends of entities": copy(entities: data.entities.map { changed($0, until: nil) }),
      "successors": copy(
        entities: data.entities.map {
          changed($0, until: $0.until, successors: Array($0.successors.dropFirst()))
        }),
      "what is not comparable": copy(indicators: data.indicators.map(withoutLookalikes)),
      "outcomes of lookalikes": copy(outcomes: withoutOutcomesOfLookalikes(data)),
    ]
  }

  private static func changed(
    _ entity: Entity, name: String = "", until: PartialDate?, successors: [Identifier<Entity>]? = nil
  ) -> Entity {
    Entity(
      id: entity.id, name: LocalizedText(vi: entity.name.vi + name, en: entity.name.en + name),
      kind: entity.kind, code: entity.code, region: entity.region, from: entity.from, until: until,
      successors: successors ?? entity.successors, predecessors: entity.predecessors,
      references: entity.references, responsibilities: entity.responsibilities, note: entity.note,
      hasProfile: entity.hasProfile, line: entity.line)
  }

  private static func withoutLookalikes(_ indicator: Indicator) -> Indicator {
    Indicator(
      id: indicator.id, name: indicator.name, unit: indicator.unit, direction: indicator.direction,
      component: indicator.component, levels: indicator.levels,
      mayExceedHundred: indicator.mayExceedHundred, mayBeNegative: indicator.mayBeNegative,
      followsBudgetYear: indicator.followsBudgetYear, denominators: indicator.denominators,
      notComparable: [], publishedAs: indicator.publishedAs, note: indicator.note, line: indicator.line)
  }

  private static func withoutOutcomesOfLookalikes(_ data: Dataset) -> [Outcome] {
    let lookalikes = Set(data.indicators.flatMap(\.notComparable).map(\.indicator))
    return data.outcomes.filter { !lookalikes.contains($0.indicator) }
  }

  @Test func anAnswerThatChangesIsSeenToChange() throws {
    let example = try FrozenSite.example()
    let empty = SiteSource(pages: [], labels: [:], layout: "", assets: [])
    func state(_ data: Dataset) throws -> (answers: [Fact: String], digests: FactDigests) {
      let model = SiteModel(data)
      return (
        try Self.answers(model, example), FactDigests(model: model, example: example, source: empty)
      )
    }
    let data = try FrozenSite.dataset()
    let real = try state(data)
    var asked = Set(real.answers.keys.map(\.kind))
    for (name, data) in Self.edited(data) {
      let other = try state(data)
      var changed = 0
      for (fact, answer) in real.answers {
        let digest = real.digests.digest(of: fact)
        #expect(digest != nil, "\(fact)")
        guard other.answers[fact] != answer else { continue }
        changed += 1
        #expect(other.digests.digest(of: fact) != digest, "\(name): \(fact)")
      }
      #expect(changed > 0, "\(name) changed nothing")
    }
    // Every kind of fact is put to the test, but for these, which are texts of their own or take long to compute.
    asked.formUnion([.example, .authored, .standings, .standingsOfYear])
    #expect(asked == Set(Fact.Kind.allCases))
  }

  @Test func anEqualAnswerFromOtherDataIsSeenToBeTheSame() throws {
    let data = try FrozenSite.dataset()
    let example = try FrozenSite.example()
    let empty = SiteSource(pages: [], labels: [:], layout: "", assets: [])
    let digests = FactDigests(model: SiteModel(data), example: example, source: empty)
    let again = FactDigests(model: SiteModel(data), example: example, source: empty)
    let facts = try Self.answers(SiteModel(data), example).keys
    for fact in facts { #expect(digests.digest(of: fact) == again.digest(of: fact), "\(fact)") }
  }

  @Test func theFirmnessOfRanksRestsOnRowsAndEditions() throws {
    let data = try FrozenSite.dataset()
    let example = try FrozenSite.example()
    let empty = SiteSource(pages: [], labels: [:], layout: "", assets: [])
    func digests(_ data: Dataset) -> FactDigests {
      FactDigests(model: SiteModel(data), example: example, source: empty)
    }
    let real = digests(data)
    for (name, edited) in Self.edited(data) {
      let other = digests(edited)
      let decides = ["scorecards", "editions"].contains(name)
      #expect((real.digest(of: Fact(.standings)) != other.digest(of: Fact(.standings))) == decides, "\(name)")
      let changed = data.scorecardEntries.map(\.year).filter {
        real.digest(of: Fact(.standingsOfYear, year: $0))
          != other.digest(of: Fact(.standingsOfYear, year: $0))
      }
      #expect(!changed.isEmpty == decides, "\(name)")
    }
  }

  @Test func textsAreFactsOfTheirOwn() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    func source(_ body: String) throws -> SiteSource {
      try folder.write(
        "pages/en/a.md", "---\nid: a\ntitle: A\ndescription: A.\npath: /en/a/\n---\n\n\(body)\n")
      var reader = SiteSourceReader(folder: folder.url)
      return reader.read()
    }
    let model = SiteModel(Samples.dataset())
    let example = try FrozenSite.example()
    let notes = FactNotes()
    let context = PageContext(
      language: .english, model: model, example: example, labels: Labels(language: .english, texts: [:])
    ).noting(in: notes)
    let pages = AuthoredPages(source: try source("a"))
    #expect(try pages.content(of: 0, context).body.text == "a\n")
    let fact = try #require(notes.facts.first)
    let digests = try ["a", "a", "b"].map {
      FactDigests(model: model, example: example, source: try source($0)).digest(of: fact)
    }
    #expect(digests[0] != nil && digests[0] == digests[1] && digests[0] != digests[2])
    // Edited since it was read: the page has the new text and a fact that nobody knows.
    let later = FactNotes()
    #expect(try pages.content(of: 0, context.noting(in: later)).body.text == "b\n")
    let known = FactDigests(model: model, example: example, source: pages.source)
    #expect(later.facts.contains { known.digest(of: $0) == nil })
    #expect(pages.losses.isEmpty)
    folder.remove()
    #expect(try pages.content(of: 0, context).body.text == "")
    #expect(pages.losses.map(\.rule) == ["site.file-missing"])
  }
}

/// What tells values apart.
struct MemberWriterTests {
  private struct Inner: Encodable {
    var number: Int?
    var note: String?
  }

  private struct Outer: Encodable {
    var inner: Inner
    var note: String?
    var list: [String] = []
    var others: [Inner] = []
  }

  private enum Choice: Encodable {
    case none
    case one(String)
    case two(first: String?, second: String?)
  }

  @Test func membersDoNotPassForOneAnother() {
    let values = [
      Outer(inner: Inner(number: nil, note: "a")), Outer(inner: Inner(number: nil, note: nil), note: "a"),
      Outer(inner: Inner(number: 1)), Outer(inner: Inner(), list: ["a", "b"]),
      Outer(inner: Inner(), list: ["ab"]), Outer(inner: Inner(), list: ["ab", ""]),
      Outer(inner: Inner(), others: [Inner()]), Outer(inner: Inner(), others: [Inner(), Inner()]),
      Outer(inner: Inner(), others: [Inner(number: 1), Inner(note: "")]),
      Outer(inner: Inner(), others: [Inner(number: 1, note: "")]), Outer(inner: Inner()),
    ]
    let digests = values.map { MemberWriter.digest($0) }
    #expect(!digests.contains(nil) && Set(digests).count == values.count)
    let choices = [
      Choice.none, .one(""), .one("none"), .two(first: "a", second: nil), .two(first: nil, second: "a"),
    ]
    #expect(Set(choices.map { MemberWriter.digest($0) }).count == choices.count)
    #expect(MemberWriter.digest(values[0]) == MemberWriter.digest(values[0]))
  }
}
