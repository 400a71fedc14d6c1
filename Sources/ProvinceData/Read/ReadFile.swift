internal import Scoring

/// What one file gives, whatever the others hold; so files are read on all cores.
struct ReadFile: Sendable {
  /// What is wrong with the file by itself.
  private(set) var findings: [Finding] = []
  /// Its lines; nil when it has no text.
  private(set) var text: Dataset.DataFile?
  /// Its content; nil when it could not be parsed.
  private(set) var parsed: ParsedFile?
  /// What it would have declared, if it could be read.
  private(set) var incomplete: [ReferenceKind] = []

  init(_ file: RawFile) {
    let log = FindingLog()
    defer { findings = log.sorted }
    guard let kind = FileKind(path: file.path), let bytes = file.bytes else {
      log.report(.fileUnexpected, in: file.path, at: .start)
      return
    }
    guard let text = DataText(bytes, file: file.path, log: log) else {
      incomplete = kind.declares
      return
    }
    self.text = Dataset.DataFile(path: file.path, lines: text.lines)
    parsed = ReadFile.parse(text.text, file.path, kind, log)
    if parsed == nil { incomplete = kind.declares }
  }

  private static func parse(
    _ text: String, _ path: String, _ kind: FileKind, _ log: FindingLog
  ) -> ParsedFile? {
    if let columns = kind.columns {
      let records = CSVFileReader(file: path, columns: columns, log: log).records(text)
      return ParsedFile(path: path, kind: kind, content: .csv(records))
    }
    return YAMLReader.read(text, file: path, log: log).map {
      ParsedFile(path: path, kind: kind, content: .yaml($0))
    }
  }
}
