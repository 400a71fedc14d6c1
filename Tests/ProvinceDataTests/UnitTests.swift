import Foundation
import Testing
import Text

@testable import ProvinceData
@testable import Scoring

@Suite("A province's own units")
struct UnitTests {
  private static let units = """
    province: dak-lak
    groups:
      - id: dak-lak-cac-so
        name: {vi: Các sở, en: Departments}
        kind: department
        units:
          - id: dak-lak-so-noi-vu
            name: {vi: Sở Nội vụ, en: Department of Home Affairs}

    """
  private static let header =
    "entity,year,index,measure,node,bound,value,unit,maximum,rank,list_size,source,also_sources,"
    + "contradicted_by,derived,read_from_order,note_vi,note_en\n"

  /// Loads the base with a unit, an index of its own, and rows added to a table of a province.
  private func load(
    _ rows: String, in table: String = "published.csv", of province: String = "dak-lak"
  ) throws -> LoadResult {
    let path = "provinces/\(province)/\(table)"
    var texts: [String: String] = [:]
    for file in try FixtureFolder.baseFiles() {
      texts[file.path] = String(decoding: try file.bytes ?? [], as: UTF8.self)
    }
    texts["provinces/dak-lak/units.yaml"] = Self.units
    texts["indexes.yaml", default: ""] += """
        - id: NOIBO
          province: dak-lak
          name: {vi: Chỉ số nội bộ, en: Internal index}
          publisher: {vi: UBND tỉnh, en: The province}
          scale: {vi: 0 đến 100, en: 0 to 100}
          better: higher

      """
    texts[path] = (texts[path] ?? Self.header) + rows
    let files = texts.map { RawFile(path: $0.key, bytes: Array($0.value.utf8)) }
    return try LoadedFiles(files.sorted { $0.path.precedesInBytes($1.path) }).result
  }

  private func row(_ entity: String, _ year: Int) -> String {
    "\(entity),\(year),NOIBO,score,,,90.00,points,100,1,2,bao-dak-lak,,,,,,\n"
  }

  @Test("they belong to their province, and are in no list of entities")
  func belong() throws {
    let result = try load(row("dak-lak-so-noi-vu", 2023))
    let data = try #require(result.dataset, "\(result.findings)")
    #expect(data.unitGroups.map(\.province) == ["dak-lak"])
    #expect(data.unitGroups.first?.units.map(\.id) == ["dak-lak-so-noi-vu"])
    #expect(!data.entities.contains { $0.id.rawValue.hasPrefix("dak-lak-so") })
    #expect(data.entity("dak-lak-so-noi-vu") == nil)
    #expect(data.published.contains { $0.entity == "dak-lak-so-noi-vu" })
    #expect(result.findings.isEmpty, "\(result.findings)")
  }

  @Test("they live as long as their province")
  func lifetime() throws {
    let findings = try load(row("dak-lak-so-noi-vu", 2026)).findings
    #expect(findings.contains { $0.rule == "lifetime.outside" })
  }

  @Test("no outcome or scorecard is about one")
  func tables() throws {
    let outcome =
      "dak-lak-so-noi-vu,2023,full-year,,offices,,all,exact,12,,Năm 2023 có 12 nơi.,There were 12 in 2023.,bao-dak-lak,,,,,,,\n"
    let findings = try load(outcome, in: "outcomes.csv").findings
    #expect(findings.map(\.rule) == ["reference.unknown"])
  }

  @Test("a row in the folder of another province is found")
  func folder() throws {
    let findings = try load(row("dak-lak-so-noi-vu", 2023), of: "kon-tum").findings
    #expect(findings.contains { $0.rule == "plausible.folder" && $0.file.hasPrefix("provinces/kon-tum") })
  }
}
