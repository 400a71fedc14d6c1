internal import Foundation

/// The lines of a request before its body: all that an answer depends on.
struct RequestHead: Hashable, Sendable {
  var method: String
  /// As it was sent, percent-encoded and with the query.
  var target: String
  var version = "HTTP/1.1"
  /// The values by name in lower case, in the order in which they came.
  var headers: [String: [String]] = [:]

  var isReading: Bool { ["GET", "HEAD"].contains(method) }
  var hasBody: Bool { self["transfer-encoding"] != [] || ![[], ["0"]].contains(self["content-length"]) }
  /// Whether the connection ends after the answer.
  var isLast: Bool { version == "HTTP/1.0" || self["connection"].joined().lowercased().contains("close") }

  var path: Substring { target.prefix { $0 != "?" } }
  /// With the `?`; empty when there is none.
  var query: Substring { target[path.endIndex...] }

  /// The path without percent-encoding and without the first `/`; nil when it is malformed or would climb out.
  var decodedPath: String? {
    guard path.hasPrefix("/"), let decoded = path.removingPercentEncoding,
      !decoded.unicodeScalars.contains(where: { $0.value < 0x20 || $0 == "\\" })
    else { return nil }
    let parts = decoded.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    let climbs = parts.contains { $0 == "." || $0 == ".." } || parts.dropLast().contains("")
    return climbs ? nil : String(decoded.dropFirst())
  }

  /// Whether the request names this machine. A foreign name that resolves to this machine is how a web page elsewhere
  /// would read what is served here.
  var isLocal: Bool {
    Self.port(host) != nil
      && self["origin"].allSatisfy { $0.hasPrefix("http://") && Self.port($0.dropFirst(7)) != nil }
  }

  /// Whether the request comes from a page of the server at a port, or from no page at all.
  func isOwn(port: UInt16) -> Bool {
    Self.port(host) == port && self["origin"].allSatisfy { $0 == "http://" + host }
      && self["sec-fetch-site"].allSatisfy { $0 == "same-origin" }
  }

  /// Empty, which is no name, when there are none or several.
  private var host: Substring { self["host"].count == 1 ? self["host"][0][...] : "" }

  private subscript(header: String) -> [String] { headers[header] ?? [] }

  /// The port after a name of the loopback, 80 when there is none; nil for other names.
  private static func port(_ authority: Substring) -> UInt16? {
    let text = authority.lowercased()
    guard let name = ["localhost", "127.0.0.1", "[::1]"].first(where: text.hasPrefix) else { return nil }
    let rest = text.dropFirst(name.count)
    return rest.isEmpty ? 80 : rest.first == ":" ? UInt16(rest.dropFirst()) : nil
  }
}

extension RequestHead {
  private static let words = Set(
    "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
  private static let blanks = CharacterSet(charactersIn: " \t")

  /// Parses lines that end with CR and LF; nil when they are malformed, as a line that continues another one is.
  init?(_ bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
    let parts = lines.first?.split(separator: " ", omittingEmptySubsequences: false) ?? []
    guard parts.count == 3, Self.isWord(parts[0]), !parts[1].isEmpty,
      ["HTTP/1.1", "HTTP/1.0"].contains(parts[2])
    else { return nil }
    self.init(method: String(parts[0]), target: String(parts[1]), version: String(parts[2]))
    for line in lines.dropFirst() {
      let name = Substring(line.utf8.prefix { $0 != UInt8(ascii: ":") })
      guard Self.isWord(name), name.endIndex < line.endIndex else { return nil }
      let value = Substring(line.utf8[name.endIndex...].dropFirst()).trimmingCharacters(in: Self.blanks)
      headers[name.lowercased(), default: []].append(value)
    }
  }

  private static func isWord(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(words.contains)
  }
}
