internal import Foundation
internal import SourceFiles

/// The bytes of a file in the data folder.
struct RawFile {
  /// The path relative to the folder, NFC, with `/` between folders.
  let path: String
  /// Nil for what is no regular file, such as a link, which is not followed.
  let bytes: [UInt8]?
}

/// Reads every file below a folder.
struct DataFolderReader {
  let folder: URL

  /// The files by path, in the order of Unicode scalars whatever order the file system has. Hidden files are
  /// left out.
  func files() throws(DataLoadingError) -> [RawFile] {
    var isFolder: ObjCBool = false
    let root = folder.path(percentEncoded: false)
    guard FileManager.default.fileExists(atPath: root, isDirectory: &isFolder), isFolder.boolValue else {
      throw .noFolder(path: root)
    }
    let found: [SourceFile]
    do {
      found = try SourceFile.all(below: root)
    } catch {
      throw .unreadable(path: error.path)
    }
    var files: [RawFile] = []
    for file in found {
      let bytes = file.isRegular ? SourceFile.bytes(at: root + "/" + file.path) : nil
      if file.isRegular, bytes == nil { throw .unreadable(path: file.path) }
      files.append(RawFile(path: file.path.composed, bytes: bytes))
    }
    return files.sorted { $0.path.precedesInBytes($1.path) }
  }
}
