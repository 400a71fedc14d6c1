import Testing
import Text

@testable import ProvinceData
@testable import Scoring

/// A seeded generator, so that a failing case can be repeated.
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite("Any bytes in any file")
struct FuzzTests {
  @Test("mutated files never crash, and every finding has a place", arguments: 0..<12)
  func mutated(seed: Int) throws {
    var generator = SeededGenerator(state: UInt64(seed))
    let base = try FixtureFolder.baseFiles()
    for _ in 0..<25 {
      let target = Int.random(in: base.indices, using: &generator)
      let files = try base.enumerated().map { index, file in
        index == target ? RawFile(path: file.path, bytes: mutate(try file.bytes ?? [], &generator)) : file
      }
      let loaded = try LoadedFiles(files)
      #expect(loaded.result.findings.allSatisfy { $0.line >= 1 && $0.column >= 1 && !$0.file.isEmpty })
      #expect(loaded.report.text(language: .vietnamese).isEmpty == loaded.result.findings.isEmpty)
    }
  }

  private func mutate(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    let snippets = [
      "\"", "'", ": ", "- ", "{", "[", "&a ", "*a", ",", "\n", "\r", "\t", "? ", "!!x ", "|", ">", "%",
      "\u{301}", "\0",
    ]
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let place = Int.random(in: 0...bytes.count, using: &generator)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
      case 1 where place < bytes.count: bytes.remove(at: place)
      case 2: bytes.removeLast(bytes.count - place)
      case 3:
        let snippet = snippets.randomElement(using: &generator) ?? ""
        bytes.insert(contentsOf: Array(snippet.utf8), at: place)
      default:
        let end = min(bytes.count, place + 20)
        bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &generator))
      }
    }
    return bytes
  }

  @Test(
    "hostile texts end in findings",
    arguments: [
      String(repeating: "[", count: 5000), String(repeating: "- ", count: 5000),
      String(repeating: "{a: ", count: 5000), String(repeating: "? ", count: 3000),
      "a: &a [x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nd: [*c,*c,*c]\n", "\u{FEFF}", "\0", "---\n...\n", "{}",
      "[]", "x",
      "a: 1\n" + String(repeating: "a: 1\n", count: 90), "? [a]\n: b\n? [a]\n: c\n", "? {a: 1, a: 2}\n: b\n",
      "%YAML 9.9\n---\na\n",
      "!!binary x", "'", "\"\\", "a: |\n  b\n\n", "&a", "*a", "a: !<tag:x> b",
    ])
  func hostile(text: String) throws {
    for path in ["toolkit.yaml", "national/entities.yaml", "provinces/dak-lak/outcomes.csv"] {
      let loaded = try LoadedFiles(base: path, text)
      #expect(loaded.result.findings.contains { $0.file == path && $0.severity == .error })
      #expect(loaded.result.dataset == nil)
    }
  }
}
