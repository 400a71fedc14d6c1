internal import Foundation
internal import Files
internal import Text

/// A file in the data folder, read on demand.
struct RawFile: Sendable {
  private enum Content {
    case bytes([UInt8]?)
    case stored(SourceFile, root: String)
  }

  /// The path relative to the folder, NFC, with `/` between folders.
  let path: String
  /// Nil when no kind of data has such files.
  let kind: FileKind?
  /// The rule that it breaks by being a link or the like, which is not read; nil for a regular file.
  let irregularity: Rule?
  private let content: Content

  /// - Parameter bytes: nil when it is not a regular file.
  init(path: String, bytes: [UInt8]?) {
    self.path = path
    kind = FileKind(path: path)
    irregularity = bytes == nil ? .fileIrregular(isLink: false) : nil
    content = .bytes(bytes)
  }

  init(_ file: SourceFile, root: String) {
    path = file.path.composed
    kind = FileKind(path: path)
    irregularity = file.irregularity
    content = irregularity == nil ? .stored(file, root: root) : .bytes(nil)
  }

  /// The size in bytes, for reading the largest first.
  var size: Int {
    switch content {
    case .bytes(let bytes): bytes?.count ?? 0
    case .stored(let file, _): file.size
    }
  }

  /// The bytes; nil when it is not a regular file, such as a link, which is not followed. Of a file that is too large
  /// only as many are read as show that it is.
  var bytes: [UInt8]? {
    get throws(DataLoadingError) {
      switch content {
      case .bytes(let bytes): return bytes
      case .stored(let file, let root):
        guard let bytes = SourceFile.bytes(of: file.path, below: root, upTo: DataText.mostBytes + 1) else {
          throw .unreadable(path: file.path)
        }
        return bytes
      }
    }
  }
}

/// Lists every file below a folder.
struct DataFolderReader {
  let folder: URL

  /// The files by path, in the order of Unicode scalars on every file system, without hidden files.
  func files() throws(DataLoadingError) -> [RawFile] {
    var isFolder: ObjCBool = false
    let root = folder.path(percentEncoded: false)
    guard FileManager.default.fileExists(atPath: root, isDirectory: &isFolder), isFolder.boolValue else {
      throw .noFolder(path: root)
    }
    do {
      return try SourceFile.all(below: root).map { RawFile($0, root: root) }
        .sorted { $0.path.precedesInBytes($1.path) }
    } catch {
      throw .unreadable(path: error.path)
    }
  }
}
