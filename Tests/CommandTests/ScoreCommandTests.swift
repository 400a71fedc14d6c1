import Foundation
import TestSupport
import Testing

struct ScoreCommandTests {
  private static let framework = """
    code,parent,name,max_points
    all,,Sở,10
    A,all,Một,4
    B,all,Hai,6

    """
  private static let scores = "unit,A,B\nSở X,1.5,\nSở Y,4,5.5\nSở Z,na,3\n"

  private func score(_ format: String, _ lang: String = "vi", scores: String = scores) throws
    -> Command.Result
  {
    let folder = try TemporaryFolder(["f.csv": ScoreCommandTests.framework, "s.csv": scores])
    defer { folder.remove() }
    return try Command.run(
      "score", "--framework", folder.path("f.csv"), "--scores", folder.path("s.csv"), "--format", format,
      "--lang", lang)
  }

  @Test func theTableIsOrderedByRank() throws {
    let result = try score("table")
    #expect(result.code == 0 && result.errors == "")
    let rows = result.output.split(separator: "\n").map {
      $0.split(separator: "  ").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    #expect(rows.first == ["Hạng", "Đơn vị", "Điểm", "Tối đa", "Chỉ số (%)", "Nhóm", "Còn thiếu"])
    #expect(
      rows.dropFirst(2).map { $0 } == [
        ["1", "Sở Y", "9,5", "10", "95,00"], ["2–3", "Sở X", "1,50–7,50", "10", "15,00–75,00", "B"],
        ["2–3", "Sở Z", "3", "6", "50,00"],
      ])
    #expect(try score("table", "en").output.contains("95.00"))
  }

  @Test func csvAndJSONAreExact() throws {
    let csv = try score("csv")
    #expect(
      csv.output == """
        rank,unit,points,maximum,index,group,missing
        2–3,Sở X,1.5..7.5,10,15..75,,B
        1,Sở Y,9.5,10,95,,
        2–3,Sở Z,3,6,50,,

        """)
    let json = try JSONSerialization.jsonObject(with: Data(score("json").output.utf8)) as? [String: Any]
    let units = try #require(json?["units"] as? [[String: Any]])
    #expect(units.map { $0["unit"] as? String } == ["Sở X", "Sở Y", "Sở Z"])
    #expect(units[1]["rank"] as? Int == 1 && units[0]["rank"] is NSNull)
  }

  @Test func theLongFormSaysTheSame() throws {
    let long = "unit,code,value\nSở X,A,1.5\nSở Y,A,4\nSở Y,B,5.5\nSở Z,A,na\nSở Z,B,3\n"
    #expect(try score("csv", scores: long).output == score("csv").output)
  }

  @Test func faultsInTheScoresEndWith1() throws {
    for scores in [
      "unit,A,X\nSở X,1,2\n", "unit,A,B\nSở X,\"1,5\",2\n", "unit,A,B\nSở X,5,2\n", "unit,A,B\nSở X,-1,2\n",
    ] {
      let result = try score("table", scores: scores)
      #expect(result.code == 1 && result.output == "", "\(scores)")
      #expect(result.errors.contains("s.csv:"), "\(result.errors)")
    }
  }

  @Test func editionsOfTheMinistryAreFrameworks() throws {
    let folder = try TemporaryFolder([
      "s.csv": "unit,LV1,LV2,LV3,LV4,LV5,LV6,LV7,LV8\nTỉnh A,7,7,7,7,7,7,7,7\nTỉnh B,1,,,,,,,\n"
    ])
    defer { folder.remove() }
    let result = try Command.run(
      "score", "--framework", "Tests/Frozen/Data/editions/876-qd-bnv-2022.yaml", "--scores",
      folder.path("s.csv"),
      "--format",
      "csv")
    #expect(result.code == 0, "\(result.errors)")
    let rows = result.output.split(separator: "\n")
    try #require(rows.count == 3)
    #expect(rows[1].hasPrefix("1–2,Tỉnh A,56,100,56,"), "\(result.output)")
    #expect(rows[2].hasPrefix("1–2,Tỉnh B,1..91.5,100,1..91.5,"), "\(result.output)")
  }

  private static let weights = """
    code,parent,name,weight,direction,normalise,aggregate
    all,,Chỉ số,,,,
    A,all,Một,2,,,geometric
    A.1,A,,1,,goalposts:0:10,
    A.2,A,,3,lower,goalposts:0:100,
    B,all,Hai,1,,goalposts:0:100,

    """
  private static let values = "unit,A.1,A.2,B\nSở X,2.5,0,50\nSở Y,8,,70\nSở Z,9,1e2,\nSở T,,,\n"

  private func index(_ arguments: String..., files: [String: String] = [:]) throws -> Command.Result {
    let all = ["f.csv": Self.weights, "s.csv": Self.values].merging(files) { $1 }
    let folder = try TemporaryFolder(all)
    defer { folder.remove() }
    return try Command.run(
      ["score", "--framework", folder.path("f.csv"), "--scores", folder.path("s.csv")]
        + arguments.map { all[$0] == nil ? $0 : folder.path($0) })
  }

  @Test func indexesOfWeightsSayHowMuchIsKnown() throws {
    let table = try index("--lang", "en", "--min-coverage", "0.4")
    #expect(
      table.output == """
        Rank  Unit  Score   Known (%)  Missing
        ────  ────  ──────  ─────────  ───────
        1     Sở Y  0.7667  50.00      A.2
        2     Sở X  0.6381  100.00
        3     Sở Z  0.0000  66.67      B
        –     Sở T  –       0.00

        """)
    #expect(table.code == 0 && table.errors.contains("[index.unranked]: “Sở T” is not ranked: no value"))
    let rows = try index("--format", "csv").output.split(separator: "\n")
    // (2·√√0.25 + 0.5) ÷ 3, to the digits that do not depend on the system's exponential function.
    #expect(rows.count == 5 && rows[1].hasPrefix("2,Sở X,0.63807118745769") && rows[1].hasSuffix(",1,"))
    #expect(
      [0, 2, 3, 4].map { rows[$0] } == [
        "rank,unit,score,coverage,missing", "1,Sở Y,0.7666666666666666,0.5,A.2",
        "3,Sở Z,0,0.6666666666666666,B", ",Sở T,,0,",
      ])
    let json = try JSON(index("--format", "json", "--min-coverage", "0.6").output)
    #expect(json.members["missing"]?.members["minimumCoverage"] == .number(0.6))
    #expect(json.members["units"]?.elements.map { $0.members["unit"]?.text } == ["Sở X", "Sở Z"])
    #expect(json.members["unranked"]?.elements.map { $0.members["unit"]?.text } == ["Sở Y", "Sở T"])
  }

  @Test func aGapIsTheSumOfItsParts() throws {
    let table = try index("--explain", "Sở Y:Sở X", "--lang", "en")
    #expect(
      table.output == """
        What sets Sở Y apart from Sở X:
        Component  Sum
        ─────────  ───────
        A Một      +0.0619
        B Hai      +0.0667
        All        +0.1286

        """)
    #expect(table.errors.contains("Sở Y: what is not known is left out"))
    let folder = try TemporaryFolder(["f.csv": Self.framework, "s.csv": Self.scores])
    defer { folder.remove() }
    let points = try Command.run(
      "score", "--framework", folder.path("f.csv"), "--scores", folder.path("s.csv"), "--explain",
      "Sở Y:Sở Z", "--format", "csv")
    // Sở Z is scored on B alone: 3 of 6 points, counted as half of all.
    #expect(
      points.output == """
        first,second,component,performance,weights,interaction,difference
        Sở Y,Sở Z,A,,,,4
        Sở Y,Sở Z,B,3.333333333333333,-2.833333333333333,-1.6666666666666665,0.5

        """, "\(points.output)\(points.errors)")
  }

  @Test func aChangeIsSplitIntoPerformanceAndWeights() throws {
    let before = ["b.csv": "unit,A.1,A.2,B\nSở X,2.5,0,40\nSở K,1,1,1\n"]
    let plain = try JSON(index("--before", "b.csv", "--format", "json", files: before).output)
    let changes = try #require(plain.members["differences"]?.elements)
    #expect(changes.map { $0.members["unit"]?.text } == ["Sở X"])
    let parts = try #require(changes[0].members["parts"]?.elements)
    #expect(parts.map { $0.members["weights"]?.number } == [0, 0])
    #expect(parts.map { $0.members["difference"]?.number?.rounded(places: 12) } == [0, 0.033333333333])
    let other = before.merging(["g.csv": Self.weights.replacingOccurrences(of: "Một,2", with: "Một,1")]) {
      $1
    }
    let crossed = try index(
      "--before", "b.csv", "--before-framework", "g.csv", "--lang", "en", files: other)
    #expect(
      crossed.output
        == """
        What changed the score of Sở X:
        Component  Performance  Weights  Sum
        ─────────  ───────────  ───────  ───────
        A Một      0.0000       +0.1179  +0.1179
        B Hai      +0.0417      -0.0750  -0.0333
        All                              +0.0845

        """.replacingOccurrences(of: "-0", with: "−0"), "\(crossed.output)")
    #expect(crossed.errors.contains("With scores on one side only: Sở Y, Sở Z, Sở K."), "\(crossed.errors)")
  }

  @Test func whatCanNotBeExplainedIsSaid() throws {
    for pair in ["Sở X", "Sở X:Sở K", "Sở X:Sở T", ":"] {
      let result = try index("--explain", pair)
      #expect(result.code == 64 && result.output == "" && result.errors.contains("'\(pair)'"))
    }
    let geometric = [
      "f.csv": Self.weights.replacingOccurrences(of: "all,,Chỉ số,,,,", with: "all,,Chỉ số,,,,harmonic")
    ]
    let result = try index("--explain", "Sở X:Sở Y", "--lang", "en", files: geometric)
    #expect(result.code == 1 && result.output == "" && result.errors.contains("no arithmetic mean"))
    #expect(try index("--before-framework", "f.csv").code == 64)
    #expect(try index("--before", "s.csv", "--explain", "Sở X:Sở Y").code == 64)
    #expect(try index("--min-coverage", "2").code == 64)
  }
}

extension Double {
  fileprivate func rounded(places: Int) -> Double {
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    return (self * scale).rounded() / scale
  }
}
