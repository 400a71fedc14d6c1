import Foundation
import TestSupport
import Testing

/// The exact output of the commands for the frozen data and the frozen index.
struct FrozenCommandTests {
  /// A command line, and the file with its expected output.
  struct Line: CustomTestStringConvertible, Sendable {
    let file: String
    let arguments: [String]
    var testDescription: String { file }

    init(_ file: String, _ arguments: String) {
      self.file = file
      self.arguments = arguments.split(separator: " ").map(String.init)
    }
  }

  private static let data = "--data Tests/Frozen/Data"
  private static let index =
    "--framework Tests/Frozen/Index/framework.csv --scores Tests/Frozen/Index/scores.csv"
  private static let edition =
    "--framework Tests/Frozen/Data/editions/876-qd-bnv-2022.yaml --scores Tests/Frozen/Index/points.csv"
  private static let analyses =
    "--draws 2000 --pairs --flips --ranges --variants --coherence --rounding"

  static let lines = [
    Line("validate.vi.txt", "validate \(data) --lang vi"),
    Line("validate.en.txt", "validate \(data) --lang en"),
    Line("validate.json", "validate \(data) --format json"),
    Line("compare.vi.txt", "compare \(data) --lang vi"),
    Line("compare.en.md", "compare \(data) --lang en --format md"),
    Line("compare.json", "compare hai-duong hai-phong \(data) --format json"),
    Line("score-points.vi.txt", "score \(edition) --lang vi"),
    Line("score-points.json", "score \(edition) --format json"),
    Line("score-weights.en.txt", "score \(index) --lang en"),
    Line("score-weights.csv", "score \(index) --format csv"),
    Line("robustness.vi.txt", "robustness \(index) \(analyses) --lang vi"),
    Line("robustness.en.txt", "robustness \(index) \(analyses) --lang en"),
    Line("robustness.json", "robustness \(index) \(analyses) --format json"),
  ]

  @Test(arguments: lines) func theOutputIsAsRecorded(line: Line) throws {
    let result = try Command.run(line.arguments)
    #expect(result.code == 0, "\(result.errors)")
    let golden = Golden(Repository.frozen.appending(path: "Goldens/commands/\(line.file)"))
    let difference = golden.difference(from: result.output)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func nothingElseIsRecorded() throws {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Repository.frozen.appending(path: "Goldens/commands").path(percentEncoded: false))
    #expect(names.sorted() == Self.lines.map(\.file).sorted())
  }
}
