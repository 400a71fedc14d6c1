internal import FlyingFox
internal import Foundation

/// Answers requests as FlyingFox brings them.
struct SiteHandler: HTTPHandler {
  let site: LiveSite

  func handleRequest(_ request: HTTPRequest) async -> HTTPResponse {
    let query = request.target.query()
    let wanted = PageRequest(
      method: request.method.rawValue, path: request.target.path(), query: query.isEmpty ? "" : "?" + query,
      host: request.headers[.host], origin: request.headers[HTTPHeader("Origin")])
    if wanted.path == LiveScript.messagesPath, wanted.isLocal, request.headers[.upgrade] != nil,
      let response = try? await WebSocketHTTPHandler(
        handler: MessageFrameWSHandler(handler: LiveMessages(site: site), frameSize: 1 << 20)
      ).handleRequest(request)
    {
      return response
    }
    return response(await site.response(to: wanted), isHead: wanted.method == "HEAD")
  }

  private func response(_ page: PageResponse, isHead: Bool) -> HTTPResponse {
    var headers: HTTPHeaders = [
      .contentType: page.type, .contentLength: String(page.body.count),
      HTTPHeader("Cache-Control"): "no-store", HTTPHeader("X-Content-Type-Options"): "nosniff",
      HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
    ]
    for (name, value) in page.headers { headers[HTTPHeader(name)] = value }
    let body = isHead ? Data() : page.body
    return HTTPResponse(
      statusCode: HTTPStatusCode(page.status, phrase: Self.phrase(page.status)), headers: headers,
      body: HTTPBodySequence(data: body, suggestedBufferSize: max(1, body.count)))
  }

  private static func phrase(_ status: Int) -> String {
    switch status {
    case 200: "OK"
    case 307: "Temporary Redirect"
    case 400: "Bad Request"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    default: "Service Unavailable"
    }
  }
}

/// The messages to one page.
private struct LiveMessages: WSMessageHandler {
  let site: LiveSite

  func makeMessages(for client: AsyncStream<WSMessage>) async -> AsyncStream<WSMessage> {
    let texts = await site.messages()
    let (messages, continuation) = AsyncStream.makeStream(
      of: WSMessage.self, bufferingPolicy: .bufferingNewest(1))
    let task = Task {
      for await text in texts { continuation.yield(.text(text)) }
      continuation.finish()
    }
    continuation.onTermination = { _ in task.cancel() }
    return messages
  }
}
