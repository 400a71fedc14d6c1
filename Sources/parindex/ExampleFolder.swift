internal import Foundation
internal import Files
internal import Pages
internal import Parallel
internal import ProvinceData
internal import SiteGen
internal import Text

/// The folder with the worked examples of synthetic data.
struct ExampleFolder {
  let path: String

  private static let files = [
    "framework.csv", "scores.csv", "standard-errors.csv", "framework-2.csv", "scores-2.csv", "README.md",
  ]
  private static let unitFiles = [
    "framework.csv", "scores.csv", "output.vi.txt", "output.en.txt", "README.md",
  ]

  /// An example: its files, and the results computed from them on demand.
  struct Example: Sendable {
    /// The results shown by the pages. Use only after ``check()`` has passed, in this process or in an earlier one of
    /// the same program.
    let results: ExampleResults
    fileprivate let files: [WorkedExample.ExampleFile]
    fileprivate let unitFiles: [WorkedExample.ExampleFile]
    private let read: Lazy<Result<WorkedExample, any Error>>

    fileprivate init(
      _ files: [WorkedExample.ExampleFile], unitFiles: [WorkedExample.ExampleFile], in folder: String
    ) {
      let read = Lazy { Result { try ExampleFolder.read(files, in: folder) } }
      results = ExampleResults(of: files, unitFiles: unitFiles) {
        guard case .success(let example) = read.value else {
          preconditionFailure("A page asks for an example that was not checked.")
        }
        return example
      }
      (self.files, self.unitFiles, self.read) = (files, unitFiles, read)
    }

    /// Reads the example.
    ///
    /// - Throws: ``SiteRun/Failure`` with all errors.
    func check() throws { _ = try read.value.get() }
  }

  /// Reads the files of the example.
  ///
  /// - Parameter cached: the example of an earlier run; reused when no file has changed.
  /// - Throws: ``FolderFault`` when a file cannot be read.
  func load(cached: Example? = nil) throws -> Example {
    let files = try self.files(Self.files, in: WorkedExample.folder)
    let unitFiles = try self.files(Self.unitFiles, in: WorkedExample.unitFolder)
    if let cached, cached.files == files, cached.unitFiles == unitFiles { return cached }
    return Example(files, unitFiles: unitFiles, in: path + "/" + WorkedExample.folder)
  }

  private func files(_ names: [String], in folder: String) throws -> [WorkedExample.ExampleFile] {
    try names.map { name in
      guard let bytes = SourceFile.bytes(of: folder + "/" + name, below: path) else {
        throw FolderFault.noExampleFile([path, folder, name].joined(separator: "/"))
      }
      return WorkedExample.ExampleFile(folder: folder, name: name, bytes: Data(bytes))
    }
  }

  private static func read(_ files: [WorkedExample.ExampleFile], in folder: String) throws -> WorkedExample {
    func file(_ name: String) -> ScoringInput.InputFile {
      ScoringInput.InputFile(path: folder + "/" + name, bytes: files.first { $0.name == name }?.bytes)
    }
    let input = ScoringInput.read(
      framework: file("framework.csv"), scores: file("scores.csv"),
      standardErrors: file("standard-errors.csv"))
    let second = ScoringInput.read(framework: file("framework-2.csv"), scores: file("scores-2.csv"))
    let (composite, secondComposite) = (input.composite(), second.composite())
    let findings =
      (input.findings + composite.findings + second.findings + secondComposite.findings)
      .filter { $0.severity == .error }
    guard let index = composite.index, let later = secondComposite.index else {
      throw SiteRun.Failure(stage: .example, findings: findings)
    }
    return try WorkedExample(
      index: index, later: later, standardErrors: input.standardErrors(for: index))
  }
}
