internal import Foundation
internal import GFM
internal import Pages
internal import ProvinceData
internal import Robustness
internal import Scoring
internal import Text

/// A reader or writer that any bytes can reach, with what has to hold whatever they are.
///
/// `make fuzz` looks for bytes that break it; the tests replay those in `Fuzz/Corpus`.
package enum FuzzTarget: String, CaseIterable, Sendable {
  case csv, yaml, frontMatter, markdown, scores

  /// What does not hold; nil when everything does. A crash is a find as well.
  package func fault(of bytes: [UInt8]) -> String? {
    switch self {
    case .csv: Self.csvFault(bytes)
    case .yaml: Self.yamlFault(bytes)
    case .frontMatter: Self.frontMatterFault(bytes)
    case .markdown: Self.markdownFault(bytes)
    case .scores: Self.scoresFault(bytes)
    }
  }

  /// A table read in pieces is the table read as a whole.
  private static func csvFault(_ bytes: [UInt8]) -> String? {
    guard let text = DataText(bytes, file: "x.csv", log: FindingLog())?.text else { return nil }
    var copy = text
    return copy.withUTF8 { bytes -> String? in
      var whole = CSVReader(bytes)
      var records: [[[UInt8]]] = []
      while whole.next() {
        records.append(whole.cells.map { whole.withBytes(of: $0, Array.init) })
        guard whole.cells.allSatisfy({ $0.position.line > 0 && $0.position.column > 0 }) else {
          return "a cell lies nowhere"
        }
      }
      guard whole.misplacedQuotes.isEmpty else { return nil }
      var first = CSVReader(bytes)
      guard first.next() else { return records.isEmpty ? nil : "the first record is not found again" }
      var found = [first.cells.map { first.withBytes(of: $0, Array.init) }]
      for chunk in first.remainingChunks(of: 7) {
        var reader = CSVReader(chunk, of: bytes, separator: first.separator)
        while reader.next() { found.append(reader.cells.map { reader.withBytes(of: $0, Array.init) }) }
        guard reader.misplacedQuotes.isEmpty else { return nil }
      }
      return found == records ? nil : "\(records.count) records as a whole, \(found.count) in pieces"
    }
  }

  /// A text that gives no value gives a finding, and every place lies in the text.
  private static func yamlFault(_ bytes: [UInt8]) -> String? {
    let log = FindingLog()
    guard let text = DataText(bytes, file: "x.yaml", log: log)?.text else { return nil }
    let node = YAMLReader.read(text, file: "x.yaml", log: log)
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
    if node == nil, log.sorted.isEmpty, !text.allSatisfy({ $0.isWhitespace }), !text.contains("#") {
      return "neither a value nor a finding"
    }
    return log.sorted.allSatisfy { (1...lines + 1).contains($0.line) } ? nil : "a finding beyond the end"
  }

  /// The header of a page is read, or broken with a rule.
  private static func frontMatterFault(_ bytes: [UInt8]) -> String? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    let read = SiteSourceReader.read(page: text, file: "pages/vi/x.md", language: .vietnamese)
    return read.page == nil && read.findings.isEmpty ? "neither a page nor a finding" : nil
  }

  /// Text stays text wherever it stands: it never becomes an element.
  private static func markdownFault(_ bytes: [UInt8]) -> String? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    do {
      var document = MarkdownDocument()
      document.heading(2, "h " + .text(text))
      document.paragraph("p " + .text(text) + " p")
      document.list(["l " + .text(text)])
      document.quote("q " + .strong(.text(text)))
      try document.table(
        columns: [MarkdownColumn("c"), MarkdownColumn(.text(text))],
        rows: [["d", .code(text)], [.text(text), "e"]])
      let html = String(decoding: try MarkdownRenderer().htmlBytes(from: document.text), as: UTF8.self)
      // By scalars: a mark that is written behind `>` makes one character with it.
      let tag = /<\/?([^ >\/]+)/.matchingSemantics(.unicodeScalar)
      let names = Set(html.matches(of: tag).map { String($0.1) })
      let known: Set = [
        "h2", "p", "ul", "li", "blockquote", "strong", "table", "thead", "tbody", "tr", "th", "td", "code",
      ]
      return names.isSubset(of: known) ? nil : "text became \(names.subtracting(known).sorted())"
    } catch {
      return nil
    }
  }

  /// A framework and its scores, parted by a line `---`: points lie within their maxima, ranks within the list.
  private static func scoresFault(_ bytes: [UInt8]) -> String? {
    let mark = Array("\n---\n".utf8)
    let split = bytes.indices.first { bytes[$0...].starts(with: mark) } ?? bytes.endIndex
    let rest = bytes[split...].dropFirst(mark.count)
    let input = ScoringInput.read(
      framework: .init(path: "framework.csv", bytes: Data(bytes[..<split])),
      scores: .init(path: "scores.csv", bytes: Data(rest)))
    guard let framework = input.framework, let table = input.table else {
      return input.findings.isEmpty ? "neither scores nor a finding" : nil
    }
    if !framework.isWeighted {
      for score in FrameworkScorer(framework: framework).scores(of: table) {
        guard score.nodes.allSatisfy({ $0.points.lower <= $0.points.upper }) else {
          return "an interval upside down"
        }
        guard score.rankBounds.map({ $0.upperBound <= table.units.count }) ?? true else {
          return "a rank too many"
        }
      }
    }
    guard let index = try? CompositeIndex(framework: framework, table: table), index.units.count < 200 else {
      return nil
    }
    let result = RankSimulation(index: index, settings: .init(draws: .fixed(50), countsPairs: true)).run()
    return result.draws + result.excluded.values.reduce(0, +) == 50 ? nil : "draws are lost"
  }
}
