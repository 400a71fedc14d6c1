internal import Foundation
internal import Pages
internal import Text

/// The files of a site other than its pages: addresses and feeds, open data, the example and assets.
enum SiteAssembly {
  /// A file that is made on demand.
  struct AssemblyFile: Sendable {
    /// The path from the root of the site, without a leading slash.
    let path: String
    let bytes: @Sendable () -> Data

    init(_ path: String, _ bytes: @autoclosure @escaping @Sendable () -> Data) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// The files, slowest first.
  ///
  /// - Parameters:
  ///   - heads: the heads of all pages.
  ///   - example: the files of the example.
  ///   - baseURL: the base URL of the site; nil leaves out files that need full addresses.
  static func files(
    heads: [Page.Head], source: SiteSource, model: SiteModel, example: [WorkedExample.ExampleFile],
    baseURL: String?
  ) -> [AssemblyFile] {
    var files = model.tables.flatMap { table in
      [
        AssemblyFile("data/\(table.name).json", table.json),
        AssemblyFile("data/\(table.name).csv", table.csv),
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
        let changes = ChangeFeed(
          labels: source.labels(in: language), baseURL: baseURL, dataset: model.dataset)
        files += changes.files.map { AssemblyFile($0.key, $0.value) }
      }
    }
    files += Language.allCases.map {
      AssemblyFile(SiteDescription.manifestPath(in: $0), SiteDescription.manifest(source.labels(in: $0)))
    }
    files.append(AssemblyFile("robots.txt", SiteDescription.robots(baseURL: baseURL)))
    // Beside the open data, not among them, because the example is synthetic.
    files += example.map { AssemblyFile(String($0.path.dropFirst()), $0.bytes) }
    files += source.assets.map { AssemblyFile($0.path, $0.bytes) }
    return files
  }
}
