import Dispatch
import Foundation
import GFM
import Synchronization

/// The least that a builder of pages can do: MarkdownLoop SOURCE NEW-FOLDER
///
/// Reads every Markdown file below a folder, cuts its front matter off, renders it and writes the HTML, on all cores.
/// No layout, no links, no checks; the time of `parindex build` on the same pages is set beside it.
@main
struct MarkdownLoop {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { fail("usage: MarkdownLoop SOURCE NEW-FOLDER") }
    let (source, target) = (arguments[1], arguments[2])
    let files = try FileManager.default.subpathsOfDirectory(atPath: source).filter { $0.hasSuffix(".md") }
    if files.isEmpty { fail("There is no Markdown file below \(source).") }
    for folder in Set(files.map { ($0 as NSString).deletingLastPathComponent }) {
      try FileManager.default.createDirectory(
        atPath: target + "/" + folder, withIntermediateDirectories: true)
    }
    let renderer = try MarkdownRenderer()
    let failed = Mutex<[String]>([])
    // In pieces, because one page is little work.
    let pieces = stride(from: 0, to: files.count, by: 64).map { files[$0..<min($0 + 64, files.count)] }
    DispatchQueue.concurrentPerform(iterations: pieces.count) { index in
      for file in pieces[index] {
        guard let text = read(source + "/" + file), let html = try? renderer.htmlBytes(from: body(of: text)),
          write(html, to: target + "/" + file.dropLast("md".count) + "html")
        else {
          failed.withLock { $0.append(file) }
          continue
        }
      }
    }
    let missing = failed.withLock { $0.sorted() }
    if let first = missing.first { fail("\(missing.count) files were not rendered, \(first) first.") }
  }

  private static func fail(_ sentence: String) -> Never {
    FileHandle.standardError.write(Data("MarkdownLoop: \(sentence)\n".utf8))
    exit(1)
  }

  /// What follows the line `---` that ends the front matter; all of a text that has none.
  private static func body(of text: [UInt8]) -> String {
    let fence = Array("---\n".utf8)
    var start = 0
    if text.starts(with: fence) {
      var line = fence.count
      while line < text.count {
        let end = text[line...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.count
        let isEnd = text[line..<end].elementsEqual(fence)
        line = end
        if isEnd {
          start = line
          break
        }
      }
    }
    return String(decoding: text[start...], as: UTF8.self)
  }

  /// The bytes of a file by one call of the system; nil when it cannot be read.
  private static func read(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    let size = Int(status.st_size)
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, initialized in
      count = Glibc.read(descriptor, buffer.baseAddress, size)
      initialized = max(count, 0)
    }
    return count == size ? bytes : nil
  }

  private static func write(_ bytes: [UInt8], to path: String) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o644)
    guard descriptor >= 0 else { return false }
    let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    return close(descriptor) == 0 && count == bytes.count
  }
}
