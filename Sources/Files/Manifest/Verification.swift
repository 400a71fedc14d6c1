package import Foundation

/// What is not the same in a published site, its manifest, and the same site made again.
package struct Verification: Hashable, Sendable {
  /// Which two states of the site differ.
  package enum VerificationStage: String, Hashable, Sendable, CaseIterable {
    /// The manifest and the folder that it lies in: somebody changed the published site.
    case published
    /// The manifest and the site made again from the sources that are here.
    case rebuilt
  }

  /// A file that differs.
  package struct VerifiedDifference: Hashable, Sendable {
    /// Where the difference lies.
    package let stage: VerificationStage
    /// What the manifest says, and what was found instead.
    package let file: FileDifference
    /// Where the folder holds something that is no plain file, such as a link.
    package let isIrregular: Bool
    /// The first line that differs, of the site made again and of the published one; nil when one of them is not at hand,
    /// or is no text.
    package let line: LineDifference?
  }

  /// What the manifest says was used, and what was used here.
  package struct Origin: Hashable, Sendable {
    /// What differs.
    package enum OriginPart: String, Hashable, Sendable {
      /// The version of the program.
      case programVersion
      /// The version of the sources, see ``SourceVersion``.
      case sourceVersion
    }

    /// What differs.
    package let part: OriginPart
    /// What the manifest says.
    package let expected: String
    /// What is here.
    package let found: String
  }

  /// Differing origins; they tell why files differ, and are differences themselves.
  package let origins: [Origin]
  /// Differing files, those of the folder first, then in the order of their paths.
  package let differences: [VerifiedDifference]

  /// Whether nothing differs.
  package var isSame: Bool { origins.isEmpty && differences.isEmpty }

  /// - Parameters:
  ///   - manifest: what is verified.
  ///   - folder: the published site that the manifest came with; nil when there is the manifest alone.
  ///   - published: what the folder holds, as ``SiteFolder/digests(ignoring:)`` tells; nil likewise.
  ///   - rebuilt: the files made again, with the options of the manifest.
  ///   - programVersion: of the program that made them.
  ///   - sourceVersion: of the sources that they were made from.
  package init(
    of manifest: SiteManifest, folder: SiteFolder?, published: [String: FileDigest?]?,
    rebuilt: [String: Data], programVersion: String, sourceVersion: String
  ) {
    origins = [
      Origin(part: .programVersion, expected: manifest.programVersion, found: programVersion),
      Origin(part: .sourceVersion, expected: manifest.sourceVersion, found: sourceVersion),
    ].filter { $0.expected != $0.found }
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
      FileDifference.all(expected: manifest.files, found: published.compactMapValues { $0 })
        + published.filter { $0.value == nil && manifest.files[$0.key] == nil }.keys.map {
          FileDifference(path: $0, expected: nil, found: nil)
        }
    }
    let remade = FileDifference.all(expected: manifest.files, found: rebuilt.digests)
    differences =
      (damaged ?? []).sorted().map { difference($0, .published) } + remade.map { difference($0, .rebuilt) }
  }
}

extension [FileDifference] {
  fileprivate func sorted() -> [FileDifference] {
    sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
