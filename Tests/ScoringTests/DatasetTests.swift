import Scoring
import TestSupport
import Testing
import Text

@Suite struct DatasetTests {
  @Test func thingsAreFoundByIdentifier() throws {
    let target = try Targets.target(.qualitative)
    let data = Targets.dataset(targets: [target])
    #expect(data.source("paper")?.title == "Tin" && data.source("nowhere") == nil)
    #expect(data.indicator("rate") != nil && data.indicator("nowhere") == nil)
    #expect(data.entity("province") == nil && data.edition("test") == nil)
    #expect(data.targets.map(\.id) == ["target"])
    let plan = try #require(data.plans.first)
    #expect(data.plan(plan.id)?.targets.map(\.id) == plan.targets.map(\.id) && data.plan("nowhere") == nil)
  }

  @Test func filesAreFoundByPathAndCutIntoLines() {
    let data = Dataset(
      asOf: Targets.asOf, comparedProvinces: [], scorecardIndex: nil, sources: [], entities: [],
      unitGroups: [],
      indicators: [], editions: [],
      indexes: [], plans: [], outcomes: [], published: [], scorecardEntries: [],
      files: [
        Dataset.DataFile(path: "a.csv", text: "x\r\n\ry\n"), Dataset.DataFile(path: "b.csv", text: "đ"),
      ])
    #expect(data.file(at: "a.csv")?.lines == ["x", "", "y"] && data.file(at: "a.csv")?.lineCount == 3)
    #expect(data.file(at: "b.csv")?.lines == ["đ"] && data.file(at: "b.csv")?.lineCount == 1)
    #expect(data.file(at: "c.csv") == nil)
  }

  @Test func theEditionOfAYearIsFound() throws {
    let edition = try Editions.decision876()
    let data = Dataset(
      asOf: Targets.asOf, comparedProvinces: [], scorecardIndex: nil, sources: [], entities: [],
      unitGroups: [],
      indicators: [],
      editions: [edition, try Editions.decision2948()], indexes: [], plans: [], outcomes: [],
      published: [], scorecardEntries: [], files: [])
    #expect(data.edition(forYear: 2023)?.id == edition.id)
    #expect(data.edition(forYear: 2017)?.id == "2948-qd-bnv-2017")
    #expect(data.edition(forYear: 1999) == nil && data.edition(edition.id) != nil)
  }

  @Test func theAsOfDayIsDataAndCanBeChanged() throws {
    let target = try Targets.target(.threshold(.atLeast, ExactDecimal(1)))
    let data = Targets.dataset(targets: [target], outcomes: [try Targets.outcome("2")])
    let early = data.withAsOf(.lastDay(of: 2023))
    #expect(AttainmentJudge(data).all().map(\.verdict) == [.met])
    #expect(AttainmentJudge(early).all().map(\.verdict) == [.pending])
    #expect(early.outcomes.count == data.outcomes.count && early.asOf.year == 2023)
  }

  @Test func identifiersSortByScalars() {
    let names: [Identifier<Source>] = ["Z", "a", "á", "đ"]
    #expect(names.reversed().sorted() == names)
    #expect(Identifier<Source>("x").description == "x")
    let lines = [DataLine(file: "a", line: 2), DataLine(file: "a", line: 10), DataLine(file: "b", line: 1)]
    #expect(lines.reversed().sorted() == lines)
  }

  @Test func languagesAreTwins() {
    let text = LocalizedText(vi: "một", en: "one")
    #expect(text[.vietnamese] == "một" && text[.english] == "one")
    for language in Language.allCases {
      #expect(language.other.other == language && language.other != language)
    }
  }
}
