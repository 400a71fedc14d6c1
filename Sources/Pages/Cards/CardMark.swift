/// How a card marks what became of a promise: the squares of the pages, in the colours of the charts.
enum CardMark: Hashable, Sendable {
  case met, missed
  /// Met or missed, with a doubt.
  case metDoubtfully, missedDoubtfully
  case undetermined, nothing, pending, lapsed, notMeasurable

  /// The classes of the square and of its sign.
  var style: String {
    switch self {
    case .met: "card-met"
    case .missed: "card-missed"
    case .metDoubtfully: "card-met-open"
    case .missedDoubtfully: "card-missed-open"
    case .undetermined: "card-undetermined"
    case .nothing: "card-nothing"
    case .pending: "card-pending"
    case .lapsed: "card-lapsed"
    case .notMeasurable: "card-blank"
    }
  }

  /// The colour of the words that stand for it.
  var ink: String {
    switch self {
    case .met, .metDoubtfully: "card-good"
    case .missed, .missedDoubtfully: "card-bad"
    case .undetermined: "card-open"
    default: ""
    }
  }

  /// Whether its square is dashed, because the verdict may change.
  var isDoubtful: Bool { self == .metDoubtfully || self == .missedDoubtfully }

  private var sign: Sign {
    switch self {
    case .met, .metDoubtfully: .lines([[(0.26, 0.54), (0.43, 0.71), (0.75, 0.32)]])
    case .missed, .missedDoubtfully: .lines([[(0.3, 0.3), (0.7, 0.7)], [(0.7, 0.3), (0.3, 0.7)]])
    case .undetermined: .text("≈")
    case .nothing: .text("?")
    case .pending: .lines([[(0.25, 0.5), (0.75, 0.5)], [(0.57, 0.33), (0.75, 0.5), (0.57, 0.67)]])
    case .lapsed: .lines([[(0.3, 0.7), (0.7, 0.3)]])
    case .notMeasurable: .lines([[(0.32, 0.5), (0.68, 0.5)]])
    }
  }

  /// Drawn in parts of the side of the square.
  private enum Sign {
    case lines([[(x: Double, y: Double)]])
    case text(String)
  }

  static let styles = """
    .card-met{fill:#0e6a70;stroke:#0e6a70}.card-missed{fill:#b23a1e;stroke:#b23a1e}
    .card-met-open{fill:#e4f0f0;stroke:#0e6a70;stroke-dasharray:5 3}
    .card-missed-open{fill:#fbece7;stroke:#b23a1e;stroke-dasharray:5 3}
    .card-undetermined{fill:#f7eed6;stroke:#9a7517}
    .card-nothing{fill:#fff;stroke:#7b858a}.card-pending{fill:#fff;stroke:#b9c0c3}
    .card-lapsed{fill:#fff;stroke:#7b858a;stroke-dasharray:2 3}
    .card-blank{fill:#eef0f0;stroke:none}
    .card-good{fill:#0e6a70}.card-bad{fill:#b23a1e}.card-open{fill:#745708}
    """

  private var signColour: String {
    switch self {
    case .met, .missed: "#fff"
    case .metDoubtfully: "#0e6a70"
    case .missedDoubtfully: "#b23a1e"
    case .undetermined: "#745708"
    default: "#556066"
    }
  }

  /// Draws the square with its upper left corner at a point.
  func draw(x: Double, y: Double, side: Double, on canvas: inout CardCanvas) {
    canvas.box(
      x: x, y: y, width: side, height: side, corner: side / 10,
      "class=\"\(style)\" stroke-width=\"\(side < 24 ? 1.5 : 2)\"")
    switch sign {
    case .text(let text):
      canvas.text(
        text, x: x + side / 2, y: y + side * 0.74, size: side * 0.66, isBold: true, "middle",
        colour: signColour)
    case .lines(let lines):
      for line in lines {
        canvas.line(
          line.map { (x + $0.x * side, y + $0.y * side) }, colour: signColour, width: max(side / 10, 1.5))
      }
    }
  }
}
