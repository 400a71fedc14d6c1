import Foundation
import Scoring
import TestSupport
import Testing
import Text

@testable import Pages
@testable import SiteGen

/// Rows are addressed by what they are about, so their addresses last.
struct RowAnchorsTests {
  private static let file = "provinces/a/outcomes.csv"

  private static func outcome(
    _ year: Int, _ value: String = "96", source: String = "s", line: Int, asOf: PartialDate? = nil
  ) -> Outcome {
    Outcome(
      entity: "a", indicator: "paid_out", denominator: "plan", level: .all, year: year, period: .fiscalYear,
      asOf: asOf, bound: .exact, value: PrintedDecimal(value) ?? .init(.zero, decimals: 0), listSize: nil,
      statement: nil, citations: [Citation(source: Identifier(source))], contradictedBy: [],
      confidence: .single, note: nil, line: DataLine(file: file, line: line))
  }

  private static func dataset(_ outcomes: [Outcome]) -> Dataset {
    Dataset(
      asOf: .lastDay(of: 2025), comparedProvinces: [], scorecardIndex: nil, sources: [], entities: [],
      unitGroups: [], indicators: [], editions: [], indexes: [], plans: [], outcomes: outcomes, published: [],
      scorecardEntries: [],
      files: [Dataset.DataFile(path: file, text: String(repeating: "x\n", count: outcomes.count + 1))])
  }

  private static func names(_ outcomes: [Outcome]) throws -> [String?] {
    let anchors = try #require(RowAnchors.all(in: dataset(outcomes))[file])
    return outcomes.map { anchors.name(at: $0.line.line) }
  }

  @Test func anAnchorSaysWhatTheRowIsAbout() throws {
    let row = Self.outcome(2024, line: 2, asOf: PartialDate("2025-01-31"))
    #expect(try Self.names([row]) == ["a.2024.fiscal-year.2025-01-31.paid_out.plan.all"])
  }

  @Test func rowsThatConflictAreToldApartByTheirSourceThenByWhatTheySay() throws {
    let name = "a.2024.fiscal-year.paid_out.plan.all"
    let rows = [
      Self.outcome(2024, "1", source: "s1", line: 2), Self.outcome(2024, "2", source: "s2", line: 3),
      Self.outcome(2024, "3", source: "s2", line: 4), Self.outcome(2024, "3", source: "s2", line: 5),
      Self.outcome(2023, line: 6),
    ]
    #expect(
      try Self.names(rows) == [
        name + ".s1", name + ".s2.exact-2", name + ".s2.exact-3", name + ".s2.exact-3.2",
        "a.2023.fiscal-year.paid_out.plan.all",
      ])
    let anchors = try #require(RowAnchors.all(in: Self.dataset(rows))[Self.file])
    #expect(anchors.repetitions.map(\.name) == [name] && anchors.repetitions.map(\.lines) == [[2, 3, 4, 5]])
    // In whatever order they stand.
    let turned = [
      Self.outcome(2024, "2", source: "s2", line: 2), Self.outcome(2024, "1", source: "s1", line: 3),
    ]
    #expect(try Self.names(turned) == [name + ".s2", name + ".s1"])
  }

  @Test func aNameThatAnotherRowHasIsNotGivenTwice() {
    let rows = [("x", ["y"]), ("x", ["z"]), ("x.y", [])].enumerated().map {
      RowAnchors.Row(line: $0.offset + 1, name: $0.element.0, distinctions: $0.element.1)
    }
    let anchors = RowAnchors(rows + [RowAnchors.Row(line: 3, name: "second on its line")])
    #expect((1...4).map(anchors.name) == ["x.y.2", "x.z", "x.y", nil])
  }

  /// Every anchor of the frozen data is unique in its file, plain, and needs no line number.
  @Test func anchorsAreUniqueAndPlain() throws {
    let data = try FrozenSite.dataset()
    let anchors = RowAnchors.all(in: data)
    var count = 0
    for file in data.files {
      let names = (1...max(1, file.lineCount)).compactMap { anchors[file.path]?.name(at: $0) }
      count += names.count
      #expect(Set(names).count == names.count, "\(file.path)")
      for name in names {
        let isPlain = name.utf8.allSatisfy { byte in
          (97...122).contains(byte) || (48...57).contains(byte) || "-_.".utf8.contains(byte)
        }
        #expect(isPlain && !name.isEmpty && name.utf8.count <= 160, "\(file.path): \(name)")
      }
    }
    let tables = data.files.filter { $0.path.hasSuffix(".csv") }.reduce(0) { $0 + $1.lineCount - 1 }
    #expect(tables > 0 && count > tables + data.targets.count)
  }

  /// A row that is inserted above all others changes no other anchor, a line further down no anchor at all.
  @Test func anInsertedRowChangesNoAnchor() throws {
    let data = try FrozenSite.dataset()
    let before = RowAnchors.all(in: data)
    let moved = Dataset(
      asOf: data.asOf, comparedProvinces: data.comparedProvinces, scorecardIndex: data.scorecardIndex,
      sources: data.sources, entities: data.entities, unitGroups: data.unitGroups,
      indicators: data.indicators, editions: data.editions, indexes: data.indexes, plans: data.plans,
      outcomes: data.outcomes.flatMap { row -> [Outcome] in
        func copy(year: Int, line: Int) -> Outcome {
          Outcome(
            entity: row.entity, indicator: row.indicator, denominator: row.denominator, level: row.level,
            year: year, period: row.period, asOf: row.asOf, bound: row.bound, value: row.value,
            listSize: row.listSize, statement: row.statement, citations: row.citations,
            contradictedBy: row.contradictedBy, confidence: row.confidence, note: row.note,
            line: DataLine(file: row.line.file, line: line))
        }
        let shifted = copy(year: row.year, line: row.line.line + 1)
        return row.line.line == 2 ? [copy(year: 1999, line: 2), shifted] : [shifted]
      }, published: data.published, scorecardEntries: data.scorecardEntries, files: data.files)
    let after = RowAnchors.all(in: moved)
    var count = 0
    for row in data.outcomes {
      let name = before[row.line.file]?.name(at: row.line.line)
      #expect(name != nil && after[row.line.file]?.name(at: row.line.line + 1) == name)
      count += 1
    }
    #expect(count > 0)
    for file in data.files where !file.path.hasSuffix("outcomes.csv") {
      for line in 1...max(1, file.lineCount) {
        #expect(before[file.path]?.name(at: line) == after[file.path]?.name(at: line))
      }
    }
  }
}

/// Long files take several pages.
struct DataFilePartTests {
  private func part(_ path: String, _ line: Int) -> Int {
    DataFilePart(of: DataLine(file: path, line: line)).page
  }

  private func parts(_ path: String, lines: Int) -> [DataFilePart] {
    DataFilePart.all(of: path, lineCount: lines)
  }

  @Test(arguments: ["a.csv", "a.yaml"]) func everyLineHasOnePage(path: String) {
    for count in [0, 1, 2, 200, 201, 202, 401, 2_000, 2_001, 4_001] {
      let parts = parts(path, lines: count)
      #expect(parts.map(\.page) == Array(1...parts.count))
      #expect(parts[0].lines.lowerBound == 1 && (parts.last?.lines.upperBound ?? 0) >= count)
      for (first, next) in zip(parts, parts.dropFirst()) {
        #expect(first.lines.upperBound + 1 == next.lines.lowerBound)
      }
      for line in 1...max(1, count) {
        #expect(parts.filter { $0.lines.contains(line) }.map(\.page) == [part(path, line)])
      }
    }
  }

  @Test func theHeaderOfATableTakesNoPlace() {
    #expect(part("a.csv", 201) == 1 && part("a.csv", 202) == 2)
    #expect(parts("a.csv", lines: 201).count == 1 && parts("a.csv", lines: 202).count == 2)
    #expect(parts("a.yaml", lines: 1_000).count == 1 && parts("a.yaml", lines: 1_001).count == 2)
  }

  @Test func theFirstPageKeepsTheAddressOfTheFile() {
    let first = Route.dataFile("a/b.csv", page: 1)
    #expect(first == .dataFile("a/b.csv") && first.path(in: .vietnamese) == "/du-lieu/tep/a/b.csv/")
    #expect(Route.dataFile("a/b.csv", page: 2).path(in: .english) == "/en/data/file/a/b.csv/2/")
  }
}

/// What the pages of a table show.
struct RecordListTests {
  private static let file = "provinces/a/outcomes.csv"

  /// A table of so many outcomes with a line for each, the last of two lines.
  private static func files(rows: Int) throws -> [String: Data] {
    let outcomes = (0..<rows).map { row in
      Outcome(
        entity: "a", indicator: "paid_out", denominator: nil, level: .all, year: 2000 + row,
        period: .fullYear, asOf: nil, bound: .exact, value: PrintedDecimal(ExactDecimal(row), decimals: 0),
        listSize: nil, statement: nil, citations: [Citation(source: "s")], contradictedBy: [],
        confidence: .single, note: nil, line: DataLine(file: file, line: row + 2))
    }
    let text = "header\n" + (0..<rows).map { "row,\($0)\n" }.joined() + "end of the last row\n"
    let dataset = Dataset(
      asOf: .lastDay(of: 2025), comparedProvinces: [], scorecardIndex: nil,
      sources: [Samples.source("s", title: "Báo cáo <1>", publisher: "Tòa soạn")],
      entities: [Samples.entity("a", vi: "Tỉnh A", en: "Province A")], unitGroups: [], indicators: [],
      editions: [], indexes: [], plans: [], outcomes: outcomes, published: [], scorecardEntries: [],
      files: [Dataset.DataFile(path: file, text: text)])
    let builder = SiteBuilder(dataset: dataset, siteFolder: Repository.site)
    let tree = SiteInMemory()
    var cache = PageCache()
    let inputs = SiteBuilder.BuildInputs(SiteBuilder.Texts(of: Repository.site), builder.model(forAll: true))
    _ = try builder.build(of: inputs, example: FrozenSite.example(), into: tree, cache: &cache)
    return tree.files
  }

  @Test func aLongTableTakesSeveralPagesThatLeadToEachOther() throws {
    let files = try Self.files(rows: 410)
    let pages = try ["", "2/", "3/"].map { page in
      let bytes = try #require(files["en/data/file/\(Self.file)/\(page)index.html"])
      return PageScanner(String(decoding: bytes, as: UTF8.self), isFile: true)
    }
    #expect(files["en/data/file/\(Self.file)/4/index.html"] == nil)
    let rows = pages.map { page in page.ids.filter { $0.hasSuffix(".full-year.paid_out.all") } }
    #expect(rows.map(\.count) == [200, 200, 10] && Set(rows.flatMap { $0 }).count == 410)
    // Every line keeps its number as an anchor: the header and the second line of the last row as well.
    let lines = pages.map { page in page.ids.filter { $0.first == "L" && Int($0.dropFirst()) != nil } }
    #expect(lines.flatMap { $0 } == (1...412).map { "L\($0)" } && lines.map(\.count) == [201, 200, 11])
    // The first page leads to all others, each page to its neighbours.
    let turns = zip(["", "2/", "3/"], pages).map { page, scanner in
      let address = PageAddress(file: "en/data/file/\(Self.file)/\(page)index.html")
      return Set(scanner.links.map { address.target(of: $0).file }.filter { $0.contains("outcomes.csv/") })
    }
    let places = ["", "2/", "3/"].map { "en/data/file/\(Self.file)/\($0)index.html" }
    #expect(turns[0].isSuperset(of: places[1...]))
    #expect(turns[1].isSuperset(of: [places[0], places[2]]) && turns[2].contains(places[1]))
  }

  @Test func aRecordSaysWhatTheRowSays() throws {
    let files = try Self.files(rows: 3)
    for (page, words) in [
      ("du-lieu/tep", ["Tỉnh A", "Báo cáo &lt;1&gt;", "Giá trị", "cả năm 2001", "row,1"]),
      (
        "en/data/file",
        ["Province A", "<span lang=\"vi\">Báo cáo &lt;1&gt;</span>", "full year 2001", "row,1"]
      ),
    ] {
      let bytes = try #require(files["\(page)/\(Self.file)/index.html"])
      let text = String(decoding: bytes, as: UTF8.self)
      for word in words { #expect(text.contains(word), "\(page): \(word)") }
      #expect(text.contains("#s\"") && text.contains("id=\"a.2001.full-year.paid_out.all\""))
    }
  }
}
