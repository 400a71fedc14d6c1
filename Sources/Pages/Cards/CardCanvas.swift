internal import Text

/// The surface of a card. Everything has its place and size; nothing flows.
struct CardCanvas {
  private(set) var elements: [String] = []

  mutating func box(
    x: Double, y: Double, width: Double, height: Double, corner: Double = 0, _ attributes: String
  ) {
    guard width > 0, height > 0 else { return }
    let place = zip(["x", "y", "width", "height"], [x, y, width, height])
      .map { "\($0)=\"\(SVGText.number($1))\"" }.joined(separator: " ")
    let rounding = corner > 0 ? " rx=\"\(SVGText.number(corner))\"" : ""
    elements.append("<rect \(place)\(rounding) \(attributes)/>")
  }

  /// A line through points.
  mutating func line(_ points: [(x: Double, y: Double)], colour: String, width: Double) {
    let places = points.map { SVGText.number($0.x) + " " + SVGText.number($0.y) }.joined(separator: "L")
    elements.append(
      "<path d=\"M\(places)\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"\(SVGText.number(width))\" "
        + "stroke-linecap=\"round\" stroke-linejoin=\"round\"/>")
  }

  mutating func dot(x: Double, y: Double, radius: Double, _ style: String) {
    let place = "cx=\"\(SVGText.number(x))\" cy=\"\(SVGText.number(y))\" r=\"\(SVGText.number(radius))\""
    elements.append("<circle \(place) class=\"\(style)\"/>")
  }

  /// One line of text on a base line.
  mutating func text(
    _ text: String, x: Double, y: Double, size: Double, isBold: Bool = false, _ style: String = "",
    colour: String? = nil
  ) {
    guard !text.isEmpty else { return }
    let classes = style.isEmpty ? "" : " class=\"\(style)\""
    // An inline style wins over the rules for charts.
    let fill = colour.map { ";fill:\($0)" } ?? ""
    let font = "font-size:\(SVGText.number(size))px;font-weight:\(isBold ? 700 : 400)\(fill)"
    elements.append(
      "<text x=\"\(SVGText.number(x))\" y=\"\(SVGText.number(y))\"\(classes) style=\"\(font)\">"
        + "\(MarkupText.escaped(text))</text>")
  }

  /// Lines below each other.
  ///
  /// - Parameter top: the upper edge of the first line.
  mutating func text(_ fitted: FittedText, x: Double, top: Double, _ style: String = "") {
    for (place, line) in fitted.lines.enumerated() {
      let y = top + fitted.lineHeight * Double(place) + fitted.size
      text(line, x: x, y: y, size: fitted.size, isBold: fitted.isBold, style)
    }
  }
}
