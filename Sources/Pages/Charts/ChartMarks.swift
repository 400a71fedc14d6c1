internal import Text

extension SVGCanvas {
  /// The mark of a series at a point: each series has a shape as well as a colour.
  package mutating func mark(series: Int, x: Double, y: Double) {
    let style = "class=\"f\(series % ChartStyle.seriesCount) mark\""
    switch series % 4 {
    case 0: add("<circle cx=\"\(SVGText.number(x))\" cy=\"\(SVGText.number(y))\" r=\"5.5\" \(style)/>")
    case 1: path([(x - 5, y - 5), (x + 5, y - 5), (x + 5, y + 5), (x - 5, y + 5)], closed: true, style)
    case 2: path([(x, y - 7), (x + 6.5, y + 5), (x - 6.5, y + 5)], closed: true, style)
    default: path([(x, y - 7), (x + 7, y), (x, y + 7), (x - 7, y)], closed: true, style)
    }
  }

  /// A dot of an outcome or of a rank.
  mutating func dot(x: Double, y: Double, radius: Double = 7) {
    let place = "cx=\"\(SVGText.number(x))\" cy=\"\(SVGText.number(y))\""
    add("<circle \(place) r=\"\(SVGText.number(radius))\" class=\"dot\"/>")
  }

  /// A bracket with its feet pointing up, or an arrowhead if it is narrower than 3 px.
  mutating func bracket(from start: Double, to end: Double, y: Double) {
    if end - start < 3 {
      let middle = (start + end) / 2
      path([(middle - 5, y + 4), (middle, y - 5), (middle + 5, y + 4)], "class=\"bracket\"")
    } else {
      let feet = [(start, y - 5), (start, y + 1), (end, y + 1), (end, y - 5)]
      path(feet.map { (x: $0.0, y: $0.1) }, "class=\"bracket\"")
    }
  }
}
