internal import Text

/// A drawing that grows downwards.
struct SVGCanvas {
  /// Everything drawn, back to front.
  private(set) var elements: [String] = []
  /// The vertical position of the next element.
  var cursor = 14.0

  mutating func add(_ element: String) { elements.append(element) }

  /// A filled box; nothing when it has no area.
  mutating func box(x: Double, y: Double, width: Double, height: Double, _ fill: ChartFill) {
    guard width > 0, height > 0 else { return }
    add("<rect \(place(x, y, width, height)) \(fill.attribute)/>")
  }

  /// A box drawn as a frame only.
  mutating func frame(x: Double, y: Double, width: Double, height: Double, dashed: Bool = false) {
    guard width > 0, height > 0 else { return }
    let dashes = dashed ? " stroke-dasharray=\"3 4\"" : ""
    add("<rect \(place(x, y, width, height)) class=\"outline\"\(dashes)/>")
  }

  /// A straight line.
  mutating func line(x1: Double, y1: Double, x2: Double, y2: Double, _ style: String) {
    let ends = zip(["x1", "y1", "x2", "y2"], [x1, y1, x2, y2])
      .map { "\($0)=\"\(SVGText.number($1))\"" }.joined(separator: " ")
    add("<line \(ends) class=\"\(style)\"/>")
  }

  /// A path through points.
  mutating func path(_ points: [(x: Double, y: Double)], closed: Bool = false, _ attributes: String) {
    guard points.count > 1 else { return }
    let places = points.map { SVGText.number($0.x) + " " + SVGText.number($0.y) }
    add("<path d=\"M\(places.joined(separator: "L"))\(closed ? "Z" : "")\" \(attributes)/>")
  }

  /// One line of text on a base line. `style` holds classes: `strong`, `soft`, `end`, `middle`, `halo`, …
  mutating func text(_ text: String, x: Double, y: Double, _ style: String = "") {
    guard !text.isEmpty else { return }
    let attribute = style.isEmpty ? "" : " class=\"\(style)\""
    add(
      "<text x=\"\(SVGText.number(x))\" y=\"\(SVGText.number(y))\"\(attribute)>"
        + "\(MarkupText.escaped(text))</text>")
  }

  /// Draws a text, wrapped to `width`, at the cursor, which moves below it.
  mutating func paragraph(
    _ text: String, x: Double = ChartMetrics.margin, width: Double = ChartMetrics.inner, _ style: String = ""
  ) {
    let isTitle = style.contains("title")
    let size = isTitle ? ChartMetrics.title : ChartMetrics.text
    let isBold = isTitle || style.contains("strong")
    for line in TextMeasure.wrap(text, size: size, maximum: width, isBold: isBold) {
      cursor += isTitle ? ChartMetrics.titleLine : ChartMetrics.line
      self.text(line, x: x, y: cursor - 5, style)
    }
  }

  /// Draws a wrapped label on the left and a value at the right end of its first line; a wide value goes below the
  /// label.
  mutating func label(_ label: String, value: String, valueStyle: String = "end") {
    let isBold = valueStyle.contains("strong")
    let valueWidth = TextMeasure.width(value, size: ChartMetrics.text, isBold: isBold)
    let remaining = ChartMetrics.inner - valueWidth - 16
    let top = cursor
    if remaining < ChartMetrics.inner * 0.4 {
      paragraph(label, "strong")
      paragraph(value, valueStyle.replacingEndAnchor)
    } else {
      text(
        value, x: ChartMetrics.width - ChartMetrics.margin, y: top + ChartMetrics.line - 5, valueStyle)
      paragraph(label, width: remaining, "strong")
    }
  }

  private func place(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
    zip(["x", "y", "width", "height"], [x, y, width, height])
      .map { "\($0)=\"\(SVGText.number($1))\"" }.joined(separator: " ")
  }
}

extension String {
  fileprivate var replacingEndAnchor: String {
    split(separator: " ").filter { $0 != "end" }.joined(separator: " ")
  }
}
