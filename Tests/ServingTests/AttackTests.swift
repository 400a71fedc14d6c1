import FlyingSocks
import Foundation
import Synchronization
import Testing

@testable import Serving

/// The server under attack by the pages and programs that can reach it.
struct AttackTests {
  /// No limit that a busy machine would reach.
  private static var patient: ServerLimits {
    ServerLimits(head: .seconds(600), idle: .seconds(600), sending: .seconds(600))
  }

  private func serving<Result>(
    _ limits: ServerLimits = patient, response: Response = .plain(200, vi: "Đây", en: "Here"),
    _ body: (TestClient) async throws -> Result
  ) async throws -> Result {
    let listener = try Listener(port: 0)
    let task = Task { try await listener.run(limits) { _ in response } }
    defer { task.cancel() }
    return try await body(TestClient(port: listener.port))
  }

  /// That of four images in a page elsewhere.
  @Test func longAddressesAreRefusedAtOnceWhileOthersAreServed() async throws {
    try await serving { client in
      try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<4 {
          group.addTask { try await client.send("/" + String(repeating: "a", count: 500_000)).status }
        }
        #expect(try await client.send("/").status == 200)
        for try await status in group { #expect(status == 431) }
      }
    }
  }

  @Test func headsThatComeSlowlyAreRefused() async throws {
    var limits = Self.patient
    limits.head = .milliseconds(50)
    try await serving(limits) { client in
      // On a busy machine the first byte may come too late to be answered.
      #expect(try await eventually { try await client.send(bytes: "GET / HTTP/1.1\r\nHost: ").status == 408 })
      // Who has said nothing is not answered.
      #expect(try await client.send(bytes: "").status == 0)
      let socket = try await client.connect()
      defer { try? socket.close() }
      // Byte by byte, and never to the end.
      let drip = Task {
        while true { try await socket.write(Data("a".utf8)); try await Task.sleep(for: .milliseconds(10)) }
      }
      let rest = String(decoding: try await TestClient.rest(of: socket), as: UTF8.self)
      #expect(rest.isEmpty || rest.hasPrefix("HTTP/1.1 408 "))
      drip.cancel()
      #expect(try await eventually { try await client.send("/").status == 200 })
    }
  }

  @Test func connectionsThatIdleAreClosedAndHinderNobody() async throws {
    var limits = Self.patient
    limits.idle = .milliseconds(50)
    try await serving(limits) { client in
      var idle: [AsyncSocket] = []
      for _ in 0..<200 { idle.append(try await client.connect()) }
      for _ in 0..<20 { #expect(try await client.send("/").status == 200) }
      for socket in idle { try socket.close() }
      // After an answer the connection waits for the next request, but not long.
      let answer = try await client.send(bytes: "GET /a HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\n\r\n")
      #expect(answer.status == 200 && answer.headers["connection"] == nil)
      #expect(answer.body.components(separatedBy: "HTTP/1.1 200 ").count == 2)
    }
  }

  @Test func tooManyConnectionsAreToldSo() async throws {
    var limits = Self.patient
    limits.connections = 3
    try await serving(limits) { client in
      var open: [AsyncSocket] = []
      for _ in 0..<3 { open.append(try await client.connect()) }
      #expect(try await eventually { try await client.send(bytes: "").status == 503 })
      for socket in open { try socket.close() }
      #expect(try await eventually { try await client.send("/").status == 200 })
    }
  }

  @Test(arguments: [
    ("POST", "Content-Length: 5\r\n\r\nhello", 200), ("GET", "Content-Length: 5\r\n\r\nhello", 413),
    ("GET", "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 413), ("GET", "A: \u{7}\r\n\r\n", 400),
    ("GET", " a\r\n\r\n", 400),
  ]) func bodiesAndNonsenseEndTheConnection(method: String, rest: String, status: Int) async throws {
    try await serving { client in
      let answer = try await client.send(bytes: "\(method) / HTTP/1.1\r\n\(rest)")
      #expect(answer.status == status && answer.headers["connection"] == "close")
      #expect(answer.headers["x-content-type-options"] == "nosniff")
    }
  }

  /// Whoever is gone is not waited for, neither by an answer that is being made nor by one that is being sent.
  @Test func workStopsWhenTheBrowserGoesAway() async throws {
    let (stopped, stop) = AsyncStream.makeStream(of: Void.self)
    let listener = try Listener(port: 0)
    let task = Task {
      try await listener.run(Self.patient) { request in
        if request.path == "/large" {
          return Response(status: 200, type: "text/plain", body: Data(count: 50_000_000))
        }
        defer { stop.yield() }
        try await Task.sleep(for: .seconds(3600))
        throw CancellationError()
      }
    }
    defer { task.cancel() }
    let client = TestClient(port: listener.port)
    for _ in 0..<3 {
      let socket = try await client.connect()
      try await socket.write(Data("GET / HTTP/1.1\r\n\r\n".utf8))
      try await Task.sleep(for: .milliseconds(20))
      try socket.close()
    }
    var ends = stopped.makeAsyncIterator()
    for _ in 0..<3 { #expect(await ends.next() != nil) }
    let socket = try await client.connect()
    try await socket.write(Data("GET /large HTTP/1.1\r\n\r\n".utf8))
    _ = try await socket.read(atMost: 1000)
    try socket.close()
    #expect(try await client.send("/large").body.utf8.count == 50_000_000)
  }

  @Test func whoDoesNotReadIsNotWaitedForForEver() async throws {
    var limits = Self.patient
    limits.sending = .milliseconds(50)
    let large = Response(status: 200, type: "text/plain", body: Data(count: 50_000_000))
    try await serving(limits, response: large) { client in
      let socket = try await client.connect()
      defer { try? socket.close() }
      try await socket.write(Data("GET / HTTP/1.1\r\n\r\n".utf8))
      try await Task.sleep(for: .milliseconds(300))
      // The end is there, before the last byte.
      let count = try? await TestClient.rest(of: socket).count
      #expect((count ?? 0) < 50_000_000)
    }
  }
}
