/// The site as it is now, and the pages that are told when it changes.
actor LiveSite {
  private var state: SiteState
  private var hasResult = false
  private var waiting: [CheckedContinuation<Void, Never>] = []
  private(set) var listeners: [Int: AsyncStream<String>.Continuation] = [:]
  private var nextListener = 0

  init(session: String) { state = SiteState(session: session) }

  /// Takes the result of a rebuild and tells every listener.
  func take(_ rebuild: Rebuild) {
    state.take(rebuild)
    hasResult = true
    for continuation in waiting { continuation.resume() }
    waiting = []
    let text = LiveMessage(state).text
    for listener in listeners.values { listener.yield(text) }
  }

  /// The response to a request; waits for the first rebuild.
  func response(to request: PageRequest) async -> PageResponse {
    if !hasResult { await withCheckedContinuation { waiting.append($0) } }
    return state.response(to: request)
  }

  /// The messages to one page: what is now, and then every change. Of messages not fetched only the last is kept.
  func messages() -> AsyncStream<String> {
    let (stream, continuation) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(1))
    let number = nextListener
    nextListener += 1
    listeners[number] = continuation
    continuation.onTermination = { [weak self] _ in Task { await self?.remove(number) } }
    if hasResult { continuation.yield(LiveMessage(state).text) }
    return stream
  }

  private func remove(_ number: Int) { listeners[number] = nil }
}
