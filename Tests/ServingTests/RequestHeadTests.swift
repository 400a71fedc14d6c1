import Foundation
import Testing

@testable import Serving

struct RequestHeadTests {
  /// What comes of bytes that arrive in pieces, and what of them is left.
  private struct Outcome: Hashable {
    var head: RequestHead?
    var refusal: Int?
    var rest: [UInt8] = []
  }

  private func read(_ pieces: [ArraySlice<UInt8>]) -> Outcome {
    var reader = RequestHeadReader()
    for (number, var piece) in pieces.enumerated() {
      do throws(Response) {
        guard let head = try reader.take(&piece) else { continue }
        return Outcome(head: head, rest: Array(piece) + Array(pieces[(number + 1)...].joined()))
      } catch {
        return Outcome(refusal: error.status)
      }
    }
    return Outcome()
  }

  private func read(_ text: String) -> Outcome { read([Array(text.utf8)[...]]) }

  private static let samples = [
    "GET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\n\r\n",
    "\r\nHEAD /a?b HTTP/1.0\r\nA:\r\n\r\n",
    "GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n", "GET / HTTP/1.1\nA: b\n\n", "GET / HTTP/1.1\r\nA: \rb\r\n\r\n",
    "\r\n\r\n",
    "GET / HTTP/1.1\r\nA: \0\r\n\r\n", "GET /tỉnh HTTP/1.1\r\nÃ: b\r\n\r\n",
    "GET / HTTP/1.1\r\nCookie: tỉnh\r\n\r\nrest",
    "GET / HTTP/1.1\r\nHost", "\u{16}\u{3}\u{1}",
  ]

  /// Where a connection cuts the bytes says nothing about them.
  @Test(arguments: samples) func anySplitGivesTheSame(text: String) {
    let bytes = Array(text.utf8)
    let whole = read([bytes[...]])
    #expect(read(bytes.indices.map { bytes[$0...$0] }) == whole)
    for first in 0...bytes.count {
      #expect(read([bytes[..<first], bytes[first...]]) == whole)
      for second in first...bytes.count {
        #expect(read([bytes[..<first], bytes[first..<second], bytes[second...]]) == whole)
      }
    }
  }

  @Test func knowsEveryPart() throws {
    let text =
      "HEAD /a%20b/?c=d?e HTTP/1.1\r\nhOST:\t 127.0.0.1 \r\nX-a: 1\r\nx-A: 2\r\nEmpty:\r\nAgain: a: b\r\n\r\nrest"
    let outcome = read(text)
    let head = try #require(outcome.head)
    #expect(head.method == "HEAD" && head.target == "/a%20b/?c=d?e" && head.version == "HTTP/1.1")
    #expect(head.path == "/a%20b/" && head.query == "?c=d?e" && head.decodedPath == "a b/")
    #expect(head.headers == ["host": ["127.0.0.1"], "x-a": ["1", "2"], "empty": [""], "again": ["a: b"]])
    #expect(outcome.rest == Array("rest".utf8))
  }

  /// Every byte but the few that may stand there is refused in a name and in a value.
  @Test func controlCharactersAreRefused() {
    for byte in UInt8.min...UInt8.max {
      func status(_ before: String, _ after: String) -> Outcome {
        read([Array((before).utf8) + [byte] + Array((after + "\r\n\r\n").utf8)[...]])
      }
      let isText = byte == 9 || byte >= 0x20 && byte != 0x7F
      #expect((status("GET / HTTP/1.1\r\nA: b", "c").head != nil) == isText, "\(byte)")
      let isWord =
        byte < 0x80
        && (UnicodeScalar(byte).properties.isAlphabetic || "!#$%&'*+-.^_`|~0123456789:".utf8.contains(byte))
      #expect((status("GET / HTTP/1.1\r\nA", "B: c").head != nil) == isWord, "\(byte)")
    }
  }

  @Test(arguments: [
    "GET\r\n\r\n", "GET / \r\n\r\n", "GET  / HTTP/1.1\r\n\r\n", " GET / HTTP/1.1\r\n\r\n",
    "GET / HTTP/1.1 \r\n\r\n",
    "GET / HTTP/2.0\r\n\r\n", "GET / http/1.1\r\n\r\n", "G(T / HTTP/1.1\r\n\r\n", "GET /a b HTTP/1.1\r\n\r\n",
    "GET / HTTP/1.1\r\n A: b\r\n\r\n", "GET / HTTP/1.1\r\nA: b\r\n\tc: d\r\n\r\n",
    "GET / HTTP/1.1\r\nA : b\r\n\r\n",
    "GET / HTTP/1.1\r\n: b\r\n\r\n", "GET / HTTP/1.1\r\nA\r\n\r\n", "GET / HTTP/1.1\nHost: a\n\n",
    "GET / HTTP/1.1\rA: b\r\n\r\n",
  ]) func malformedHeadsAreRefused(text: String) { #expect(read(text) == Outcome(refusal: 400)) }

  @Test func aHeadHasSixteenKilobytesAtMost() {
    let start = "GET /", end = " HTTP/1.1\r\n\r\n"
    let room = RequestHeadReader.longest - start.utf8.count - end.utf8.count
    #expect(read(start + String(repeating: "a", count: room) + end).head != nil)
    #expect(read(start + String(repeating: "a", count: room + 1) + end) == Outcome(refusal: 431))
    #expect(read(String(repeating: "a", count: 1 << 20)) == Outcome(refusal: 431))
  }

  @Test func bodiesAndTheEndOfAConnectionAreSaidByHeaders() {
    func head(_ headers: [String: [String]], version: String = "HTTP/1.1") -> RequestHead {
      RequestHead(method: "GET", target: "/", version: version, headers: headers)
    }
    #expect(!head([:]).hasBody && !head(["content-length": ["0"]]).hasBody)
    for length in [["1"], ["0", "0"], ["-0"], [""], ["x"]] {
      #expect(head(["content-length": length]).hasBody)
    }
    #expect(head(["transfer-encoding": ["identity"]]).hasBody)
    #expect(!head([:]).isLast && !head(["connection": ["keep-alive"]]).isLast)
    #expect(head(["connection": ["x, Close"]]).isLast && head([:], version: "HTTP/1.0").isLast)
  }
}
