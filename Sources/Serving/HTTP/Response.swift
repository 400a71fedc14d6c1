internal import Foundation

/// What a request is answered with. One that is thrown is the last of its connection.
struct Response: Error {
  var status: Int
  var type: String
  var body = Data()
  /// Headers besides the type, the length and those that all responses have.
  var headers: [String: String] = [:]
  /// Events that follow as they come, until the browser goes away; nil for a response that ends.
  var events: AsyncStream<String>?

  static let foreign = plain(
    403, vi: "Chỉ phục vụ máy này, qua http://127.0.0.1 hoặc http://localhost.",
    en: "Only this machine is served, at http://127.0.0.1 or http://localhost.")
  static let malformed = plain(400, vi: "Yêu cầu sai.", en: "The request is malformed.")
  static let hasBody = plain(413, vi: "Yêu cầu không được có nội dung.", en: "A request has no body here.")
  static let tooLong = plain(431, vi: "Yêu cầu quá dài.", en: "The request is too long.")
  static let tooSlow = plain(408, vi: "Yêu cầu tới quá chậm.", en: "The request came too slowly.")
  static let tooMany = plain(503, vi: "Quá nhiều kết nối.", en: "There are too many connections.")

  /// A sentence in both languages.
  static func plain(_ status: Int, vi: String, en: String, headers: [String: String] = [:]) -> Response {
    Response(
      status: status, type: "text/plain; charset=utf-8", body: Data("\(vi)\n\(en)\n".utf8), headers: headers)
  }

  /// As it is sent, without the body when only the head was asked for.
  func bytes(isHead: Bool = false, isLast: Bool) -> Data {
    var lines = [
      "HTTP/1.1 \(status) ", "Content-Type: \(type)", "Cache-Control: no-store",
      "X-Content-Type-Options: nosniff", "Cross-Origin-Resource-Policy: same-origin",
      "Content-Security-Policy: default-src 'self'; style-src 'self' 'unsafe-inline'; base-uri 'none'; object-src 'none'",
    ]
    lines += headers.map { "\($0): \($1)" }
    if events == nil { lines.append("Content-Length: \(body.count)") }
    if isLast { lines.append("Connection: close") }
    return Data((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + (isHead ? Data() : body)
  }
}
