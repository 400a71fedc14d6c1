internal import Text

/// The parts that every chart has: title, text alternative, colours, note.
enum SVGDocument {
  /// A complete chart with its figures as a table and what `draw` adds below the title.
  static func make(_ words: ChartText, _ table: ChartTable, _ draw: (inout SVGCanvas) -> Void) -> String {
    var canvas = SVGCanvas()
    canvas.cursor = 6
    canvas.paragraph(words.title, "title")
    if let mark = words.mark { canvas.band(mark) }
    canvas.cursor += 8
    draw(&canvas)
    if let note = words.note {
      canvas.cursor += 8
      canvas.paragraph(note, "soft")
    }
    let title = [words.title, words.mark].compactMap { $0 }.joined(separator: " – ")
    let width = SVGText.number(ChartMetrics.width)
    let height = SVGText.number((canvas.cursor + 12).rounded(.up))
    let size = "width=\"\(width)\" height=\"\(height)\""
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" \(size) \
      id="\(ChartStyle.darkFragment)" role="img" aria-labelledby="title description" lang="\(words.language.rawValue)">
      <title id="title">\(MarkupText.escaped(title))</title>
      <desc id="description">\(MarkupText.escaped(words.description))</desc>
      <metadata>\(MarkupText.escaped(table.json))</metadata>
      \(ChartStyle.definitions)
      <rect \(size) class="paper"/>
      \(canvas.elements.joined(separator: "\n"))
      </svg>

      """
  }
}

extension SVGCanvas {
  /// A band across the chart with bold text.
  mutating func band(_ words: String) {
    let lines = TextMeasure.wrap(
      words, size: ChartMetrics.text, maximum: ChartMetrics.inner - 20, isBold: true)
    let height = Double(lines.count) * ChartMetrics.line + 12
    cursor += 6
    box(x: ChartMetrics.margin, y: cursor, width: ChartMetrics.inner, height: height, .solid("warm-ground"))
    frame(x: ChartMetrics.margin, y: cursor, width: ChartMetrics.inner, height: height)
    for (offset, line) in lines.enumerated() {
      let y = cursor + Double(offset + 1) * ChartMetrics.line + 1
      text(line, x: ChartMetrics.width / 2, y: y, "strong middle")
    }
    cursor += height
  }
}
