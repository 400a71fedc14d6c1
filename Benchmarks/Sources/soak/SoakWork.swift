internal import Foundation
internal import GFM
internal import ProvinceData
internal import Files
internal import Text

/// What is done again and again.
enum SoakWork {
  enum Failure: Error {
    case findings([String])
    case wrong(String)
  }

  /// Publishes a tree of files, every second of which is another than in the round before.
  static func publish(_ round: Int, folder: String) throws {
    let files = (0..<100).map { number in
      (
        "folder-\(number % 7)/file-\(number)",
        Data("\(number) \(number.isMultiple(of: 2) ? round % 2 : 0)".utf8)
      )
    }
    let publisher = FolderPublisher(folder: URL(filePath: folder), marker: ".parindex-site")
    let outcome = try publisher.publish(Dictionary(files, uniquingKeysWith: { first, _ in first }))
    // The marker is kept as well.
    guard case .published(let written, let reused) = outcome,
      (written, reused) == (round == 1 ? (100, 0) : (50, 50))
    else { throw Failure.wrong("round \(round): \(outcome)") }
  }

  /// Reads and checks all data, in turn as a build and as a validation does it.
  static func validate(_ round: Int) throws {
    let loader = DataLoader(path: "Data")
    let findings = round.isMultiple(of: 2) ? try loader.load().findings : try loader.check().findings
    let errors = findings.filter { $0.severity == .error }
    guard errors.isEmpty else { throw Failure.findings(errors.map(\.rule)) }
  }

  /// Renders a text with everything that crosses into C, its length changing from round to round.
  static func render(_ round: Int) throws {
    let table = (0...round % 50).map { "| [\($0)](#a) | ~~x~~ `y` https://example.vn |\n" }.joined()
    let text = """
      # Đề mục <b>\(round)</b><!-- -->

      | a | b |
      | --- | ---: |
      \(table)
      - [x] việc, a@b.vn[^1] ![ảnh](a.svg "tên")

      [^1]: Ghi chú.

      """
    let html = try MarkdownRenderer().htmlBytes(from: text)
    guard html.count > text.utf8.count else { throw Failure.wrong("round \(round) gave \(html.count) bytes") }
  }
}
