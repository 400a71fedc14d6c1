internal import Foundation
internal import Pages
internal import Text

/// The files of a site other than its pages: those that lead on, addresses and feeds, open data, the example and assets.
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
  ///   - moved: the pages that another place tells.
  ///   - titles: the title of each page.
  ///   - example: the files of the example.
  ///   - baseURL: the base URL of the site; nil leaves out files that need full addresses.
  static func files(
    heads: [Page.Head], moved: [MovedPage], titles: InBothLanguages<[Route: String]>, source: SiteSource,
    model: SiteModel, example: [WorkedExample.ExampleFile], baseURL: String?
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
        if let bytes = feed.file(of: heads, moved: moved) {
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
    files += moved.map { page in
      let language = page.head.language
      let file = MovedPageFile(
        page: page, title: titles[language][page.place.route] ?? page.head.title,
        labels: source.labels(in: language), baseURL: baseURL)
      return AssemblyFile(file.path, file.bytes)
    }
    // Beside the open data, not among them, because the example is synthetic.
    files += example.map { AssemblyFile(String($0.path.dropFirst()), $0.bytes) }
    files += source.assets.map { AssemblyFile($0.path, $0.bytes) }
    return files
  }
}
