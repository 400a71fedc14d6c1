internal import Scoring

/// A data file as the data dictionary lists it.
struct DataFileSummary: Encodable, Sendable {
  let path: String
  let lineCount: Int

  init(_ file: Dataset.DataFile) { (path, lineCount) = (file.path, file.lineCount) }
}
