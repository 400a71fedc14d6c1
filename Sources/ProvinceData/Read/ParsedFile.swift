internal import Text

/// A YAML file that could be read, before its values are checked.
struct ParsedFile: Sendable {
  let path: String
  let kind: FileKind
  let node: YAMLNode

  /// The folder of a province; nil for files elsewhere.
  var province: String? {
    let parts = path.split(separator: "/")
    return parts.count > 2 && parts[0] == "provinces" ? String(parts[1]) : nil
  }

  /// The name of the file without its ending.
  var stem: String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.prefix { $0 != "." })
  }

  /// What the file says; nil, with findings, when it says nothing that can be read.
  func read<Value>(in context: ParseContext, _ read: @escaping (MappingReader) -> Value?) -> Value? {
    NodeParser.mapping(read).read(node, key: path, in: context)
  }

  /// Reports when a value is not what the place of the file says.
  func checkName(_ key: String, expected: String?, _ log: FindingLog) {
    guard let scalar = node[key]?.filledScalar, let expected, scalar.text != expected else { return }
    let rule = Rule.folderMismatch(key: key, value: scalar.text, expected: expected)
    log.report(rule, in: path, at: scalar.position)
  }
}
