import Foundation
import TestSupport
import Testing

/// The command agrees with `Examples/verify/expected.csv`, which NumPy computed from the raw weights.
struct RecomputationTests {
  private static let folder = Repository.root.appending(path: "Examples/verify")

  private static func rows(_ name: String) throws -> [[String]] {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8).split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test(arguments: try RecomputationTests.rows("cases.csv"))
  func everyFigureAgrees(_ row: [String]) throws {
    try #require(row.count == 4)
    let result = try Command.run(
      [
        "robustness", "--framework", "Examples/" + row[1], "--scores", "Examples/" + row[2], "--format",
        "json",
      ] + row[3].split(separator: " ").map(String.init))
    try #require(result.code == 0, "\(result.errors)")
    let found = try Self.figures(of: result.output)
    let expected = try Self.rows("expected.csv").filter { $0.first == row[0] }
    #expect(expected.count > 40)
    for figure in expected {
      var key = figure[1...3].joined(separator: ",")
      if figure[1] == "flip" {
        let names = figure[3].split(separator: "/").map(String.init)
        if figure[4] == "never" {
          #expect(found["never,\(figure[2]),\(names[0])"] != nil, "\(row[0]): \(key)")
          continue
        }
        // When two components swap a pair by the same change, either is a valid answer.
        key = names.count == 2 && found[key] != nil ? key : "flip size,\(figure[2]),\(names[0])"
      }
      let number = try #require(Double(figure[4]))
      let value = key.hasPrefix("flip size") ? abs(number) : number
      let ours = try #require(found[key], "\(row[0]): \(key) is not in the result")
      #expect(abs(ours - value) <= 1e-9 * max(1, abs(value)), "\(row[0]): \(key)")
    }
  }

  /// The figures of a result by statistic, unit and the other unit, rank or component.
  private static func figures(of json: String) throws -> [String: Double] {
    let result = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    var figures: [String: Double] = [:]
    for name in ["draws", "counted"] { figures["\(name),,"] = (result[name] as? NSNumber)?.doubleValue }
    for unit in result["units"] as? [[String: Any]] ?? [] {
      let name = try #require(unit["unit"] as? String)
      for (key, value) in unit {
        if let number = value as? NSNumber { figures["\(key),\(name),"] = number.doubleValue }
      }
      for (place, share) in (unit["acceptability"] as? [NSNumber] ?? []).enumerated() {
        figures["acceptability,\(name),\(place + 1)"] = share.doubleValue
      }
    }
    for pair in result["pairs"] as? [[String: Any]] ?? [] {
      let (first, second) = (try #require(pair["first"]), try #require(pair["second"]))
      figures["above,\(first),\(second)"] = (pair["firstAbove"] as? NSNumber)?.doubleValue
      figures["above,\(second),\(first)"] = (pair["secondAbove"] as? NSNumber)?.doubleValue
    }
    let groups = (result["groups"] as? [String: Any])?["groups"] as? [[String]] ?? []
    for (place, group) in groups.enumerated() {
      for unit in group { figures["group,\(unit),\(place + 1)"] = 1 }
    }
    for flip in result["flips"] as? [[String: Any]] ?? [] {
      let (above, below) = (try #require(flip["above"]), try #require(flip["below"]))
      if let change = flip["change"] as? NSNumber, let component = flip["component"] {
        figures["flip,\(above),\(below)/\(component)"] = change.doubleValue
        figures["flip size,\(above),\(below)"] = abs(change.doubleValue)
      } else {
        figures["never,\(above),\(below)"] = 1
      }
    }
    return figures
  }
}
