internal import Foundation
internal import Pages
internal import Parallel
internal import ProvinceData
internal import Scoring
internal import SiteGen
internal import Text

/// The pipeline from folders to the finished site: validates, scores, compares, renders.
struct SiteRun: Sendable {
  /// The stage at which errors occurred.
  enum RunStage { case data, example, pages }

  /// Errors that prevent a site, with paths as users open them.
  struct Failure: Error {
    let stage: RunStage
    let findings: [Finding]
  }

  /// The cache of an earlier run. It only saves work: the site is the same without it.
  struct Cache: Sendable {
    fileprivate var data = DataCache()
    fileprivate var texts: SiteBuilder.Texts?
    fileprivate var example: ExampleFolder.Example?
    var pages = PageCache()
    /// The files of a site in memory.
    fileprivate var files: [String: Data] = [:]
  }

  /// Everything needed to render the site, free of errors.
  struct RunInputs: Sendable {
    fileprivate let builder: SiteBuilder
    fileprivate let pages: SiteBuilder.BuildInputs
    fileprivate let example: ExampleFolder.Example

    /// The keys of `site.yaml` that are left open.
    var missingSettings: [String] { pages.missingSettings }
  }

  /// Called with the findings of each stage, including warnings, and the folder that their paths are relative to.
  typealias Report = (_ findings: [Finding], _ folder: String) -> Void

  let options: SiteOptions
  /// Whether pages name their cards, which a tool makes.
  var hasCards = false

  /// Reads the folders.
  ///
  /// - Parameters:
  ///   - cache: from an earlier run with the same options; updated with what is read.
  ///   - all: whether all pages will be rendered, so that their data are computed at once on all cores.
  ///   - progress: called with the name of each stage, from any thread but never concurrently.
  /// - Throws: ``Failure``, or ``FolderFault``.
  func read(
    cache: inout Cache, forAll all: Bool,
    progress: @escaping @Sendable (LocalizedText) -> Void, findings: Report
  ) throws -> RunInputs {
    let irregular = options.irregularities
    guard irregular.isEmpty else {
      findings(irregular, ".")
      throw Failure(stage: .pages, findings: irregular)
    }
    progress(LocalizedText(vi: "Đọc dữ liệu", en: "Reading data"))
    let (read, (example, texts)) = try inParallel(
      { [cached = cache.data] in try data(cached, forAll: all, progress: progress) },
      { [options, cached = cache.example, texts = cache.texts] in
        let folder = URL(filePath: options.site)
        let example = try ExampleFolder(path: options.examples).load(cached: cached)
        guard all, (try? example.check()) != nil else {
          return (example, SiteBuilder.Texts(of: folder, cached: texts))
        }
        return (
          example,
          inParallel({ example.results.prepare() }, { SiteBuilder.Texts(of: folder, cached: texts) }).1
        )
      })
    cache.data = read.cache
    cache.example = example
    cache.texts = texts
    findings(read.loaded.findings, options.data)
    guard let (builder, model) = read.model else {
      throw Failure(stage: .data, findings: Self.located(read.loaded.findings, in: options.data))
    }
    return RunInputs(builder: builder, pages: SiteBuilder.BuildInputs(texts, model), example: example)
  }

  /// Reads the data and starts computing what pages show.
  private func data(
    _ cached: DataCache, forAll all: Bool, progress: (LocalizedText) -> Void
  ) throws -> (loaded: LoadResult, cache: DataCache, model: (SiteBuilder, SiteModel)?) {
    var cache = cached
    let loaded = try DataFolder(path: options.data, language: options.lang.language).read(
      cache: &cache)
    let model = loaded.dataset.map(builder).map { builder in
      progress(LocalizedText(vi: "Tính kết luận và điểm", en: "Judging targets and reasoning over scores"))
      return (builder, builder.model(forAll: all))
    }
    return (loaded, cache, model)
  }

  /// Renders the pages and files.
  ///
  /// - Parameters:
  ///   - tree: receives the files; after an error they do not form a site.
  ///   - cache: from the earlier run, whose files the tree can reuse; updated with this run.
  ///   - progress: called with the name of each stage.
  /// - Returns: the number of pages, and the drawings of the cards.
  /// - Throws: ``Failure``, or any error of the tree.
  func make(
    _ inputs: RunInputs, into tree: any SiteTree, cache: inout Cache,
    progress: (LocalizedText) -> Void, findings: Report
  ) throws -> (pages: Int, drawings: [String: String]) {
    let example = inputs.example
    // An example used by a cached site has already been checked.
    if !cache.pages.holds(example.results) {
      do {
        try example.check()
      } catch let failure as Failure {
        findings(failure.findings, ".")
        throw failure
      }
    }
    let outcome = try inputs.builder.build(
      of: inputs.pages, example: example.results, into: tree, cache: &cache.pages, progress: progress
    )
    findings(outcome.findings, options.site)
    guard outcome.isSound else {
      throw Failure(stage: .pages, findings: Self.located(outcome.findings, in: options.site))
    }
    return (outcome.pageCount, outcome.drawings)
  }

  /// Renders the site in memory.
  ///
  /// - Parameter cache: from an earlier run with the same options; updated with this run.
  /// - Throws: ``Failure``, or ``FolderFault``.
  func site(
    cache: inout Cache, progress: @escaping @Sendable (LocalizedText) -> Void = { _ in },
    findings: Report = { _, _ in }
  ) throws -> (output: SiteOutput, pages: Int, drawings: [String: String]) {
    let inputs = try read(
      cache: &cache, forAll: cache.pages.isEmpty, progress: progress, findings: findings)
    let tree = SiteInMemory(reusing: cache.files)
    let made = try make(inputs, into: tree, cache: &cache, progress: progress, findings: findings)
    cache.files = tree.files
    return (SiteOutput(files: cache.files), made.pages, made.drawings)
  }

  private func builder(_ dataset: Dataset) -> SiteBuilder {
    SiteBuilder(
      dataset: options.day.map(dataset.withAsOf) ?? dataset, siteFolder: URL(filePath: options.site),
      baseURL: options.baseURL, hasCards: hasCards)
  }

  /// The errors, with paths that include the folder.
  private static func located(_ findings: [Finding], in folder: String) -> [Finding] {
    let prefix = folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    return findings.filter { $0.severity == .error }.map { $0.below(prefix) }
  }
}
