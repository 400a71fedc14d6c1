import Foundation
import Files
import GFM
import Scoring
import TestSupport
import Testing
import Text

@testable import Pages
@testable import SiteGen

/// The exact output for the frozen data.
struct FrozenSiteTests {
  private static let goldens = Repository.frozen.appending(path: "Goldens")
  private static let pageFolder = goldens.appending(path: "pages")

  /// The Markdown file of every page that is recorded or built.
  private static let pages: [String] = {
    let recorded = (try? TemporaryFolder.files(of: pageFolder).keys).map(Array.init) ?? []
    let made = (try? markdown().keys).map(Array.init) ?? []
    return Set(recorded + made).sorted()
  }()

  private static func markdown() throws -> [String: Data] {
    try FrozenSite.output().files.filter { $0.key.hasSuffix(".md") && !$0.key.hasPrefix("examples/") }
  }

  @Test func theSiteIsBuiltWithoutFindings() throws {
    #expect(try FrozenSite.build().findings.map { "\($0.file): \($0.rule): \($0.message.en)" } == [])
  }

  @Test(arguments: SiteProperty.all) func holds(property: SiteProperty) throws {
    #expect(try property.faults(FrozenSite.finished()).sorted().prefix(20) == [])
  }

  @Test(arguments: pages) func theMarkdownIsAsRecorded(page: String) throws {
    let found = try Self.markdown()[page].map { String(decoding: $0, as: UTF8.self) }
    let difference = Golden(Self.pageFolder.appending(path: page)).difference(from: found)
    #expect(difference == nil, "\(difference ?? "")")
  }

  private static func place(of route: Route, _ language: Language) throws -> Route {
    try FoldedPageTests.context(FrozenSite.dataset(), language).place(of: route).route
  }

  /// Addresses that were published lead on: each target and task has its place on the page of its plan, or the page of
  /// the one promise tells all of the plan.
  @Test(arguments: Language.allCases) func everyTargetHasItsPlaceOnThePageOfItsPlan(language: Language) throws
  {
    let files = try FrozenSite.output().files
    for plan in try FrozenSite.dataset().plans
    where try Self.place(of: .plan(plan.id), language) == .plan(plan.id) {
      let page = try #require(files[Route.plan(plan.id).file(in: language)])
      let text = String(decoding: page, as: UTF8.self)
      for id in plan.targets.map(\.id.rawValue) + plan.tasks.map(\.id.rawValue) {
        #expect(text.contains("id=\"\(id)\""), "\(plan.id) \(id)")
      }
    }
  }

  /// What makes a verdict doubtful stands wherever the promise is told as settled.
  @Test(arguments: Language.allCases) func caveatsStandWithTheVerdict(language: Language) throws {
    let files = try FrozenSite.output().files
    let data = try FrozenSite.dataset()
    let provinces = data.comparedProvinces
    let judged = try FrozenSite.model().verdicts.all.filter {
      $0.isJudged && $0.isCounted && provinces.contains($0.target.entity)
    }
    var count = 0
    for attainment in judged {
      for caveat in attainment.judgements.flatMap({ AttainmentWording.caveats($0, of: attainment, language) })
      {
        for route in [.home, .province(attainment.target.entity), .plan(attainment.target.plan)] as [Route] {
          let route = try Self.place(of: route, language)
          let page = try #require(files[route.file(in: language).dropLast("html".count) + "md"])
          #expect(
            String(decoding: page, as: UTF8.self).contains(Markdown.text(caveat).source),
            "\(route) \(attainment.target.id)")
          count += 1
        }
      }
    }
    #expect(count > 0)
  }

  /// Readers keep addresses. Recording adds new ones to the list and never takes one away.
  @Test func noPublishedAddressDisappears() throws {
    let golden = Golden(Self.goldens.appending(path: "addresses.txt"))
    let published = Set((golden.text ?? "").split(separator: "\n").map(String.init))
    let found = Set(try FrozenSite.output().paths.filter { $0.hasSuffix(".html") }.map { "/" + $0 })
    #expect(published.subtracting(found).sorted() == [], "A page that is folded leaves one that leads on.")
    let all = published.union(found).sorted().joined(separator: "\n") + "\n"
    let difference = golden.difference(from: all)
    #expect(difference == nil, "\(difference ?? "")")
  }

  /// HTML, pictures, open data and copied files are too large to be read, so their digests are recorded.
  @Test func everyOtherFileHasTheRecordedDigest() throws {
    let files = try FrozenSite.output().files.filter { !Self.pages.contains($0.key) }
    let found = files.map { "\(FileDigest(of: $0.value).sha256)  \($0.key)\n" }
      .sorted { $0.dropFirst(64) < $1.dropFirst(64) }.joined()
    let golden = Golden(Self.goldens.appending(path: "files.txt"))
    if Golden.isRecording {
      let said = golden.difference(from: found)
      #expect(said == nil, "\(said ?? "")")
      return
    }
    func digests(_ text: String) -> [Substring: Substring] {
      let pairs = text.split(separator: "\n").map { ($0.dropFirst(66), $0.prefix(64)) }
      return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
    let (old, new) = (digests(golden.text ?? ""), digests(found))
    let different = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
    #expect(different == [], "These files are not as recorded. If that is meant: make record.")
  }

  /// Without pages that moved, their properties would hold of nothing.
  @Test func somePagesMoved() throws {
    let moved = try FrozenSite.finished().moved.keys
    #expect(moved.contains { $0.hasPrefix("chi-so/") } && moved.contains { $0.hasPrefix("en/indicator/") })
  }

  @Test func theGoldensArePagesThatOneCanRead() throws {
    let size = try TemporaryFolder.files(of: Self.pageFolder).values.reduce(0) { $0 + $1.count }
    #expect(size > 0 && size <= 2_000_000, "The frozen data are to stay small.")
  }

  @Test func countsAndSumsAreHeld() throws {
    let found = Ledger.text(of: try FrozenSite.dataset())
    let difference = Golden(Self.goldens.appending(path: "counts.txt")).difference(from: found)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func everyColumnOfTheOpenDataIsDocumentedInBothLanguages() throws {
    for table in try FrozenSite.model().tables {
      for text in [table.meaning] + table.columns.map(\.meaning) {
        #expect(!text.vi.isEmpty && !text.en.isEmpty, "\(table.name)")
      }
      let rows = try CSVText.rows(String(decoding: table.csv, as: UTF8.self))
      #expect(rows.count == table.rowCount + 1)
      #expect(rows.allSatisfy { $0.count == table.columns.count })
    }
  }
}
