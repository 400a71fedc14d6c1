internal import Foundation

/// Findings as text for people, for programs, for GitHub and for code scanners.
package struct FindingReport: Sendable {
  let findings: [Finding]
  /// Precedes every path; empty or with a trailing `/`.
  let prefix: String
  private let lines: [String: [String]]

  /// Takes findings whose paths are relative to a folder. The folder is put before the paths, and its files are read
  /// for the lines that the text quotes. Lines that cannot be read, or whose file is too large to hold in memory, are
  /// left out.
  package init(_ findings: [Finding], folder: String) {
    var lines: [String: [String]] = [:]
    // What is not read because it is a link is not quoted either.
    let irregular = Rule.fileIrregular(isLink: true).id
    let unread = findings.filter { $0.rule == irregular }.map(\.file)
    for file in Set(findings.map(\.file)).subtracting(unread) {
      let path = folder.isEmpty ? file : folder + "/" + file
      let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
      guard let size, size <= 1 << 25 else { continue }
      lines[file] = FileManager.default.contents(atPath: path).map {
        TextLines.all(of: String(decoding: $0, as: UTF8.self))
      }
    }
    self.init(findings, folder: folder, lines: lines)
  }

  package init(_ findings: [Finding], folder: String, lines: [String: [String]]) {
    self.findings = findings
    let isPlain = folder.isEmpty || folder == "."
    prefix = isPlain ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    self.lines = lines
  }

  /// For people: position, rule and problem, the line with a caret below the column, and the remedy.
  package func text(language: Language) -> String {
    findings.map { text($0, language) }.joined(separator: "\n")
  }

  private func text(_ finding: Finding, _ language: Language) -> String {
    let place = "\(prefix)\(finding.file):\(finding.line):\(finding.column)"
    let severity = Self.name(of: finding.severity, language)
    var text = "\(place): \(severity) [\(finding.rule)]: \(finding.message[language])\n"
    if let line = lines[finding.file]?.dropFirst(finding.line - 1).first { text += excerpt(line, finding) }
    return text + "  \(language == .vietnamese ? "cách sửa" : "hint"): \(finding.hint[language])\n"
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
    let scalars = Array(line.unicodeScalars)
    let column = min(finding.column - 1, scalars.count)
    let start = column > width * 2 / 3 ? column - width / 3 : 0
    let end = min(scalars.count, start + width)
    let before = scalars[start..<column]
    let shown = String(String.UnicodeScalarView(scalars[start..<end]))
    let number = String(finding.line)
    let lead = start > 0 ? "…" : ""
    let tail = end < scalars.count ? "…" : ""
    let gap = before.filter { $0.properties.generalCategory != .nonspacingMark }
      .map { $0 == "\t" ? "\t" : " " }.joined()
    let margin = String(repeating: " ", count: number.count + 2)
    return "  \(number) | \(lead)\(shown)\(tail)\n\(margin) | \(lead.isEmpty ? "" : " ")\(gap)^\n"
  }
}
