import Foundation
import Testing

@testable import Serving

struct SiteStateTests {
  private let page = "<!doctype html><html lang=\"vi\"><body><p>Trang</p></body></html>"

  private func state(_ extra: [String: String] = [:]) -> SiteState {
    var files = [
      "index.html": page, "en/index.html": page, "tinh/hai-duong/index.html": page,
      "404.html": "<p>Không có</p>",
      "en/404.html": "<p>None</p>", "assets/style.css": "a{}", "data/a.csv": "a\n", "tỉnh/index.html": page,
    ]
    for (name, text) in extra { files[name] = text }
    var state = SiteState(session: "s")
    state.take(.site(files: files.mapValues { Data($0.utf8) }, pages: 4))
    return state
  }

  private func get(
    _ path: String, method: String = "GET", query: String = "", host: String? = "127.0.0.1:8080",
    origin: String? = nil, state: SiteState? = nil
  ) -> (status: Int, text: String, answer: Response) {
    var request = RequestHead(method: method, target: path + query)
    request.headers["host"] = host.map { [$0] }
    request.headers["origin"] = origin.map { [$0] }
    let answer = (state ?? self.state()).response(to: request)
    return (answer.status, String(decoding: answer.body, as: UTF8.self), answer)
  }

  @Test func servesPagesWithTheScriptAndOtherFilesAsTheyAre() {
    let tag = "<script src=\"/.parindex/live.js\" data-build=\"s-1\"></script>\n"
    let home = get("/")
    #expect(home.status == 200 && home.answer.type == "text/html; charset=utf-8")
    #expect(home.text == page.replacing("</body>", with: tag + "</body>"))
    #expect(get("/index.html").text == home.text && get("/en/").status == 200)
    #expect(get("/assets/style.css").text == "a{}" && get("/data/a.csv").text == "a\n")
    #expect(get("/t%E1%BB%89nh/").status == 200)
    #expect(get("/.parindex/live.js").text == LiveScript.source)
    #expect(get("/.parindex/live.js").answer.type == "text/javascript; charset=utf-8")
  }

  @Test func aPageThatLeadsOnHasNoScript() {
    let moved =
      "<!doctype html><html lang=\"vi\"><head><meta http-equiv=\"refresh\" content=\"0; url=../\"></head><body></body></html>"
    #expect(get("/a/", state: state(["a/index.html": moved])).text == moved)
    // Text about such pages does not count.
    let other = "<!doctype html><head></head><body>http-equiv=\"refresh\"</body>"
    #expect(get("/a/", state: state(["a/index.html": other])).text.contains("live.js"))
  }

  @Test func sendsFoldersToTheirSlash() {
    let answer = get("/tinh/hai-duong", query: "?a=1")
    #expect(answer.status == 307 && answer.answer.headers["Location"] == "/tinh/hai-duong/?a=1")
    #expect(get("/t%E1%BB%89nh").answer.headers["Location"] == "/t%E1%BB%89nh/")
    #expect(get("/tinh").status == 404)
  }

  @Test func whatIsNotThereIsThePageForItInItsLanguage() {
    #expect(get("/nope").status == 404 && get("/nope").text.hasPrefix("<p>Không có</p>"))
    #expect(get("/en/nope/").status == 404 && get("/en/nope/").text.hasPrefix("<p>None</p>"))
    #expect(get("/nope").text.contains(LiveScript.path))
    var bare = SiteState(session: "s")
    bare.take(.site(files: [:], pages: 0))
    #expect(get("/", state: bare).status == 404)
  }

  @Test(arguments: [
    "", "etc/passwd", "/../etc/passwd", "/a/../index.html", "/%2e%2e/etc/passwd", "/./index.html",
    "//index.html",
    "/en//", "/..%2f..%2fetc/passwd", "/a\\..\\b", "/%5c..%5c", "/index.html%00.css", "/%", "/%ff",
    "/a%0d%0ab",
    "http://127.0.0.1/", "*",
  ]) func malformedAndClimbingPathsAreRefused(path: String) {
    #expect(get(path).status == 400)
    #expect(!get(path).text.contains("Trang"))
  }

  /// A page elsewhere whose name leads to this machine must not read what is served.
  @Test func onlyNamesOfThisMachineAreServed() {
    for host in ["127.0.0.1", "127.0.0.1:8080", "localhost", "LOCALHOST:1", "[::1]", "[::1]:8080"] {
      #expect(get("/", host: host).status == 200, "\(host)")
    }
    let foreign = [
      nil, "", "example.vn", "localhost.example.vn", "127.0.0.1.example.vn:80", "127.0.0.1@example.vn",
      "0.0.0.0",
      "localhost:", "localhost:x", "[::1", "[::1]x", "[::2]:80", "127.0.0.2", "localhost, example.vn",
    ]
    for host in foreign { #expect(get("/", host: host).status == 403, "\(host ?? "none")") }
    let two = RequestHead(method: "GET", target: "/", headers: ["host": ["127.0.0.1", "127.0.0.1"]])
    #expect(state().response(to: two).status == 403)
    #expect(get("/", origin: "http://localhost:8080").status == 200)
    for origin in ["null", "http://example.vn", "http://localhost.example.vn", "localhost", "file://"] {
      #expect(get("/", origin: origin).status == 403, "\(origin)")
    }
  }

  @Test func onlyReadingIsAllowed() {
    #expect(get("/", method: "HEAD").status == 200)
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "get"] {
      #expect(get("/", method: method).status == 405)
      #expect(get("/", method: method).answer.headers["Allow"] == "GET, HEAD")
    }
  }

  @Test func findingsTakeThePlaceOfEveryPageUntilTheyAreMended() {
    var state = state()
    state.take(.findings([finding()]))
    for path in ["/", "/tinh/hai-duong/", "/nope"] {
      #expect(get(path, state: state).status == 503)
      #expect(get(path, state: state).text.contains("<html lang=\"vi\">"))
      #expect(get(path, state: state).text.contains("Sai: Wrong."))
      #expect(!get(path, state: state).text.contains("Trang</p>"))
    }
    #expect(get("/en/", state: state).text.contains("<html lang=\"en\">"))
    #expect(get("/assets/style.css", state: state).status == 200)
    let first = state.build
    state.take(.site(files: state.files, pages: 4))
    #expect(state.build == first && state.findings == [] && get("/", state: state).status == 200)
    state.take(.site(files: ["index.html": Data()], pages: 1))
    #expect(state.build != first)
  }

  @Test func aFirstBuildThatFailsIsShownToo() {
    var state = SiteState(session: "s")
    state.take(.findings([finding()]))
    #expect(state.build == "" && get("/", state: state).status == 503)
    #expect(get("/", state: state).text.contains("data-build=\"\""))
  }

  @Test(arguments: [
    ("a.html", "text/html; charset=utf-8"), ("a/b.CSS", "text/css; charset=utf-8"),
    ("a.js", "text/javascript; charset=utf-8"), ("a.csv", "text/csv; charset=utf-8"),
    ("a.md", "text/markdown; charset=utf-8"), ("a.svg", "image/svg+xml; charset=utf-8"),
    ("feed.xml", "application/xml; charset=utf-8"), ("robots.txt", "text/plain; charset=utf-8"),
    ("a.json", "application/json"), ("a.png", "image/png"), ("a.woff2", "font/woff2"),
    ("a", "application/octet-stream"), ("a.d/b", "application/octet-stream"),
    ("a.xyz", "application/octet-stream"),
  ]) func typesFollowTheEnding(path: String, type: String) { #expect(ContentType.of(path) == type) }
}
