import Foundation
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
      "score", "--framework", "Data/editions/2948-qd-bnv-2017.yaml", "--scores", folder.path("s.csv"),
      "--format",
      "csv")
    #expect(result.code == 0, "\(result.errors)")
    let rows = result.output.split(separator: "\n")
    try #require(rows.count == 3)
    #expect(rows[1].hasPrefix("1–2,Tỉnh A,56,100,56,"), "\(result.output)")
    #expect(rows[2].hasPrefix("1–2,Tỉnh B,1..91,100,1..91,"), "\(result.output)")
  }
}
