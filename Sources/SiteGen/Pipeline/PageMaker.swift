internal import Foundation
internal import Files
internal import Pages
internal import Parallel
internal import Text

/// Writes, renders and checks pages in parallel, and puts the files of each into the tree at once, so that the pages
/// need not all be in memory.
struct PageMaker: Sendable {
  let renderer: PageRenderer
  let check: PageCheck
  let contexts: InBothLanguages<PageContext>
  /// The titles of all pages, for breadcrumbs.
  let titles: InBothLanguages<[Route: String]>
  /// Cached pages by file, none with a changed answer.
  let cached: [String: RenderedPage]
  let cards: SiteCards
  let tree: any SiteTree
  private let charts = ChartClaims()
  private let questions = SharedList<AskedQuestion>.Table()
  private let ids = SharedList<String>.Table()
  private let links = SharedList<RenderedBody.Link>.Table()

  /// The charts that already have a file: two pages can show the same chart.
  private final class ChartClaims: Sendable {
    private let taken = Locked<Set<String>>([])

    func claim(_ path: String) -> Bool { taken.withLock { $0.insert(path).inserted } }

    func release(_ path: String) { taken.withLock { _ = $0.remove(path) } }
  }

  init(
    renderer: PageRenderer, check: PageCheck, contexts: InBothLanguages<PageContext>,
    titles: InBothLanguages<[Route: String]>, cached: [String: RenderedPage], cards: SiteCards = .none,
    tree: any SiteTree
  ) {
    self.renderer = renderer
    self.check = check
    self.contexts = contexts
    self.titles = titles
    self.cached = cached
    self.cards = cards
    self.tree = tree
  }

  /// Makes all pages in parallel.
  func make(_ drafts: [PageDraft]) throws -> [(file: String, page: RenderedPage)] {
    try drafts.parallelMap { draft in
      (file: draft.head.route.file(in: draft.head.language), page: try make(draft))
    }
  }

  /// Makes a page, or reuses it when nothing that it was made from has changed.
  private func make(_ draft: PageDraft) throws -> RenderedPage {
    let head = draft.head
    let titles = titles[head.language]
    let file = head.route.file(in: head.language)
    let card = cards.card(of: head)
    let digest = PageMaker.digest(of: head, trail: head.trail.map { titles[$0] }, card: card)
    var reused: Set<String> = []
    if let same = cached[file], let digest, same.head == digest {
      reused = try reuse(same.files)
      if reused.count == same.files.count { return same }
    }
    let log = QuestionLog()
    let page = Page(head, try draft.write(contexts[head.language].noting(in: log)))
    let rendered = try renderer.render(page, titles: titles, card: card)
    var files = [(path: file, bytes: rendered.html)]
    if head.route.hasMarkdown { files.append((file.dropLast("html".count) + "md", rendered.markdown)) }
    for chart in page.content.charts {
      let path = String(chart.path.dropFirst())
      guard charts.claim(path) else { continue }
      files.append((path, Data(chart.svg.utf8)))
      let embedded = renderer.embedded(chart, head.language, titles: titles)
      files.append((EmbeddedChart.path(beside: path), Data(embedded.utf8)))
    }
    for file in files where !reused.contains(file.path) { try tree.add(file.path, file.bytes) }
    return RenderedPage(
      path: head.route.path(in: head.language), head: digest, questions: questions.list(of: log.questions),
      files: files.prefix { !$0.path.hasSuffix(".svg") }.map(\.path)
        + page.content.charts.flatMap { chart in
          let path = String(chart.path.dropFirst())
          return [path, EmbeddedChart.path(beside: path)]
        },
      ids: ids.list(of: rendered.body.ids.union(page.content.listing?.rows.anchors ?? [])),
      lines: page.content.listing?.lines ?? 0..<0,
      links: links.list(of: Set(rendered.body.links)), findings: check.rules(of: page, rendered))
  }

  /// Reuses the files of a page; stops at the first that the previous site lacks.
  private func reuse(_ files: [String]) throws -> Set<String> {
    var reused: Set<String> = []
    for path in files {
      // Another page with the same chart has already put it into the tree, with its page for frames.
      let isChart = path.hasPrefix("charts/")
      if isChart, !charts.claim(path) {
        reused.insert(path)
        continue
      }
      guard try tree.reuse(path) else {
        if isChart { charts.release(path) }
        return reused
      }
      reused.insert(path)
    }
    return reused
  }

  private static func digest(of head: Page.Head, trail: [String?], card: NamedCard?)
    -> ContentDigest?
  {
    ValueDigester.digest(
      [
        head.route.path(in: .vietnamese), head.route.path(in: .english), head.route.kind,
        head.language.rawValue,
        head.title, head.description, head.quotesBothLanguages ? "both" : "one",
        card?.path ?? "", card?.alternative ?? "",
      ] + zip(head.trail, trail).flatMap { [$0.path(in: head.language), $1.map { "=" + $0 } ?? ""] })
  }
}
