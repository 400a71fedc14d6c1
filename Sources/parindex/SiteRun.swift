internal import Foundation
internal import Parallel
internal import ProvinceData
internal import Scoring
internal import SiteGen

/// From the folders to the finished site in memory: validates, scores, compares, renders.
struct SiteRun: Sendable {
  /// What was read, or made, when there were errors.
  enum Stage { case data, example, pages }

  /// Findings that leave no site; errors only, with paths as people open them.
  struct Failure: Error {
    let stage: Stage
    let findings: [Finding]
  }

  /// What an earlier run in the same process read and made; the same site comes out with any memory as with none.
  struct Memory: Sendable {
    fileprivate var data = DataMemory()
    fileprivate var example: ExampleFolder.Loaded?
    fileprivate var site = SiteMemory()
  }

  let options: SiteOptions

  /// Makes the site.
  ///
  /// - Parameters:
  ///   - memory: of an earlier run with the same options; of this one afterwards.
  ///   - progress: called with a word on each stage, from any thread but one at a time.
  ///   - findings: called with what is wrong at each stage, warnings too, and the folder that the paths begin from.
  /// - Throws: ``Failure``, or ``FolderFault``.
  func run(
    remembering memory: inout Memory, progress: @escaping @Sendable (LocalizedText) -> Void,
    findings: ([Finding], _ folder: String) -> Void
  ) throws -> (output: SiteOutput, pages: Int) {
    progress(LocalizedText(vi: "Đọc dữ liệu", en: "Reading data"))
    let dataFolder = DataFolder(path: options.data, language: options.lang.language)
    let exampleFolder = ExampleFolder(path: options.examples)
    let (read, example) = try together(
      { [data = memory.data] in
        var data = data
        let loaded = try dataFolder.read(remembering: &data)
        let builder = loaded.dataset.map(builder)
        if builder != nil {
          progress(
            LocalizedText(vi: "Tính kết luận và điểm", en: "Judging targets and reasoning over scores"))
        }
        return (loaded: loaded, memory: data, site: builder.map { ($0, $0.material()) })
      }, { [known = memory.example] in try exampleFolder.load(knowing: known) })
    memory.data = read.memory
    memory.example = example
    findings(read.loaded.findings, options.data)
    guard let (builder, material) = read.site else {
      throw Failure(stage: .data, findings: Self.located(read.loaded.findings, in: options.data))
    }
    findings(example.findings, ".")
    guard let exampleResults = example.results else {
      throw Failure(stage: .example, findings: example.findings)
    }
    let result = builder.build(
      of: material, example: exampleResults, remembering: &memory.site, progress: progress)
    findings(result.findings, options.site)
    guard let output = result.output else {
      throw Failure(stage: .pages, findings: Self.located(result.findings, in: options.site))
    }
    return (output, result.pageCount)
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
