import Foundation
import Testing
import Text

@testable import ProvinceData
@testable import Scoring

@Suite("Weights to replay")
struct WeightsReaderTests {
  private let framework =
    "code,parent,name,weight\nall,,,\nA,all,,1.5\nA.1,A,,1\nA.2,A,,3\n\"B, c\",all,,0\n"
  private let scores = "unit,A.1,A.2,\"B, c\"\nX,1,2,3\nY,2,1,3\n"

  private func read(_ weights: String, by limit: Int) throws -> (rows: [[Double]], draws: [Int]) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in [("f.csv", framework), ("s.csv", scores), ("w.csv", weights)] {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    let input = ScoringInput.read(
      framework: folder.appending(path: "f.csv"), scores: folder.appending(path: "s.csv"))
    let index = try #require(input.composite().index)
    var reader = try WeightsReader(folder.appending(path: "w.csv"), index: index, of: input)
    var rows: [[Double]] = []
    var draws: [Int] = []
    while true {
      let more = try reader.next(limit)
      if more.isEmpty { break }
      #expect(more.count <= limit)
      rows += more
      draws += reader.nextDrawNumbers(more.count)
    }
    #expect(reader.findings == [])
    return (rows, draws)
  }

  @Test("nodes that are not named keep their weights; columns may stand in any order")
  func named() throws {
    let weights = "draw,\"B, c\",A\n1,0.25,1e-3\n\n5,7,0\n"
    for limit in [1, 2, 100] {
      let (rows, draws) = try read(weights, by: limit)
      // The root, A, A.1, A.2, B.
      #expect(rows == [[1, 0.001, 1, 3, 0.25], [1, 0, 1, 3, 7]])
      #expect(draws == [1, 5])
    }
    #expect(try read("draw\n1\n2\n", by: 10).rows == [[1, 1.5, 1, 3, 0], [1, 1.5, 1, 3, 0]])
    #expect(try read("draw,A\n", by: 10).rows == [])
  }

  @Test("the shortest form of a number reads back as the same number")
  func roundTrip() throws {
    let numbers = [0.1 + 0.2, 1.0 / 3, 1e-100, 1e100, 5e-5, 123456789.123456789, 2, 1e16]
    let lines = numbers.enumerated().map { "\($0.offset),\($0.element)\n" }.joined()
    #expect(try read("draw,A\n" + lines, by: 3).rows.map { $0[1] } == numbers)
  }

  @Test(
    "a first line that is none is a fault",
    arguments: [
      ("", "csv.header 1:1"), ("A,B\n", "csv.header 1:1"), ("draw;A\n1;2\n", "csv.separator 1:1"),
      ("draw,A,A\n", "id.duplicate 1:8"), ("draw,A.3\n", "score.code-unknown 1:6"),
    ])
  func header(text: String, place: String) throws {
    do {
      _ = try read(text, by: 1)
      Issue.record("No fault found.")
    } catch let faults as WeightsReader.Faults {
      #expect(faults.findings.map { "\($0.rule) \($0.line):\($0.column)" }.contains(place))
    }
  }
}
