extension FindingReport {
  /// For programs: an array of findings in both languages.
  package var json: String {
    func pair(_ text: LocalizedText) -> JSONValue {
      .object([("vi", .string(text.vi)), ("en", .string(text.en))])
    }
    let items = findings.map { finding in
      JSONValue.object([
        ("rule", .string(finding.rule)), ("severity", .string(finding.severity.rawValue)),
        ("file", .string(prefix + finding.file)), ("line", .integer(finding.line)),
        ("column", .integer(finding.column)), ("message", pair(finding.message)),
        ("hint", pair(finding.hint)),
      ])
    }
    return JSONValue.array(items).document
  }

  /// For GitHub: one workflow command per line, shown beside the changed lines of a pull request.
  package func github(language: Language) -> String {
    findings.map { finding in
      let properties = [
        "file=" + Self.escapedProperty(prefix + finding.file), "line=\(finding.line)",
        "col=\(finding.column)", "title=" + Self.escapedProperty(finding.rule),
      ]
      let message = finding.message[language] + " " + finding.hint[language]
      return "::\(finding.severity.rawValue) \(properties.joined(separator: ","))::"
        + "\(Self.escapedMessage(message))\n"
    }.joined()
  }

  /// For code scanners: SARIF 2.1.0 with columns counted in Unicode code points.
  package func sarif(language: Language) -> String {
    let rules = Array(Set(findings.map(\.rule))).sorted().map { JSONValue.object([("id", .string($0))]) }
    let driver = JSONValue.object([
      ("name", .string("parindex")), ("language", .string(language.rawValue)), ("rules", .array(rules)),
    ])
    let run = JSONValue.object([
      ("tool", .object([("driver", driver)])), ("columnKind", .string("unicodeCodePoints")),
      ("results", .array(findings.map { sarifResult($0, language) })),
    ])
    return JSONValue.object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .string("2.1.0")),
      ("runs", .array([run])),
    ]).document
  }

  private func sarifResult(_ finding: Finding, _ language: Language) -> JSONValue {
    let region = JSONValue.object([
      ("startLine", .integer(finding.line)), ("startColumn", .integer(finding.column)),
    ])
    let artifact = JSONValue.object([("uri", .string(Self.escapedAddress(prefix + finding.file)))])
    let location = JSONValue.object([("artifactLocation", artifact), ("region", region)])
    let message = finding.message[language] + " " + finding.hint[language]
    return .object([
      ("ruleId", .string(finding.rule)), ("level", .string(finding.severity.rawValue)),
      ("message", .object([("text", .string(message))])),
      ("locations", .array([.object([("physicalLocation", location)])])),
    ])
  }

  private static func escapedMessage(_ text: String) -> String {
    replacing(["%": "%25", "\r": "%0D", "\n": "%0A"], in: text)
  }

  private static func escapedProperty(_ text: String) -> String {
    replacing(["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"], in: text)
  }

  private static func replacing(_ table: [Unicode.Scalar: String], in text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let replacement = table[scalar] {
        result.append(contentsOf: replacement.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Percent-encodes characters that are not allowed in a relative address.
  private static func escapedAddress(_ path: String) -> String {
    path.utf8.map { byte in
      let character = Character(Unicode.Scalar(byte))
      let isPlain = byte < 0x80 && (character.isLetter || character.isNumber || "-._~/".contains(character))
      let code = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(character) : "%" + (code.count == 1 ? "0" : "") + code
    }.joined()
  }
}
