package import Foundation

/// Reads a data folder into a checked dataset and findings.
///
/// One run finds all problems of all files.
package struct DataLoader: Sendable {
  private let folder: URL

  /// Takes the data folder, usually `Data`.
  package init(folder: URL) { self.folder = folder }

  /// Takes the path of the data folder.
  package init(path: String) { folder = URL(filePath: path) }

  /// Reads and checks everything.
  ///
  /// - Throws: `DataLoadingError` when the folder or a file in it cannot be read.
  package func load() throws(DataLoadingError) -> LoadResult {
    var nothing: DataCache?
    return try assembly(keepsText: true).run(cache: &nothing)
  }

  /// Reads and checks everything, and reuses what has not changed since the previous run.
  ///
  /// - Parameter cache: from the previous run; updated with this run.
  /// - Throws: `DataLoadingError` when the folder or a file in it cannot be read.
  package func load(cache: inout DataCache) throws(DataLoadingError) -> LoadResult {
    var known: DataCache? = cache
    defer { cache = known ?? cache }
    return try assembly(keepsText: true).run(cache: &known)
  }

  /// Reads and checks everything without making a dataset.
  ///
  /// - Throws: `DataLoadingError` when the folder or a file in it cannot be read.
  package func check() throws(DataLoadingError) -> DataCheck { try assembly(keepsText: false).check() }

  private func assembly(keepsText: Bool) throws(DataLoadingError) -> DatasetAssembly {
    DatasetAssembly(files: try DataFolderReader(folder: folder).files(), keepsText: keepsText)
  }
}
