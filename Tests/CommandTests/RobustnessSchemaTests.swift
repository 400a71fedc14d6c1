import Foundation
import TestSupport
import Testing

/// The JSON output of `parindex robustness` conforms to its schema.
struct RobustnessSchemaTests {
  private static let schemaFile = Repository.root.appending(path: "docs/schema/robustness.schema.json")

  private func schema() throws -> JSON { try JSON(String(contentsOf: Self.schemaFile, encoding: .utf8)) }

  private func object(_ arguments: [String]) throws -> JSON {
    let folder = try TemporaryFolder([
      "f.csv": """
      code,parent,name,weight,direction,normalise,aggregate
      all,,Chỉ số,,,,geometric
      A,all,Một,3,,goalposts:0:100,
      B,all,Hai,2,,min-max:1:10,
      C,all,Ba,1,,,
      C.1,C,,1,lower,goalposts:0:100,
      C.2,C,,3,,z-score,

      """,
      "s.csv": "unit,A,B,C.1,C.2\nX,60,70,80,7\nY,65,60,70,7\nZ,61.5,69,,7\nT,,,,7\nU,0,1,2,7\n",
      "e.csv": "unit,A,B\nX,2,1.5\nZ,0.5,\n", "w.csv": "draw,A,B,C\n1,1,1,1\n2,0,0,0\n",
    ])
    defer { folder.remove() }
    let files = ["e.csv", "w.csv"]
    let result = try Command.run(
      ["robustness", "--framework", folder.path("f.csv"), "--scores", folder.path("s.csv")]
        + arguments.map { files.contains($0) ? folder.path($0) : $0 } + ["--format", "json"])
    #expect(result.code == 0, "\(result.errors)")
    return try JSON(result.output)
  }

  @Test(arguments: [
    ["--draws", "200"], ["--weights-in", "w.csv", "--pairs"],
    ["--until-error", "0.2", "--perturb", "dirichlet:1e-3", "--levels", "leaves", "--min-coverage", "0.5"],
    ["--perturb", "simplex", "--draws", "1"],
  ])
  func theOutputIsAsItsSchemaSays(arguments: [String]) throws {
    #expect(JSONSchemaCheck(try object(arguments), against: try schema()).faults == [])
  }

  @Test func everyPartIsDescribedAndNoneIsLeftOut() throws {
    let all = [
      "--draws", "100", "--pairs", "--flips", "--ranges", "--variants", "--coherence", "--errors", "e.csv",
      "--rounding",
    ]
    let output = try object(all)
    let schema = try schema()
    #expect(JSONSchemaCheck(output, against: schema).faults == [])
    #expect(output.members.keys.sorted() == schema.members["properties"]?.members.keys.sorted())
  }

  @Test func theCheckFindsFaults() throws {
    var output = try object(["--draws", "10"])
    let schema = try schema()
    output.members["draws"] = .text("10")
    output.members["colour"] = .number(1)
    output.members["seed"] = .number(-1)
    output.members["levels"] = .text("top")
    output.members["units"] = .list([.object(["unit": .text("")])])
    output.members["missing"] = nil
    let faults = JSONSchemaCheck(output, against: schema).faults.sorted()
    #expect(faults.count == 7, "\(faults)")
    for start in ["$.draws: type", "$: no key colour", "$.seed: minimum", "$.levels: enum", "$: required"] {
      #expect(faults.contains { $0.hasPrefix(start) }, "\(start) in \(faults)")
    }
    #expect(faults.contains { $0.hasPrefix("$.units[0].unit: minLength") })
    #expect(faults.contains { $0.hasPrefix("$.units[0]: required") })
    #expect(JSONSchemaCheck(.null, against: .object(["unheard": .null])).faults.count == 1)
  }
}
