internal import Foundation
internal import GFM
internal import Parallel
internal import Scoring

/// Puts pages, their Markdown, charts, open data and assets together.
enum SiteAssembly {
  static func output(_ pages: [RenderedPage], source: SiteSource, model: SiteModel) -> SiteOutput {
    var output = SiteOutput()
    for files in pages.parallelMap(files) { for file in files { output.files[file.path] = file.bytes } }
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

  /// The files of a page: its HTML, its Markdown and its charts.
  private static func files(of rendered: RenderedPage) -> [(path: String, bytes: Data)] {
    let page = rendered.page
    let file = page.route.file(in: page.language)
    var files = [(path: file, bytes: Data(rendered.html))]
    if page.route != .notFound {
      let text = "# \(page.title)\n\n" + rendered.markdown
      files.append((file.dropLast("html".count) + "md", Data(text.utf8)))
    }
    return files + page.charts.map { (String($0.path.dropFirst()), Data($0.svg.utf8)) }
  }
}
