import Foundation
import Scoring
import Testing
import Text

@testable import parindex

struct ReportTests {
  private let table = ReportTable(
    columns: [("Đơn vị", "unit"), ("Điểm", "points"), ("Ghi chú", "note")],
    rows: [
      [
        ReportTable.ReportCell("Đắk Lắk"), ReportTable.ReportCell("9,5", .number("9.5")),
        ReportTable.ReportCell(""),
      ],
      [
        ReportTable.ReportCell("A | B"), ReportTable.ReportCell("–", .null),
        ReportTable.ReportCell("a, \"b\""),
      ],
    ])

  @Test func textIsInColumns() {
    #expect(
      table.text == """
        Đơn vị   Điểm  Ghi chú
        ───────  ────  ───────
        Đắk Lắk  9,5
        A | B    –     a, "b"

        """)
  }

  @Test func programsGetValuesAndKeys() throws {
    #expect(table.csv == "unit,points,note\nĐắk Lắk,9.5,\nA | B,,\"a, \"\"b\"\"\"\n")
    let json = try JSONSerialization.jsonObject(with: Data(table.json.document.utf8)) as? [[String: Any]]
    #expect((json?[0]["points"] as? NSNumber)?.doubleValue == 9.5 && json?[1]["points"] is NSNull)
  }

  @Test func markdownIsATableWithTheSameCells() throws {
    let lines = try table.markdown.split(separator: "\n")
    #expect(lines.count == 4 && lines[3].contains("A \\| B"))
  }

  @Test func jsonValuesReadBack() throws {
    let value = JSONValue.object([
      ("b", .array([.null, .bool(true), .number("0.1"), .array([]), .object([])])),
      ("a", .string("\"\\\n\r\t\u{7}\u{7F}đ")), ("c", .lines(count: 2) { .array([.integer($0), .null]) }),
      ("d", .lines(count: 0) { .integer($0) }),
    ])
    let read = try JSONSerialization.jsonObject(with: Data(value.document.utf8)) as? [String: Any]
    #expect(read?["a"] as? String == "\"\\\n\r\t\u{7}\u{7F}đ" && (read?["b"] as? [Any])?.count == 5)
    #expect(value.document.contains("\n  \"a\": \"\\\"\\\\\\n\\r\\t\\u0007\\u007fđ\",\n"))
    #expect(value.document.hasSuffix("\n  \"c\": [\n    [0, null],\n    [1, null]\n  ],\n  \"d\": []\n}\n"))
    #expect(value.document.hasPrefix("{\n  \"b\": [\n    null,\n"))
  }

  private func report(_ language: Language) throws -> ScoreReport {
    func decimal(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }
    let framework = try Framework(nodes: [
      .init(code: "all", name: nil, maximum: decimal("10"), parent: nil),
      .init(code: "A", name: nil, maximum: decimal("4"), parent: "all"),
      .init(code: "B", name: nil, maximum: decimal("6"), parent: "all"),
    ])
    let scores = try FrameworkScorer(framework: framework).scores(
      of: ScoreTable(units: [
        .init(name: "Sở X", scores: ["A": .points(decimal("1.5"))]),
        .init(name: "Sở Y", scores: ["A": .points(decimal("4")), "B": .points(decimal("5.5"))]),
        .init(name: "Sở Z", scores: ["A": .notApplicable, "B": .points(decimal("4"))]),
      ]))
    return ScoreReport(framework: framework, scores: scores, language: language)
  }

  @Test func scoresAreWrittenInEachLanguage() throws {
    #expect(
      try report(.vietnamese).text == """
        Hạng  Đơn vị  Điểm       Tối đa  Chỉ số (%)   Nhóm  Còn thiếu
        ────  ──────  ─────────  ──────  ───────────  ────  ─────────
        1     Sở Y    9,5        10      95,00
        2–3   Sở X    1,50–7,50  10      15,00–75,00        B
        2–3   Sở Z    4          6       66,67

        """)
    #expect(try report(.english).text.contains("1.50–7.50"))
  }

  @Test func unknownIsNeverZeroForPrograms() throws {
    #expect(
      try report(.english).csv == """
        rank,unit,points,maximum,index,group,missing
        2–3,Sở X,1.5..7.5,10,15..75,,B
        1,Sở Y,9.5,10,95,,
        2–3,Sở Z,4,6,66.6667,,

        """)
    let json = try JSONSerialization.jsonObject(with: Data(report(.english).json.utf8)) as? [String: Any]
    let units = try #require(json?["units"] as? [[String: Any]])
    #expect(units.count == 3 && units[0]["rank"] is NSNull)
    #expect(units[0]["rankBounds"] as? [Int] == [2, 3] && units[0]["missing"] as? [String] == ["all", "B"])
    let nodes = try #require(units[2]["nodes"] as? [[String: Any]])
    #expect(nodes.map { $0["applies"] as? Bool } == [true, false, true])
  }
}
