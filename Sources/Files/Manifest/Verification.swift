package import Foundation

/// Compares a published site, its manifest, and the rebuilt site.
package struct Verification: Hashable, Sendable {
  /// The pair of states that differ.
  package enum VerificationStage: String, Hashable, Sendable, CaseIterable {
    /// The manifest and its folder: somebody changed the published site.
    case published
    /// The manifest and the site rebuilt from the present sources.
    case rebuilt
  }

  package struct VerifiedDifference: Hashable, Sendable {
    /// The stage at which it differs.
    package let stage: VerificationStage
    /// The expected file, from the manifest, and the one found.
    package let file: FileDifference
    /// Whether the folder has something other than a regular file, such as a link.
    package let isIrregular: Bool
    /// The first line that differs between the rebuilt and the published file; nil when either is missing or not
    /// text.
    package let line: LineDifference?
  }

  /// The expected and the actual origin of a site.
  package struct Origin: Hashable, Sendable {
    package enum OriginPart: String, Hashable, Sendable {
      /// The version of the program.
      case programVersion
      /// The version of the sources, see ``SourceVersion``.
      case sourceVersion
    }

    package let part: OriginPart
    /// The value in the manifest.
    package let expected: String
    /// The present value.
    package let found: String
  }

  /// A part of a site that a tool made, and what became of the comparison.
  package struct ToolComparison: Hashable, Sendable {
    /// The name of the tool.
    package let tool: String
    /// The version in the manifest.
    package let expected: String
    /// The version on this machine; nil when there is none.
    package let found: String?
    /// What the tool made again; nil when it was not asked or failed, so that nothing is compared.
    package let files: [String: Data]?

    package init(tool: String, expected: String, found: String?, files: [String: Data]?) {
      self.tool = tool
      self.expected = expected
      self.found = found
      self.files = files
    }
  }

  /// Differences of origin. They explain why files differ, and are differences themselves.
  package let origins: [Origin]
  /// Files that differ: first in the folder, then in the rebuilt site, each in the order of their paths.
  package let differences: [VerifiedDifference]
  /// The parts that tools made. One that is not compared is no difference.
  package let tools: [ToolComparison]

  /// Whether nothing differs.
  package var isSame: Bool { origins.isEmpty && differences.isEmpty }

  /// - Parameters:
  ///   - manifest: the manifest to verify.
  ///   - folder: the published site that the manifest belongs to; nil when there is only the manifest.
  ///   - published: the content of the folder, from ``SiteFolder/digests(ignoring:)``; nil when there is none.
  ///   - rebuilt: the files rebuilt with the options of the manifest.
  ///   - tools: one for each part that a tool made.
  ///   - programVersion: the version of the program that rebuilt them.
  ///   - sourceVersion: the version of the sources that they were rebuilt from.
  package init(
    of manifest: SiteManifest, folder: SiteFolder?, published: [String: FileDigest?]?,
    rebuilt: [String: Data], tools: [ToolComparison] = [], programVersion: String, sourceVersion: String
  ) {
    origins = [
      Origin(part: .programVersion, expected: manifest.programVersion, found: programVersion),
      Origin(part: .sourceVersion, expected: manifest.sourceVersion, found: sourceVersion),
    ].filter { $0.expected != $0.found }
    self.tools = tools
    let compared = Set(tools.filter { $0.files != nil }.map(\.tool))
    let rebuilt = tools.compactMap(\.files).reduce(into: rebuilt) { $0.merge($1) { first, _ in first } }
    let comparable = manifest.madeByTools.filter { compared.contains($0.tool) }
      .reduce(into: manifest.files) { $0.merge($1.files) { first, _ in first } }
    let listed = manifest.allFiles
    func difference(_ file: FileDifference, _ stage: VerificationStage) -> VerifiedDifference {
      let isIrregular = stage == .published && published?[file.path] == .some(.none)
      var line: LineDifference?
      if file.expected != nil, !isIrregular, let again = rebuilt[file.path],
        let there = folder?.bytes(of: file.path)
      {
        line = LineDifference(expected: again, found: there)
      }
      return VerifiedDifference(stage: stage, file: file, isIrregular: isIrregular, line: line)
    }
    let damaged = published.map { published in
      FileDifference.all(expected: listed, found: published.compactMapValues { $0 })
        + published.filter { $0.value == nil && listed[$0.key] == nil }.keys.map {
          FileDifference(path: $0, expected: nil, found: nil)
        }
    }
    let remade = FileDifference.all(expected: comparable, found: rebuilt.digests)
    differences =
      (damaged ?? []).sorted().map { difference($0, .published) } + remade.map { difference($0, .rebuilt) }
  }
}

extension [FileDifference] {
  fileprivate func sorted() -> [FileDifference] {
    sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
