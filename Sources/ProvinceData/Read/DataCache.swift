/// What each file of a data folder gave when it was last read, for a process that reads it again and again.
///
/// A file is taken from it only when its bytes are the same, and those of every file of the catalogue too if it leans on
/// them, so a run finds the same with any cache as with none.
package struct DataCache: Sendable {
  private var files: [String: (bytes: [UInt8]?, file: ReadFile)] = [:]
  private var missing: [String] = []
  private var values: [String: (bytes: [UInt8]?, values: FileValues)] = [:]

  /// An empty cache.
  package init() {}

  /// What a file of the catalogue gave before; nil when it is new or another.
  func file(at path: String, _ bytes: [UInt8]?) -> ReadFile? {
    guard let known = files[path], known.bytes == bytes else { return nil }
    return known.file
  }

  /// What another file gave before; nil when it is new or another.
  func values(at path: String, _ bytes: [UInt8]?) -> FileValues? {
    guard let known = values[path], known.bytes == bytes else { return nil }
    return known.values
  }

  /// Keeps these files of the catalogue and no others. What leaned on others is forgotten.
  mutating func keep(_ read: [(path: String, bytes: [UInt8]?, file: ReadFile)], missing: [String]) {
    let isSame =
      missing == self.missing && read.count == files.count
      && read.allSatisfy { file(at: $0.path, $0.bytes) != nil }
    if !isSame { values = [:] }
    self.missing = missing
    files = Dictionary(read.map { ($0.path, ($0.bytes, $0.file)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Keeps what these files gave and nothing of others.
  mutating func keep(_ read: [(bytes: [UInt8]?, values: FileValues)]) {
    values = Dictionary(read.map { ($0.values.path, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
