internal import Scoring
internal import Text

/// A YAML file parsed on its own, so that files are parsed in parallel.
struct ReadFile: Sendable {
  /// The findings on the file alone.
  private(set) var findings: [Finding] = []
  /// The text of the file for the dataset; nil when it has none or none is wanted.
  private(set) var dataFile: Dataset.DataFile?
  /// The content; nil when it could not be parsed.
  private(set) var parsed: ParsedFile?
  /// The kinds of identifiers that it would declare if it could be parsed.
  private(set) var incomplete: [ReferenceKind] = []
  /// Whether it may cite sources in what could not be read.
  private(set) var mayCiteMore = true

  /// - Parameters:
  ///   - bytes: nil when it is not a regular file.
  ///   - keepsText: whether the text is wanted too.
  init(path: String, bytes: [UInt8]?, keepsText: Bool) {
    let log = FindingLog()
    defer { findings = log.all }
    guard let kind = FileKind(path: path), let bytes else {
      log.report(.fileUnexpected(path: path), in: path, at: .start)
      return
    }
    (incomplete, mayCiteMore) = (kind.declares, kind.citesSources)
    guard let text = DataText(bytes, file: path, log: log) else { return }
    if keepsText { dataFile = Dataset.DataFile(path: path, text: text.text) }
    EncodingCheck.check(text.text, file: path, log: log)
    guard let node = YAMLReader.read(text.text, file: path, log: log) else { return }
    LostTextCheck.check(text.text, file: path, log: log)
    parsed = ParsedFile(path: path, kind: kind, node: node)
    (incomplete, mayCiteMore) = ([], false)
  }
}
