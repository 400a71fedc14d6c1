import Foundation
import Scoring
import Testing

@testable import ProvinceData

/// A table gives the same in whatever pieces it is read.
struct TableRowsTests {
  private func summary(_ rows: TableRows) -> String {
    var text = ""
    for finding in rows.findings.map({ "\($0)" }).sorted() { text += finding + "\n" }
    dump(rows.sources.sorted(), to: &text)
    dump(rows.outcomes, to: &text)
    dump(rows.published, to: &text)
    dump(rows.scorecards, to: &text)
    dump(rows.places.map { [$0.source, $0.confidence, $0.contradictedBy] }, to: &text)
    return text
  }

  @Test func piecesGiveWhatTheWholeGives() throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
    let data = tests.deletingLastPathComponent().deletingLastPathComponent().appending(path: "Data")
    var files = try DataFolderReader(folder: data).files()
    for fixture in FixtureFolder.all { files += try fixture.files() }
    let catalogue = Catalogue(
      asOf: CalendarDate(year: 2025, month: 12, day: 31), comparedProvinces: [], entities: [], indicators: [],
      editions: [], indexes: [])
    var (tables, cut) = (0, 0)
    for file in files {
      guard let kind = file.kind, let columns = kind.columns, let bytes = try file.bytes,
        let text = String(validating: bytes, as: UTF8.self)
      else { continue }
      let table = TableRows.Table(
        path: file.path, kind: kind, columns: columns, registry: Registry(), catalogue: catalogue)
      let whole = summary(TableRows(of: text, table, pieces: .max))
      for length in [1, 100, 5_000] where bytes.count > length {
        #expect(summary(TableRows(of: text, table, pieces: length)) == whole, "\(file.path)")
        cut += 1
      }
      tables += 1
    }
    #expect(tables > 50 && cut > 100)
  }
}
