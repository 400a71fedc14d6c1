import Foundation
import TestSupport
import Testing

/// The map in ARCHITECTURE.md agrees with Package.swift.
struct ArchitectureTests {
  /// The lines of the block `map`: a target, an arrow, and its dependencies.
  private static func map() throws -> [(name: String, dependencies: [String])] {
    let text = try text(of: "ARCHITECTURE.md")
    let block = try #require(text.firstMatch(of: /\n```map\n([^`]*)\n```\n/), "There is no block “map”.")
    return try block.1.split(separator: "\n").map { line in
      let parts = try #require(line.wholeMatch(of: /(\w+)(?: -> (\w+(?:, \w+)*))?/), "\(line)")
      return (String(parts.1), parts.2.map { $0.split(separator: ", ").map(String.init) } ?? [])
    }
  }

  /// The targets of `Sources/` in Package.swift with their dependencies, without products of other packages.
  private static func targets() throws -> [(name: String, dependencies: [String])] {
    let manifest = try text(of: "Package.swift").replacing(/(?m)^ *\/\/.*$/, with: "")
    let starts = manifest.matches(
      of: /\.(systemLibrary|target|executableTarget|testTarget)\(\s*name: "(\w+)"/)
    let ends = starts.dropFirst().map(\.range.lowerBound) + [manifest.endIndex]
    return zip(starts, ends).compactMap { start, end in
      let declaration = manifest[start.range.upperBound..<end]
      // Tests, benchmarks and test support have a path of their own.
      guard start.1 != "testTarget", !declaration.contains("path: ") else { return nil }
      let list = declaration.firstMatch(of: /dependencies: \[([^\]]*)\]/)?.1 ?? ""
      let own = list.replacing(/\.product\([^)]*\)/, with: "")
      return (String(start.2), own.matches(of: /"(\w+)"/).map { String($0.1) })
    }
  }

  private static func text(of file: String) throws -> String {
    try String(contentsOf: Repository.root.appending(path: file), encoding: .utf8)
  }

  /// Each target with its dependencies as one text, in a fixed order.
  private static func lines(_ targets: [(name: String, dependencies: [String])]) -> [String] {
    targets.map { "\($0.name) -> \($0.dependencies.sorted().joined(separator: ", "))" }.sorted()
  }

  @Test func theMapHasTheTargetsAndArrowsOfThePackage() throws {
    #expect(try Self.lines(Self.map()) == Self.lines(Self.targets()))
  }

  @Test func theMapHasTheFoldersOfSources() throws {
    let sources = Repository.root.appending(path: "Sources").path(percentEncoded: false)
    let folders = try FileManager.default.contentsOfDirectory(atPath: sources).filter { !$0.hasPrefix(".") }
    #expect(try Self.map().map(\.name).sorted() == folders.sorted())
  }

  @Test func everyArrowOfTheMapPointsDown() throws {
    let map = try Self.map()
    for (line, target) in map.enumerated() {
      let below = Set(map[(line + 1)...].map(\.name))
      #expect(below.isSuperset(of: target.dependencies), "\(target.name)")
    }
  }
}
