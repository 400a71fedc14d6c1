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

  /// What an earlier run read and made; the same site comes out with any memory as with none.
  struct Memory: Sendable {
    fileprivate var data = DataMemory()
    fileprivate var texts: SiteBuilder.Texts?
    fileprivate var example: ExampleFolder.Loaded?
    /// The pages.
    var site = SiteMemory()
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
  ///   - memory: of an earlier run with the same options; what was read is kept in it.
  ///   - all: whether all pages are to be made, so that what they need is computed at once, on all cores.
  ///   - progress: called with a word on each stage, from any thread but one at a time.
  /// - Throws: ``Failure``, or ``FolderFault``.
  func read(
    remembering memory: inout Memory, forAll all: Bool,
    progress: @escaping @Sendable (LocalizedText) -> Void, findings: Report
  ) throws -> Material {
    progress(LocalizedText(vi: "Đọc dữ liệu", en: "Reading data"))
    let (read, (example, texts)) = try inParallel(
      { [known = memory.data] in try data(knowing: known, forAll: all, progress: progress) },
      { [options, known = memory.example, texts = memory.texts] in
        let folder = URL(filePath: options.site)
        let example = try ExampleFolder(path: options.examples).load(knowing: known)
        guard all, (try? example.check()) != nil else {
          return (example, SiteBuilder.Texts(of: folder, knowing: texts))
        }
        return (
          example,
          inParallel({ example.results.prepare() }, { SiteBuilder.Texts(of: folder, knowing: texts) }).1
        )
      })
    memory.data = read.memory
    memory.example = example
    memory.texts = texts
    findings(read.loaded.findings, options.data)
    guard let (builder, model) = read.model else {
      throw Failure(stage: .data, findings: Self.located(read.loaded.findings, in: options.data))
    }
    return Material(builder: builder, pages: SiteBuilder.Material(texts, model), example: example)
  }

  /// Reads the data, and begins to compute what pages show of them.
  private func data(
    knowing known: DataMemory, forAll all: Bool, progress: (LocalizedText) -> Void
  ) throws -> (loaded: LoadResult, memory: DataMemory, model: (SiteBuilder, SiteModel)?) {
    var memory = known
    let loaded = try DataFolder(path: options.data, language: options.lang.language).read(
      remembering: &memory)
    let model = loaded.dataset.map(builder).map { builder in
      progress(LocalizedText(vi: "Tính kết luận và điểm", en: "Judging targets and reasoning over scores"))
      return (builder, builder.model(forAll: all))
    }
    return (loaded, memory, model)
  }

  /// Makes the pages and files.
  ///
  /// - Parameters:
  ///   - tree: where they go; when an error is thrown what went there is no site.
  ///   - memory: of the earlier run, whose files the tree can take over; of this one afterwards.
  ///   - progress: called with a word on each stage.
  /// - Returns: how many pages there are.
  /// - Throws: ``Failure``, or what the tree throws.
  func make(
    _ material: Material, into tree: any SiteTree, remembering memory: inout Memory,
    progress: (LocalizedText) -> Void, findings: Report
  ) throws -> Int {
    let example = material.example
    // Who made a site of it before has read it before.
    if !memory.site.holds(example.results) {
      do {
        try example.check()
      } catch let failure as Failure {
        findings(failure.findings, ".")
        throw failure
      }
    }
    let outcome = try material.builder.build(
      of: material.pages, example: example.results, into: tree, remembering: &memory.site, progress: progress
    )
    findings(outcome.findings, options.site)
    guard outcome.isSound else {
      throw Failure(stage: .pages, findings: Self.located(outcome.findings, in: options.site))
    }
    return outcome.pageCount
  }

  /// Makes the site in memory.
  ///
  /// - Parameter memory: of an earlier run with the same options; of this one afterwards.
  /// - Throws: ``Failure``, or ``FolderFault``.
  func site(
    remembering memory: inout Memory, progress: @escaping @Sendable (LocalizedText) -> Void = { _ in },
    findings: Report = { _, _ in }
  ) throws -> (output: SiteOutput, pages: Int) {
    let material = try read(
      remembering: &memory, forAll: memory.site.isEmpty, progress: progress, findings: findings)
    let tree = SiteInMemory(after: memory.files)
    let pages = try make(material, into: tree, remembering: &memory, progress: progress, findings: findings)
    memory.files = tree.files
    return (SiteOutput(files: memory.files), pages)
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
