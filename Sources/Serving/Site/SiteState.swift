internal import Foundation
internal import Text

/// What is served at one moment: the last whole site, and what is wrong since.
struct SiteState: Sendable {
  /// The bytes by path relative to the root of the site; empty until a build has succeeded.
  private(set) var files: [String: Data] = [:]
  /// Tells one site from another, also over restarts; empty until a build has succeeded.
  private(set) var build = ""
  /// Why the last rebuild gave no site; empty when it gave one.
  private(set) var findings: [Finding] = []
  private let session: String
  private var number = 0

  /// - Parameter session: the name of this process, other than that of any other.
  init(session: String) { self.session = session }

  /// Takes the result of a rebuild. A site with the same bytes keeps its name, so that no browser reloads.
  mutating func take(_ rebuild: Rebuild) {
    switch rebuild {
    case .findings(let found): findings = found
    case .site(let new, _):
      findings = []
      guard new != files || build.isEmpty else { return }
      files = new
      number += 1
      build = "\(session)-\(number)"
    }
  }

  /// What an open page is told, as JSON: the site, and by language why the last rebuild failed, as HTML.
  var message: String {
    var parts = ["build": build]
    for language in Language.allCases where !findings.isEmpty {
      parts[language.rawValue] = FindingsPage(findings: findings, language: language).fragment
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return (try? encoder.encode(parts)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// The language of a page, by its path: the English ones are below `en/`.
  private static func language(ofPath path: String) -> Language {
    path == "en" || path.hasPrefix("en/") ? .english : .vietnamese
  }

  /// The response to a request, which depends on nothing but the state.
  func response(to request: RequestHead) -> Response {
    guard request.isLocal else { return .foreign }
    guard request.isReading else {
      return .plain(
        405, vi: "Chỉ có GET và HEAD.", en: "There are only GET and HEAD.", headers: ["Allow": "GET, HEAD"])
    }
    guard let path = request.decodedPath else {
      return .plain(400, vi: "Địa chỉ sai.", en: "The address is malformed.")
    }
    if "/" + path == LiveScript.path {
      return Response(status: 200, type: ContentType.of(path), body: Data(LiveScript.source.utf8))
    }
    return file(path, request)
  }

  private func file(_ path: String, _ request: RequestHead) -> Response {
    let isFolder = path.isEmpty || path.hasSuffix("/")
    let name = isFolder ? path + "index.html" : path
    if !isFolder, files[path] == nil, files[path + "/index.html"] != nil {
      let place = "/" + (path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? "") + "/"
      return .plain(
        307, vi: "Chuyển tới \(place)", en: "See \(place)", headers: ["Location": place + request.query])
    }
    let bytes = files[name]
    let isPage = bytes == nil || name.hasSuffix(".html")
    guard findings.isEmpty else {
      if let bytes, !isPage { return Response(status: 200, type: ContentType.of(name), body: bytes) }
      let page = FindingsPage(findings: findings, language: Self.language(ofPath: path))
      return Response(status: 503, type: ContentType.of("x.html"), body: Data(page.document.utf8))
    }
    guard isPage else { return Response(status: 200, type: ContentType.of(name), body: bytes ?? Data()) }
    if let bytes {
      return Response(
        status: 200, type: ContentType.of(name), body: LiveScript.adding(to: bytes, build: build))
    }
    let prefix = Self.language(ofPath: path) == .english ? "en/" : ""
    guard let page = files[prefix + "404.html"] ?? files["404.html"] else {
      return .plain(404, vi: "Không có trang này.", en: "There is no such page.")
    }
    return Response(
      status: 404, type: ContentType.of("404.html"), body: LiveScript.adding(to: page, build: build))
  }
}
