internal import Pages
internal import Text

/// A chart alone on a page, for a frame in a page of another site. It fits 300 px and loads nothing but the drawing and a
/// style sheet; its figures are in the drawing.
struct EmbeddedChart {
  let chart: Page.Chart
  let language: Language
  let labels: Labels
  /// The base URL of the site, without a trailing slash; nil where it is not known.
  let baseURL: String?
  /// The title of the page that explains the chart.
  let pageTitle: String

  /// The path of the page from the root of the site, beside the drawing.
  static func path(beside chart: String) -> String { chart.dropLast("svg".count) + "html" }

  var html: String {
    let size =
      PageRenderer.size(ofSVG: chart.svg).map { " width=\"\($0.width)\" height=\"\($0.height)\"" } ?? ""
    let drawing = chart.path.split(separator: "/").last.map(String.init) ?? chart.path
    let page = chart.page.path(in: language)
    let site = labels.text("layout.site_title")
    let canonical = baseURL.map { "<link rel=\"canonical\" href=\"\(escaped($0 + page))\">\n" } ?? ""
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'; style-src 'self'; \
      base-uri 'none'; form-action 'none'">
      <meta name="robots" content="noindex">
      <title>\(escaped(pageTitle)) | \(escaped(site))</title>
      \(canonical)<link rel="icon" type="image/svg+xml" href="../assets/icon.svg">
      <link rel="stylesheet" href="../assets/embed.css">
      </head>
      <body class="page-embedded">
      <figure>
      <img src="\(escaped(drawing))"\(size) alt="\(escaped(chart.alternative))">
      <figcaption>
      <p>\(escaped(chart.caption))</p>
      <p>\(escaped(labels.text("chart.embed_source"))) <a href="..\(escaped(page))" target="_parent">\
      \(escaped(pageTitle))</a>, \(escaped(site)). CC BY 4.0.</p>
      </figcaption>
      </figure>
      </body>
      </html>

      """
  }

  private func escaped(_ text: String) -> String { MarkupText.escaped(text) }
}
