internal import Foundation

/// What a request is answered with.
struct PageResponse: Sendable {
  var status: Int
  var type: String
  var body: Data
  /// Headers besides the type, the length and those that all responses have.
  var headers: [String: String] = [:]

  /// A sentence in both languages.
  static func plain(_ status: Int, vi: String, en: String, headers: [String: String] = [:]) -> PageResponse {
    PageResponse(
      status: status, type: "text/plain; charset=utf-8", body: Data("\(vi)\n\(en)\n".utf8), headers: headers)
  }
}
