import Foundation
import Scoring
import TestSupport
import Testing
import Text

@testable import ProvinceData

/// A run with the cache of another run gives the same result as a run without a cache.
struct DataCacheTests {
  private func summary(_ result: LoadResult) throws -> [String] {
    let findings = result.findings.map { "\($0.file):\($0.line):\($0.column) \($0.rule) \($0.message.en)" }
    guard let data = result.dataset else { return findings }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    func text(_ values: some Encodable) throws -> String {
      String(decoding: try encoder.encode(values), as: UTF8.self)
    }
    return findings + [
      "\(data.asOf)", "\(data.comparedProvinces)", try text(data.sources), try text(data.entities),
      try text(data.indicators), try text(data.editions), try text(data.indexes), try text(data.plans),
      try text(data.outcomes), try text(data.published), try text(data.scorecardEntries),
      try text(data.files.map { [$0.path, $0.text] }),
    ]
  }

  @Test func editsGiveTheSameDataAsAFreshRun() throws {
    let sound = try DataFolderReader(folder: Repository.frozenData).files()
    var files = sound
    var cache: DataCache? = DataCache()
    var state: UInt64 = 7
    func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(sides))
    }
    for round in 0..<30 {
      let place = roll(files.count)
      switch roll(4) {
      case 0: files[place] = sound.first { $0.path == files[place].path } ?? files[place]
      case 1: files.remove(at: place)
      default:
        guard var bytes = try files[place].bytes, !bytes.isEmpty else { continue }
        bytes[roll(bytes.count)] = UInt8(48 + roll(10))
        files[place] = RawFile(path: files[place].path, bytes: bytes)
      }
      var none: DataCache?
      let kept = try DatasetAssembly(files: files).run(cache: &cache)
      let fresh = try DatasetAssembly(files: files).run(cache: &none)
      #expect(try summary(kept) == summary(fresh), "round \(round)")
    }
  }
}
