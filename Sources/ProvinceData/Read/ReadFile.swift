internal import Scoring
internal import Text

/// A YAML file by itself, whatever the others hold; so files are read on all cores.
struct ReadFile: Sendable {
  /// What is wrong with the file by itself.
  private(set) var findings: [Finding] = []
  /// The file for the dataset; nil when it has no text, or when it is not wanted.
  private(set) var dataFile: Dataset.DataFile?
  /// Its content; nil when it could not be parsed.
  private(set) var parsed: ParsedFile?
  /// What it would have declared, if it could be read.
  private(set) var incomplete: [ReferenceKind] = []

  /// - Parameters:
  ///   - bytes: nil for what is no regular file.
  ///   - keepsText: whether the text is wanted too.
  init(path: String, bytes: [UInt8]?, keepsText: Bool) {
    let log = FindingLog()
    defer { findings = log.all }
    guard let kind = FileKind(path: path), let bytes else {
      log.report(.fileUnexpected, in: path, at: .start)
      return
    }
    incomplete = kind.declares
    guard let text = DataText(bytes, file: path, log: log) else { return }
    if keepsText { dataFile = Dataset.DataFile(path: path, text: text.text) }
    guard let node = YAMLReader.read(text.text, file: path, log: log) else { return }
    parsed = ParsedFile(path: path, kind: kind, node: node)
    incomplete = []
  }
}
