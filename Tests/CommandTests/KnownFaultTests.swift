import Foundation
import TestSupport
import Testing

/// Faults that were found in other tools for composite indexes and that this one must not have.
struct KnownFaultTests {
  private func run(
    _ framework: String, _ scores: String, weights: String? = nil, _ arguments: String...
  ) throws -> (result: Command.Result, files: [String: String]) {
    var files = ["f.csv": framework, "s.csv": scores]
    files["w.csv"] = weights
    let folder = try TemporaryFolder(files)
    defer { folder.remove() }
    let replay = weights == nil ? [] : ["--weights-in", folder.path("w.csv")]
    let result = try Command.run(
      [
        "robustness", "--framework", folder.path("f.csv"), "--scores", folder.path("s.csv"), "--ranks-out",
        folder.path("r.csv"), "--lang", "en",
      ] + replay + arguments)
    let written = try folder.files(below: ".").mapValues { String(decoding: $0, as: UTF8.self) }
    return (result, written)
  }

  private func object(_ result: Command.Result) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }

  private let tree = "code,parent,name,weight\nall,,,\nA,all,,1\nB,all,,1\n"

  @Test func failedReplicationsAreCountedAndNotDropped() throws {
    let weights = "draw,A,B\n1,1,1\n2,0,0\n3,0,1\n4,1,0\n"
    let scores = "unit,A,B\nX,1,2\nY,3,1\n"
    let (result, files) = try run(tree, scores, weights: weights, "--format", "json")
    #expect(result.code == 0, "\(result.errors)")
    let json = try object(result)
    #expect(json["draws"] as? Int == 4 && json["counted"] as? Int == 3 && json["excluded"] as? Int == 1)
    #expect(json["exclusions"] as? [String: Int] == ["zero-weights": 1, "no-score": 0])
    #expect(files["r.csv"] == "draw,X,Y\n1,2,1\n2,,\n3,1,2\n4,2,1\n")
    let table = try run(tree, scores, weights: weights).result.output
    #expect(table.contains("Draws read from the file of weights: 4."), "\(table)")
    #expect(table.contains("Excluded draws: 1, because all known parts of a code have weight 0."))
  }

  @Test func noStatisticStandsWithoutItsCount() throws {
    let scores = "unit,A,B\nX,1,2\nY,3,1\nZ,2,2\n"
    let json = try object(
      run(tree, scores, "--perturb", "simplex", "--draws", "700", "--pairs", "--format", "json").result)
    let counted = try #require(json["counted"] as? Int)
    #expect(counted == 700 && json["excluded"] as? Int == 0)
    for unit in try #require(json["units"] as? [[String: Any]]) {
      for key in ["meanRank", "medianRank", "rankP05", "rankP95"] {
        #expect(unit[key] is NSNumber && unit[key + "Error"] is NSNumber)
      }
      // Each share is a whole number of the counted draws, and the shares add up to 1.
      let shares = try #require(unit["acceptability"] as? [Double]).map { $0 * Double(counted) }
      #expect(shares.allSatisfy { abs($0 - $0.rounded()) < 1e-9 })
      #expect(Int(shares.reduce(0, +).rounded()) == counted)
      #expect((unit["acceptabilityError"] as? [Double])?.count == shares.count)
    }
    for pair in try #require(json["pairs"] as? [[String: Any]]) {
      #expect(pair["firstAboveError"] is NSNumber && pair["secondAboveError"] is NSNumber)
    }
    // Without draws a statistic is missing rather than zero.
    let none = try object(run(tree, scores, weights: "draw,A,B\n1,0,0\n", "--format", "json").result)
    #expect(none["counted"] as? Int == 0)
    #expect((none["units"] as? [[String: Any]])?.allSatisfy { $0["meanRank"] is NSNull } == true)
  }

  /// 0.1 + 0.2 and 0.3 differ in binary.
  @Test func equalScoresShareARankWhateverTheBinaryRounding() throws {
    let tree = "code,parent,name,weight\nall,,,\nA,all,,1\nB,all,,1\nC,all,,1\n"
    let scores = "unit,A,B,C\nX,0.1,0.2,0\nY,0.3,0,0\nZ,0,0.2,0.1\nW,0,0,0\n"
    let (result, files) = try run(
      tree, scores, weights: "draw,A\n1,1\n2,1.0\n3,1e0\n", "--format", "csv")
    #expect(result.code == 0)
    let ranks = result.output.split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } }
    #expect(ranks == ["1", "1", "1", "4"])
    #expect(files["r.csv"] == "draw,X,Y,Z,W\n1,1,1,1,4\n2,1,1,1,4\n3,1,1,1,4\n")
  }

  @Test func treesOfUnequalDepthAreTakenAsTheyAre() throws {
    let tree = """
      code,parent,name,weight
      all,,,
      A,all,,1
      B,all,,1
      B.1,B,,1
      B.2,B,,1
      B.2.1,B.2,,1
      B.2.2,B.2,,3

      """
    let scores = "unit,A,B.1,B.2.1,B.2.2\nX,8,4,8,0\nY,2,6,0,8\n"
    let (result, files) = try run(tree, scores, weights: "draw,A\n1,1\n2,0\n", "--format", "json")
    #expect(result.code == 0, "\(result.errors)")
    let units = try #require(object(result)["units"] as? [[String: Any]])
    // X: (8 + (4 + (8·1 + 0·3)/4)/2)/2 = (8 + 3)/2; Y: (2 + (6 + 6)/2)/2.
    #expect(units.map { $0["score"] as? Double } == [5.5, 4])
    #expect(files["r.csv"] == "draw,X,Y\n1,1,2\n2,2,1\n")
    let score = try TemporaryFolder(["f.csv": tree, "s.csv": scores])
    defer { score.remove() }
    let table = try Command.run(
      "score", "--framework", score.path("f.csv"), "--scores", score.path("s.csv"), "--format", "csv")
    #expect(table.output == "rank,unit,score,coverage,missing\n1,X,5.5,1,\n2,Y,4,1,\n")
  }

  @Test func infinitiesAndNegativeWeightsAreRefusedWhereTheyStand() throws {
    let scores = "unit,A,B\nX,1,2\nY,3,1\n"
    let cases: [(framework: String, scores: String, weights: String?, place: String)] = [
      (tree.replacingOccurrences(of: "A,all,,1", with: "A,all,,inf"), scores, nil, "f.csv:3:8: error"),
      (tree.replacingOccurrences(of: "A,all,,1", with: "A,all,,-1"), scores, nil, "f.csv:3:8: error"),
      (tree.replacingOccurrences(of: "A,all,,1", with: "A,all,,nan"), scores, nil, "f.csv:3:8: error"),
      (tree.replacingOccurrences(of: ",,1", with: ",,0"), scores, nil, "f.csv:2:1: error"),
      (tree, "unit,A,B\nX,1,2\nY,Infinity,1\n", nil, "s.csv:3:3: error"),
      (tree, "unit,A,B\nX,1,2\nY,1e999,1\n", nil, "s.csv:3:3: error"),
      (tree, scores, "draw,A,B\n1,1,1\n2,1,-inf\n", "w.csv:3:5: error"),
      (tree, scores, "draw,A,B\n1,1,1\n2,-0.5,1\n", "w.csv:3:3: error"),
      (tree, scores, "draw,A,Z\n1,1,1\n", "w.csv:1:8: error"),
    ]
    for (framework, scores, weights, place) in cases {
      let (result, files) = try run(framework, scores, weights: weights)
      #expect(result.code == 1 && result.output == "", "\(place) \(result.errors)")
      #expect(result.errors.contains(place), "\(place) \(result.errors)")
      #expect(files["r.csv"] == nil)
    }
  }
}
