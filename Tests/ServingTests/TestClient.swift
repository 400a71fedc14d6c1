import FlyingSocks
import Foundation

/// Speaks HTTP as bytes, so that nothing is tidied up on the way.
struct TestClient {
  struct Answer {
    let status: Int
    /// In lower case.
    let headers: [String: String]
    let body: String
  }

  let port: UInt16

  /// Sends a request and reads until the server closes the connection.
  func send(
    _ path: String, method: String = "GET", headers: [String: String] = [:], host: String? = "127.0.0.1"
  ) async throws -> Answer {
    let socket = try await connect()
    defer { try? socket.close() }
    var lines = ["\(method) \(path) HTTP/1.1", "Connection: close"]
    if let host { lines.append("Host: \(host)") }
    lines += headers.map { "\($0.key): \($0.value)" }
    try await socket.write(Data((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8))
    var bytes: [UInt8] = []
    do {
      while true { bytes += try await socket.read(atMost: 65536) }
    } catch SocketError.disconnected {}
    return Self.answer(String(decoding: bytes, as: UTF8.self))
  }

  /// The messages of a WebSocket as they come; ends when the connection does.
  func messages(_ path: String, headers: [String: String] = [:]) async throws -> AsyncThrowingStream<
    String, any Error
  > {
    let socket = try await connect()
    var request =
      "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
      + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
    for (name, value) in headers { request += "\(name): \(value)\r\n" }
    try await socket.write(Data((request + "\r\n").utf8))
    var head: [UInt8] = []
    while !head.suffix(4).elementsEqual(Array("\r\n\r\n".utf8)) { head.append(try await socket.read()) }
    guard String(decoding: head, as: UTF8.self).hasPrefix("HTTP/1.1 101 ") else {
      try socket.close()
      throw SocketError.disconnected
    }
    return AsyncThrowingStream { continuation in
      let task = Task {
        do {
          while true { continuation.yield(try await Self.message(from: socket)) }
        } catch {
          try? socket.close()
          continuation.finish()
        }
      }
      continuation.onTermination = { _ in task.cancel() }
    }
  }

  private func connect() async throws -> AsyncSocket {
    try await AsyncSocket.connected(to: try .inet(ip4: "127.0.0.1", port: port))
  }

  /// One unmasked frame of text.
  private static func message(from socket: AsyncSocket) async throws -> String {
    let head = try await socket.read(bytes: 2)
    var length = Int(head[1])
    if length >= 126 {
      length = try await socket.read(bytes: length == 126 ? 2 : 8).reduce(0) { $0 << 8 | Int($1) }
    }
    return String(decoding: try await socket.read(bytes: length), as: UTF8.self)
  }

  private static func answer(_ text: String) -> Answer {
    let end = text.range(of: "\r\n\r\n")
    let head = text[..<(end?.lowerBound ?? text.endIndex)].components(separatedBy: "\r\n")
    var headers: [String: String] = [:]
    for line in head.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2 {
        headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
      }
    }
    let status = head.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    return Answer(
      status: status ?? 0, headers: headers, body: end.map { String(text[$0.upperBound...]) } ?? "")
  }
}
