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
    let lines =
      ["Connection: close"] + (host.map { ["Host: \($0)"] } ?? []) + headers.map { "\($0.key): \($0.value)" }
    return try await send(
      bytes: "\(method) \(path) HTTP/1.1\r\n" + lines.map { $0 + "\r\n" }.joined() + "\r\n")
  }

  /// Sends bytes and reads until the server closes the connection.
  func send(bytes: String) async throws -> Answer {
    let socket = try await connect()
    defer { try? socket.close() }
    // Who is refused may not get to the end of it.
    try? await socket.write(Data(bytes.utf8))
    return Self.answer(String(decoding: try await Self.rest(of: socket), as: UTF8.self))
  }

  /// All that comes until the server closes the connection.
  static func rest(of socket: AsyncSocket) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    do {
      while true { bytes += try await socket.read(atMost: 65536) }
    } catch SocketError.disconnected {
    } catch SocketError.failed where !bytes.isEmpty {
      // Closed before all that was sent had been read.
    }
    return bytes
  }

  /// The events that an open page hears, as they come; ends when the connection does.
  func events(_ path: String, headers: [String: String] = [:]) async throws -> AsyncThrowingStream<
    String, any Error
  > {
    let socket = try await connect()
    let lines = (["Host": "127.0.0.1:\(port)"].merging(headers) { $1 }).map { "\($0.key): \($0.value)\r\n" }
    try await socket.write(Data(("GET \(path) HTTP/1.1\r\n" + lines.joined() + "\r\n").utf8))
    let head = try await Self.line(from: socket, end: "\r\n\r\n")
    guard head.hasPrefix("HTTP/1.1 200 "), head.contains("\r\nContent-Type: text/event-stream\r\n") else {
      try socket.close()
      throw SocketError.disconnected
    }
    return AsyncThrowingStream { continuation in
      let task = Task {
        do {
          while true { continuation.yield(try await Self.line(from: socket, end: "\n\n")) }
        } catch {
          try? socket.close()
          continuation.finish()
        }
      }
      continuation.onTermination = { _ in task.cancel() }
    }
  }

  func connect() async throws -> AsyncSocket {
    try await AsyncSocket.connected(to: try .inet(ip4: "127.0.0.1", port: port))
  }

  private static func line(from socket: AsyncSocket, end: String) async throws -> String {
    var bytes: [UInt8] = []
    while !bytes.suffix(end.utf8.count).elementsEqual(end.utf8) { bytes.append(try await socket.read()) }
    return String(decoding: bytes.dropLast(end.utf8.count), as: UTF8.self)
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
