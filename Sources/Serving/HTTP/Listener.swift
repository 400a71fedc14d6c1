internal import FlyingSocks
internal import Foundation
internal import Synchronization

/// Takes connections from this machine, each in a task of its own.
struct Listener: Sendable {
  let port: UInt16
  private let socket: Socket

  private final class Count: Sendable { let value = Atomic(0) }

  /// - Parameter port: the port; 0 for any free one.
  /// - Throws: when it cannot be had.
  init(port: UInt16) throws {
    socket = try Socket(domain: AF_INET)
    do {
      try socket.setValue(true, for: .localAddressReuse)
      try socket.bind(to: .inet(ip4: "127.0.0.1", port: port))
      try socket.listen()
      guard case .ip4(_, let port) = try socket.sockname() else { throw SocketError.unsupportedAddress }
      self.port = port
    } catch {
      try? socket.close()
      throw error
    }
  }

  /// Answers until the task is cancelled. Once only: the port is free afterwards.
  func run(_ limits: ServerLimits, _ respond: @escaping Responder) async throws {
    defer { try? socket.close() }
    let pool: some AsyncSocketPool = .make()
    try await pool.prepare()
    let listening = try AsyncSocket(socket: socket, pool: pool)
    let open = Count()
    try await withThrowingDiscardingTaskGroup { group in
      group.addTask { try await pool.run() }
      while true {
        guard let client = try? await listening.accept() else {
          // The browser has gone, or no more files may be opened now.
          try await Task.sleep(for: .milliseconds(50))
          continue
        }
        let count = open.value.add(1, ordering: .relaxed).newValue
        group.addTask {
          await Connection(socket: client, pool: pool, limits: limits, respond: respond)
            .run(isOneTooMany: count > limits.connections)
          open.value.subtract(1, ordering: .relaxed)
        }
      }
    }
  }
}
