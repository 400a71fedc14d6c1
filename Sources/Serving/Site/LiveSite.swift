/// The site as it is now, and the pages that are told when it changes.
actor LiveSite {
  private var state: SiteState
  private var hasResult = false
  private(set) var listeners: [Int: AsyncStream<String>.Continuation] = [:]
  private var nextListener = 0

  private let port: UInt16

  init(session: String, port: UInt16) {
    state = SiteState(session: session)
    self.port = port
  }

  /// Takes the result of a rebuild and tells every listener.
  func take(_ rebuild: Rebuild) {
    state.take(rebuild)
    hasResult = true
    tell()
  }

  /// Tells every listener what is now, be it new or not.
  func tell() {
    guard hasResult, !listeners.isEmpty else { return }
    let message = state.message
    for listener in listeners.values { listener.yield(message) }
  }

  /// The response to a request; waits for the first rebuild.
  func response(to request: RequestHead) async throws -> Response {
    if request.path == LiveScript.messagesPath, request.method == "GET" {
      return request.isOwn(port: port)
        ? Response(status: 200, type: "text/event-stream", events: messages()) : .foreign
    }
    if !hasResult { for await _ in messages() { break } }
    guard hasResult else { throw CancellationError() }
    return state.response(to: request)
  }

  /// The messages to one page: what is now, and then every change. Of messages not fetched only the last is kept.
  func messages() -> AsyncStream<String> {
    let (stream, continuation) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(1))
    let number = nextListener
    nextListener += 1
    listeners[number] = continuation
    continuation.onTermination = { [weak self] _ in Task { await self?.remove(number) } }
    if hasResult { continuation.yield(state.message) }
    return stream
  }

  private func remove(_ number: Int) { listeners[number] = nil }
}
