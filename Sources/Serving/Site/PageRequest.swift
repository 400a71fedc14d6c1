internal import Foundation

/// What responses depend on in a request.
struct PageRequest: Sendable {
  var method: String
  /// As it was sent, percent-encoded and without the query.
  var path: String
  /// With the `?`; empty when there is none.
  var query = ""
  /// The header `Host`; nil when there is none.
  var host: String?
  /// The header `Origin`; nil when there is none.
  var origin: String?

  /// Whether the request names this machine. A foreign name that resolves to this machine is how a web page elsewhere
  /// would read what is served here.
  var isLocal: Bool {
    guard let host, Self.isLoopback(host) else { return false }
    guard let origin else { return true }
    guard let scheme = ["http://", "https://"].first(where: origin.hasPrefix) else { return false }
    return Self.isLoopback(String(origin.dropFirst(scheme.count)))
  }

  /// Whether a name with or without a port is one of the loopback's.
  private static func isLoopback(_ host: String) -> Bool {
    let name: Substring
    if host.hasPrefix("[") {
      guard let end = host.firstIndex(of: "]") else { return false }
      let rest = host[host.index(after: end)...]
      guard rest.isEmpty || rest.hasPrefix(":") && isPort(rest.dropFirst()) else { return false }
      name = host[...end]
    } else if let colon = host.firstIndex(of: ":") {
      guard isPort(host[host.index(after: colon)...]) else { return false }
      name = host[..<colon]
    } else {
      name = host[...]
    }
    return ["localhost", "127.0.0.1", "[::1]"].contains(name.lowercased())
  }

  private static func isPort(_ text: Substring) -> Bool { UInt16(text) != nil }

  /// The path without percent-encoding and without the first `/`; nil when it is malformed or would climb out.
  var decodedPath: String? {
    guard path.hasPrefix("/"), let decoded = path.removingPercentEncoding,
      !decoded.unicodeScalars.contains(where: { $0.value < 0x20 || $0 == "\\" })
    else { return nil }
    let parts = decoded.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.contains(where: { $0 == "." || $0 == ".." }), !parts.dropLast().contains("") else {
      return nil
    }
    return String(decoded.dropFirst())
  }
}
