internal import Foundation

/// Findings as text for people, for programs, for GitHub and for code scanners.
///
/// People and GitHub are shown a selection, programs a list with a limit; the number of findings is always given.
package struct FindingReport: Sendable {
  /// The findings that programs are given.
  static let mostListed = 10_000
  /// A longer line is not quoted.
  private static let mostQuoted = 1 << 17

  let findings: [Finding]
  let selection: FindingSelection
  /// Precedes every path; empty or with a trailing `/`.
  let prefix: String
  private let lines: [String: [Int: String]]

  /// Takes findings whose paths are relative to a folder. The folder is put before the paths, and its files are read
  /// for the lines that the text quotes. Lines that cannot be read, or whose file is too large to hold in memory, are
  /// left out.
  package init(_ findings: [Finding], folder: String) {
    // What is not read because it is a link is not quoted either.
    let irregular = Rule.fileIrregular(isLink: true).id
    let selection = FindingSelection(findings)
    var wanted: [String: Set<Int>] = [:]
    for item in selection.items where item.finding.rule != irregular {
      wanted[item.finding.file, default: []].insert(item.finding.line)
    }
    var lines: [String: [Int: String]] = [:]
    for (file, numbers) in wanted {
      let path = folder.isEmpty ? file : folder + "/" + file
      let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
      guard let size, size <= 1 << 24, let bytes = FileManager.default.contents(atPath: path) else {
        continue
      }
      var number = 0
      TextLines.forEach(of: String(decoding: bytes, as: UTF8.self)) { line in
        number += 1
        guard numbers.contains(number), line.count <= Self.mostQuoted else { return }
        lines[file, default: [:]][number] = String(decoding: line, as: UTF8.self)
      }
    }
    self.init(findings, selection, folder: folder, lines: lines)
  }

  package init(_ findings: [Finding], folder: String, lines: [String: [String]]) {
    let numbered = lines.mapValues { lines in
      Dictionary(zip(1..., lines), uniquingKeysWith: { first, _ in first })
    }
    self.init(findings, FindingSelection(findings), folder: folder, lines: numbered)
  }

  private init(
    _ findings: [Finding], _ selection: FindingSelection, folder: String, lines: [String: [Int: String]]
  ) {
    (self.findings, self.selection, self.lines) = (findings, selection, lines)
    let isPlain = folder.isEmpty || folder == "."
    prefix = isPlain ? "" : folder.hasSuffix("/") ? folder : folder + "/"
  }

  /// For people: position, rule and problem, the line with a caret below the column, and the remedy.
  package func text(language: Language) -> String {
    var texts = selection.items.map { text($0, language) }
    if let rest = rest(language) { texts.append(rest + "\n") }
    return texts.joined(separator: "\n")
  }

  private func text(_ item: FindingSelection.Item, _ language: Language) -> String {
    let finding = item.finding
    let place = "\((prefix + finding.file).shown()):\(finding.line):\(finding.column)"
    let head = "\(place): \(Self.name(of: finding.severity, language)) [\(finding.rule)]: "
    if case .alike(_, let count) = item { return head + Self.more(count, language) + "\n" }
    var text = head + finding.message[language].shown() + "\n"
    // The content of a workbook or of another binary file says nothing to a reader.
    if let line = lines[finding.file]?[finding.line], !line.utf8.contains(0) {
      text += excerpt(line, finding)
    }
    return text + "  \(language == .vietnamese ? "cách sửa" : "hint"): \(finding.hint[language].shown())\n"
  }

  /// What stands for further findings with the same fault.
  static func more(_ count: Int, _ language: Language) -> String {
    switch language {
    case .vietnamese: "Còn \(count) chỗ nữa trong tệp này có cùng lỗi ấy."
    case .english:
      count == 1
        ? "There is one more such place in this file." : "There are \(count) more such places in this file."
    }
  }

  /// What stands for the findings that are not shown; nil when all are.
  func rest(_ language: Language) -> String? {
    let count = selection.rest.count
    guard count > 0 else { return nil }
    return switch language {
    case .vietnamese: "Còn \(count) phát hiện nữa không in ra ở đây."
    case .english:
      count == 1 ? "One more finding is not printed here." : "\(count) more findings are not printed here."
    }
  }

  private static func name(of severity: Finding.Severity, _ language: Language) -> String {
    switch (severity, language) {
    case (.error, .vietnamese): "lỗi"
    case (.error, .english): "error"
    case (.warning, .vietnamese): "cảnh báo"
    case (.warning, .english): "warning"
    }
  }

  /// The part of the line around the column, with a caret below the column. Combining marks have no width.
  private func excerpt(_ line: String, _ finding: Finding) -> String {
    let width = 96
    let scalars = Array(line.unicodeScalars.drop { finding.line == 1 && $0 == "\u{FEFF}" })
    let column = min(finding.column - 1, scalars.count)
    let start = column > width * 2 / 3 ? column - width / 3 : 0
    let end = min(scalars.count, start + width)
    func shown(_ part: ArraySlice<Unicode.Scalar>) -> String {
      String(String.UnicodeScalarView(part)).shown(keeping: ["\t"])
    }
    let number = String(finding.line)
    let lead = start > 0 ? "…" : ""
    let tail = end < scalars.count ? "…" : ""
    let gap = shown(scalars[start..<column]).unicodeScalars
      .filter { $0.properties.generalCategory != .nonspacingMark }
      .map { $0 == "\t" ? "\t" : " " }.joined()
    let margin = String(repeating: " ", count: number.count + 2)
    return
      "  \(number) | \(lead)\(shown(scalars[start..<end]))\(tail)\n\(margin) | \(lead.isEmpty ? "" : " ")\(gap)^\n"
  }
}
