/// The parsed content of each file of a data folder, for a process that reads the folder repeatedly.
///
/// A file is reused only when its bytes are the same; a plan or table also needs every file of the catalogue to be
/// the same. So a run gives the same result with any cache as with none.
package struct DataCache: Sendable {
  private var files: [String: (bytes: [UInt8]?, file: ReadFile)] = [:]
  /// The paths of files that are missing or cannot be read.
  private var missing: [String] = []
  private var values: [String: (bytes: [UInt8]?, values: FileValues)] = [:]

  package init() {}

  /// The cached content of a file of the catalogue; nil when the file is new or has changed.
  func file(at path: String, _ bytes: [UInt8]?) -> ReadFile? {
    guard let known = files[path], known.bytes == bytes else { return nil }
    return known.file
  }

  /// The cached content of a plan or table; nil when the file is new or has changed.
  func values(at path: String, _ bytes: [UInt8]?) -> FileValues? {
    guard let known = values[path], known.bytes == bytes else { return nil }
    return known.values
  }

  /// Replaces the files of the catalogue. If any differ, all plans and tables are invalid.
  mutating func storeCatalogue(_ read: [(path: String, bytes: [UInt8]?, file: ReadFile)], missing: [String]) {
    let isSame =
      missing == self.missing && read.count == files.count
      && read.allSatisfy { file(at: $0.path, $0.bytes) != nil }
    if !isSame { values = [:] }
    self.missing = missing
    files = Dictionary(read.map { ($0.path, ($0.bytes, $0.file)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Replaces the plans and tables.
  mutating func storeValues(_ read: [(bytes: [UInt8]?, values: FileValues)]) {
    values = Dictionary(read.map { ($0.values.path, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
