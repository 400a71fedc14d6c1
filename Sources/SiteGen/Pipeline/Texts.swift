package import Foundation
internal import Files
internal import Pages
internal import Text

extension SiteBuilder {
  /// The content of the folder `site`: page text, labels, layout, assets and allowed proper names.
  package struct Texts: Sendable {
    let source: SiteSource
    /// Proper names that are allowed on pages of either language.
    let allowedNames: [String]
    /// The problems of the folder.
    let findings: [Finding]
    /// The files as listed before they were read; nil when a later change could go unnoticed.
    private let listing: [SourceFile]?

    /// Reads the folder.
    ///
    /// - Parameter cached: from an earlier read; reused when no file has changed since.
    package init(of folder: URL, cached: Texts? = nil) {
      let files = try? SourceFile.all(below: folder.path(percentEncoded: false))
      let listing = files.flatMap { $0.contains(where: \.isJustChanged) ? nil : $0 }
      if let cached, let listing, cached.listing == listing {
        self = cached
        return
      }
      self.listing = listing
      var reader = SiteSourceReader(folder: folder, files: files)
      source = reader.read()
      findings = reader.findings + SiteCheck.labels(source) + SiteCheck.loadedAddresses(source)
      allowedNames = Self.allowedNames(in: folder)
    }

    /// The names in `names.txt`, one per line; lines that start with `#` are comments.
    private static func allowedNames(in folder: URL) -> [String] {
      let bytes = SourceFile.bytes(of: "names.txt", below: folder.path(percentEncoded: false))
      let text = bytes.flatMap { String(validating: $0, as: UTF8.self) } ?? ""
      return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
    }
  }
}
