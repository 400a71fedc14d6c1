/// The colours of all charts, embedded in each file so that it looks the same wherever it is shown.
///
/// Pages show a chart in dark colours to readers who prefer them. What is drawn differs from its ground by at least 3:1, by its fill or its
/// edge; only the track below a bar and the lines of the grid are fainter. Colour never carries meaning alone: unknown
/// areas are hatched, each series has its own mark, verdicts and weights have labels.
package enum ChartStyle {
  /// The style sheet and the hatchings.
  static let definitions = """
    <style>
    text{font:16px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif;\
    fill:#1c2326;font-variant-numeric:tabular-nums}
    .title{font-size:19px;font-weight:700}.strong{font-weight:700}.soft{fill:#556066}
    .end{text-anchor:end}.middle{text-anchor:middle}
    .paper{fill:#fff}.halo{stroke:#fff;stroke-width:5px;stroke-linejoin:round;paint-order:stroke}
    .rule{stroke:#556066;stroke-width:1.25;fill:none}.grid{stroke:#dcdfdf;stroke-width:1}
    .break{stroke:#556066;stroke-width:1.5;stroke-dasharray:2 4}
    .outline{fill:none;stroke:#7b858a;stroke-width:1.25}.track{fill:#eceeed}
    .goal{fill:#cfe3e2;stroke:#37797f;stroke-width:1.25}
    .bracket{stroke:#1c2326;stroke-width:2;fill:none}.cut{stroke:#fff;stroke-width:2}
    .dot{fill:#1c2326;stroke:#fff;stroke-width:2}.target{stroke:#0e6a70;stroke-width:3.5}
    .met,.confirmed{fill:#0e6a70}.missed{fill:#b23a1e}.single,.own-statement{fill:#37797f}.derived{fill:#659699}
    .check{stroke:#0e6a70;stroke-width:2.5;fill:none}.cross{stroke:#b23a1e;stroke-width:2.5;fill:none}
    .conflict{fill:#b23a1e}.on-dark{fill:#fff}.on-light{fill:#12262a}
    .ground{fill:#eef0f0}.strokes{fill:#7b858a}.warm-ground{fill:#f7eed6}.warm-strokes{fill:#9a7517}
    .series{fill:none;stroke-width:2.75;stroke-linejoin:round;stroke-linecap:round}
    .s0{stroke:#0e6a70}.s1{stroke:#b23a1e}.s2{stroke:#4a55a2}.s3{stroke:#86650c}.s4{stroke:#7a4a86}\
    .s5{stroke:#4f6b2a}
    .f0{fill:#0e6a70}.f1{fill:#b23a1e}.f2{fill:#4a55a2}.f3{fill:#86650c}.f4{fill:#7a4a86}.f5{fill:#4f6b2a}
    .mark{stroke:#fff;stroke-width:1.5}
    \(dark)
    </style>
    <defs>
    <pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
    <rect class="ground" width="7" height="7"/><rect class="strokes" width="2.2" height="7"/></pattern>
    <pattern id="warm-hatch" width="7" height="7" patternUnits="userSpaceOnUse" \
    patternTransform="rotate(-45)"><rect class="warm-ground" width="7" height="7"/>\
    <rect class="warm-strokes" width="2.2" height="7"/></pattern>
    </defs>
    """

  /// The rules of the dark scheme, which hold where the address of the drawing ends with its fragment.
  private static let dark = darkRules.split(separator: "}").map { rule in
    let parts = rule.split(separator: "{", maxSplits: 1)
    let selectors = (parts.first ?? "").split(separator: ",").map { ":root:target " + $0 }
    return selectors.joined(separator: ",") + "{" + (parts.count > 1 ? parts[1] : "") + "}"
  }.joined()

  /// The fragment that shows a drawing in dark colours. Without it the drawing is light, wherever it is shown: an
  /// article on white keeps a white chart, whatever its reader's screen prefers.
  package static let darkFragment = "dark"

  private static let darkRules = """
    text{fill:#e9e7e2}.soft{fill:#a9b3b7}.paper{fill:#14181b}.halo{stroke:#14181b}\
    .rule{stroke:#a9b3b7}.grid{stroke:#2f373c}.break{stroke:#a9b3b7}.outline{stroke:#7c878c}\
    .track{fill:#262d31}.goal{fill:#1d4446;stroke:#4a999d}.bracket{stroke:#e9e7e2}.cut{stroke:#14181b}\
    .dot{fill:#e9e7e2;stroke:#14181b}.target{stroke:#62c1c3}\
    .met,.confirmed{fill:#62c1c3}.missed,.conflict{fill:#ef8d70}.single,.own-statement{fill:#4a999d}.derived{fill:#3a7578}\
    .check{stroke:#62c1c3}.cross{stroke:#ef8d70}.on-dark{fill:#0c1a1b}.on-light{fill:#fff}\
    .ground{fill:#242a2e}.strokes{fill:#768186}.warm-ground{fill:#352e19}.warm-strokes{fill:#c9a94f}\
    .s0{stroke:#62c1c3}.s1{stroke:#ef8d70}.s2{stroke:#a5aef0}.s3{stroke:#d9bb60}.s4{stroke:#cfa4dc}\
    .s5{stroke:#a9c77b}\
    .f0{fill:#62c1c3}.f1{fill:#ef8d70}.f2{fill:#a5aef0}.f3{fill:#d9bb60}.f4{fill:#cfa4dc}.f5{fill:#a9c77b}\
    .mark{stroke:#14181b}
    """

  /// The number of colours for series.
  static let seriesCount = 6
}

/// How an area is filled.
enum ChartFill: Equatable {
  /// One colour, by class. Only for what is known.
  case solid(String)
  /// Hatched in grey: not known.
  case unknown
  /// Hatched the other way in a warm tone: reported, but not settled.
  case unsettled

  /// The attribute of a shape.
  var attribute: String {
    switch self {
    case .solid(let name): "class=\"\(name)\""
    case .unknown: "fill=\"url(#hatch)\" data-known=\"no\""
    case .unsettled: "fill=\"url(#warm-hatch)\" data-known=\"no\""
    }
  }
}
