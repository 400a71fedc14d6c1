package import Foundation
internal import GFM
package import Pages
internal import Parallel
package import Scoring
package import Text

/// Builds the site from the data, the folder `site` and the worked example, and puts every file into a tree.
///
/// The same dataset, folder and options give the same bytes.
package struct SiteBuilder: Sendable {
  private let dataset: Dataset
  private let folder: URL
  private let givenBaseURL: String?
  private let hasCards: Bool

  /// - Parameters:
  ///   - dataset: the checked data.
  ///   - siteFolder: the folder with page text, labels, layout and assets.
  ///   - baseURL: the address of the site, for canonical addresses, the sitemap and feeds; nil for that of the folder's
  ///     `site.yaml`, without which they are left out.
  ///   - hasCards: whether a program will make the cards of pages. Only then do pages name them.
  package init(dataset: Dataset, siteFolder: URL, baseURL: String? = nil, hasCards: Bool = false) {
    self.dataset = dataset
    self.folder = siteFolder
    givenBaseURL = baseURL
    self.hasCards = hasCards
  }

  /// The data and everything computed from them. Needs neither texts nor example, so these can be read in parallel.
  ///
  /// - Parameter all: whether all pages will be made. If so, targets are judged and scores analysed now, on all
  ///   cores, rather than when a page needs them.
  package func model(forAll all: Bool) -> SiteModel {
    let model = SiteModel(dataset)
    if all { model.prepare() }
    return model
  }

  /// Builds everything in memory.
  ///
  /// - Parameter example: what the pages on method show, computed from synthetic data.
  package func build(example: ExampleResults) -> Result {
    var cache = PageCache()
    let tree = SiteInMemory()
    let inputs = BuildInputs(Texts(of: folder), model(forAll: true))
    do {
      return Result(try build(of: inputs, example: example, into: tree, cache: &cache), tree)
    } catch {
      // The tree in memory never throws, so this is an error in rendering.
      return Result(.failed([Rule.renderFailed("\(error)").finding(in: "pages")]), tree)
    }
  }

  /// Makes the pages and files, and reuses those that are unchanged since the previous build.
  ///
  /// - Parameters:
  ///   - inputs: texts and model.
  ///   - example: what the pages on method show, computed from synthetic data.
  ///   - tree: receives the files, possibly also when the outcome is not sound.
  ///   - cache: from the previous build, whose files the tree can reuse; updated if this build is sound.
  ///   - progress: called with the name of each stage, in both languages.
  /// - Throws: any error of the tree.
  package func build(
    of inputs: BuildInputs, example: ExampleResults, into tree: any SiteTree,
    cache: inout PageCache, progress: (LocalizedText) -> Void = { _ in }
  ) throws -> BuildOutcome {
    let texts = inputs.texts
    guard !texts.source.layout.isEmpty else { return .failed(texts.findings) }
    let siteInputs = SiteInputs(
      model: inputs.model, example: example, source: texts.source, baseURL: givenBaseURL)
    let drafts = drafts(texts, siteInputs)
    var findings = texts.findings + drafts.findings
    progress(LocalizedText(vi: "Dựng HTML", en: "Rendering"))
    do {
      let (setup, digests) = try inParallel({ try self.setup(drafts, inputs) }, { AnswerDigests(siteInputs) })
      let cached = cache.validPages(setup.layoutFingerprint, digests)
      // Before the pages, because the open data of a large country take as much memory as what is kept of all pages.
      let others = otherFiles(drafts, inputs, example)
      try write(others, into: tree)
      let cards = hasCards ? SiteCards(drafts, asOf: dataset.asOf) : .none
      let pages = try pages(drafts, setup, cached, cards, into: tree)
      progress(LocalizedText(vi: "Kiểm tra trang", en: "Checking pages"))
      findings +=
        drafts.authored.missingFileFindings
        + pages.flatMap { file, page in page.findings.map { $0.finding(in: file) } }
      let (broken, updated) = inParallel(
        { brokenLinks(in: pages, drafts.moved, others) },
        { [cache] in cache.updated(with: pages, setup.layoutFingerprint, digests) })
      let outcome = BuildOutcome(
        findings: findings + broken, pageCount: pages.count, drawings: cards.drawings)
      // A build with errors is never published, so the cache stays that of the previous site.
      if outcome.isSound { cache = updated }
      return outcome
    } catch let fault as LayoutFault {
      return .failed(findings + [fault.finding])
    } catch let fault as MarkdownError {
      return .failed(findings + [Rule.renderFailed("\(fault)").finding(in: "pages")])
    }
  }

  /// Drafts the pages of every writer in both languages.
  private func drafts(_ texts: Texts, _ inputs: SiteInputs) -> Drafts {
    let source = texts.source
    let authored = AuthoredPages(source: source)
    let contexts = InBothLanguages {
      PageContext(language: $0, inputs: inputs, labels: source.labels(in: $0))
    }
    let writers: [any PageWriter] = [authored] + PageWriters.all
    let pages = contexts.both.flatMap { context in writers.map { (context: context, writer: $0) } }
      .parallelMap { $0.writer.pages($0.context) }
    return Drafts(
      pages.flatMap(\.drafts), moved: pages.flatMap(\.moved), authored: authored, contexts: contexts)
  }

  /// The renderer and checks of all pages.
  private func setup(_ drafts: Drafts, _ inputs: BuildInputs) throws -> RenderingSetup {
    let texts = inputs.texts
    let menus = InBothLanguages { SiteMenu(drafts.contexts[$0], source: texts.source) }
    let renderer = try PageRenderer(
      source: texts.source, baseURL: givenBaseURL, asOf: dataset.asOf,
      lastChange: dataset.changes.map(\.date).max(), menus: menus,
      hasFeed: !DocumentFeed.days(in: dataset).isEmpty, tables: inputs.model.tables.map(\.name))
    return RenderingSetup(renderer, PageCheck(dataset: dataset, allowedNames: texts.allowedNames))
  }

  /// Makes the pages into the tree, or reuses them from the cache.
  private func pages(
    _ drafts: Drafts, _ setup: RenderingSetup, _ cached: [String: RenderedPage], _ cards: SiteCards,
    into tree: any SiteTree
  ) throws -> [(file: String, page: RenderedPage)] {
    try PageMaker(
      renderer: setup.renderer, check: setup.check, contexts: drafts.contexts, titles: drafts.titles,
      cached: cached, cards: cards,
      // When two pages have the same file there is no site, but the other findings are still wanted.
      tree: drafts.taken.isEmpty ? tree : SiteInMemory()
    ).make(drafts.pages)
  }

  /// The files other than the pages.
  private func otherFiles(
    _ drafts: Drafts, _ inputs: BuildInputs, _ example: ExampleResults
  ) -> [SiteAssembly.AssemblyFile] {
    SiteAssembly.files(
      heads: drafts.heads, moved: drafts.moved, titles: drafts.titles, source: inputs.texts.source,
      model: inputs.model, example: example.files + example.unitFiles,
      baseURL: Publication(inputs.texts.source.identity, baseURL: givenBaseURL).baseURL)
  }

  private func write(_ files: [SiteAssembly.AssemblyFile], into tree: any SiteTree) throws {
    _ = try files.parallelMap { try tree.add($0.path, $0.bytes()) }
  }

  /// Links to a missing page, a missing place on a page or a missing file, and those to a page that moved.
  private func brokenLinks(
    in pages: [(file: String, page: RenderedPage)], _ moved: [MovedPage],
    _ others: [SiteAssembly.AssemblyFile]
  ) -> [Finding] {
    SiteCheck.links(pages, moved: moved, files: Set(pages.flatMap(\.page.files) + others.map(\.path)))
  }
}

extension LayoutFault {
  fileprivate var finding: Finding {
    Rule.layoutMalformed(kind).finding(in: SiteSource.layoutPath, line: line)
  }
}
