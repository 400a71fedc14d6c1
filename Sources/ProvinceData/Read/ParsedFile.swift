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

  /// The file as one record; nil when it is no mapping.
  var root: Record? { Record(node, file: path) }

  /// Holds every value against its shape.
  ///
  /// - Returns: the sources that the file cites.
  func checkShape(_ registry: Registry, _ log: FindingLog) -> Set<String> {
    let check = ShapeCheck(file: path, log: log, registry: registry)
    if let mapping = kind.mapping { check.check(node, against: .mapping(mapping), key: path) }
    return check.uses.sources
  }

  /// Reports when a value is not what the place of the file says.
  func checkName(_ key: String, expected: String?, _ log: FindingLog) {
    guard let scalar = root?.scalar(key), let expected, scalar.text != expected else { return }
    let rule = Rule.folderMismatch(key: key, value: scalar.text, expected: expected)
    log.report(rule, in: path, at: scalar.position)
  }
}
