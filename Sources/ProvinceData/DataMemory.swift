/// What each file of a data folder gave when it was last read, for a process that reads it again and again.
///
/// A file is taken from it only when its bytes are the same, so a run finds the same with any memory as with none.
public struct DataMemory: Sendable {
  private var files: [String: (bytes: [UInt8]?, file: ReadFile)] = [:]

  /// A memory of nothing.
  public init() {}

  /// What the file gave before; nil when it is new or another.
  func file(_ raw: RawFile) -> ReadFile? {
    guard let known = files[raw.path], known.bytes == raw.bytes else { return nil }
    return known.file
  }

  /// Keeps these files and no others.
  mutating func keep(_ files: some Sequence<(RawFile, ReadFile)>) {
    self.files = Dictionary(
      files.map { ($0.path, ($0.bytes, $1)) }, uniquingKeysWith: { first, _ in first })
  }
}
