import GFM
import Scoring
import TestSupport
import Testing
import Text

@testable import Pages
@testable import SiteGen

/// Each question of a page is noted, and its digest changes whenever the answer does. So a page that is reused is the
/// one that would be rendered.
struct QuestionTests {
  /// The answers to every question that a page can ask, as text.
  private static func answers(_ inputs: SiteInputs) throws -> [AskedQuestion: String] {
    let plain = SiteData(inputs)
    var answers: [AskedQuestion: String] = [:]
    func ask(_ question: (SiteData) -> Any?) throws {
      let log = QuestionLog()
      let answer = question(plain.noting(in: log))
      #expect(log.questions.count == 1)
      // `dump` shows all members recursively; the description of a class is only its name.
      var text = ""
      dump(answer, to: &text)
      answers[try #require(log.questions.first)] = text
    }
    try ask { $0.comparedProvinces }
    try ask { $0.entityOrder }
    try ask { $0.regions }
    try ask { $0.provinceMaps }
    try ask { $0.indicators }
    try ask { $0.editions }
    try ask { $0.indexes }
    try ask { $0.scorecardIndex }
    try ask { $0.plans }
    try ask { $0.changes }
    try ask { $0.promiseRecords }
    for id in Self.promises {
      try ask { $0.promiseRecord(id) }
      try ask { $0.changesOfPromise(id) }
    }
    for id in Self.targets { try ask { $0.promiseOfTarget(id) } }
    try ask { $0.indexYears }
    for index in ["PAR", "SIPAS", "PAPI"] { try ask { $0.yearsOfIndex(index) } }
    try ask { $0.sources }
    try ask { $0.publishers }
    try ask { $0.publication }
    for language in Language.allCases { try ask { $0.authoredPlaces(language.rawValue) } }
    try ask { $0.counts }
    try ask { $0.files }
    try ask { $0.tables }
    try ask { data in Self.sources.map { data.sourceUses.count(of: $0) } }
    for id in Self.sources.prefix(6) { try ask { $0.source(id) } }
    try ask { data in (1...8).map { data.componentNames[.component($0)] } }
    for id in Self.entities {
      try ask { $0.mention(id) }
      try ask { $0.entity(id) }
      try ask { $0.plansOfEntity(id) }
      try ask { $0.attainmentsOfEntity(id) }
      let attainments = plain.attainmentsOfEntity(id)
      try ask { data in
        let shared = data.sharedOutcomes(id)
        return attainments.map { shared?.others(than: $0) }
      }
      try ask { $0.outcomesOfEntity(id) }
      try ask { $0.publishedOfEntity(id) }
      try ask { $0.unitGroups(id) }
      for year in Self.years { try ask { $0.scorecard(of: id, year: year)?.entries } }
    }
    for id in Self.plans {
      try ask { $0.plan(id) }
      try ask { $0.promiseOfFoldedPlan(id) }
      try ask { $0.attainmentsOfPlan(id) }
    }
    for id in Self.indicators {
      try ask { $0.indicator(id) }
      try ask { $0.isFolded(id) }
      try ask { $0.attainmentsOfIndicator(id) }
      try ask { $0.outcomesOfIndicator(id) }
    }
    for id in Self.editions {
      try ask { $0.edition(id) }
      try ask { $0.weights(id)?.estimates }
      try ask { data in (1...8).map { data.nodeNames(id)[.component($0)] } }
    }
    for year in Self.years {
      try ask { $0.editionOfYear(year) }
      try ask { $0.publishedOfIndex("PAR", year: year) }
      try ask { $0.scorecardsOfYear(year) }
    }
    for path in Self.files {
      try ask { $0.rowAnchors(path) }
      try ask { $0.lineCount(path) }
      let part = DataFilePart(path: path, page: 1)
      try ask { $0.fileRows(part) }
      try ask { $0.fileRecords(part) }
      try ask { $0.rowUses(part) }
    }
    return answers
  }

  private static let data = try? FrozenSite.dataset()
  private static let entities = Array(
    Set(some(data?.entities.map(\.id) ?? []) + (data?.unitGroups.map(\.province) ?? [])))
  private static let plans = some(data?.plans.map(\.id) ?? [])
  private static let targets = some(data?.targets.map(\.id) ?? [])
  private static let promises = some(data?.targets.map(\.sentence) ?? [])
  private static let indicators = some(data?.indicators.map(\.id) ?? [])
  private static let editions = data?.editions.map(\.id) ?? []
  private static let sources = data?.sources.map(\.id) ?? []
  private static let files = data?.files.map(\.path) ?? []
  private static let years = Array(2022...2024)

  /// Some of the items, with the one that `edited` leaves out; asking every question about each would take long.
  private static func some<Item>(_ items: [Item]) -> [Item] {
    items.indices.filter { $0 % 6 == 0 || $0 == items.count / 3 }.map { items[$0] }
  }

  /// Copies of the frozen data, each with one item of one kind left out or with something else changed.
  private static func edited(_ data: Dataset) -> [String: Dataset] {
    let parts = DataParts(data: data)
    var edits: [String: Dataset] = [:]
    for kind in DataParts.Kind.allCases {
      edits["\(kind)"] = parts.without([DataParts.Item(kind: kind, place: parts.count(of: kind) / 3)])
    }
    func copy(
      sources: [Source]? = nil, entities: [Entity]? = nil, indicators: [Indicator]? = nil,
      outcomes: [Outcome]? = nil
    ) -> Dataset {
      Dataset(
        asOf: data.asOf, comparedProvinces: data.comparedProvinces,
        scorecardIndex: data.scorecardIndex, sources: sources ?? data.sources,
        publishers: data.publishers, entities: entities ?? data.entities, unitGroups: data.unitGroups,
        provinceMaps: data.provinceMaps, indicators: indicators ?? data.indicators,
        editions: data.editions, indexes: data.indexes, plans: data.plans,
        outcomes: outcomes ?? data.outcomes, published: data.published,
        scorecardEntries: data.scorecardEntries, changes: data.changes, files: data.files)
    }
    let others = [
      // What a verdict or its explanation depends on besides the target and its answers.
      "publishers of sources": copy(
        sources: data.sources.map { source in
          Source(
            id: source.id, title: source.title, publisher: source.publisher.map { $0 + "!" },
            date: source.date, kind: source.kind, titleLanguage: source.titleLanguage, url: source.url,
            isCopy: source.isCopy, speaksFor: source.speaksFor, note: source.note, line: source.line)
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
    return edits.merging(others) { first, _ in first }
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

  private static func inputs(_ data: Dataset) throws -> SiteInputs {
    let empty = SiteSource(pages: [], labels: [:], layout: "", assets: [])
    return SiteInputs(model: SiteModel(data), example: try FrozenSite.example(), source: empty)
  }

  @Test func anAnswerThatChangesIsSeenToChange() throws {
    func state(_ data: Dataset) throws -> (answers: [AskedQuestion: String], digests: AnswerDigests) {
      let inputs = try Self.inputs(data)
      return (try Self.answers(inputs), AnswerDigests(inputs))
    }
    let data = try FrozenSite.dataset()
    let real = try state(data)
    for (name, data) in Self.edited(data) {
      let other = try state(data)
      var changed = 0
      for (asked, answer) in real.answers {
        let digest = real.digests.digest(of: asked)
        #expect(digest != nil, "\(asked.name) \(asked.subject)")
        guard other.answers[asked] != answer else { continue }
        changed += 1
        #expect(other.digests.digest(of: asked) != digest, "\(name): \(asked.name) \(asked.subject)")
      }
      #expect(changed > 0, "\(name) changed nothing")
    }
    // Every question is tested except these, which have tests of their own or take long to compute.
    let others = ["example", "authoredText", "changedText", "rankStability", "rankStabilityOfYear"]
    #expect(Set(real.answers.keys.map(\.name) + others) == Set(Questions.byName.keys))
  }

  /// The cache stores the name of a question, and its subject as a text and a year.
  @Test func whatWasAskedIsFoundAgainByItsName() throws {
    let properties = Mirror(reflecting: Questions.all).children.compactMap(\.label)
    #expect(Set(properties) == Set(Questions.byName.keys) && !properties.isEmpty)
    let inputs = try Self.inputs(try FrozenSite.dataset())
    let (digests, again) = (AnswerDigests(inputs), AnswerDigests(inputs))
    for asked in try Self.answers(inputs).keys {
      let found = try #require(AskedQuestion(name: asked.name, subject: asked.subject, year: asked.year))
      #expect(found == asked && again.digest(of: found) == digests.digest(of: asked), "\(asked.name)")
    }
    #expect(AskedQuestion(name: "none", subject: "", year: 0) == nil)
    // An undeclared question has no digest, so no page that asked it is cached.
    let stray = AskedQuestion(Question<Int, [Int]> { _, year in [year] }, 2024)
    #expect(stray.name == "" && digests.digest(of: stray) == nil)
  }

  @Test func anEqualAnswerFromOtherDataIsSeenToBeTheSame() throws {
    let inputs = try Self.inputs(try FrozenSite.dataset())
    let digests = AnswerDigests(inputs)
    let again = AnswerDigests(try Self.inputs(try FrozenSite.dataset()))
    for asked in try Self.answers(inputs).keys {
      #expect(digests.digest(of: asked) == again.digest(of: asked), "\(asked.name) \(asked.subject)")
    }
  }

  @Test func theStabilityOfRanksRestsOnRowsAndEditions() throws {
    let data = try FrozenSite.dataset()
    let all = AskedQuestion(Questions.all.rankStability, NoSubject())
    let real = AnswerDigests(try Self.inputs(data))
    for (name, edited) in Self.edited(data) {
      let other = AnswerDigests(try Self.inputs(edited))
      let decides = ["scorecards", "editions"].contains(name)
      #expect((real.digest(of: all) != other.digest(of: all)) == decides, "\(name)")
      let changed = data.scorecardEntries.map(\.year).filter { year in
        let ofYear = AskedQuestion(Questions.all.rankStabilityOfYear, year)
        return real.digest(of: ofYear) != other.digest(of: ofYear)
      }
      #expect(!changed.isEmpty == decides, "\(name)")
    }
  }

  @Test func textsAreAskedToo() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    func inputs(_ body: String) throws -> (inputs: SiteInputs, source: SiteSource) {
      try folder.write(
        "pages/en/a.md", "---\nid: a\ntitle: A\ndescription: A.\npath: /en/a/\n---\n\n\(body)\n")
      var reader = SiteSourceReader(folder: folder.url)
      let source = reader.read()
      let model = SiteModel(Samples.dataset())
      return (SiteInputs(model: model, example: try FrozenSite.example(), source: source), source)
    }
    let first = try inputs("a")
    let context = PageContext(
      language: .english, inputs: first.inputs, labels: Labels(language: .english, texts: [:]))
    let pages = AuthoredPages(source: first.source)
    let log = QuestionLog()
    #expect(try pages.content(of: 0, context.noting(in: log)).body.text == "a\n")
    #expect(log.questions.map(\.name) == ["authoredText"])
    let asked = try #require(log.questions.first)
    let digests = try ["a", "a", "b"].map { AnswerDigests(try inputs($0).inputs).digest(of: asked) }
    #expect(digests[0] != nil && digests[0] == digests[1] && digests[0] != digests[2])
    // The text changed since it was read: the page has the new text, and asked a question without a digest.
    let later = QuestionLog()
    #expect(try pages.content(of: 0, context.noting(in: later)).body.text == "b\n")
    let known = AnswerDigests(first.inputs)
    #expect(later.questions.contains { known.digest(of: $0) == nil })
    #expect(pages.missingFileFindings.isEmpty)
    folder.remove()
    #expect(try pages.content(of: 0, context).body.text == "")
    #expect(pages.missingFileFindings.map(\.rule) == ["site.file-missing"])
  }
}
