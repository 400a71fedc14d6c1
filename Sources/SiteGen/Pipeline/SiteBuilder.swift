package import Foundation
internal import GFM
package import Pages
internal import Parallel
package import Scoring
package import Text

/// Builds the site: data, the folder `site` and the worked example in, every file of the site out into a tree.
///
/// The same dataset, the same folder and the same options give the same bytes.
package struct SiteBuilder: Sendable {
  private let dataset: Dataset
  private let folder: URL
  private let baseURL: String?

  /// - Parameters:
  ///   - dataset: the checked data.
  ///   - siteFolder: the folder with page text, labels, layout and assets.
  ///   - baseURL: where the site will stand, for canonical addresses, the sitemap and feeds; nil leaves them out.
  package init(dataset: Dataset, siteFolder: URL, baseURL: String? = nil) {
    self.dataset = dataset
    self.folder = siteFolder
    self.baseURL = baseURL.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
  }

  /// The data and everything computed from them. Neither texts nor example are needed for this, so they can be read
  /// at the same time.
  ///
  /// - Parameter all: whether all pages are to be made, so that the targets are judged and the scores reasoned over at
  ///   once, on all cores, rather than as pages need it.
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
    let material = BuildInputs(Texts(of: folder), model(forAll: true))
    do {
      return Result(try build(of: material, example: example, into: tree, cache: &cache), tree)
    } catch {
      // The tree in memory takes everything.
      return Result(.failed([Rule.renderFailed("\(error)").finding(in: "pages")]), tree)
    }
  }

  /// Makes the pages and files, and reuses what would come out the same as in the earlier build.
  ///
  /// - Parameters:
  ///   - material: texts and model.
  ///   - example: what the pages on method show, computed from synthetic data.
  ///   - tree: where the files go. Files may have gone there even where the outcome is not sound.
  ///   - cache: of the earlier build, whose files the tree can reuse; of this one afterwards, if it is sound.
  ///   - progress: called with a word on each stage, in both languages.
  /// - Throws: what the tree throws.
  package func build(
    of material: BuildInputs, example: ExampleResults, into tree: any SiteTree,
    cache: inout PageCache, progress: (LocalizedText) -> Void = { _ in }
  ) throws -> BuildOutcome {
    let texts = material.texts
    guard !texts.source.layout.isEmpty else { return .failed(texts.findings) }
    let inputs = SiteInputs(model: material.model, example: example, source: texts.source)
    let drafts = drafts(texts, inputs)
    var findings = texts.findings + drafts.findings
    progress(LocalizedText(vi: "Dựng HTML", en: "Rendering"))
    do {
      let (frame, digests) = try inParallel({ try self.frame(drafts, texts) }, { AnswerDigests(inputs) })
      let cached = cache.validPages(frame.layoutFingerprint, digests)
      let pages = try pages(drafts, frame, cached, into: tree)
      let others = otherFiles(drafts, material, example)
      progress(LocalizedText(vi: "Kiểm tra trang", en: "Checking pages"))
      findings +=
        drafts.authored.missingFileFindings
        + pages.flatMap { file, page in page.findings.map { $0.finding(in: file) } }
      let (_, broken, updated) = try inParallel(
        { try write(others, into: tree) }, { brokenLinks(in: pages, others) },
        { [cache] in cache.updated(with: pages, frame.layoutFingerprint, digests) })
      let outcome = BuildOutcome(findings: findings + broken, pageCount: pages.count)
      // The files of a build with errors are never published, so the cache stays that of the site before.
      if outcome.isSound { cache = updated }
      return outcome
    } catch let fault as LayoutFault {
      return .failed(findings + [fault.finding])
    } catch let fault as MarkdownError {
      return .failed(findings + [Rule.renderFailed("\(fault)").finding(in: "pages")])
    }
  }

  /// What each writer writes in each language, the content not yet written.
  private func drafts(_ texts: Texts, _ inputs: SiteInputs) -> Drafts {
    let source = texts.source
    let authored = AuthoredPages(source: source)
    let contexts = InBothLanguages {
      PageContext(language: $0, inputs: inputs, labels: source.labels(in: $0))
    }
    let writers: [any PageWriter] = [authored] + PageWriters.all
    let pages = contexts.both.flatMap { context in writers.map { (context: context, writer: $0) } }
      .parallelMap { $0.writer.drafts($0.context) }.flatMap { $0 }
    return Drafts(pages, authored: authored, contexts: contexts)
  }

  /// What all pages are rendered and checked with.
  private func frame(_ drafts: Drafts, _ texts: Texts) throws -> Frame {
    let menus = drafts.contexts.both.reduce(into: [:]) {
      $0[$1.language] = PageWriters.menu($1, source: texts.source)
    }
    let renderer = try PageRenderer(
      source: texts.source, baseURL: baseURL, asOf: dataset.asOf, menu: menus,
      hasFeed: baseURL != nil && !DocumentFeed.days(in: dataset).isEmpty)
    return Frame(renderer, PageCheck(dataset: dataset, allowedNames: texts.allowedNames))
  }

  /// Makes the pages into the tree, or reuses them from the cache.
  private func pages(
    _ drafts: Drafts, _ frame: Frame, _ cached: [String: RenderedPage], into tree: any SiteTree
  ) throws -> [(file: String, page: RenderedPage)] {
    try PageMaker(
      renderer: frame.renderer, check: frame.check, contexts: drafts.contexts, titles: drafts.titles,
      cached: cached,
      // Where two pages want one file there is no site, but the other findings are wanted.
      tree: drafts.taken.isEmpty ? tree : SiteInMemory()
    ).make(drafts.pages)
  }

  /// The files beside the pages.
  private func otherFiles(
    _ drafts: Drafts, _ material: BuildInputs, _ example: ExampleResults
  ) -> [SiteAssembly.AssemblyFile] {
    SiteAssembly.files(
      heads: drafts.heads, source: material.texts.source, model: material.model, example: example.files,
      baseURL: baseURL)
  }

  private func write(_ files: [SiteAssembly.AssemblyFile], into tree: any SiteTree) throws {
    _ = try files.parallelMap { try tree.add($0.path, $0.bytes()) }
  }

  /// Links to no page, no place on a page and no other file.
  private func brokenLinks(
    in pages: [(file: String, page: RenderedPage)], _ others: [SiteAssembly.AssemblyFile]
  ) -> [Finding] {
    SiteCheck.links(pages, files: Set(pages.flatMap(\.page.files) + others.map(\.path)))
  }
}

extension LayoutFault {
  fileprivate var finding: Finding {
    Rule.layoutMalformed(kind).finding(in: "layouts/page.mustache", line: line)
  }
}
