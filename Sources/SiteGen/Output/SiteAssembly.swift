internal import Foundation
internal import GFM
internal import Parallel
internal import Scoring

/// Puts pages, their Markdown, charts, open data and assets together.
enum SiteAssembly {
  static func output(_ pages: [RenderedPage], source: SiteSource, model: SiteModel) -> SiteOutput {
    var output = SiteOutput()
    for rendered in pages {
      let page = rendered.page
      let file = page.route.file(in: page.language)
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
    for file in model.example.example.files {
      output.files[String(WorkedExample.path(file.name).dropFirst())] = file.bytes
    }
    for asset in source.assets { output.files[asset.path] = asset.bytes }
    return output
  }
}
