import Foundation
import Testing
import Text

@testable import ProvinceData
@testable import Scoring

@Suite("Files of the command score")
struct ScoringInputTests {
  private let tree = "code,parent,name,max_points\nall,,Đắk Lắk,10\na,all,,4\nb,all,,6\n"

  private func read(_ framework: String, _ scores: String, ending: String = "csv") throws -> ScoringInput {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = (folder.appending(path: "f." + ending), folder.appending(path: "s.csv"))
    try framework.write(to: files.0, atomically: true, encoding: .utf8)
    try scores.write(to: files.1, atomically: true, encoding: .utf8)
    return ScoringInput.read(framework: files.0, scores: files.1)
  }

  private func places(_ input: ScoringInput) -> [String] {
    input.findings.map { "\($0.rule) \($0.line):\($0.column)" }
  }

  @Test("wide and long scores give the same table")
  func forms() throws {
    let wide = try read(tree, "unit,a,b\nĐắk Lắk,3.5,\nKon Tum,na,6\n")
    let long = try read(tree, "unit,code,value\nĐắk Lắk,a,3.5\nĐắk Lắk,b,\nKon Tum,a,na\nKon Tum,b,6\n")
    for input in [wide, long] {
      #expect(input.findings == [])
      #expect(input.framework?.leaves.map(\.code) == ["a", "b"])
      #expect(input.table?.units.map(\.name) == ["Đắk Lắk", "Kon Tum"])
    }
    #expect(wide.table?.units.map(\.scores) == long.table?.units.map(\.scores))
    #expect(wide.table?.units[0].scores["b"] == nil)
    #expect(wide.table?.units[1].scores["a"] == .notApplicable)
  }

  @Test(
    "faults of a tree stand at the code",
    arguments: [
      ("a,x,,1\n", [2]), ("a,,,2\nb,a,,1\n", [2]), ("a,,,\nb,,,\n", [3]), ("a,,,0\n", [2]),
      ("a,,,\na,,,\n", [3, 3]),
      ("a,,,\nb,c,,\nc,b,,\n", [3, 4]), ("a,b,,\nb,a,,\n", [1]),
    ])
  func faults(rows: String, lines: [Int]) throws {
    let input = try read("code,parent,name,max_points\n" + rows, "unit,a\nx,\n")
    #expect(input.findings.map(\.rule) == lines.map { _ in "framework.fault" })
    #expect(input.findings.map(\.line) == lines)
    #expect(input.framework == nil)
  }

  @Test(
    "faults of weights stand at the weight or at the code",
    arguments: [
      ("a,,,1\n", []), ("a,,,\nb,a,,1e-3\n", []), ("a,,,\nb,a,,0\nc,a,,0\n", ["framework.fault 2:1"]),
      ("a,,,\nb,a,,\n", ["framework.fault 3:6"]), ("a,,,\nb,a,,-0.1\n", ["framework.fault 3:6"]),
      ("a,,,\nb,a,,\"0,5\"\n", ["number.decimal-comma 3:6"]), ("a,,,\nb,a,,+1\n", ["number.malformed 3:6"]),
      ("a,,,-inf\nb,a,,1\n", ["number.not-finite 2:5"]), ("a,,,1e101\nb,a,,1\n", ["number.out-of-range 2:5"]),
    ])
  func weights(rows: String, expected: [String]) throws {
    let input = try read("code,parent,name,weight\n" + rows, "unit,a\nx,\n")
    #expect(places(input) == expected)
    #expect((input.framework == nil) == !expected.isEmpty)
  }

  @Test("values of a framework of weights are any finite numbers, with the decimals printed")
  func values() throws {
    let tree = "code,parent,name,weight\nall,,,\na,all,,1\nb,all,,2\n"
    let input = try read(tree, "unit,a,b\nx,-12.50,1e-3\ny,0.123456789,2.5E1\nz,na,7\n")
    #expect(input.findings == [])
    let units = try #require(input.table).units
    #expect(units[0].scores == ["a": .value(-12.5), "b": .value(0.001)])
    #expect(units[1].scores == ["a": .value(0.123456789), "b": .value(25)])
    #expect(units[2].scores == ["a": .notApplicable, "b": .value(7)])
    #expect(units.map(\.decimals) == [["a": 2, "b": 3], ["a": 9, "b": 0], ["b": 0]])
    let points = try read(self.tree, "unit,a,b\nx,3.50,6\n")
    #expect(points.table?.units[0].decimals == ["a": 2, "b": 0])
  }

  @Test("a byte order mark, CRLF and blank lines change nothing")
  func formOfTheFile() throws {
    let tree =
      "code,parent,name,weight,direction,normalise,aggregate\nall,,,,,,geometric\na,all,,1,lower,rank,\n"
    let scores = "unit,a\nx,1\n\ny,2\n"
    let plain = try read(tree, scores)
    func windows(_ text: String) -> String {
      "\u{FEFF}" + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    }
    let other = try read(windows(tree), windows(scores))
    for input in [plain, other] {
      #expect(input.findings == [])
      #expect(input.table?.units.map(\.scores) == [["a": .value(1)], ["a": .value(2)]])
      #expect(input.framework?["all"]?.aggregation == .geometric)
      #expect(input.framework?["a"]?.normalisation == .rank && input.framework?["a"]?.lowerIsBetter == true)
    }
  }

  @Test("columns of methods may stand in any order behind the weights, each once")
  func columns() throws {
    let turned = try read("code,parent,name,weight,aggregate,direction\na,,,1,,\n", "unit,a\nx,1\n")
    #expect(places(turned) == [])
    let twice = try read("code,parent,name,weight,direction,direction\na,,,1,,\n", "unit,a\nx,1\n")
    #expect(places(twice) == ["csv.header 1:35"])
    let before = try read("code,parent,weight,name\na,,1,\n", "unit,a\nx,1\n")
    #expect(places(before) == ["csv.header 1:13"])
    let neither = try read("code,parent,name\na,,\n", "unit,a\nx,1\n")
    #expect(places(neither) == ["framework.kind 1:1"])
  }

  @Test("faults of scores")
  func scores() throws {
    let input = try read(tree, "unit,a,bb\nĐắk Lắk,4.5,1\nĐắk Lắk,1,1\n,1,1\nx,\"1,5\",-1\ny,1\n")
    #expect(
      places(input) == [
        "score.code-unknown 1:8", "points.over-maximum 2:9", "id.duplicate 3:1", "key.missing 4:1",
        "number.decimal-comma 5:3", "number.negative 5:9", "csv.row-length 6:1",
      ])
    #expect(input.table == nil && input.framework == nil)
  }

  @Test("an edition file is a framework, and its sources need not be at hand")
  func edition() throws {
    let text = """
      id: x
      name: {vi: Bộ x, en: Framework x}
      years: [2023]
      years_backing: {sources: [elsewhere]}
      total: 10
      components:
        - {code: LV1, name: {vi: a, en: a}, maximum: 4, sources: [elsewhere]}
        - {code: LV2, name: {vi: b, en: b}}
      not_applicable: leaves-both

      """
    let input = try read(text, "unit,LV1\nĐắk Lắk,3\n", ending: "yaml")
    #expect(input.findings == [])
    #expect(input.framework?.nodes.map(\.code) == ["total", "LV1", "LV2"])
  }

  @Test("a missing file is a finding")
  func missing() {
    let input = ScoringInput.read(framework: URL(filePath: "/no/f.csv"), scores: URL(filePath: "/no/s.csv"))
    #expect(input.findings.map(\.rule) == ["file.missing", "file.missing"])
  }
}
