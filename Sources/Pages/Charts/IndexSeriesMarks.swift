internal import Scoring

extension SVGCanvas {
  /// A series as lines between the values of consecutive years and a mark at each value. A range of conflicting values
  /// is a box that two lines lead to, and no line crosses a break or a year without a value.
  ///
  /// - Parameter place: where a point lies; `top` and `bottom` are equal for an exact value.
  mutating func series(
    _ line: IndexSeriesChart.Series, _ number: Int, breaks: [Int],
    place: (IndexSeriesChart.Point) -> (x: Double, top: Double, bottom: Double)
  ) {
    let colour = number % ChartStyle.seriesCount
    let steps = zip(line.points, line.points.dropFirst()).filter { first, second in
      second.year == first.year + 1 && !breaks.contains(second.year)
    }
    for (first, second) in steps {
      let (from, to) = (place(first), place(second))
      let (upper, lower) = (
        [(from.x, from.top), (to.x, to.top)], [(from.x, from.bottom), (to.x, to.bottom)]
      )
      if !first.value.isExact || !second.value.isExact {
        let corners = upper + lower.reversed()
        path(
          corners.map { (x: $0.0, y: $0.1) }, closed: true,
          ChartFill.unsettled.attribute + " fill-opacity=\".55\"")
        // A narrow band is seen by its edges only.
        path(lower.map { (x: $0.0, y: $0.1) }, "class=\"series s\(colour)\"")
      }
      path(upper.map { (x: $0.0, y: $0.1) }, "class=\"series s\(colour)\"")
    }
    for point in line.points {
      let place = place(point)
      if !point.value.isExact {
        let height = max(place.bottom - place.top, 2)
        box(x: place.x - 5, y: place.top, width: 10, height: height, .unsettled)
        frame(x: place.x - 5, y: place.top, width: 10, height: height)
        mark(series: number, x: place.x, y: place.bottom)
      }
      mark(series: number, x: place.x, y: place.top)
    }
  }
}
