import Foundation
import Testing

@testable import Pages

/// What charts draw can be told from its ground, in the light and in the dark scheme (WCAG 2.2, 1.4.3 and 1.4.11).
struct ChartColourTests {
  /// The colours of each class: `fill` and `stroke`.
  private typealias Rules = [String: [String: String]]

  private static let light = rules(in: parts[0], over: [:])
  private static let dark = rules(in: parts.last ?? "", over: light)
  private static let parts = ChartStyle.definitions.split(separator: ":root:target ", maxSplits: 1)
    .map { String($0).replacing(":root:target ", with: "") }

  private static func rules(in style: String, over others: Rules) -> Rules {
    var rules = others
    for match in style.matches(of: /([a-z0-9.,-]+)\{([^}]*)\}/) {
      let declarations = match.2.split(separator: ";").map { $0.split(separator: ":") }
      for name in match.1.split(separator: ",") {
        for pair in declarations where pair.count == 2 && pair[1].hasPrefix("#") {
          rules[String(name).replacing(".", with: ""), default: [:]][String(pair[0])] = String(pair[1])
        }
      }
    }
    return rules
  }

  /// Grounds, text with a test of its own, and what only repeats a printed value or separates.
  private static let others: Set = [
    "text", "soft", "on-dark", "on-light", "paper", "halo", "grid", "track", "cut", "mark", "ground",
    "warm-ground", "strokes", "warm-strokes",
  ]

  private static func contrast(_ first: String?, _ second: String?) -> Double {
    guard let first = first.flatMap(luminance), let second = second.flatMap(luminance) else { return 0 }
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  private static func luminance(_ colour: String) -> Double? {
    let digits = colour.dropFirst()
    guard
      let value = Int(digits.count == 3 ? digits.map { "\($0)\($0)" }.joined() : String(digits), radix: 16)
    else { return nil }
    let parts = [value >> 16, value >> 8 & 255, value & 255].map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  @Test(arguments: [true, false]) func whatIsDrawnStandsOut(isDark: Bool) {
    let rules = isDark ? Self.dark : Self.light
    let drawn = rules.keys.filter { !Self.others.contains($0) }
    #expect(drawn.count > 20)
    func holds(_ name: String, on ground: String) -> Bool {
      // An area is seen by its fill or by its edge.
      rules[name, default: [:]].values.contains { Self.contrast($0, rules[ground]?["fill"]) >= 3 }
    }
    for name in drawn { #expect(holds(name, on: "paper"), "\(name)") }
    for name in ["goal", "target", "confirmed", "outline"] { #expect(holds(name, on: "track"), "\(name)") }
    for name in ["single", "dot", "target"] { #expect(holds(name, on: "goal"), "\(name)") }
    #expect(holds("strokes", on: "ground") && holds("warm-strokes", on: "warm-ground"))
  }

  @Test(arguments: [true, false]) func textCanBeRead(isDark: Bool) {
    let rules = isDark ? Self.dark : Self.light
    let grounds = [
      "text": ["paper", "warm-ground"], "soft": ["paper"], "on-light": ["derived"],
      "on-dark": ["met", "missed", "confirmed", "single", "own-statement", "conflict"],
    ]
    for (name, grounds) in grounds {
      for ground in grounds {
        let found = Self.contrast(rules[name]?["fill"], rules[ground]?["fill"])
        #expect(found >= 4.5, "\(name) on \(ground): \(found)")
      }
    }
  }

  @Test func textIsLargeEnoughOnAPhone() {
    // A phone 390 px wide shows a chart 358 px wide.
    #expect(ChartMetrics.text * 358 / ChartMetrics.width >= 11)
  }
}
