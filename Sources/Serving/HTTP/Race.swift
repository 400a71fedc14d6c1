/// Does work until it is done or something else ends: then the work is told to stop, and what it gives all the same counts.
///
/// - Throws: what the first of the two throws.
func work<Value: Sendable>(
  until end: @escaping @Sendable () async throws -> Void, _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  try await withThrowingTaskGroup(of: Value?.self) { group in
    group.addTask { try await work() }
    group.addTask {
      try await end()
      return nil
    }
    while let value = try await group.next() {
      group.cancelAll()
      if let value { return value }
    }
    throw CancellationError()
  }
}

struct TimeUp: Error {
  init(after limit: Duration) async throws { try await Task.sleep(for: limit) }
}

/// - Throws: `TimeUp` when the work takes longer.
func within<Value: Sendable>(
  _ limit: Duration, _ body: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  try await work(until: { throw try await TimeUp(after: limit) }, body)
}
