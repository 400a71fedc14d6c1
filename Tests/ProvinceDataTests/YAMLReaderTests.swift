import Scoring
import Testing

@testable import ProvinceData

/// Repeated keys: each one is a finding at its place, and the first value stays.
@Suite struct YAMLReaderTests {
  private func read(_ text: String) -> (node: DataNode?, findings: [String]) {
    let session = LoadSession()
    let node = YAMLReader.root(of: SourceText(path: "a.yaml", text: text), session: session)
    return (node, session.sortedFindings.map { "\($0.line):\($0.column) \($0.rule)" })
  }

  @Test(arguments: [
    ("a: 1\na: 2\n", ["2:1 key.duplicate"]),
    ("a: 1\na: 2\na: 3\nb: 1\nb: 2\n", ["2:1 key.duplicate", "3:1 key.duplicate", "5:1 key.duplicate"]),
    ("{a: 1, \"a\": 2}\n", ["1:8 key.duplicate"]),
    ("{Đắk: 1, Đắk: 2}\n", ["1:10 key.duplicate"]),
    ("x:\n  - {a: 1, a: 2}\n  - a: 1\n    a: 1\n", ["2:12 key.duplicate", "4:5 key.duplicate"]),
    ("x:\n  a: 1\nx:\n  a: 1\n  a: 2\n", ["3:1 key.duplicate", "5:3 key.duplicate"]),
    ("a: 1\nb: 2\n", []),
  ])
  func repeatedKeys(_ text: String, _ findings: [String]) {
    let result = read(text)
    #expect(result.findings == findings)
    #expect(result.node != nil)
  }

  @Test func theFirstOfRepeatedKeysStays() throws {
    let node = try #require(read("a: 1\nb: 2\na: 3\n").node)
    guard case .map(let pairs) = node.content else {
      Issue.record("not a mapping")
      return
    }
    #expect(pairs.map(\.key) == ["a", "b"])
    guard case .text(let text) = pairs[0].value.content else {
      Issue.record("not a scalar")
      return
    }
    #expect(text == "1")
  }

  @Test(arguments: [
    String(repeating: "[", count: 5000), String(repeating: "{a: ", count: 5000),
    String(repeating: "- ", count: 5000) + "x", String(repeating: "? ", count: 5000),
    "a: &x [1]\nb: *x\n", "? [a, b]\n: 1\n", "\"\": 1\n\"\": 2\n", "{? {a: 1} : 2, ? {a: 1} : 3}",
    "a: \u{1}\n", "%YAML 9.9\n---\na: 1\n", "a: !!binary x\n", "--- >\n x\n--- x\n",
  ])
  func oddTextsAreFindingsAndNeverCrash(_ text: String) {
    let result = read(text)
    #expect(!result.findings.isEmpty || result.node != nil)
  }
}
