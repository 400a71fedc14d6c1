import Foundation
import Testing
import Text

@testable import ProvinceData
@testable import Scoring

/// Columns count Unicode scalars: "Đắk Lắk" has seven, though eleven bytes in UTF-8.
@Suite("Places of findings")
struct PlaceTests {
  private let header =
    "entity,year,index,measure,node,bound,value,unit,maximum,rank,list_size,source,also_sources,"
    + "contradicted_by,derived,read_from_order,note_vi,note_en\n"

  @Test("a cell after “Đắk Lắk”", arguments: ["Đắk Lắk", "dakklak"])
  func cell(name: String) throws {
    let row = "dak-lak,2023,SIPAS,score,\(name),,85.20,percentage,100,10,63,bao-dak-lak,,,,,,\n"
    let loaded = try LoadedFiles(base: "provinces/dak-lak/published.csv", header + row)
    let finding = try #require(loaded.result.findings.first)
    #expect(loaded.result.findings.count == 1)
    #expect(finding.rule == "value.unknown")
    #expect((finding.line, finding.column) == (2, 41))
  }

  @Test("a value after “Đắk Lắk” in a YAML flow mapping", arguments: ["Đắk Lắk", "dakklak"])
  func flow(name: String) throws {
    let text = "entities:\n  - {name: {vi: \(name), en: x}, kind: tinh, id: ca-nuoc}\n"
    let loaded = try LoadedFiles(base: "national/entities.yaml", text)
    let finding = try #require(loaded.result.findings.first { $0.rule == "value.unknown" })
    #expect((finding.line, finding.column) == (2, 40))
  }

  @Test("an accent typed as a mark of its own counts as a scalar")
  func decomposed() throws {
    let row =
      "dak-lak,2023,SIPAS,score,L\u{103}\u{301}k,,85.20,percentage,100,10,63,bao-dak-lak,,,,,,\n"
    let loaded = try LoadedFiles(base: "provinces/dak-lak/published.csv", header + row)
    let columns = Dictionary(uniqueKeysWithValues: loaded.result.findings.map { ($0.rule, $0.column) })
    #expect(columns == ["text.not-nfc": 27, "value.unknown": 38])
  }

  @Test("a byte order mark and CRLF change no place")
  func excel() throws {
    let row = "dak-lak,2023,SIPAS,score,,,85.20,percentage,100,10,63,bao-dak-lak,,,,,,\n"
    let text = "\u{FEFF}" + (header + row).replacingOccurrences(of: "\n", with: "\r\n")
    let loaded = try LoadedFiles(base: "provinces/dak-lak/published.csv", text)
    #expect(loaded.result.findings.map(\.line) == [2])
    #expect(loaded.result.findings.map(\.column) == [34])
  }

  @Test("the caret stands under the column")
  func caret() throws {
    let text = "entities:\n  - {name: {vi: Đắk Lắk, en: x}, kind: tinh, id: ca-nuoc}\n"
    let loaded = try LoadedFiles(base: "national/entities.yaml", text)
    let lines = loaded.report.text(language: .english).split(separator: "\n")
    let excerpt = try #require(lines.firstIndex { $0.contains("kind: tinh") })
    let caret = try #require(lines[excerpt + 1].firstIndex(of: "^"))
    let column = lines[excerpt + 1].distance(from: lines[excerpt + 1].startIndex, to: caret)
    #expect(String(lines[excerpt].dropFirst(column)).hasPrefix("tinh"))
  }

  @Test("a key given three times is two findings, and the rest of the file is checked")
  func duplicates() throws {
    let text = """
      entities:
        - {id: ca-nuoc, kind: nation, kind: region, name: {vi: a, vi: b, en: c}, "kind": city}
        - id: x
          kind: tinh
          kind: city
      """
    let loaded = try LoadedFiles(base: "national/entities.yaml", text + "\n")
    let found = loaded.result.findings.filter { $0.file == "national/entities.yaml" }
    let places = found.map { "\($0.rule) \($0.line):\($0.column)" }
    #expect(
      places == [
        "key.duplicate 2:33", "key.duplicate 2:61", "key.duplicate 2:76", "key.missing 3:5",
        "value.unknown 4:11", "key.duplicate 5:5",
      ])
  }
}
