import Foundation
import Scoring
import Testing

@testable import ProvinceData

/// Any bytes give a result: mutations of the valid fixture, from a fixed seed.
@Suite struct FuzzTests {
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let pieces: [[UInt8]] = [
    [0], [0xFF], [0xC3], [0xED, 0xA0, 0x80], Array("\"".utf8), Array("'".utf8), Array("\n".utf8),
    Array("\r".utf8), Array("\t".utf8), Array(": ".utf8), Array("- ".utf8), Array("[".utf8), Array("{".utf8),
    Array("}".utf8), Array("&a ".utf8), Array("*a".utf8), Array("!x ".utf8), Array("---\n".utf8),
    Array(",".utf8), Array(";".utf8), Array("\u{2028}".utf8), Array("\u{FEFF}".utf8), Array("ắ".utf8),
    Array("99999999999999999999".utf8), Array("-".utf8), Array("?".utf8), Array("|".utf8), Array("#".utf8),
  ]

  private static func mutate(_ data: Data, _ random: inout Generator) -> Data {
    var bytes = Array(data)
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let start = Int.random(in: 0...bytes.count, using: &random)
      let length = Int.random(in: 0...min(20, bytes.count - start), using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.removeSubrange(start..<start + length)
      case 1: bytes.insert(contentsOf: bytes[start..<start + length], at: start)
      case 2: bytes.append(contentsOf: bytes[start...])
      default: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: start)
      }
    }
    return Data(bytes.prefix(20_000))
  }

  @Test func anyBytesGiveAResult() throws {
    let base = try FixtureFolder.files(of: FixtureFolder.base)
    var random = Generator(state: 2026)
    for round in 0..<60 {
      let mutated = Dictionary(
        uniqueKeysWithValues: base.sorted { $0.key < $1.key }.map { path, data in
          (path, FuzzTests.mutate(data, &random))
        })
      let result = try FixtureFolder.load(mutated)
      let hasErrors = result.findings.contains { $0.severity == .error }
      #expect((result.dataset == nil) == hasErrors, "round \(round)")
      for finding in result.findings {
        #expect(DataRule.identifiers.contains(finding.rule))
        #expect(finding.line >= 1 && finding.column >= 1)
      }
      let lines = mutated.mapValues { SourceText(path: "", text: String(decoding: $0, as: UTF8.self)).lines }
      let report = FindingReport(result.findings, folder: "", lines: lines)
      #expect(report.text(language: .vietnamese).isEmpty == result.findings.isEmpty)
    }
  }

  @Test func aMissingFolderIsThrown() {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("no-such-\(UUID().uuidString)")
    #expect(throws: DataLoadingError.folderMissing(path: folder.path)) {
      try DataLoader(folder: folder).load()
    }
  }
}
