internal import Text

/// A parsed YAML file whose values are not yet checked.
struct ParsedFile: Sendable {
  let path: String
  let kind: FileKind
  let node: YAMLNode

  /// The folder of a province; nil for files elsewhere.
  var province: String? {
    let parts = path.split(separator: "/")
    return parts.count > 2 && parts[0] == "provinces" ? String(parts[1]) : nil
  }

  /// The file name without its extension.
  var stem: String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.prefix { $0 != "." })
  }

  /// The value of the file; nil, with findings, when it cannot be read.
  func read<Value>(in context: ParseContext, _ read: @escaping (MappingReader) -> Value?) -> Value? {
    NodeParser.mapping(read).read(node, key: path, in: context)
  }

  /// Reports a value that differs from the name of the file or folder.
  func checkName(_ key: String, expected: String?, _ log: FindingLog) {
    guard let scalar = node[key]?.filledScalar, let expected, scalar.text != expected else { return }
    let rule = Rule.folderMismatch(key: key, value: scalar.text, expected: expected)
    log.report(rule, in: path, at: scalar.position)
  }
}
