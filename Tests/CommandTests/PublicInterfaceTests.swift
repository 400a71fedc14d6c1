import Foundation
import TestSupport
import Testing

/// The public interface of the libraries is as recorded and fully documented, and nothing else is public.
struct PublicInterfaceTests {
  /// The output of the compiler for a module.
  private struct SymbolGraph: Decodable {
    struct Symbol: Decodable {
      struct Fragment: Decodable { let spelling: String }
      struct Comment: Decodable {}

      let pathComponents: [String]
      let declarationFragments: [Fragment]
      let docComment: Comment?

      var path: String { pathComponents.joined(separator: ".") }

      /// The declaration, with the full path instead of the name.
      var line: String { "\(path): " + declarationFragments.map(\.spelling).joined() }
    }

    let symbols: [Symbol]
  }

  /// The public symbols of a module, by path and declaration.
  private func symbols(of module: String) throws -> [SymbolGraph.Symbol] {
    let products = try Command.executable().deletingLastPathComponent()
    let folder = FileManager.default.temporaryDirectory.appending(path: "symbols-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let maps = [
      Repository.root.appending(path: "Sources/CYAML/module.modulemap"),
      products.appending(path: "CDrawKernel.build/module.modulemap"),
    ]
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["swift", "symbolgraph-extract", "-module-name", module, "-minimum-access-level", "public"]
      + ["-skip-synthesized-members", "-I", products.appending(path: "Modules").path(percentEncoded: false)]
      + maps.flatMap { ["-Xcc", "-fmodule-map-file=" + $0.path(percentEncoded: false)] }
      + ["-target", try Self.target(), "-output-dir", folder.path(percentEncoded: false)]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "swift symbolgraph-extract failed for \(module).")
    let file = folder.appending(path: "\(module).symbols.json")
    return try JSONDecoder().decode(SymbolGraph.self, from: Data(contentsOf: file)).symbols
      .sorted { ($0.path, $0.line) < ($1.path, $1.line) }
  }

  /// The default target of the compiler.
  private static func target() throws -> String {
    struct Answer: Decodable {
      struct Target: Decodable { let unversionedTriple: String }

      let target: Target
    }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["swift", "-print-target-info"]
    process.standardOutput = pipe
    try process.run()
    let answer = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode(Answer.self, from: answer).target.unversionedTriple
  }

  @Test(arguments: ["Scoring", "Robustness"])
  func isWhatIsRecorded(module: String) throws {
    let symbols = try symbols(of: module)
    let file = Repository.root.appending(path: "Tests/CommandTests/Goldens/interface-\(module).txt")
    let found = symbols.map { $0.line + "\n" }.joined()
    #expect(Golden(file).difference(from: found) == nil)
    #expect(symbols.filter { $0.docComment == nil }.map(\.path) == [])
  }

  @Test func nothingElseIsPublic() throws {
    let sources = Repository.root.appending(path: "Sources")
    let files = try FileManager.default.subpathsOfDirectory(atPath: sources.path(percentEncoded: false))
      .filter { $0.hasSuffix(".swift") && !$0.hasPrefix("Scoring/") && !$0.hasPrefix("Robustness/") }
    #expect(!files.isEmpty)
    for file in files {
      let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
      #expect(!text.contains(#/(?m)^ *(?:@\w+ )*public /#), "\(file)")
    }
  }
}
