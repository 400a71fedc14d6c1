import Foundation
import Parallel
import Testing
import Text

@testable import Serving

/// A folder of its own for one test.
struct TestFolder {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory.path(percentEncoded: false) + "/serving-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  func make(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: path + "/" + name, withIntermediateDirectories: true)
  }

  func write(_ name: String, _ text: String = "text") throws {
    try Data(text.utf8).write(to: URL(filePath: path + "/" + name))
  }

  func move(_ name: String, to other: String) throws {
    try FileManager.default.moveItem(atPath: path + "/" + name, toPath: path + "/" + other)
  }

  func delete(_ name: String) throws { try FileManager.default.removeItem(atPath: path + "/" + name) }
}

/// Collects what comes, for tests that wait for it.
final class Collector<Element: Sendable>: Sendable {
  private let elements = Locked<[Element]>([])

  var all: [Element] { elements.withLock { $0 } }

  func add(_ element: Element) { elements.withLock { $0.append(element) } }

  func clear() { elements.withLock { $0 = [] } }
}

/// Waits until a condition holds, for half a minute at most: the machine may be busy.
func eventually(_ condition: @Sendable () async throws -> Bool) async throws -> Bool {
  for _ in 0..<3000 {
    if try await condition() { return true }
    try await Task.sleep(for: .milliseconds(10))
  }
  return false
}

func finding(
  _ message: String = "Wrong.", rule: String = "number.malformed", file: String = "Data/a.csv", line: Int = 3
) -> Finding {
  Finding(
    rule: rule, severity: .error, file: file, line: line, column: 7,
    message: LocalizedText(vi: "Sai: \(message)", en: message),
    hint: LocalizedText(vi: "Sửa đi.", en: "Mend it."))
}
