internal import Foundation
internal import GFM
internal import Parallel
internal import Scoring

/// Puts pages, their Markdown, charts, open data and assets together.
enum SiteAssembly {
  /// - Parameter baseURL: where the site will stand; nil leaves out what needs full addresses.
  static func output(
    _ pages: [RenderedPage], source: SiteSource, model: SiteModel, example: WorkedExample, baseURL: String?
  ) -> SiteOutput {
    var output = SiteOutput()
    if let baseURL {
      let pages = pages.map(\.page)
      output.files = Sitemap(baseURL: baseURL).files(of: pages)
      let days = DocumentFeed.days(in: model.dataset)
      for language in Language.allCases {
        let feed = DocumentFeed(labels: source.labels(in: language), baseURL: baseURL, days: days)
        output.files[DocumentFeed.path(in: language)] = feed.file(of: pages)
      }
    }
    output.files.reserveCapacity(2 * pages.count + 512)
    for rendered in pages {
      let page = rendered.page
      let file = rendered.file
      output.files[file] = rendered.html
      if page.route != .notFound { output.files[file.dropLast("html".count) + "md"] = rendered.markdown }
      for chart in page.charts { output.files[String(chart.path.dropFirst())] = Data(chart.svg.utf8) }
    }
    let tables = OpenData.tables(of: model)
    let files = tables.parallelMap { (csv: Data($0.csv.utf8), json: Data($0.json.utf8)) }
    for (table, file) in zip(tables, files) {
      output.files["data/\(table.name).csv"] = file.csv
      output.files["data/\(table.name).json"] = file.json
    }
    // Beside the open data, not among them: the example is made up.
    for file in example.files {
      output.files[String(WorkedExample.path(file.name).dropFirst())] = file.bytes
    }
    for asset in source.assets { output.files[asset.path] = asset.bytes }
    return output
  }
}
