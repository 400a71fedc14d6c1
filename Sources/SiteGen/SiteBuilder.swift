package import Foundation
internal import GFM
internal import Files
package import Pages
internal import Parallel
package import Scoring
package import Text

/// Builds the site: data, the folder `site` and the worked example in, every file of the site out into a tree.
///
/// The same dataset, the same folder and the same options give the same bytes.
package struct SiteBuilder: Sendable {
  /// The outcome of a build.
  package struct Outcome: Sendable {
    /// Problems of the pages, labels and links. When there is an error the files in the tree are not a site.
    package let findings: [Finding]
    /// How many pages there are, both languages counted.
    package let pageCount: Int
    /// Whether the tree holds the whole site.
    package var isSound: Bool { !findings.contains { $0.severity == .error } }
  }

  /// The outcome of a build in memory.
  package struct Result: Sendable {
    /// Problems of the pages, labels and links; errors mean that there is no site.
    package let findings: [Finding]
    /// The site; nil when there are errors.
    package let output: SiteOutput?
    /// How many pages there are, both languages counted.
    package let pageCount: Int
  }

  /// What the folder `site` holds.
  package struct Texts: Sendable {
    fileprivate let source: SiteSource
    fileprivate let allowedNames: [String]
    /// What is wrong with it.
    fileprivate let findings: [Finding]
    /// The files as they were before they were read; nil when a change since then could go unseen.
    private let listing: [SourceFile]?

    /// Reads the folder.
    ///
    /// - Parameter known: what an earlier reading gave; taken when nobody has written to the folder since.
    package init(of folder: URL, knowing known: Texts? = nil) {
      let files = try? SourceFile.all(below: folder.path(percentEncoded: false))
      let listing = files.flatMap { $0.contains(where: \.isJustChanged) ? nil : $0 }
      if let known, let listing, known.listing == listing {
        self = known
        return
      }
      self.listing = listing
      var reader = SiteSourceReader(folder: folder)
      source = reader.read()
      findings = reader.findings + SiteCheck.labels(source)
      allowedNames = SiteBuilder.allowedNames(in: folder)
    }
  }

  /// What the pages are made of, the example apart.
  package struct Material: Sendable {
    fileprivate let texts: Texts
    fileprivate let model: SiteModel
  }

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

  /// The data and everything computed from them. Texts and example are not needed for this, so that it can be done
  /// beside.
  ///
  /// - Parameter all: whether all pages are to be made, so that the targets are judged and the scores reasoned over at
  ///   once, on all cores, rather than as pages need it.
  package func model(forAll all: Bool) -> SiteModel {
    let model = SiteModel(dataset)
    if all { model.prepare() }
    return model
  }

  /// Brings texts and data together.
  package func material(_ texts: Texts, _ model: SiteModel) -> Material {
    Material(texts: texts, model: model)
  }

  /// Builds everything in memory.
  ///
  /// - Parameter example: what the pages on method show, computed from synthetic data.
  package func build(example: ExampleResults) -> Result {
    var memory = SiteMemory()
    let tree = SiteInMemory()
    let outcome: Outcome
    do {
      outcome = try build(
        of: material(Texts(of: folder), model(forAll: true)), example: example, into: tree,
        remembering: &memory)
    } catch {
      // The tree in memory takes everything.
      outcome = failed([Rule.renderFailed("\(error)").finding(in: "pages")])
    }
    return Result(
      findings: outcome.findings, output: outcome.isSound ? SiteOutput(files: tree.files) : nil,
      pageCount: outcome.pageCount)
  }

  /// Makes the pages and files, and takes over from an earlier build what is the same.
  ///
  /// - Parameters:
  ///   - material: what ``material(_:_:)`` gave.
  ///   - example: what the pages on method show, computed from synthetic data.
  ///   - tree: where the files go. Files may have gone there even where the outcome is not sound.
  ///   - memory: of the earlier build, whose files the tree can take over; of this one afterwards, if it is sound.
  ///   - progress: called with a word on each stage, in both languages.
  /// - Throws: what the tree throws.
  package func build(
    of material: Material, example: ExampleResults, into tree: any SiteTree,
    remembering memory: inout SiteMemory, progress: (LocalizedText) -> Void = { _ in }
  ) throws -> Outcome {
    let (source, model) = (material.texts.source, material.model)
    guard !source.layout.isEmpty else { return failed(material.texts.findings) }
    let authored = AuthoredPages(source: source)
    let contexts = InBothLanguages {
      PageContext(language: $0, model: model, example: example, labels: source.labels(in: $0))
    }
    let writers: [any PageWriter] = [authored] + PageWriters.all
    let drafts = contexts.both.flatMap { context in writers.map { (context: context, writer: $0) } }
      .parallelMap { $0.writer.drafts($0.context) }.flatMap { $0 }
    let heads = drafts.map(\.head)
    let taken = SiteCheck.taken(heads)
    var findings = material.texts.findings + authored.findings + taken + SiteCheck.twins(heads)
    progress(LocalizedText(vi: "Dựng HTML", en: "Rendering"))
    do {
      let (frame, digests) = try together(
        { () throws(any Error) in try self.frame(of: heads, material.texts, contexts) },
        { () throws(any Error) in FactDigests(model: model, example: example, source: source) })
      let maker = PageMaker(
        renderer: frame.renderer, check: frame.check, contexts: contexts,
        titles: titles(of: heads, contexts), known: memory.pages(in: frame.digest, digests),
        // Where two pages want one file there is no site, but the other findings are wanted.
        tree: taken.isEmpty ? tree : SiteInMemory())
      let made = try maker.make(drafts)
      let others = SiteAssembly.files(
        heads: heads, source: source, model: model, example: example.files, baseURL: baseURL)
      progress(LocalizedText(vi: "Kiểm tra trang", en: "Checking pages"))
      findings += authored.losses + made.flatMap { file, page in page.findings.map { $0.finding(in: file) } }
      let (_, (broken, kept)) = try together(
        { () throws(any Error) in try others.parallelMap { try tree.add($0.path, $0.bytes()) } },
        { [memory] () throws(any Error) in
          together(
            { SiteCheck.links(made, files: Set(made.flatMap(\.page.files) + others.map(\.path))) },
            {
              var kept = memory
              kept.keep(made, in: frame.digest, digests)
              return kept
            })
        })
      findings += broken
      let outcome = Outcome(findings: findings.sorted(), pageCount: made.count)
      // Else the files in the tree are not those of a site, and the earlier ones stay what is remembered.
      if outcome.isSound { memory = kept }
      return outcome
    } catch let fault as LayoutFault {
      let rule = Rule.layoutMalformed(fault.kind)
      return failed(findings + [rule.finding(in: "layouts/page.mustache", line: fault.line)])
    } catch let fault as MarkdownError {
      return failed(findings + [Rule.renderFailed("\(fault)").finding(in: "pages")])
    }
  }

  /// What all pages are rendered and checked with, and the digest of it.
  private struct Frame: Sendable {
    let renderer: PageRenderer
    let check: PageCheck
    let digest: ContentDigest?
  }

  private func frame(
    of heads: [Page.Head], _ texts: Texts, _ contexts: InBothLanguages<PageContext>
  ) throws -> Frame {
    let renderer = try PageRenderer(
      source: texts.source, baseURL: baseURL, asOf: dataset.asOf,
      menu: contexts.both.reduce(into: [:]) { $0[$1.language] = PageWriters.menu($1, source: texts.source) },
      hasFeed: baseURL != nil && !DocumentFeed.days(in: dataset).isEmpty)
    let check = PageCheck(dataset: dataset, allowedNames: texts.allowedNames)
    return Frame(
      renderer: renderer, check: check, digest: MemberWriter.digest([renderer.frame, check.frame]))
  }

  /// The title of each page; of the home page the word of the navigation.
  private func titles(
    of heads: [Page.Head], _ contexts: InBothLanguages<PageContext>
  ) -> InBothLanguages<[Route: String]> {
    InBothLanguages { language in
      var titles: [Route: String] = [:]
      for head in heads where head.language == language { titles[head.route] = head.title }
      titles[.home] = contexts[language].label("nav.home")
      return titles
    }
  }

  /// Proper names that pages of either language may hold, one to a line in `site/names.txt`.
  fileprivate static func allowedNames(in folder: URL) -> [String] {
    let text = try? String(contentsOf: folder.appending(path: "names.txt"), encoding: .utf8)
    return (text ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
  }

  private func failed(_ findings: [Finding]) -> Outcome {
    Outcome(findings: findings.sorted(), pageCount: 0)
  }
}

extension Array where Element == Finding {
  /// By file, line, column and rule.
  func sorted() -> [Finding] {
    sorted { ($0.file, $0.line, $0.column, $0.rule) < ($1.file, $1.line, $1.column, $1.rule) }
  }
}
