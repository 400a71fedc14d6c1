import Files
import GFM
import Parallel
import Scoring
import TestSupport
import Testing
import Text

@testable import Pages
@testable import SiteGen

/// A page reads nothing that it did not ask for: it is the same when all other data are left out.
struct PageQuestionTests {
  /// A page and the questions that it asked.
  private struct Written: Sendable {
    let file: String
    let draft: PageDraft
    let content: Content
    let asked: Set<AskedQuestion>
  }

  /// The parts of a page that can be compared.
  private struct Content: Equatable, Sendable {
    let text: String
    let charts: [String]
    let listing: FileListing?

    init(_ content: Page.PageContent) {
      text = content.body.text
      charts = content.charts.map { $0.path + $0.svg }
      listing = content.listing
    }
  }

  private let source = SiteBuilder.Texts(of: Repository.site).source

  private func inputs(_ data: Dataset) throws -> SiteInputs {
    SiteInputs(model: SiteModel(data), example: try FrozenSite.example(), source: source)
  }

  private func context(_ inputs: SiteInputs) -> PageContext {
    PageContext(language: .vietnamese, inputs: inputs, labels: source.labels(in: .vietnamese))
  }

  private func pages(_ inputs: SiteInputs) throws -> [Written] {
    let context = context(inputs)
    let writers: [any PageWriter] = [AuthoredPages(source: source)] + PageWriters.all
    return try writers.flatMap { $0.drafts(context) }.parallelMap { draft in
      let log = QuestionLog()
      let content = Content(try draft.write(context.noting(in: log)))
      return Written(
        file: draft.head.route.file(in: .vietnamese), draft: draft, content: content, asked: log.questions)
    }
  }

  /// The items of the data, each with the questions whose digests change when it is left out.
  private func dependents(
    of asked: [AskedQuestion], _ parts: DataParts, _ digests: [AskedQuestion: ContentDigest]
  ) throws -> [DataParts.Item: Set<AskedQuestion>] {
    let changed = try parts.items.parallelMap { item in
      let found = AnswerDigests(try inputs(parts.without([item])))
      return Set(asked.filter { found.digest(of: $0) != digests[$0] })
    }
    return Dictionary(zip(parts.items, changed), uniquingKeysWith: { first, _ in first })
  }

  @Test func pagesComeOutTheSameWithoutWhatTheyDidNotAskFor() throws {
    let parts = DataParts(data: try FrozenSite.dataset())
    let real = try inputs(parts.data)
    let pages = try pages(real)
    let asked = Array(pages.reduce(into: Set<AskedQuestion>()) { $0.formUnion($1.asked) })
    let known = AnswerDigests(real)
    let digests = asked.reduce(into: [:]) { $0[$1] = known.digest(of: $1) }
    #expect(digests.count == asked.count, "A page asked what has no digest.")
    let dependents = try dependents(of: asked, parts, digests)
    let faults = try pages.parallelMap { page -> [String] in
      let unasked = parts.items.filter { dependents[$0]?.isDisjoint(with: page.asked) == true }
      let gone = try self.gone(unasked[...], []) { gone in
        let found = AnswerDigests(try inputs(parts.without(gone)))
        return page.asked.allSatisfy { found.digest(of: $0) == digests[$0] }
      }
      let content = Content(try page.draft.write(context(try inputs(parts.without(gone)))))
      return content == page.content ? [] : ["\(page.file) reads what it did not ask for"]
    }
    #expect(faults.flatMap { $0 } == [])
  }

  /// Shows that the test above can fail: without any data hardly any page is the same.
  @Test func pagesAreOthersWithoutWhatTheyAskedFor() throws {
    let parts = DataParts(data: try FrozenSite.dataset())
    let empty = context(try inputs(parts.without(Set(parts.items))))
    let pages = try pages(try inputs(parts.data))
    let same = try pages.filter { Content(try $0.draft.write(empty)) == $0.content }
    #expect(same.count * 4 < pages.count, "\(same.map(\.file))")
  }

  /// As many items as can be left out at once. Of some kinds any item can be left out, but not all.
  private func gone(
    _ items: ArraySlice<DataParts.Item>, _ others: Set<DataParts.Item>,
    canBeGone: (Set<DataParts.Item>) throws -> Bool
  ) throws -> Set<DataParts.Item> {
    if try canBeGone(others.union(items)) { return others.union(items) }
    guard items.count > 1 else { return others }
    let middle = items.startIndex + items.count / 2
    let first = try gone(items[..<middle], others, canBeGone: canBeGone)
    return try gone(items[middle...], first, canBeGone: canBeGone)
  }
}
