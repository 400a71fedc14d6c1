import Foundation
import Testing

@testable import Files

struct FileDigestTests {
  /// The examples of FIPS 180-4, and sizes around the 64-byte block, from Python's hashlib.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
    (String(repeating: "x", count: 55), "d5e285683cd4efc02d021a5c62014694958901005d6f71e89e0989fac77e4072"),
  ])
  func isThatOfTheStandard(text: String, expected: String) {
    #expect(FileDigest(of: Array(text.utf8)).sha256 == expected)
    #expect(FileDigest(of: Data(text.utf8)) == FileDigest(size: text.utf8.count, sha256: expected))
  }
}

struct SiteManifestTests {
  private let files = [
    "index.html": Data("a\n".utf8), "en/index.html": Data("b\n".utf8), "data/\"x\"\\é\u{1}.csv": Data(),
  ]
  private let sources = String(repeating: "0a", count: 32)

  fileprivate func manifest(
    commit: String? = nil, baseURL: String? = nil, asOf: String? = nil, parts: [SiteManifest.ToolPart] = []
  ) -> SiteManifest {
    SiteManifest(
      programVersion: "1.2.3", sourceVersion: sources, commit: commit,
      options: .init(baseURL: baseURL, asOf: asOf), files: files.digests, madeByTools: parts)
  }

  private let part = SiteManifest.ToolPart(
    tool: "pagefind", version: "1", files: ["pagefind/x": FileDigest(of: Data("a\n".utf8))])

  @Test func isReadAsItWasWritten() throws {
    for manifest in [
      manifest(), manifest(parts: [part]),
      manifest(
        commit: String(repeating: "ab", count: 20), baseURL: "https://example.vn/a", asOf: "2025-12-31"),
    ] {
      #expect(try SiteManifest(json: manifest.json) == manifest)
    }
    #expect(manifest(baseURL: "https://example.vn/") == manifest(baseURL: "https://example.vn"))
  }

  @Test func hasOneLineAFileInOrder() {
    let expected = """
      {
        "format": 1,
        "program": {"name": "parindex", "version": "1.2.3"},
        "sourceVersion": "\(sources)",
        "commit": null,
        "options": {"baseURL": null, "asOf": "2025-12-31"},
        "files": [
          {"path": "data/\\"x\\"\\\\é\\u0001.csv", "size": 0, \
      "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
          {"path": "en/index.html", "size": 2, \
      "sha256": "0263829989b6fd954f72baaf2fc64bc2e2f01d692d4de72986ea808f6e99813f"},
          {"path": "index.html", "size": 2, \
      "sha256": "87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7"}
        ],
        "made_by_tools": [
          {
            "tool": "pagefind",
            "version": "1",
            "files": [
              {"path": "pagefind/x", "size": 2, \
      "sha256": "87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7"}
            ]
          }
        ]
      }

      """
    #expect(String(decoding: manifest(asOf: "2025-12-31", parts: [part]).json, as: UTF8.self) == expected)
  }

  @Test(arguments: [
    ("\"format\": 1", "\"format\": 2", ManifestFault.otherFormat(2)),
    ("\"format\": 1,", "", .malformed(place: "format")),
    ("{", "", .malformed(place: "")),
    ("\"size\": 0", "\"size\": -1", .malformed(place: "files[0].size")),
    ("\"size\": 0", "\"size\": \"0\"", .malformed(place: "files[0].size")),
    ("e3b0c4", "E3B0C4", .malformed(place: "files[0].sha256")),
    ("e3b0c4", "", .malformed(place: "files[0].sha256")),
    ("\"commit\": null", "\"commit\": \"main\"", .malformed(place: "commit")),
    ("\"sourceVersion\": \"0a", "\"sourceVersion\": \"", .malformed(place: "sourceVersion")),
    ("\"en/index.html\"", "\"index.html\"", .path("index.html")),
    ("\"en/index.html\"", "\"../index.html\"", .path("../index.html")),
    ("\"en/index.html\"", "\"/etc/passwd\"", .path("/etc/passwd")),
    ("\"en/index.html\"", "\"\"", .path("")),
    ("\"pagefind/x\"", "\"index.html\"", .path("index.html")),
    ("\"pagefind/x\"", "\"../x\"", .path("../x")),
    ("\"tool\"", "\"name\"", .malformed(place: "made_by_tools[0].tool")),
  ])
  func refusesWhatIsMalformed(part: String, replacement: String, fault: ManifestFault) throws {
    let text = String(decoding: manifest(parts: [self.part]).json, as: UTF8.self)
    let range = try #require(text.range(of: part))
    let broken = text.replacingCharacters(in: range, with: replacement)
    #expect(throws: fault) { try SiteManifest(json: Data(broken.utf8)) }
  }
}

extension SiteManifestTests {
  /// As versions wrote it that ran no tools.
  @Test func aManifestWithoutThePartOfToolsIsRead() throws {
    let text = String(decoding: manifest().json, as: UTF8.self)
    let earlier = text.replacing(",\n  \"made_by_tools\": []", with: "")
    #expect(earlier != text)
    #expect(try SiteManifest(json: Data(earlier.utf8)) == manifest())
  }
}

struct LineDifferenceTests {
  private func difference(_ expected: String, _ found: String) -> LineDifference? {
    LineDifference(expected: Data(expected.utf8), found: Data(found.utf8))
  }

  @Test func namesTheFirstLineOnly() {
    let found = difference("a\nb\nc\n", "a\nB\nC\n")
    #expect(found?.number == 2 && found?.expected == "b" && found?.found == "B")
    let shorter = difference("a\nb\n", "a\n")
    #expect(shorter?.number == 2 && shorter?.expected == "b" && shorter?.found == "")
    let unended = difference("a\n", "a")
    #expect(unended?.number == 2 && unended?.expected == "" && unended?.found == nil)
    #expect(difference("a\n", "a\n") == nil && difference("", "") == nil)
  }

  @Test func tellsEquivalentTextsApart() {
    #expect(difference("\u{E9}", "e\u{301}")?.number == 1)
    #expect(difference("a\r\nb", "a\nb")?.number == 1)
  }

  @Test func saysNothingOfBytesThatAreNoText() {
    #expect(difference("a\0", "b") == nil)
    #expect(LineDifference(expected: Data([0xFF]), found: Data([0x41])) == nil)
  }
}
