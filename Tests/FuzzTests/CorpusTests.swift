import Foundation
import FuzzTargets
import TestSupport
import Testing

/// The inputs in `Fuzz/Corpus`: one of each kind that a target has to get through, and each that ever broke one.
struct CorpusTests {
  @Test(arguments: FuzzTarget.allCases)
  func everyInputIsWithstood(target: FuzzTarget) throws {
    let folder = Repository.root.appending(path: "Fuzz/Corpus/\(target.rawValue)")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    #expect(files.count >= 5)
    for file in files {
      let fault = target.fault(of: Array(try Data(contentsOf: file)))
      #expect(fault == nil, "\(file.lastPathComponent)")
    }
  }
}
