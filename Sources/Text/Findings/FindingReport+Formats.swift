extension FindingReport {
  /// For programs: the number of errors and warnings, and the first findings in both languages.
  package var json: String {
    func pair(_ text: LocalizedText) -> JSONValue {
      .object([("vi", .string(text.vi)), ("en", .string(text.en))])
    }
    let items = findings.prefix(Self.mostListed).map { finding in
      JSONValue.object([
        ("rule", .string(finding.rule)), ("severity", .string(finding.severity.rawValue)),
        ("file", .string(prefix + finding.file)), ("line", .integer(finding.line)),
        ("column", .integer(finding.column)), ("message", pair(finding.message)),
        ("hint", pair(finding.hint)),
      ])
    }
    return Self.shown(.object(counts + [("findings", .array(items))]))
  }

  private var counts: [(String, JSONValue)] {
    [("errors", .integer(findings.total(.error))), ("warnings", .integer(findings.total(.warning)))]
  }

  /// The document, in which hidden characters can only stand in strings, with these as JSON writes them.
  private static func shown(_ value: JSONValue) -> String {
    value.document.shown(keeping: ["\n"]) { scalar in
      String(scalar).utf16.map { unit in
        let code = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - code.count) + code
      }.joined()
    }
  }

  /// For GitHub: one workflow command per line, shown beside the changed lines of a pull request.
  package func github(language: Language) -> String {
    var commands = selection.items.map { item in
      let finding = item.finding
      let properties = [
        "file=" + Self.escapedProperty((prefix + finding.file).shown()), "line=\(finding.line)",
        "col=\(finding.column)", "title=" + Self.escapedProperty(finding.rule),
      ]
      let message =
        switch item {
        case .finding: finding.message[language].shown() + " " + finding.hint[language].shown()
        case .alike(_, let count): Self.more(count, language)
        }
      return "::\(finding.severity.rawValue) \(properties.joined(separator: ","))::"
        + "\(Self.escapedMessage(message))\n"
    }
    if let rest = rest(language) {
      let severity: Finding.Severity = selection.rest.hasErrors ? .error : .warning
      commands.append("::\(severity.rawValue)::\(rest)\n")
    }
    return commands.joined()
  }

  /// For code scanners: SARIF 2.1.0 with columns counted in Unicode code points, the first findings and their number.
  package func sarif(language: Language) -> String {
    let listed = findings.prefix(Self.mostListed)
    let rules = Array(Set(listed.map(\.rule))).sorted().map { JSONValue.object([("id", .string($0))]) }
    let driver = JSONValue.object([
      ("name", .string("parindex")), ("language", .string(language.rawValue)), ("rules", .array(rules)),
    ])
    let run = JSONValue.object([
      ("tool", .object([("driver", driver)])), ("columnKind", .string("unicodeCodePoints")),
      ("results", .array(listed.map { sarifResult($0, language) })), ("properties", .object(counts)),
    ])
    return Self.shown(
      .object([
        ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .string("2.1.0")),
        ("runs", .array([run])),
      ]))
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
