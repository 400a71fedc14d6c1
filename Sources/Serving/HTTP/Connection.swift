internal import FlyingSocks
internal import Foundation

typealias Responder = @Sendable (RequestHead) async throws -> Response

/// The connection of one browser: requests are read and answered one after the other, until one side ends it.
struct Connection: Sendable {
  let socket: AsyncSocket
  let pool: any AsyncSocketPool
  let limits: ServerLimits
  let respond: Responder

  private typealias Bytes = ArraySlice<UInt8>

  func run(isOneTooMany: Bool) async {
    defer { try? socket.close() }
    do {
      if isOneTooMany { return try await send(Response.tooMany.bytes(isLast: true)) }
      var rest: Bytes = []
      var patience = limits.head
      while true {
        let request: RequestHead
        (request, rest) = try await next(after: rest, patience)
        if request.hasBody { throw request.isReading ? Response.hasBody : try await respond(request) }
        guard try await answer(request) else { return }
        patience = limits.idle
      }
    } catch let response as Response {
      try? await end(with: response)
    } catch {}
  }

  /// The next request, of what was read already and what comes, and what was read after it.
  private func next(after rest: Bytes, _ patience: Duration) async throws -> (RequestHead, Bytes) {
    let start = rest.isEmpty ? try await within(patience) { try await read() } : rest
    do {
      return try await within(limits.head) {
        var (reader, bytes) = (RequestHeadReader(), start)
        while true {
          if let head = try reader.take(&bytes) { return (head, bytes) }
          bytes = try await read()
        }
      }
    } catch is TimeUp {
      throw Response.tooSlow
    }
  }

  /// - Returns: whether another request may follow.
  private func answer(_ request: RequestHead) async throws -> Bool {
    let response = try await work(until: isGone) { try await respond(request) }
    let isLast = request.isLast || response.events != nil
    try await send(response.bytes(isHead: request.method == "HEAD", isLast: isLast))
    guard let events = response.events else { return !isLast }
    try await work(until: isGone) {
      var last = ""
      for await event in events {
        // A comment, which keeps the connection alive or shows that it is dead.
        try await send(Data((event == last ? ":\n\n" : "data: \(event)\n\n").utf8))
        last = event
      }
    }
    return false
  }

  private func end(with response: Response) async throws {
    try await send(response.bytes(isLast: true))
    shutdown(socket.socket.file.rawValue, Int32(SHUT_WR))
    // The system takes the answer back when bytes that have come were never read.
    try await within(.seconds(1)) { for _ in 0..<256 { _ = try await read() } }
  }

  private func read() async throws -> Bytes { try await socket.read(atMost: 4096)[...] }

  private func send(_ bytes: Data) async throws {
    try await within(limits.sending) { try await socket.write(bytes) }
  }

  /// Returns or throws when the browser has closed the connection.
  @Sendable private func isGone() async throws {
    while true {
      try await pool.suspendSocket(socket.socket, untilReadyFor: .read)
      var byte: UInt8 = 0
      let count = recv(socket.socket.file.rawValue, &byte, 1, Int32(MSG_PEEK))
      if count == 0 || count < 0 && errno != EAGAIN { return }
      // Behind the next request nothing can be seen.
      try await Task.sleep(for: .seconds(1))
    }
  }
}
