internal import ArgumentParser
internal import Foundation
internal import Files
internal import SiteGen
internal import Text

/// Rebuilds a published site and names the differences.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Make a published site again and name every difference.",
    discussion: """
      Each file of a folder is held against the manifest.json in it; then the site is made again from the sources \
      here, with the options of the manifest, and held against the manifest too. Of a site elsewhere, give its \
      manifest.json as a file. Nothing is written but temporary files, and nothing is fetched. What a tool made is \
      made again only where this machine has the same version of it; else the report says so.

      Exit codes: 0 nothing differs; 1 something does, or the sources or the manifest have errors.

      Examples:
        parindex verify _site
        parindex verify manifest.json --format json
      """)

  enum VerifyFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "The folder of a published site, or a manifest.json of one.")
  var place: String
  @Option(help: "The folder with the data files.")
  var data = "Data"
  @Option(help: "The folder with the worked example of synthetic data that the pages on method show.")
  var examples = "Examples"
  @Option(help: "The folder with page text, labels, layout and assets.")
  var site = "site"
  @Option(help: "text or json.")
  var format: VerifyFormat = .text
  @Option(help: "The language of the sentences: vi or en.")
  var lang: OutputLanguage = .vi

  func run() throws {
    let language = lang.language
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: place, isDirectory: &isFolder) else {
      throw ValidationError("There is no folder or file '\(place)'.")
    }
    let folder = isFolder.boolValue ? SiteFolder(place) : nil
    let manifest = try manifest(in: folder, language)
    var options = SiteOptions()
    options.data = data
    options.examples = examples
    options.site = site
    options.lang = lang
    (options.baseURL, options.asOf) = (nil, nil)
    try options.validate()
    options.baseURL = manifest.options.baseURL
    options.asOf = manifest.options.asOf
    guard (try? options.validate()) != nil else {
      Console.note(ManifestFault.malformed(place: "options").sentence(place)[language])
      throw ExitCode(1)
    }
    let published = try folder.map { try files(of: $0, language) }
    let makers = ToolSelection.all.filter { $0.source == .drawings }.map(\.name)
    let hasCards = manifest.madeByTools.contains { makers.contains($0.tool) }
    let (output, _, drawings) = try site(options, hasCards: hasCards, language)
    let sourceVersion = try options.sourceVersion(language).digest
    let verification = Verification(
      of: manifest, folder: folder, published: published, rebuilt: output.files,
      tools: comparisons(manifest.madeByTools, output, drawings), programVersion: ProgramVersion.current,
      sourceVersion: sourceVersion)
    let report = VerifyReport(verification, place: place, language: language)
    switch format {
    case .text: try Console.result(report.text)
    case .json: try Console.result(report.json)
    }
    for line in report.tools { Console.note(line) }
    Console.note(report.summary(files: manifest.allFiles.count))
    if !verification.isSame { throw ExitCode(1) }
  }

  /// Makes again what tools made, with those of the same version on this machine.
  private func comparisons(
    _ parts: [SiteManifest.ToolPart], _ output: SiteOutput, _ drawings: [String: String]
  ) -> [Verification.ToolComparison] {
    parts.map { part in
      let tool = ToolSelection.all.first { $0.name == part.tool }
      let program = tool?.find()
      var made: [String: Data]?
      if let tool, let program, program.version == part.version {
        made = try? remake(tool, program, output.files, drawings)
      }
      return Verification.ToolComparison(
        tool: part.tool, expected: part.version, found: program?.version, files: made)
    }
  }

  private func remake(
    _ tool: any OutsideTool, _ program: FoundTool, _ files: [String: Data], _ drawings: [String: String]
  ) throws -> [String: Data] {
    let workspace = try ToolWorkspace()
    for (path, bytes) in files where tool.source.reads(path) { try workspace.write(bytes, to: path) }
    // Nothing made earlier is taken: it is what is to be checked.
    return try tool.run(program, on: ToolInput(folder: workspace.path, drawings: drawings)) { false }
  }

  private func manifest(in folder: SiteFolder?, _ language: Language) throws -> SiteManifest {
    let path = folder == nil ? place : place + "/" + SiteManifest.fileName
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw ValidationError("There is no '\(path)' that can be read; is this a site that parindex published?")
    }
    do {
      return try SiteManifest(json: bytes)
    } catch {
      Console.note(error.sentence(path)[language])
      throw ExitCode(1)
    }
  }

  private func files(of folder: SiteFolder, _ language: Language) throws -> [String: FileDigest?] {
    do {
      return try folder.digests(ignoring: [SiteManifest.fileName, BuildCommand.marker])
    } catch {
      let path = error.path.isEmpty ? place : place + "/" + error.path
      throw FolderFault.unreadable(path).commandEnd(language)
    }
  }

  private func site(
    _ options: SiteOptions, hasCards: Bool, _ language: Language
  ) throws -> (output: SiteOutput, pages: Int, drawings: [String: String]) {
    do {
      var cache = SiteRun.Cache()
      return try SiteRun(options: options, hasCards: hasCards).site(cache: &cache) {
        Console.note($0[language] + "…")
      } findings: {
        DataFolder.report($0, in: $1, language: language)
      }
    } catch let fault as FolderFault {
      throw fault.commandEnd(language)
    } catch is SiteRun.Failure {
      Console.note(
        language == .vietnamese
          ? "Nguồn ở đây còn lỗi nên không dựng lại được trang để đối chiếu."
          : "The sources here have errors, so there is no site to compare with.")
      throw ExitCode(1)
    }
  }
}
