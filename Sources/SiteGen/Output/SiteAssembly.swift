internal import Foundation
internal import Pages
internal import Text

/// The files of a site beside its pages: addresses and feeds, open data, the example and assets.
enum SiteAssembly {
  /// A file that is made when it is wanted.
  struct AssemblyFile: Sendable {
    /// The path from the root of the site, without a slash in front.
    let path: String
    let bytes: @Sendable () -> Data

    init(_ path: String, _ bytes: @autoclosure @escaping @Sendable () -> Data) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// The files, those that take longest first.
  ///
  /// - Parameters:
  ///   - heads: of all pages.
  ///   - example: the files of the example.
  ///   - baseURL: where the site will stand; nil leaves out what needs full addresses.
  static func files(
    heads: [Page.Head], source: SiteSource, model: SiteModel, example: [WorkedExample.ExampleFile],
    baseURL: String?
  ) -> [AssemblyFile] {
    var files = model.tables.flatMap { table in
      [
        AssemblyFile("data/\(table.name).json", Data(table.json)),
        AssemblyFile("data/\(table.name).csv", Data(table.csv)),
      ]
    }
    if let baseURL {
      files += Sitemap(baseURL: baseURL).files(of: heads).map { AssemblyFile($0.key, $0.value) }
      let days = DocumentFeed.days(in: model.dataset)
      for language in Language.allCases {
        let feed = DocumentFeed(labels: source.labels(in: language), baseURL: baseURL, days: days)
        if let bytes = feed.file(of: heads) {
          files.append(AssemblyFile(DocumentFeed.path(in: language), bytes))
        }
      }
    }
    // Beside the open data, not among them: the example is made up.
    files += example.map { AssemblyFile(String(WorkedExample.path($0.name).dropFirst()), $0.bytes) }
    files += source.assets.map { AssemblyFile($0.path, $0.bytes) }
    return files
  }
}
