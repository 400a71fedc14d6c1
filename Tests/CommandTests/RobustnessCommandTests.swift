import Foundation
import TestSupport
import Testing

/// The output and the refusals of `parindex robustness`.
struct RobustnessCommandTests {
  @Test func theTableSaysHowItWasGot() throws {
    let folder = try TemporaryFolder(SampleIndex.files)
    defer { folder.remove() }
    func table(_ lang: String) throws -> String {
      let result = try SampleIndex.run(
        ["--draws", "500", "--pairs", "--threads", "2", "--lang", lang], in: folder)
      #expect(result.code == 0 && result.errors == "")
      return result.output.split(separator: folder.path("")).joined()
    }
    #expect(
      try table("vi") == """
        Hạng  Đơn vị   Điểm   Đã biết (%)  Hạng trung bình  Trung vị     Phân vị 5%   Phân vị 95%
        ────  ───────  ─────  ───────────  ───────────────  ───────────  ───────────  ───────────
        1     Đầm Hà   62,00  100,00       1,29 ± 0,02      1,00 ± 0,00  1,00 ± 0,00  2,00 ± 0,00
        2     Bảo Lạc  61,67  100,00       2,49 ± 0,02      2,00 ± 0,50  2,00 ± 0,00  3,00 ± 0,00
        2     Chợ Đồn  61,67  100,00       2,22 ± 0,04      3,00 ± 0,50  1,00 ± 0,00  3,00 ± 0,00
        4     Ea Súp   43,33  95,83        4,00 ± 0,00      4,00 ± 0,00  4,00 ± 0,00  4,00 ± 0,00

        ± là sai số chuẩn Monte Carlo.
        Số lượt mô phỏng: 500. Trọng số thay đổi: các mã ngay dưới gốc; phân phối uniform:0.25. Hạt giống: 1 (Philox-4x64-10).
        Không loại lượt nào.
        Điều chưa biết được bỏ ra, trọng số của nó chia cho phần đã biết.

        Không phân biệt được ở mức 90%: Bảo Lạc, Chợ Đồn.
        Không phân biệt được ở mức 90%: Đầm Hà, Chợ Đồn.

        Chạy lại: parindex robustness --framework f.csv --scores v.csv --draws 500 --pairs

        """)
    #expect(
      try table("en") == """
        Rank  Unit     Score  Known (%)  Mean rank    Median       5th percentile  95th percentile
        ────  ───────  ─────  ─────────  ───────────  ───────────  ──────────────  ───────────────
        1     Đầm Hà   62.00  100.00     1.29 ± 0.02  1.00 ± 0.00  1.00 ± 0.00     2.00 ± 0.00
        2     Bảo Lạc  61.67  100.00     2.49 ± 0.02  2.00 ± 0.50  2.00 ± 0.00     3.00 ± 0.00
        2     Chợ Đồn  61.67  100.00     2.22 ± 0.04  3.00 ± 0.50  1.00 ± 0.00     3.00 ± 0.00
        4     Ea Súp   43.33  95.83      4.00 ± 0.00  4.00 ± 0.00  4.00 ± 0.00     4.00 ± 0.00

        ± is the Monte Carlo standard error.
        Draws: 500. Weights changed: those directly below the root; prior uniform:0.25. Seed: 1 (Philox-4x64-10).
        No draw is excluded.
        What is not known is left out and its weight shared out among what is known.

        Cannot be told apart at 90%: Bảo Lạc, Chợ Đồn.
        Cannot be told apart at 90%: Đầm Hà, Chợ Đồn.

        To run again: parindex robustness --framework f.csv --scores v.csv --draws 500 --pairs

        """)
  }

  @Test func exactPartsStandBelowTheTable() throws {
    func parts(_ lang: String) throws -> String {
      let output = try SampleIndex.run("--draws", "10", "--flips", "--ranges", "--lang", lang).output
      return output.components(separatedBy: "\n\n").dropFirst(2).dropLast().joined(separator: "\n\n")
    }
    #expect(
      try parts("vi") == """
        Thay đổi nhỏ nhất của một trọng số làm đổi chỗ hai đơn vị:
        Đứng trên  Đứng dưới  Trọng số  Thay đổi (%)
        ─────────  ─────────  ────────  ────────────
        Đầm Hà     Bảo Lạc    A         −66,67
        Đầm Hà     Chợ Đồn    B         −11,11
        Đầm Hà     Ea Súp     A         −91,06
        Bảo Lạc    Chợ Đồn    A         0,00
        Bảo Lạc    Ea Súp     A         −91,67
        Chợ Đồn    Ea Súp     A         −81,48

        Hạng có thể có khi mỗi trọng số đổi không quá 25,00% (các mã ngay dưới gốc):
        Đơn vị   Hạng tốt nhất  Hạng kém nhất
        ───────  ─────────────  ─────────────
        Đầm Hà   1              2
        Bảo Lạc  2              3
        Chợ Đồn  1              3
        Ea Súp   4              4
        """)
    // 3·60 + 2·70 + 50 and 3·65 + 2·60 + 55 are both 370: equal until a weight moves.
    let english = try parts("en")
    #expect(english.contains("Above    Below    Weight  Change (%)\n"), "\(english)")
    #expect(english.contains("\nBảo Lạc  Chợ Đồn  A       0.00\n"))
    #expect(english.contains("where each weight changes by at most 25.00% (those directly below the root):"))
  }

  @Test func otherWaysToBuildAndCoherenceAreTables() throws {
    func blocks(_ lang: String) throws -> [String] {
      try SampleIndex.run("--draws", "10", "--variants", "--coherence", "--lang", lang).output
        .components(separatedBy: "\n\n").dropFirst(2).dropLast().map { $0 }
    }
    // Without A the order is that of (2B + C) ÷ 3: 63.3, 58.3, 63, 66.7; the ranks 2, 2, 1, 4 become 2, 4, 3, 1.
    let english = try blocks("en")
    #expect(
      english[0].hasPrefix(
        """
        The ranks if the index were built otherwise (shift: places from the present rank):
        Left out  Aggregation  Mean shift  Greatest shift  Note
        ────────  ───────────  ──────────  ──────────────  ────
        –         as stated    0.00        0
        –         geometric    0.75        1
        –         harmonic     0.75        2
        A         as stated    1.75        3

        """), "\(english[0])")
    #expect(english[0].split(separator: "\n").count == 3 + 4 * 3)
    #expect(
      english.dropFirst() == [
        """
        Each component and the score (in brackets: how many units):
        Component  Weight (%)  Effective weight (%)  Pearson with the score  Spearman with the score  Note
        ─────────  ──────────  ────────────────────  ──────────────────────  ───────────────────────  ───────────────────────
        A          50.0        113.8 (4)             0.99 (4)                0.63 (4)
        B          33.3        −51.7 (4)             −0.95 (4)               −0.63 (4)                works against the score
        C          16.7        37.9 (4)              0.99 (4)                0.63 (4)
        """,
        """
        Correlations between components:
        Component  Other  Pearson    Spearman   Note
        ─────────  ─────  ─────────  ─────────  ────────────────────────────────────────────────────
        A          B      −0.98 (4)  −1.00 (4)  each nearly tells the other, work against each other
        A          C      1.00 (4)   1.00 (4)   each nearly tells the other
        B          C      −0.98 (4)  −1.00 (4)  each nearly tells the other, work against each other
        """,
        """
        Consistency within each group:
        Group  Parts  Cronbach α
        ─────  ─────  ──────────
        all    3      −0.69 (4)
        C      2      −11.25 (3)
        """,
      ])
    let vietnamese = try blocks("vi").joined(separator: "\n")
    for words in ["Thứ hạng nếu chỉ số được dựng cách khác", "như bộ tiêu chí", "ngược chiều với điểm"] {
      #expect(vietnamese.contains(words))
    }
  }

  @Test func aSingleUnitHasNoPairs() throws {
    let folder = try TemporaryFolder(
      SampleIndex.files.merging(["v.csv": "unit,A,B,C.1,C.2\nX,1,1,1,1\n"]) { $1 })
    defer { folder.remove() }
    let result = try SampleIndex.run(
      ["--draws", "5", "--pairs", "--flips", "--lang", "en"], in: folder)
    #expect(result.code == 0 && result.output.contains("\n1     X     1.0000  1.00 ± 0.00 "))
    #expect(!result.output.contains("told apart") && !result.output.contains("swaps"), "\(result.output)")
  }

  /// The pages on method show the command for each figure.
  @Test func everyCommandOnThePagesRuns() throws {
    func commands(_ language: String) throws -> [String] {
      let pages = Repository.root.appending(path: "site/pages/" + language)
      return try FileManager.default.contentsOfDirectory(atPath: pages.path()).sorted().flatMap { name in
        try String(contentsOf: pages.appending(path: name), encoding: .utf8).split(separator: "\n")
          .filter { $0.hasPrefix("parindex robustness ") || $0.hasPrefix("parindex score ") }.map(String.init)
      }
    }
    let all = try commands("vi")
    #expect(try all.count >= 9 && all == commands("en"))
    for command in all {
      let words = command.split(separator: " ").dropFirst().map(String.init)
      let result = try Command.run(words + (words[0] == "robustness" ? ["--draws", "8"] : []))
      #expect(result.code == 0 && !result.output.isEmpty, "\(command) \(result.errors)")
    }
  }

  @Test func csvHasAnErrorBesideEachEstimate() throws {
    #expect(
      try SampleIndex.run("--draws", "500", "--format", "csv").output == """
        rank,unit,score,coverage,meanRank,meanRankError,medianRank,medianRankError,rankP05,rankP05Error,rankP95,rankP95Error
        2,Bảo Lạc,61.666666666666664,1,2.486,0.022374298166353147,2,0.5,2,0,3,0
        2,Chợ Đồn,61.666666666666664,1,2.22,0.039015951724620995,3,0.5,1,0,3,0
        1,Đầm Hà,62,1,1.294,0.02039509548493655,1,0,1,0,2,0
        4,Ea Súp,43.333333333333336,0.9583333333333334,4,0,4,0,4,0,4,0

        """)
  }

  @Test func theStopRuleStopsOnceEveryErrorIsSmall() throws {
    func json(_ error: String, _ most: String) throws -> [String: Any] {
      let result = try SampleIndex.run("--until-error", error, "--max-draws", most, "--format", "json")
      return try #require(
        try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    }
    let reached = try json("0.04", "100000")
    let draws = try #require(reached["draws"] as? Int)
    #expect(draws < 100_000 && (reached["stopRule"] as? [String: Any])?["reached"] as? Bool == true)
    for unit in try #require(reached["units"] as? [[String: Any]]) {
      for key in ["meanRankError", "medianRankError", "rankP05Error", "rankP95Error"] {
        #expect(try #require(unit[key] as? Double) <= 0.04)
      }
    }
    let stopped = try json("1e-9", "2000")
    #expect(stopped["draws"] as? Int == 2000)
    #expect((stopped["stopRule"] as? [String: Any])?["reached"] as? Bool == false)
  }

  @Test func wrongCombinationsAreNamed() throws {
    let folder = try TemporaryFolder(
      SampleIndex.files.merging(["w.csv": "draw,A\n1,1\n"]) { first, _ in first })
    defer { folder.remove() }
    let cases: [([String], String)] = [
      (["--weights-in", folder.path("w.csv"), "--draws", "5"], "--draws is for drawing"),
      (["--weights-in", folder.path("w.csv"), "--seed", "5"], "--seed is for drawing"),
      (["--weights-in", folder.path("w.csv"), "--rounding"], "--rounding is for drawing"),
      (["--weights-in", folder.path("w.csv"), "--weights-out", folder.path("x.csv")], "--weights-out"),
      (["--weights-in", folder.path("no.csv")], "no.csv"), (["--draws", "0"], "--draws"),
      (["--draws", "10", "--until-error", "0.1"], "exclude each other"),
      (["--max-draws", "10"], "--max-draws needs --until-error"), (["--until-error", "0"], "--until-error"),
      (["--perturb", "uniform:2"], "'uniform:2'"), (["--perturb", "normal:1"], "'normal:1'"),
      (["--levels", "top"], "'top'"), (["--level", "0.9"], "--level needs --pairs"),
      (["--pairs", "--level", "0.5"], "--level"), (["--threads", "0"], "--threads"),
      (["--min-coverage", "80"], "--min-coverage"),
      (["--rounding", "--weights-out", folder.path("x.csv")], "--rounding"),
      (["--ranks-out", folder.path("v.csv")], "v.csv"),
      (["--ranks-out", folder.path("x.csv"), "--weights-out", folder.path("./x.csv")], "x.csv"),
      (["--errors", folder.path("no.csv")], "no.csv"),
      (["--ranges", "--perturb", "simplex"], "--ranges needs"),
      (["--ranges", "--weights-in", folder.path("w.csv")], "--ranges needs"),
    ]
    for (arguments, sentence) in cases {
      let result = try SampleIndex.run(arguments, in: folder)
      #expect(result.code == 64 && result.output == "", "\(arguments) \(result.errors)")
      #expect(result.errors.contains(sentence), "\(arguments) \(result.errors)")
    }
    #expect(try folder.text("v.csv") == SampleIndex.files["v.csv"])
  }
}
