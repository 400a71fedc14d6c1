package import Foundation
internal import Files
internal import Pages
internal import Text

extension SiteBuilder {
  /// What the folder `site` holds: page text, labels, layout, assets and the proper names that pages may hold.
  package struct Texts: Sendable {
    let source: SiteSource
    /// Proper names that pages of either language may hold.
    let allowedNames: [String]
    /// What is wrong with the folder.
    let findings: [Finding]
    /// The files as they were before they were read; nil when a change since then could go unseen.
    private let listing: [SourceFile]?

    /// Reads the folder.
    ///
    /// - Parameter cached: what an earlier reading gave; reused when nobody has written to the folder since.
    package init(of folder: URL, cached: Texts? = nil) {
      let files = try? SourceFile.all(below: folder.path(percentEncoded: false))
      let listing = files.flatMap { $0.contains(where: \.isJustChanged) ? nil : $0 }
      if let cached, let listing, cached.listing == listing {
        self = cached
        return
      }
      self.listing = listing
      var reader = SiteSourceReader(folder: folder)
      source = reader.read()
      findings = reader.findings + SiteCheck.labels(source)
      allowedNames = Self.allowedNames(in: folder)
    }

    /// The names in `names.txt`, one to a line; lines that begin with `#` are remarks.
    private static func allowedNames(in folder: URL) -> [String] {
      let text = try? String(contentsOf: folder.appending(path: "names.txt"), encoding: .utf8)
      return (text ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
    }
  }
}
