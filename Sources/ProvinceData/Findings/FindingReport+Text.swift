public import Scoring

extension FindingReport {
  /// The findings for a reader in one language: place, severity, rule and sentence; the source line with a
  /// caret below the place; and the way out. Empty when there are none.
  ///
  /// The caret is set by characters as they are seen, so it stands right below letters with separate marks.
  public func text(language: Language) -> String {
    findings.map { block($0, language) + "\n" }.joined()
  }

  private func block(_ finding: Finding, _ language: Language) -> String {
    let place = "\(path(of: finding)):\(finding.line):\(finding.column)"
    let severity = FindingReport.name(finding.severity, language)
    var lines = ["\(place): \(severity) [\(finding.rule)]: \(finding.message[language])"]
    if let line = line(of: finding) {
      let before = String(String.UnicodeScalarView(line.unicodeScalars.prefix(finding.column - 1)))
      let window = FindingReport.window(line, around: before.count)
      lines.append("  \(window.text)")
      lines.append("  " + String(repeating: " ", count: window.caret) + "^")
    }
    lines.append("  \(language == .vietnamese ? "Gợi ý" : "Hint"): \(finding.hint[language])")
    return lines.joined(separator: "\n")
  }

  /// The name of a severity.
  static func name(_ severity: Finding.Severity, _ language: Language) -> String {
    switch (severity, language) {
    case (.error, .vietnamese): "lỗi"
    case (.warning, .vietnamese): "cảnh báo"
    case (let severity, .english): severity.rawValue
    }
  }

  /// The part of a long line around a character, and where the caret goes. Control characters show as blanks.
  private static func window(_ line: String, around index: Int) -> (text: String, caret: Int) {
    let (width, lead) = (100, 40)
    let characters = line.map { character -> Character in
      character.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control } ? character : " "
    }
    guard characters.count > width else { return (String(characters), index) }
    let start = max(0, min(index - lead, characters.count - width))
    let end = min(characters.count, start + width)
    let head = start > 0 ? "…" : ""
    let tail = end < characters.count ? "…" : ""
    return (head + String(characters[start..<end]) + tail, index - start + head.count)
  }
}
