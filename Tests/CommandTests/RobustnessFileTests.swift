import Foundation
import TestSupport
import Testing

/// The files that `parindex robustness` writes and reads, and their independence of the machine.
struct RobustnessFileTests {
  @Test func oneSeedGivesTheSameBytesOnAnyNumberOfThreads() throws {
    for more in [
      ["--perturb", "uniform:0.4"], ["--perturb", "dirichlet:20"], ["--perturb", "simplex"],
      ["--rounding", "--draws", "1100"],
    ] {
      var outputs: [[String]] = []
      for threads in ["1", "2", "3"] {
        let folder = try TemporaryFolder(SampleIndex.files)
        defer { folder.remove() }
        let draws = more.contains("--draws") ? [] : ["--draws", "2100"]
        let arguments = more + draws + ["--levels", "all", "--threads", threads, "--format", "json"]
        let plain = try SampleIndex.run(arguments + ["--pairs"], in: folder)
        let ranks = try SampleIndex.run(arguments + ["--ranks-out", folder.path("r.csv")], in: folder)
        #expect(plain.code == 0 && ranks.code == 0, "\(plain.errors)\(ranks.errors)")
        outputs.append([plain.output, ranks.output, try folder.text("r.csv")])
      }
      #expect(outputs[0] == outputs[1] && outputs[0] == outputs[2])
    }
    #expect(try SampleIndex.run("--seed", "2").output != SampleIndex.run("--seed", "3").output)
  }

  @Test func writtenWeightsReplayToTheSameRanks() throws {
    let folder = try TemporaryFolder(SampleIndex.files)
    defer { folder.remove() }
    let drawn = try SampleIndex.run(
      [
        "--draws", "2500", "--perturb", "simplex", "--levels", "leaves", "--format", "csv", "--weights-out",
        folder.path("w.csv"), "--ranks-out", folder.path("r.csv"),
      ], in: folder)
    let replayed = try SampleIndex.run(
      ["--weights-in", folder.path("w.csv"), "--ranks-out", folder.path("r2.csv"), "--format", "csv"],
      in: folder)
    #expect(drawn.code == 0 && replayed.code == 0, "\(drawn.errors)\(replayed.errors)")
    #expect(drawn.output == replayed.output)
    #expect(try folder.text("r.csv") == folder.text("r2.csv"))
    #expect(try folder.text("w.csv").hasPrefix("draw,A,B,C.1,C.2\n1,"))
    #expect(try folder.text("r.csv").hasPrefix("draw,Bảo Lạc,Chợ Đồn,Đầm Hà,Ea Súp\n1,"))
    #expect(try folder.text("r.csv").split(separator: "\n").count == 2501)
  }

  /// Recomputes every score from the two files, as another program would.
  @Test func everyRankCanBeCheckedFromTheFiles() throws {
    let folder = try TemporaryFolder(SampleIndex.files)
    defer { folder.remove() }
    let result = try SampleIndex.run(
      [
        "--draws", "400", "--levels", "all", "--weights-out", folder.path("w.csv"), "--ranks-out",
        folder.path("r.csv"),
      ], in: folder)
    #expect(result.code == 0)
    let weights = try folder.text("w.csv").split(separator: "\n")
    let ranks = try folder.text("r.csv").split(separator: "\n")
    #expect(weights[0] == "draw,A,B,C,C.1,C.2")
    let values: [[Double?]] = [[60, 70, 80, 40], [65, 60, 70, 50], [61, 69, 90, 38], [20, 95, nil, 10]]
    for (weightLine, rankLine) in zip(weights, ranks).dropFirst() {
      let raw = weightLine.split(separator: ",").dropFirst().compactMap { Double($0) }
      let (a, b, c, first, second) = (raw[0], raw[1], raw[2], raw[3], raw[4])
      let scores = values.map { row -> Double in
        let parts = [(row[2], first), (row[3], second)].compactMap { value, weight in
          value.map { ($0, weight) }
        }
        let third = parts.reduce(0) { $0 + $1.0 * $1.1 } / parts.reduce(0) { $0 + $1.1 }
        return (a * (row[0] ?? 0) + b * (row[1] ?? 0) + c * third) / (a + b + c)
      }
      let expected = scores.map { score in 1 + scores.count { $0 > score + 1e-9 } }
      #expect(rankLine.split(separator: ",").dropFirst().map { Int($0) } == expected)
    }
  }

  @Test func drawnNumbersAreEchoedAndOtherWeightsKept() throws {
    var files = SampleIndex.files
    files["w.csv"] = "\u{FEFF}draw,B\r\n7,2\r\n9,0\r\n"
    let folder = try TemporaryFolder(files)
    defer { folder.remove() }
    let result = try SampleIndex.run(
      ["--weights-in", folder.path("w.csv"), "--ranks-out", folder.path("r.csv"), "--format", "json"],
      in: folder)
    #expect(result.code == 0, "\(result.errors)")
    #expect(try folder.text("r.csv") == "draw,Bảo Lạc,Chợ Đồn,Đầm Hà,Ea Súp\n7,2,2,1,4\n9,3,1,2,4\n")
    let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    #expect(json?["weights"] as? String == "replayed" && json?["draws"] as? Int == 2)
    #expect(json?["seed"] is NSNull && json?["prior"] is NSNull)
  }

  @Test func faultsLeaveEarlierFilesAsTheyAre() throws {
    var files = SampleIndex.files
    files["r.csv"] = "old"
    files["w.csv"] = "draw,A\n" + (1...3000).map { "\($0),1\n" }.joined() + "3001,-1\n"
    files["bad.csv"] = "unit,A\nX,inf\n"
    let folder = try TemporaryFolder(files)
    defer { folder.remove() }
    let weights = try SampleIndex.run(
      ["--weights-in", folder.path("w.csv"), "--ranks-out", folder.path("r.csv")], in: folder)
    #expect(weights.code == 1 && weights.output == "")
    #expect(weights.errors.contains("w.csv:3002:6: lỗi [framework.fault]"), "\(weights.errors)")
    let scores = try Command.run(
      "robustness", "--framework", folder.path("f.csv"), "--scores", folder.path("bad.csv"), "--ranks-out",
      folder.path("r.csv"))
    #expect(scores.code == 1 && scores.errors.contains("[number.not-finite]"))
    #expect(try folder.text("r.csv") == "old")
    let nowhere = try SampleIndex.run(
      ["--ranks-out", folder.path("r.csv"), "--weights-out", folder.path("no/w.csv")], in: folder)
    #expect(nowhere.code == 70 && nowhere.output == "")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path()).sorted()
        == ["bad.csv", "f.csv", "r.csv", "v.csv", "w.csv"])
    #expect(try SampleIndex.run(["--ranks-out", folder.path("r.csv")], in: folder).code == 0)
    #expect(try folder.text("r.csv").hasPrefix("draw,"))
  }

  @Test(arguments: [SIGINT, SIGTERM]) func aSignalLeavesNoPartialFile(number: Int32) throws {
    var files = SampleIndex.files
    files["r.csv"] = "old"
    let folder = try TemporaryFolder(files)
    defer { folder.remove() }
    let (process, collect) = try Command.start([
      "robustness", "--framework", folder.path("f.csv"), "--scores", folder.path("v.csv"), "--draws",
      "1000000000", "--weights-out", folder.path("w.csv"), "--ranks-out", folder.path("r.csv"),
    ])
    defer { process.terminate() }
    func names() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path()).sorted()
    }
    let deadline = ContinuousClock.now + .seconds(60)
    while try names().count(where: { $0.hasPrefix(".") }) < 2, process.isRunning,
      ContinuousClock.now < deadline
    {
      Thread.sleep(forTimeInterval: 0.01)
    }
    #expect(try names().count(where: { $0.hasPrefix(".") }) == 2)
    kill(process.processIdentifier, number)
    process.waitUntilExit()
    #expect(try collect().code == 128 + number)
    #expect(try names() == ["f.csv", "r.csv", "v.csv"])
    #expect(try folder.text("r.csv") == "old")
  }

  /// The whole output for an example that can be checked by hand, byte for byte and in every build. `make bench`
  /// compares the release build with the same file.
  @Test func theOutputIsTheGolden() throws {
    let golden = Repository.root.appending(path: "Tests/CommandTests/Goldens/robustness-small-3.json")
    let result = try Command.run(
      "robustness", "--framework", "Examples/small-3/framework.csv", "--scores",
      "Examples/small-3/scores.csv",
      "--draws", "3000", "--pairs", "--flips", "--ranges", "--variants", "--coherence", "--rounding",
      "--format",
      "json")
    #expect(result.code == 0, "\(result.errors)")
    let difference = Golden(golden).difference(from: result.output)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func filesThatAreNoPlainFilesAreWrittenTo() throws {
    let folder = try TemporaryFolder(SampleIndex.files)
    defer { folder.remove() }
    let result = try SampleIndex.run(
      ["--draws", "2", "--weights-out", "/dev/null", "--ranks-out", "/dev/stderr"], in: folder)
    #expect(result.code == 0 && result.errors.hasPrefix("draw,Bảo Lạc"), "\(result.errors)")
    let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
    #expect(type == .typeCharacterSpecial)
  }
}
