import Foundation
import TestSupport
import Testing
import Text

@testable import Pages

/// Every label of the site is used by something.
struct LabelUseTests {
  /// What stands in string literals of the code: whole, or up to a place that is filled in when it runs.
  private static func literals() throws -> (whole: Set<String>, beginnings: Set<String>) {
    var whole: Set<String> = []
    var beginnings: Set<String> = []
    let sources = Repository.root.appending(path: "Sources")
    for file in try FileManager.default.subpathsOfDirectory(atPath: sources.path())
    where file.hasSuffix(".swift") {
      let text = String(decoding: try Data(contentsOf: sources.appending(path: file)), as: UTF8.self)
      for match in text.matches(of: /"([a-z][a-z0-9_.]*\.[a-zA-Z0-9_.]*)("|\\\()/) {
        let literal = String(match.output.1)
        whole.insert(literal)
        // Such as "status.\(word)" and "data.kind_" + word.
        if match.output.2 != "\"" || literal.hasSuffix(".") || literal.hasSuffix("_") {
          beginnings.insert(literal)
        }
      }
    }
    return (whole, beginnings)
  }

  @Test func noLabelIsLeftOver() throws {
    var reader = SiteSourceReader(folder: Repository.site)
    let source = reader.read()
    let (whole, beginnings) = try Self.literals()
    let unused = source.labels(in: .vietnamese).texts.keys.filter { key in
      !whole.contains(key) && !beginnings.contains(where: key.hasPrefix)
        && !source.layout.contains("strings." + key.replacing(".", with: "_"))
    }
    #expect(!whole.isEmpty && !beginnings.isEmpty && !source.layout.isEmpty)
    #expect(unused.sorted() == [])
  }
}
