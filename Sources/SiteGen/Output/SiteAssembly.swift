internal import Foundation
internal import GFM
internal import Parallel
internal import Scoring

/// The files of a site beside its pages: addresses and feeds, open data, the example and assets.
enum SiteAssembly {
  /// A file by its path from the root of the site, without a slash in front.
  typealias File = (path: String, bytes: Data)

  /// - Parameters:
  ///   - heads: of all pages.
  ///   - example: the files of the example.
  ///   - baseURL: where the site will stand; nil leaves out what needs full addresses.
  static func files(
    heads: [Page.Head], source: SiteSource, model: SiteModel, example: [WorkedExample.File], baseURL: String?
  ) -> [File] {
    var files: [File] = []
    if let baseURL {
      files += Sitemap(baseURL: baseURL).files(of: heads).map { ($0.key, $0.value) }
      let days = DocumentFeed.days(in: model.dataset)
      for language in Language.allCases {
        let feed = DocumentFeed(labels: source.labels(in: language), baseURL: baseURL, days: days)
        if let bytes = feed.file(of: heads) { files.append((DocumentFeed.path(in: language), bytes)) }
      }
    }
    let tables = model.tables
    let open = tables.parallelMap { table -> [File] in
      [
        ("data/\(table.name).csv", Data(table.csv)), ("data/\(table.name).json", Data(table.json)),
      ]
    }
    files += open.flatMap { $0 }
    // Beside the open data, not among them: the example is made up.
    files += example.map { (String(WorkedExample.path($0.name).dropFirst()), $0.bytes) }
    files += source.assets.map { ($0.path, $0.bytes) }
    return files
  }
}
