internal import Foundation
internal import Pages
internal import Parallel
internal import ProvinceData
internal import Scoring
internal import SiteGen
internal import Text

/// From the folders to the finished site: validates, scores, compares, renders.
struct SiteRun: Sendable {
  /// What was read, or made, when there were errors.
  enum Stage { case data, example, pages }

  /// Findings that leave no site; errors only, with paths as people open them.
  struct Failure: Error {
    let stage: Stage
    let findings: [Finding]
  }

  /// What an earlier run read and made. It saves work and nothing else: the site is the same with any cache as with none.
  struct Cache: Sendable {
    fileprivate var data = DataCache()
    fileprivate var texts: SiteBuilder.Texts?
    fileprivate var example: ExampleFolder.Loaded?
    var pages = PageCache()
    /// The files of a site in memory.
    fileprivate var files: [String: Data] = [:]
  }

  /// Everything that the site is made from, without an error.
  struct Material: Sendable {
    fileprivate let builder: SiteBuilder
    fileprivate let pages: SiteBuilder.Material
    fileprivate let example: ExampleFolder.Loaded
  }

  /// Called with what is wrong at each stage, warnings too, and the folder that the paths begin from.
  typealias Report = (_ findings: [Finding], _ folder: String) -> Void

  let options: SiteOptions

  /// Reads the folders.
  ///
  /// - Parameters:
  ///   - cache: of an earlier run with the same options; updated with what is read.
  ///   - all: whether all pages are to be made, so that what they need is computed at once, on all cores.
  ///   - progress: called with a word on each stage, from any thread but one at a time.
  /// - Throws: ``Failure``, or ``FolderFault``.
  func read(
    cache: inout Cache, forAll all: Bool,
    progress: @escaping @Sendable (LocalizedText) -> Void, findings: Report
  ) throws -> Material {
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
    return Material(builder: builder, pages: SiteBuilder.Material(texts, model), example: example)
  }

  /// Reads the data, and begins to compute what pages show of them.
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

  /// Makes the pages and files.
  ///
  /// - Parameters:
  ///   - tree: where they go; when an error is thrown what went there is no site.
  ///   - cache: of the earlier run, whose files the tree can reuse; of this one afterwards.
  ///   - progress: called with a word on each stage.
  /// - Returns: how many pages there are.
  /// - Throws: ``Failure``, or what the tree throws.
  func make(
    _ material: Material, into tree: any SiteTree, cache: inout Cache,
    progress: (LocalizedText) -> Void, findings: Report
  ) throws -> Int {
    let example = material.example
    // An example that a cached site was made with has been checked before.
    if !cache.pages.holds(example.results) {
      do {
        try example.check()
      } catch let failure as Failure {
        findings(failure.findings, ".")
        throw failure
      }
    }
    let outcome = try material.builder.build(
      of: material.pages, example: example.results, into: tree, cache: &cache.pages, progress: progress
    )
    findings(outcome.findings, options.site)
    guard outcome.isSound else {
      throw Failure(stage: .pages, findings: Self.located(outcome.findings, in: options.site))
    }
    return outcome.pageCount
  }

  /// Makes the site in memory.
  ///
  /// - Parameter cache: of an earlier run with the same options; of this one afterwards.
  /// - Throws: ``Failure``, or ``FolderFault``.
  func site(
    cache: inout Cache, progress: @escaping @Sendable (LocalizedText) -> Void = { _ in },
    findings: Report = { _, _ in }
  ) throws -> (output: SiteOutput, pages: Int) {
    let material = try read(
      cache: &cache, forAll: cache.pages.isEmpty, progress: progress, findings: findings)
    let tree = SiteInMemory(after: cache.files)
    let pages = try make(material, into: tree, cache: &cache, progress: progress, findings: findings)
    cache.files = tree.files
    return (SiteOutput(files: cache.files), pages)
  }

  private func builder(_ dataset: Dataset) -> SiteBuilder {
    SiteBuilder(
      dataset: options.day.map(dataset.withAsOf) ?? dataset, siteFolder: URL(filePath: options.site),
      baseURL: options.baseURL)
  }

  /// The errors, with the folder before their paths.
  private static func located(_ findings: [Finding], in folder: String) -> [Finding] {
    let prefix = folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    return findings.filter { $0.severity == .error }.map {
      Finding(
        rule: $0.rule, severity: $0.severity, file: prefix + $0.file, line: $0.line, column: $0.column,
        message: $0.message, hint: $0.hint)
    }
  }
}
