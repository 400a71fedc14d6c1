internal import ArgumentParser
internal import Foundation
internal import ProvinceData
internal import Text

/// The data folder, as used by the commands.
struct DataFolder {
  let path: String
  let language: Language

  /// Reads everything and reports progress.
  ///
  /// - Throws: a usage error when there is no such folder, exit code 1 when a file cannot be read.
  func load() throws -> LoadResult {
    try reportingProgress { () throws(FolderFault) in try read() }
  }

  /// All findings on the data, without keeping the data; reports progress.
  ///
  /// - Throws: a usage error when there is no such folder, exit code 1 when a file cannot be read.
  func findings() throws -> [Finding] {
    try reportingProgress { () throws(FolderFault) in
      let check = try folderFaults { () throws(DataLoadingError) in try loader.check() }
      // The process is about to end, and freeing every row would take a tenth of its time.
      _ = Unmanaged.passRetained(check)
      return check.findings
    }
  }

  func read() throws(FolderFault) -> LoadResult {
    try folderFaults { () throws(DataLoadingError) in try loader.load() }
  }

  /// Reads what changed since an earlier run, and takes the rest from the cache.
  func read(cache: inout DataCache) throws(FolderFault) -> LoadResult {
    try folderFaults { () throws(DataLoadingError) in try loader.load(cache: &cache) }
  }

  private var loader: DataLoader { DataLoader(folder: URL(filePath: path)) }

  private func reportingProgress<Result>(_ read: () throws(FolderFault) -> Result) throws -> Result {
    Console.note((language == .vietnamese ? "Đọc dữ liệu" : "Reading data") + "…")
    do {
      return try read()
    } catch {
      throw error.commandEnd(language)
    }
  }

  private func folderFaults<Result>(
    _ read: () throws(DataLoadingError) -> Result
  ) throws(FolderFault) -> Result {
    do {
      return try read()
    } catch {
      switch error {
      case .noFolder: throw .noDataFolder(path)
      case .unreadable(let file): throw .unreadable(path + "/" + file)
      }
    }
  }

  /// A path in the form used by findings: relative to the data folder.
  ///
  /// - Throws: a usage error when the path does not exist in the folder.
  func relativePath(_ given: String) throws -> String {
    let root = URL(filePath: path).standardizedFileURL.path(percentEncoded: false)
    let candidates = [given, path + "/" + given]
    for candidate in candidates where FileManager.default.fileExists(atPath: candidate) {
      let full = URL(filePath: candidate).standardizedFileURL.path(percentEncoded: false)
      let base = root.hasSuffix("/") ? String(root.dropLast()) : root
      let trimmed = full.hasSuffix("/") ? String(full.dropLast()) : full
      if trimmed == base { return "" }
      if trimmed.hasPrefix(base + "/") { return String(trimmed.dropFirst(base.count + 1)) }
    }
    throw ValidationError("'\(given)' is not a file or folder below '\(path)'.")
  }

  /// Prints findings to standard error.
  static func report(_ findings: [Finding], in folder: String, language: Language) {
    if !findings.isEmpty { Console.note(FindingReport(findings, folder: folder).text(language: language)) }
  }
}
