public import Foundation
internal import GFM
internal import Parallel
public import Scoring

/// Builds the site: data, the folder `site` and the worked example in, every file of the site out. Writes nothing.
///
/// The same dataset, the same folder and the same options give the same bytes.
public struct SiteBuilder: Sendable {
  /// The outcome of a build.
  public struct Result: Sendable {
    /// Problems of the pages, labels and links; errors mean that there is no site.
    public let findings: [Finding]
    /// The site; nil when there are errors.
    public let output: SiteOutput?
    /// How many pages there are, both languages counted.
    public let pageCount: Int
  }

  /// What the pages are made of, the example apart.
  public struct Material: Sendable {
    fileprivate let source: SiteSource
    fileprivate let model: SiteModel
    /// What is wrong with the folder `site`.
    fileprivate let findings: [Finding]
  }

  private let dataset: Dataset
  private let folder: URL
  private let baseURL: String?

  /// - Parameters:
  ///   - dataset: the checked data.
  ///   - siteFolder: the folder with page text, labels, layout and assets.
  ///   - baseURL: where the site will stand, for canonical addresses, the sitemap and feeds; nil leaves them out.
  public init(dataset: Dataset, siteFolder: URL, baseURL: String? = nil) {
    self.dataset = dataset
    self.folder = siteFolder
    self.baseURL = baseURL.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
  }

  /// Reads the folder `site`, judges the targets and reasons over the scores. The example is not needed for this,
  /// so that it can be computed beside.
  public func material() -> Material {
    let ((source, findings), model) = together(
      { [folder] in
        var reader = SiteSourceReader(folder: folder)
        let source = reader.read()
        return (source, reader.findings + SiteCheck.labels(source))
      }, { [dataset] in SiteModel(dataset) })
    return Material(source: source, model: model, findings: findings)
  }

  /// Builds everything in memory.
  ///
  /// - Parameter example: what the pages on method show, computed from synthetic data.
  public func build(example: ExampleResults) -> Result {
    var memory = SiteMemory()
    return build(of: material(), example: example, remembering: &memory)
  }

  /// Builds everything in memory, and takes from an earlier build what is the same.
  ///
  /// - Parameters:
  ///   - material: what ``material()`` gave.
  ///   - example: what the pages on method show, computed from synthetic data.
  ///   - memory: of the earlier build; of this one afterwards, when it has pages.
  ///   - progress: called with a word on each stage, in both languages.
  public func build(
    of material: Material, example: ExampleResults, remembering memory: inout SiteMemory,
    progress: (LocalizedText) -> Void = { _ in }
  ) -> Result {
    let (source, model) = (material.source, material.model)
    var findings = material.findings
    guard !source.layout.isEmpty else { return failed(findings) }
    do {
      let authored = AuthoredPages(source: source)
      let contexts = Language.allCases.map {
        PageContext(language: $0, model: model, example: example, labels: source.labels(in: $0))
      }
      progress(LocalizedText(vi: "Dựng HTML", en: "Rendering"))
      let rendered = try render(try pages(contexts, authored), source: source, contexts, &memory)
      let (output, twins) = together(
        { [baseURL] in
          SiteAssembly.output(
            rendered, source: source, model: model, example: example.example, baseURL: baseURL)
        }, { SiteCheck.twins(rendered) })
      findings += authored.findings + twins
      let names = SiteBuilder.allowedNames(in: folder)
      progress(LocalizedText(vi: "Kiểm tra trang", en: "Checking pages"))
      findings += SiteCheck(dataset: dataset, allowedNames: names)
        .pages(rendered, files: Set(output.files.keys))
      let isSound = !findings.contains { $0.severity == .error }
      return Result(
        findings: findings.sorted(), output: isSound ? output : nil, pageCount: rendered.count)
    } catch let fault as Layout.Fault {
      let rule = SiteRule.layoutMalformed(fault.kind)
      return failed(findings + [rule.finding(in: "layouts/page.mustache", line: fault.line)])
    } catch {
      return failed(findings + [SiteRule.renderFailed("\(error)").finding(in: "pages")])
    }
  }

  private func failed(_ findings: [Finding]) -> Result {
    Result(findings: findings.sorted(), output: nil, pageCount: 0)
  }

  /// The pages of both languages before they are rendered, authored ones first. One writer and language at a
  /// time on each core.
  private func pages(_ contexts: [PageContext], _ authored: AuthoredPages) throws -> [Page] {
    let writers: [any PageWriter] = [authored] + PageWriters.all
    let work = contexts.flatMap { context in writers.map { (context: context, writer: $0) } }
    return try work.parallelMap { try $0.writer.pages($0.context) }.flatMap { $0 }
  }

  private func render(
    _ pages: [Page], source: SiteSource, _ contexts: [PageContext], _ memory: inout SiteMemory
  ) throws -> [RenderedPage] {
    var menu: [Language: [PageRenderer.MenuEntry]] = [:]
    var titles: [Language: [Route: String]] = [:]
    for page in pages { titles[page.language, default: [:]][page.route] = page.title }
    for context in contexts {
      menu[context.language] = PageWriters.menu(context, source: source)
      titles[context.language, default: [:]][.home] = context.label("nav.home")
    }
    let hasFeed = baseURL != nil && !DocumentFeed.days(in: dataset).isEmpty
    let renderer = try PageRenderer(
      source: source, baseURL: baseURL, asOf: dataset.asOf, menu: menu, hasFeed: hasFeed)
    let frame = SiteMemory.Frame(
      layout: source.layout, labels: source.labels.mapValues(\.texts), menu: menu, baseURL: baseURL,
      asOf: dataset.asOf, hasFeed: hasFeed)
    let known = memory.pages(in: frame)
    let rendered = try pages.parallelMap { [titles] page in
      let titles = titles[page.language] ?? [:]
      if let same = known[page.route.file(in: page.language)], same.holds(page, titles: titles) {
        return same
      }
      return try renderer.render(page, titles: titles)
    }
    memory.keep(rendered, in: frame)
    return rendered
  }

  /// Proper names that pages of either language may hold, one to a line in `site/names.txt`.
  private static func allowedNames(in folder: URL) -> [String] {
    let text = try? String(contentsOf: folder.appending(path: "names.txt"), encoding: .utf8)
    return (text ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
  }
}

extension Array where Element == Finding {
  /// By file, line, column and rule.
  func sorted() -> [Finding] {
    sorted { ($0.file, $0.line, $0.column, $0.rule) < ($1.file, $1.line, $1.column, $1.rule) }
  }
}
