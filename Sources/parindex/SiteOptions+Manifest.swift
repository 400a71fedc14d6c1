internal import Files
internal import Pages
internal import SiteGen
internal import Text

extension SiteOptions {
  /// A finding for each link, pipe or the like in the folder of the example, and for a link in place of this folder or
  /// that of the texts. The data folder itself can be a link, and the readers of data and texts report those below.
  var irregularities: [Finding] {
    let roots = [site, examples].filter { FileStatus(at: $0)?.type == .symbolicLink }
    let inside = ((try? SourceFile.all(below: examples)) ?? []).compactMap { file in
      file.irregularity?.finding(in: examples + "/" + file.path.composed)
    }
    return roots.map { Rule.fileIrregular(isLink: true).finding(in: $0) } + inside
  }

  /// The version of the sources in the folders.
  ///
  /// - Throws: an end of the command when a folder cannot be read.
  func sourceVersion(_ language: Language) throws -> SourceVersion {
    do {
      return try sourceVersion()
    } catch {
      throw FolderFault.unreadable(error.path).commandEnd(language)
    }
  }

  /// The version of the sources in the folders.
  func sourceVersion() throws(SourceVersion.UnreadableSource) -> SourceVersion {
    try SourceVersion(of: [
      "data": data, "site": site, "examples": examples + "/" + WorkedExample.folder,
      "unit-example": examples + "/" + WorkedExample.unitFolder,
    ])
  }

  /// The manifest of a site made with these options.
  ///
  /// - Parameter commit: the commit given by the user.
  func manifest(
    of files: [String: FileDigest], madeByTools: [SiteManifest.ToolPart], sourceVersion: String,
    commit: String?
  ) -> SiteManifest {
    SiteManifest(
      programVersion: ProgramVersion.current, sourceVersion: sourceVersion, commit: commit,
      options: SiteManifest.Options(baseURL: baseURL, asOf: asOf), files: files,
      madeByTools: madeByTools)
  }
}
