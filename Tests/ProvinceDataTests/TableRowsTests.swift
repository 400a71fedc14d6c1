import Foundation
import Scoring
import TestSupport
import Testing
import Text

@testable import ProvinceData

/// A table gives the same result in whatever chunks it is read.
struct TableRowsTests {
  private func summary(_ rows: TableRows) -> String {
    var text = ""
    for finding in rows.findings.map({ "\($0)" }).sorted() { text += finding + "\n" }
    dump(rows.sources.sorted(), to: &text)
    dump(rows.outcomes, to: &text)
    dump(rows.published, to: &text)
    dump(rows.scorecards, to: &text)
    dump(rows.locations.map { [$0.source, $0.contradictedBy] }, to: &text)
    return text
  }

  private func frozenFiles() throws -> [RawFile] {
    try DataFolderReader(folder: Repository.frozenData).files()
  }

  /// The tables among files, each with its text and the frozen catalogue.
  private func tables(in files: [RawFile]) throws -> [(text: String, table: TableRows.Table)] {
    let parsed = try frozenFiles().filter { $0.kind?.isOfCatalogue == true }.map {
      ReadFile(path: $0.path, bytes: try $0.bytes, keepsText: false).parsed
    }
    let reader = CatalogueReader(
      files: parsed.compactMap { $0 }, identifiers: DeclaredIdentifiers(), log: FindingLog())
    let catalogue = reader.catalogue()
    return try files.compactMap { file in
      guard let kind = file.kind, kind.isTable, let bytes = try file.bytes,
        let text = String(validating: bytes, as: UTF8.self)
      else { return nil }
      let table = TableRows.Table(
        path: file.path, kind: kind, identifiers: reader.identifiers, catalogue: catalogue)
      return (text, table)
    }
  }

  @Test func chunksGiveTheSameAsTheWhole() throws {
    var files = try frozenFiles()
    for fixture in FixtureFolder.all { files += try fixture.files() }
    var (read, cut, faults) = (0, 0, 0)
    for (text, table) in try tables(in: files) {
      let rows = TableRows(of: text, table, chunkLength: .max)
      let whole = summary(rows)
      for length in [1, 100, 5_000] where text.utf8.count > length {
        #expect(summary(TableRows(of: text, table, chunkLength: length)) == whole, "\(table.path)")
        cut += 1
      }
      (read, faults) = (read + 1, faults + rows.findings.count)
    }
    #expect(read > 50 && cut > 100 && faults > 100)
  }

  /// A table long enough to be read in several chunks, valid and with one quotation mark too many.
  @Test func aLongTableGivesTheSameAsInOneChunk() throws {
    let longest = try tables(in: frozenFiles()).max { $0.text.utf8.count < $1.text.utf8.count }
    let (text, table) = try #require(longest)
    let lines = text.split(separator: "\n")
    let rows = lines.dropFirst().joined(separator: "\n") + "\n"
    let long = lines[0] + "\n" + String(repeating: rows, count: (1 << 20) / rows.utf8.count + 1)
    try #require(long.utf8.count > 1 << 20)
    for text in [long, long + "x\"y" + long] {
      let (chunks, whole) = (TableRows(of: text, table), TableRows(of: text, table, chunkLength: .max))
      #expect(Set(chunks.findings) == Set(whole.findings) && chunks.sources == whole.sources)
      #expect(chunks.outcomes.map(\.line) == whole.outcomes.map(\.line))
      #expect(chunks.published.map(\.line) == whole.published.map(\.line))
      #expect(chunks.scorecards.map(\.line) == whole.scorecards.map(\.line))
      #expect(chunks.locations.map(\.source) == whole.locations.map(\.source) && !chunks.locations.isEmpty)
    }
  }
}
