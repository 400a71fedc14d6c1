internal import Foundation
internal import Scoring

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
    let path = folder.path(percentEncoded: false)
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      throw .noFolder(path: path)
    }
    var files: [RawFile] = []
    var pending = [""]
    while let relative = pending.popLast() {
      for name in try names(in: relative) where !name.hasPrefix(".") {
        let child = relative.isEmpty ? name : relative + "/" + name
        let full = path.hasSuffix("/") ? path + child : path + "/" + child
        switch (try? FileManager.default.attributesOfItem(atPath: full))?[.type] as? FileAttributeType {
        case .typeDirectory: pending.append(child)
        case .typeRegular:
          files.append(RawFile(path: child.composed, bytes: try bytes(at: full, relative: child)))
        default: files.append(RawFile(path: child.composed, bytes: nil))
        }
      }
    }
    return files.sorted { Identifier<RawFile>($0.path) < Identifier<RawFile>($1.path) }
  }

  private func names(in relative: String) throws(DataLoadingError) -> [String] {
    let path = folder.appending(path: relative).path(percentEncoded: false)
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw .unreadable(path: relative)
    }
  }

  private func bytes(at path: String, relative: String) throws(DataLoadingError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path: relative) }
    return Array(data)
  }
}
