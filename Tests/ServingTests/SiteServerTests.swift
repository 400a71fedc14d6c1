import FlyingSocks
import Foundation
import Synchronization
import Testing

@testable import Serving

struct SiteServerTests {
  /// Serves the text of `page` in a folder, which must not hold the word "wrong".
  private final class Serving: Sendable {
    let folder: TestFolder
    let ports = Collector<UInt16>()
    let task: Task<Void, any Error>

    init(_ text: String, port: UInt16 = 0, limits: ServerLimits = ServerLimits()) throws {
      let folder = try TestFolder()
      self.folder = folder
      try folder.write("page", text)
      var server = SiteServer(port: port, folders: [folder.path]) {
        guard let bytes = FileManager.default.contents(atPath: folder.path + "/page") else {
          return .findings([finding("Missing.")])
        }
        let text = String(decoding: bytes, as: UTF8.self)
        if text.contains("wrong") { return .findings([finding("It is \(text).")]) }
        let page = Data("<html><body>\(text)</body></html>".utf8)
        let files = ["index.html": page, "en/index.html": page, "a.css": Data(repeating: 65, count: 300_000)]
        return .site(files: files, pages: 2)
      } report: { [ports] event in
        if case .listening(let port) = event { ports.add(port) }
      }
      server.limits = limits
      task = Task { [server] in try await server.run() }
    }

    func client() async throws -> TestClient {
      let ports = ports
      let isListening = try await eventually { !ports.all.isEmpty }
      #expect(isListening)
      return TestClient(port: try #require(ports.all.first))
    }

    func end() {
      task.cancel()
      folder.remove()
    }
  }

  @Test func answersOverTheLoopback() async throws {
    let serving = try Serving("one")
    defer { serving.end() }
    let client = try await serving.client()
    let home = try await client.send("/")
    #expect(home.status == 200 && home.body.contains("one<script") && home.body.hasSuffix("</body></html>"))
    #expect(home.headers["content-type"] == "text/html; charset=utf-8")
    #expect(
      home.headers["cache-control"] == "no-store" && home.headers["x-content-type-options"] == "nosniff")
    #expect(home.headers["content-length"] == String(home.body.utf8.count))
    let head = try await client.send("/", method: "HEAD")
    #expect(head.status == 200 && head.body == "")
    #expect(head.headers["content-length"] == home.headers["content-length"])
    #expect(try await client.send("/a.css").body.utf8.count == 300_000)
    let redirect = try await client.send("/en?x=1")
    #expect(redirect.status == 307 && redirect.headers["location"] == "/en/?x=1")
    #expect(try await client.send("/%2e%2e/%2e%2e/etc/passwd").status == 400)
    #expect(try await client.send("/", host: "example.vn").status == 403)
    #expect(try await client.send("/", host: nil).status == 403)
    #expect(try await client.send("/", headers: ["Origin": "http://example.vn"]).status == 403)
    #expect(try await client.send("/", method: "POST").status == 405)
    #expect(try await client.send("/none").status == 404)
  }

  /// The whole way from a saved file to an open page.
  @Test func tellsOpenPagesOfEveryRebuild() async throws {
    let serving = try Serving("one")
    defer { serving.end() }
    let client = try await serving.client()
    var events = try await client.events(LiveScript.messagesPath).makeAsyncIterator()
    func next() async throws -> [String: String] {
      var event = ":"
      // A comment says that nothing is new.
      while event == ":" { event = try #require(try await events.next()) }
      #expect(event.hasPrefix("data: "))
      return try JSONDecoder().decode([String: String].self, from: Data(event.dropFirst(6).utf8))
    }
    let first = try await next()
    #expect(
      try await client.send("/").body.contains(
        "one<script src=\"/.parindex/live.js\" data-build=\"\(try #require(first["build"]))\""))
    try serving.folder.write("page", "two")
    let second = try await next()
    #expect(second["build"] != first["build"] && second["en"] == nil)
    #expect(try await client.send("/").body.contains("two<script"))
    try serving.folder.write("page", "wrong <b>")
    let broken = try await next()
    #expect(broken["en"]?.contains("It is wrong &lt;b&gt;.") == true)
    #expect(broken["vi"]?.contains("Sai: It is wrong &lt;b&gt;.") == true)
    let page = try await client.send("/en/")
    #expect(page.status == 503 && page.body.contains("It is wrong &lt;b&gt;."))
    try serving.folder.write("page", "two")
    // The same site again: nothing to reload, the overlay only goes.
    #expect(try await next() == second)
    try serving.folder.delete("page")
    #expect(try await next()["en"]?.contains("Missing.") == true)
    try serving.folder.write("page", "three")
    #expect(try await next()["en"] == nil)
    #expect(try await client.send("/").body.contains("three<script"))
  }

  @Test func onlyPagesOfThisServerHearOfRebuilds() async throws {
    let serving = try Serving("one")
    defer { serving.end() }
    let client = try await serving.client()
    let port = client.port
    let refused = [
      ["Host": "127.0.0.1"], ["Host": "127.0.0.1:1"], ["Host": "example.vn:\(port)"],
      ["Origin": "http://example.vn"], ["Origin": "http://127.0.0.1:9999"],
      ["Origin": "http://localhost:\(port)"],
      ["Origin": "https://127.0.0.1:\(port)"], ["Origin": "null"], ["Sec-Fetch-Site": "cross-site"],
      ["Sec-Fetch-Site": "same-site"], ["Origin": "http://127.0.0.1:\(port)", "Sec-Fetch-Site": "same-site"],
    ]
    for headers in refused {
      await #expect(throws: SocketError.disconnected, "\(headers)") {
        _ = try await client.events(LiveScript.messagesPath, headers: headers)
      }
    }
    let own = [
      "Host": "localhost:\(port)", "Origin": "http://localhost:\(port)", "Sec-Fetch-Site": "same-origin",
    ]
    for headers in [[:], own] {
      var events = try await client.events(LiveScript.messagesPath, headers: headers).makeAsyncIterator()
      #expect(try await events.next()?.hasPrefix("data: {\"build\":") == true)
    }
  }

  /// A page that hears nothing new hears that the server is there.
  @Test func aHeartbeatIsAComment() async throws {
    var limits = ServerLimits()
    limits.heartbeat = .milliseconds(20)
    let serving = try Serving("one", limits: limits)
    defer { serving.end() }
    var events = try await serving.client().events(LiveScript.messagesPath).makeAsyncIterator()
    #expect(try await events.next()?.hasPrefix("data: ") == true)
    for _ in 0..<3 { #expect(try await events.next() == ":") }
    try serving.folder.write("page", "two")
    for _ in 0..<3000 {
      let event = try #require(try await events.next())
      if event.hasPrefix("data: ") { return }
    }
    Issue.record("The change was not told.")
  }

  @Test func aTakenPortIsAnErrorAndAFreedOneCanBeTakenAtOnce() async throws {
    let first = try Serving("one")
    let port = try await first.client().port
    let second = try Serving("two", port: port)
    defer { second.end() }
    await #expect(throws: ServingFailure.portTaken(port)) { try await second.task.value }
    first.end()
    _ = try? await first.task.value
    let third = try Serving("three", port: port)
    defer { third.end() }
    #expect(try await third.client().send("/").body.contains("three"))
  }

  /// Open pages come and go; those that went are forgotten.
  @Test func listenersThatLeaveAreForgotten() async throws {
    let site = LiveSite(session: "s", port: 80)
    do {
      var streams: [AsyncStream<String>] = []
      for _ in 0..<50 { streams.append(await site.messages()) }
      #expect(await site.listeners.count == 50)
      await site.take(.site(files: [:], pages: 0))
      for stream in streams {
        var texts = stream.makeAsyncIterator()
        #expect(await texts.next() == "{\"build\":\"s-1\"}")
      }
    }
    #expect(try await eventually { await site.listeners.count == 0 })
  }
}
