internal import Scoring

/// The parts that every chart has: title, text alternative, colours, note.
enum SVGDocument {
  /// A whole chart around what `draw` puts below the title.
  static func make(_ words: ChartText, _ draw: (inout SVGCanvas) -> Void) -> String {
    var canvas = SVGCanvas()
    canvas.cursor = 6
    canvas.paragraph(words.title, "title")
    canvas.cursor += 8
    draw(&canvas)
    if let note = words.note {
      canvas.cursor += 8
      canvas.paragraph(note, "soft")
    }
    let width = SVGText.number(ChartMetrics.width)
    let height = SVGText.number((canvas.cursor + 12).rounded(.up))
    let size = "width=\"\(width)\" height=\"\(height)\""
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" \(size) \
      role="img" aria-labelledby="title description" lang="\(words.language.rawValue)">
      <title id="title">\(SVGText.escaped(words.title))</title>
      <desc id="description">\(SVGText.escaped(words.description))</desc>
      \(ChartStyle.definitions)
      <rect \(size) class="paper"/>
      \(canvas.elements.joined(separator: "\n"))
      </svg>

      """
  }
}
