import Foundation
import TestSupport
import Testing

/// The whole of `parindex serve`: the process, the files, the answers.
struct ServeCommandTests {
  /// The command at work on a copy of the data and a few units of the worked example: all of them take long here.
  private final class Serving {
    let folder: TemporaryFolder
    private let process = Process()

    init(profile: (String) -> String) throws {
      folder = try TemporaryFolder(["errors": ""])
      try folder.copy("Examples")
      try folder.copy(Repository.frozenData, to: "Data")
      for name in ["scores", "scores-2", "standard-errors"] {
        let file = folder.url.appending(path: "Examples/synthetic-63/\(name).csv")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").prefix(9)
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
      }
      let text = try String(contentsOf: file, encoding: .utf8)
      try Data(profile(text).utf8).write(to: file)
      process.executableURL = try Command.executable()
      process.arguments = [
        "serve", "--data", folder.path("Data"), "--examples", folder.path("Examples"), "--port", "0",
      ]
      process.currentDirectoryURL = Repository.root
      process.standardOutput = FileHandle.nullDevice
      process.standardError = try FileHandle(forWritingTo: folder.url.appending(path: "errors"))
      try process.run()
    }

    deinit {
      if process.isRunning { process.terminate() }
      folder.remove()
    }

    var errors: String {
      (try? String(contentsOf: folder.url.appending(path: "errors"), encoding: .utf8)) ?? ""
    }

    var file: URL { folder.url.appending(path: "Data/provinces/hai-duong/profile.yaml") }

    /// The answer to a request, once it is the one wanted. A minute is for a busy machine.
    func get(
      _ path: String, until isWanted: (_ status: Int, _ text: String) -> Bool
    ) async throws -> (status: Int, text: String) {
      var last = (status: 0, text: "")
      for _ in 0..<1200 {
        if let address = errors.firstMatch(of: /http:\/\/127\.0\.0\.1:([0-9]+)/)?.output.1,
          let port = UInt16(address)
        {
          last = try Socket(connectedTo: port).get(path)
          if isWanted(last.status, last.text) { return last }
        }
        try await Task.sleep(for: .milliseconds(50))
      }
      return last
    }

    /// Ends the command as Ctrl-C does.
    func interrupt() -> Int32 {
      process.interrupt()
      process.waitUntilExit()
      return process.terminationStatus
    }
  }

  /// A fault from the start, a folder that goes and comes, and an edit.
  @Test func pagesFollowTheFiles() async throws {
    let serving = try Serving { $0 + "\nnonsense: [\n" }
    let broken = try await serving.get("/tinh/hai-duong/") { status, _ in status == 503 }
    #expect(broken.status == 503 && broken.text.contains("<html lang=\"vi\">"))
    #expect(broken.text.contains("provinces/hai-duong/profile.yaml:") && broken.text.contains("yaml.syntax"))
    #expect(broken.text.contains("/.parindex/live.js"))
    #expect(serving.errors.contains("[yaml.syntax]") && serving.errors.contains("Not built, errors: "))

    try FileManager.default.moveItem(atPath: serving.folder.path("Data"), toPath: serving.folder.path("Away"))
    let gone = try await serving.get("/en/") { $1.contains("folder.missing") }
    #expect(gone.status == 503 && gone.text.contains("There is no data folder"))

    let file = serving.folder.url.appending(path: "Away/provinces/hai-duong/profile.yaml")
    let edited = try String(contentsOf: file, encoding: .utf8)
      .replacing("\nnonsense: [\n", with: "")
      .replacing("en: Department of Home Affairs", with: "en: Department of Edited Affairs")
    try Data(edited.utf8).write(to: file)
    try FileManager.default.moveItem(atPath: serving.folder.path("Away"), toPath: serving.folder.path("Data"))
    let page = try await serving.get("/en/province/hai-duong/") { status, _ in status == 200 }
    #expect(page.status == 200 && page.text.contains("Department of Edited Affairs"))
    #expect(page.text.contains("/.parindex/live.js"))
    #expect(serving.errors.contains("Built ") && serving.errors.contains(" pages in "))

    #expect(serving.interrupt() == 130)
  }

  @Test func aTakenPortIsSaidInTheLanguage() throws {
    let taken = try Socket()
    for (language, words) in [
      ("vi", "đang được chương trình khác dùng"), ("en", "is taken by another program"),
    ] {
      let result = try Command.run(
        ["serve", "--port", String(taken.port), "--lang", language] + Command.onFrozenData)
      #expect(result.code == 64 && result.output == "")
      #expect(result.errors.contains(words) && result.errors.contains(String(taken.port)), "\(result.errors)")
    }
  }

  /// A port of this machine that somebody listens at, or that is connected to. Foundation's own client needs curl.
  private final class Socket {
    let port: UInt16
    private let file: Int32

    init(connectedTo server: UInt16? = nil) throws {
      file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      address.sin_port = (server ?? 0).bigEndian
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      let file = file
      let isOpen = withUnsafeMutablePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          server != nil
            ? connect(file, $0, size) == 0
            : bind(file, $0, size) == 0 && listen(file, 1) == 0 && getsockname(file, $0, &size) == 0
        }
      }
      guard isOpen else { throw CocoaError(.fileReadUnknown) }
      port = UInt16(bigEndian: address.sin_port)
    }

    deinit { close(file) }

    /// What the server answers to a request.
    func get(_ path: String) throws -> (status: Int, text: String) {
      let handle = FileHandle(fileDescriptor: file, closeOnDealloc: false)
      let request = "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n"
      try handle.write(contentsOf: Data(request.utf8))
      let answer = String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
      return (Int(answer.dropFirst(9).prefix(3)) ?? 0, answer)
    }
  }
}
