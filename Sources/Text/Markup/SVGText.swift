/// Formats numbers for SVG, with the same bytes on every machine.
package enum SVGText {
  /// A number with a decimal point and at most two decimals. Numbers that are not finite become 0; charts have none,
  /// because their values are exact decimals.
  package static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "0" }
    let hundredths = Int64((value * 100).rounded())
    let magnitude = hundredths.magnitude
    var text = String(magnitude / 100)
    let rest = magnitude % 100
    if rest > 0 {
      text += "." + (rest < 10 ? "0" : "") + String(rest)
      if text.hasSuffix("0") { text.removeLast() }
    }
    return hundredths < 0 ? "-" + text : text
  }
}
