import Foundation
import GFM
import Synchronization

/// Renders many documents side by side and compares each result with what one thread alone made of it:
/// RenderStress RENDERS FOLDER…
///
/// cmark-gfm has tables that are shared by the whole process; two parsers at once that change them give wrong pages
/// rather than a crash. So the documents, those below the folders and made-up ones, are full of what concerns the
/// tables, and there are more threads than cores. Ends with 1 when a single byte differs.
@main
struct RenderStress {
  /// More than a machine has cores, so that threads are stopped at any place.
  private static let threads = 8

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let renders = arguments.first.flatMap({ Int($0) }), renders > 0, arguments.count > 1 else {
      print("usage: RenderStress RENDERS FOLDER…")
      exit(64)
    }
    let real = try arguments.dropFirst().flatMap(markdown)
    let documents = real + MadeUpMarkdown.documents(2_000)
    let renderer = try MarkdownRenderer()
    let expected = try documents.map { try renderer.htmlBytes(from: $0) }
    let alone = documents.filter { $0.contains("~") || $0.contains("@") || $0.contains("://") }.count

    let next = Atomic(0)
    let wrong = Mutex<Set<Int>>([])
    let different = Atomic(0)
    let start = ContinuousClock.now
    run(threads) {
      while true {
        let number = next.add(1, ordering: .relaxed).oldValue
        if number >= renders { return }
        // Far apart, so that neighbours in time are not neighbours in the list.
        let index = number.multipliedReportingOverflow(by: 7_919).partialValue % documents.count
        if (try? renderer.htmlBytes(from: documents[index])) != expected[index] {
          different.add(1, ordering: .relaxed)
          _ = wrong.withLock { $0.insert(index) }
        }
      }
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    // A mark that was left in the tables would show now.
    let after = try documents.indices.filter { try renderer.htmlBytes(from: documents[$0]) != expected[$0] }
    print(
      """
      rendered side by side: \(renders) times on \(threads) threads in \(seconds.rounded()) s, \
      \(documents.count) documents (\(real.count) of the site), \(alone) with characters for strikethrough or links
      differing from one thread alone: \(different.load(ordering: .relaxed)); on one thread afterwards: \(after.count)
      """)
    let faulty = wrong.withLock { $0 }.union(after).sorted()
    if let first = faulty.first {
      print("the first that differs:\n\(documents[first])")
      exit(1)
    }
  }

  private static func markdown(below folder: String) throws -> [String] {
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }
    return try files.sorted().map { try String(contentsOfFile: folder + "/" + $0, encoding: .utf8) }
  }

  private static func run(_ count: Int, _ work: @escaping @Sendable () -> Void) {
    let group = DispatchGroup()
    for _ in 0..<count {
      group.enter()
      Thread.detachNewThread {
        work()
        group.leave()
      }
    }
    group.wait()
  }
}
