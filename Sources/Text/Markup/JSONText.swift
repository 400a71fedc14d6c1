/// A JSON value that keeps the order of its keys, so that equal values are equal bytes.
package indirect enum JSONText {
  case string(String)
  case integer(Int)
  case flag(Bool)
  case list([JSONText])
  case object([(String, JSONText)])

  /// The text, indented by two spaces, with a final line end.
  package var document: String {
    var result = ""
    write(to: &result, indent: "")
    return result + "\n"
  }

  private func write(to result: inout String, indent: String) {
    let deeper = indent + "  "
    switch self {
    case .string(let text): result += Self.quoted(text)
    case .integer(let number): result += String(number)
    case .flag(let flag): result += flag ? "true" : "false"
    case .list(let items):
      guard !items.isEmpty else {
        result += "[]"
        return
      }
      result += "["
      for (index, item) in items.enumerated() {
        result += (index == 0 ? "\n" : ",\n") + deeper
        item.write(to: &result, indent: deeper)
      }
      result += "\n" + indent + "]"
    case .object(let entries):
      guard !entries.isEmpty else {
        result += "{}"
        return
      }
      result += "{"
      for (index, entry) in entries.enumerated() {
        result += (index == 0 ? "\n" : ",\n") + deeper + Self.quoted(entry.0) + ": "
        entry.1.write(to: &result, indent: deeper)
      }
      result += "\n" + indent + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let code = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - code.count) + code
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
