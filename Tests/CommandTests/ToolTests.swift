import Foundation
import TestSupport
import Testing

/// `build --with search` with a script in place of Pagefind.
struct ToolTests {
  /// A folder with a program `pagefind` that lists the pages it was given, and sites beside it.
  private struct Stage {
    let folder: TemporaryFolder

    init(version: String = "9.8.7", then lines: String = "") throws {
      folder = try TemporaryFolder()
      try install(version: version, then: lines)
    }

    /// - Parameter lines: what the script does before it makes anything.
    func install(version: String, then lines: String = "") throws {
      try folder.write(
        "bin/pagefind",
        """
        #!/bin/sh
        if [ "$1" = --version ]; then echo "pagefind \(version)"; exit 0; fi
        [ "$1" = --site ] && [ "$3" = --output-path ] || exit 9
        \(lines)
        mkdir -p "$4/index"
        (cd "$2" && find . -name '*.html' | LC_ALL=C sort) > "$4/index/pages.pf_index"
        printf '{"b": {"y": 1, "x": 2}, "a": "/"}' > "$4/pagefind-entry.json"
        echo unneeded > "$4/pagefind-ui.js"
        """)
      // Its version is part of that of Pagefind.
      try folder.write(
        "bin/gzip",
        """
        #!/bin/sh
        if [ "$1" = --version ]; then echo "gzip 5.4"; exit 0; fi
        PATH=/usr/bin:/bin exec gzip "$@"
        """)
      for name in ["pagefind", "gzip"] {
        try FileManager.default.setAttributes(
          [.posixPermissions: 0o755], ofItemAtPath: folder.path("bin/" + name))
      }
    }

    /// The bytes of a file that gzip packed.
    func unpacked(_ path: String) throws -> Data {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["gzip", "-dc", folder.path(path)]
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      return bytes
    }

    func run(_ arguments: [String], path: String? = nil) throws -> Command.Result {
      let (process, collect) = try start(arguments, path: path)
      process.waitUntilExit()
      return try collect()
    }

    func start(_ arguments: [String], path: String? = nil) throws -> (Process, () throws -> Command.Result) {
      let path = path ?? folder.path("bin") + ":/usr/bin:/bin"
      return try Command.start(arguments + Command.onFrozenData, variables: ["PATH": path])
    }

    func build(_ out: String = "_site", _ arguments: [String] = ["--with", "search"], path: String? = nil)
      throws
      -> Command.Result
    {
      try run(["build", "--out", folder.path(out)] + arguments, path: path)
    }

    func verify(_ arguments: String...) throws -> Command.Result {
      try run(["verify", folder.path("_site")] + arguments)
    }

    func manifest(of out: String = "_site") throws -> JSON { try JSON(folder.text(out + "/manifest.json")) }
  }

  private static let made = ["pagefind/index/pages.pf_index", "pagefind/pagefind-entry.json"]

  /// The files of a site without its manifest and what a tool made.
  private func others(_ files: [String: Data]) -> [String: Data] {
    files.filter { $0.key != "manifest.json" && !$0.key.hasPrefix("pagefind/") }
  }

  @Test func aToolAddsItsPartAndNothingElseDiffers() throws {
    let stage = try Stage()
    defer { stage.folder.remove() }
    let built = try stage.build()
    #expect(built.code == 0 && built.errors.contains("Running pagefind…"), "\(built.errors.suffix(2000))")
    #expect(try stage.build("plain/_site", []).code == 0)
    let (files, plain) = try (stage.folder.files(below: "_site"), stage.folder.files(below: "plain/_site"))
    #expect(files.keys.filter { $0.hasPrefix("pagefind/") }.sorted() == Self.made)
    #expect(others(files) == others(plain) && !plain.isEmpty)
    // Exactly the pages were there to be read, and the keys of its JSON are in order.
    let pages = files.keys.filter { $0.hasSuffix(".html") }.map { "./\($0)\n" }
    #expect(
      files[Self.made[0]].map { String(decoding: $0, as: UTF8.self) }
        == pages.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined())
    #expect(
      files[Self.made[1]].map { String(decoding: $0, as: UTF8.self) } == #"{"a":"/","b":{"x":2,"y":1}}"#)

    let (manifest, plainManifest) = try (stage.manifest(), stage.manifest(of: "plain/_site"))
    let schema = try JSON(
      String(
        contentsOf: Repository.root.appending(path: "docs/schema/manifest.schema.json"), encoding: .utf8))
    #expect(JSONSchemaCheck(manifest, against: schema).faults == [])
    #expect(manifest.members["files"] == plainManifest.members["files"])
    #expect(plainManifest.members["made_by_tools"] == .list([]))
    let part = try #require(manifest.members["made_by_tools"]?.elements.first)
    #expect(part.members["tool"]?.text == "pagefind" && part.members["version"]?.text == "9.8.7 (gzip 5.4)")
    #expect(part.members["files"]?.elements.compactMap { $0.members["path"]?.text } == Self.made)

    // With nothing changed nothing runs; another version of the tool is a change.
    #expect(try stage.build().errors.contains("nothing was written"))
    try stage.install(version: "9.8.8")
    #expect(try stage.build().errors.contains("Running pagefind…"))
    #expect(try stage.manifest() != manifest)
  }

  /// Four words of 20,000 bytes each are one piece to Pagefind. Lists and texts are in CBOR.
  private static func bigIndex(list: String) -> String {
    #"""
    word() { printf "\203$1\201\203\000\231\116\040"; head -c 20000 /dev/zero; printf '\200\200'; }
    mkdir -p "$4/index"
    { printf 'pagefind_dcd\201\204'; word '\142ba'; word '\143bac'; word '\143cam'; word '\143can'; } |
      gzip -n > "$4/index/xx_old.pf_index"
    printf 'pagefind_dcd\203\1411\200\201\#(list)' | gzip -n > "$4/pagefind.xx_meta.pf_meta"
    printf '{"languages": {"xx": {"hash": "xx_meta"}}}' > "$4/pagefind-entry.json"
    exit 0
    """#
  }

  @Test func aBigPieceOfAnIndexIsCutBetweenTheWordsThatDifferMost() throws {
    let stage = try Stage(then: Self.bigIndex(list: #"\203\142ba\143can\146xx_old"#))
    defer { stage.folder.remove() }
    let built = try stage.build()
    #expect(built.code == 0, "\(built.errors.suffix(2000))")
    let names = try stage.folder.files(below: "_site/pagefind").keys.sorted()
    #expect(names.count == 4 && !names.contains("index/xx_old.pf_index"))
    let meta = try #require(names.first { $0.hasSuffix(".pf_meta") })
    let hash = try #require(meta.split(separator: ".").dropFirst().first)
    #expect(hash != "xx_meta")
    #expect(
      try stage.folder.text("_site/pagefind/pagefind-entry.json")
        == #"{"languages":{"xx":{"hash":"\#(hash)"}}}"#)
    // The list names two pieces, each with its first and last word.
    let list = String(decoding: try stage.unpacked("_site/pagefind/" + meta), as: UTF8.self)
    var places: [String.Index] = []
    for words in [["ba", "bac"], ["cam", "can"]] {
      let last = try #require(words.last)
      let place = try #require(list.range(of: "c\(last)mxx_"))
      let hash = list[place.upperBound...].prefix(10)
      let piece = try stage.unpacked("_site/pagefind/index/xx_\(hash).pf_index")
      #expect(piece.starts(with: Data("pagefind_dcd".utf8) + [0x81, 0x82]))
      #expect(piece.count == 14 + words.reduce(0) { $0 + $1.utf8.count + 20_010 })
      places.append(place.lowerBound)
    }
    #expect(places == places.sorted())
    #expect(try stage.verify("--lang", "en").code == 0)
  }

  @Test func anIndexOfAnotherFormStaysAsItIs() throws {
    let stage = try Stage(then: Self.bigIndex(list: #"\202\142ba\146xx_old"#))
    defer { stage.folder.remove() }
    #expect(try stage.build().code == 0)
    let names = try stage.folder.files(below: "_site/pagefind").keys.sorted()
    #expect(names == ["index/xx_old.pf_index", "pagefind-entry.json", "pagefind.xx_meta.pf_meta"])
  }

  /// The remains of earlier sites, from which a build goes on, are nothing that a tool sees.
  @Test func aToolSeesThePagesOfThisBuildOnly() throws {
    let stage = try Stage()
    defer { stage.folder.remove() }
    try stage.folder.copy("site")
    let options = ["--with", "search", "--site", stage.folder.path("site")]
    func build(_ out: String = "_site") throws {
      let result = try stage.build(out, options)
      #expect(result.code == 0, "\(result.errors.suffix(2000))")
    }
    let pages = ["vi", "en"].map { "site/pages/\($0)/about.md" }
    let more = ["vi", "en"].map { "site/pages/\($0)/more.md" }
    try build()
    for (page, other) in zip(pages, more) {
      let text = try stage.folder.text(page)
      try stage.folder.write(
        other,
        text.replacing("id: about", with: "id: more").replacing("path: /gioi-thieu/", with: "path: /them/")
          .replacing("path: /en/about/", with: "path: /en/more/"))
    }
    try build()
    #expect(try stage.folder.text("_site/" + Self.made[0]).contains("./them/index.html"))
    for other in more { try FileManager.default.removeItem(atPath: stage.folder.path(other)) }
    try build()
    try build("fresh/_site")
    #expect(
      try stage.folder.files(below: "_site") == stage.folder.files(below: "fresh/_site"))
  }

  @Test func withoutTheToolItsPartIsLeftOutWithAWarning() throws {
    let stage = try Stage()
    defer { stage.folder.remove() }
    let empty = try TemporaryFolder()
    defer { empty.remove() }
    let english = try stage.build(path: empty.path(""))
    #expect(english.code == 0 && english.errors.contains("There is no program pagefind on this machine; "))
    let again = try stage.build("_site", ["--with", "search", "--lang", "vi"], path: empty.path(""))
    #expect(again.code == 0 && again.errors.contains("Không thấy chương trình pagefind trên máy này; "))
    #expect(try stage.manifest().members["made_by_tools"] == .list([]))
    let files = try stage.folder.files(below: "_site")
    #expect(!files.keys.contains { $0.hasPrefix("pagefind/") })
    // The tool was installed since.
    #expect(try stage.build().code == 0)
    #expect(try stage.folder.files(below: "_site").keys.contains(Self.made[0]))
  }

  @Test(arguments: [
    ("echo no room >&2; exit 3", "it ended with code 3 (no room)"),
    ("mkdir -p \"$4\"; exit 0", "the file pagefind-entry.json is missing or damaged"),
    ("kill -9 $$", "it ended with code 9"),
  ])
  func aToolThatFailsLeavesThePreviousSite(lines: String, reason: String) throws {
    let stage = try Stage(version: "1", then: lines)
    defer { stage.folder.remove() }
    #expect(try stage.build("_site", []).code == 0)
    let files = try stage.folder.files(below: "_site")
    let failed = try stage.build()
    #expect(failed.code == 1 && failed.errors.contains(reason), "\(failed.errors.suffix(2000))")
    #expect(failed.errors.contains("The previous site stays."))
    #expect(try stage.folder.files(below: "_site") == files)
  }

  @Test func aToolIsEndedWithTheCommand() throws {
    let stage = try Stage()
    defer { stage.folder.remove() }
    let sign = stage.folder.path("running")
    try stage.install(version: "1", then: "echo $$ > \(sign).new; mv \(sign).new \(sign); exec sleep 300")
    let (process, collect) = try stage.start([
      "build", "--out", stage.folder.path("_site"), "--with", "search",
    ])
    while process.isRunning, !FileManager.default.fileExists(atPath: sign) { usleep(20_000) }
    kill(process.processIdentifier, SIGTERM)
    process.waitUntilExit()
    let result = try collect()
    #expect(result.code == 143, "\(result.errors.suffix(2000))")
    let number = try #require(
      Int32(stage.folder.text("running").trimmingCharacters(in: .whitespacesAndNewlines)))
    #expect(kill(number, 0) != 0)
    #expect(!FileManager.default.fileExists(atPath: stage.folder.path("_site")))
  }

  @Test func anUnknownPartIsAWrongCommandLine() throws {
    let stage = try Stage()
    defer { stage.folder.remove() }
    let result = try stage.build("_site", ["--with", "search,music"])
    #expect(result.code == 64 && result.errors.contains("There is no part 'music'; there is: search, cards."))
  }

  @Test func verifyMakesThePartAgainOnlyWithTheSameVersion() throws {
    let stage = try Stage()
    defer { stage.folder.remove() }
    #expect(try stage.build().code == 0)
    let same = try stage.verify("--lang", "en")
    #expect(same.code == 0 && same.output == "", "\(same.output)\(same.errors.suffix(2000))")
    #expect(same.errors.contains("What pagefind 9.8.7 (gzip 5.4) made was compared.\n"))
    #expect(same.errors.hasSuffix("files: all the same.\n"))

    try stage.install(version: "9.8.8", then: "exit 3")
    let other = try stage.verify("--lang", "en")
    #expect(
      other.code == 0 && other.errors.contains("was not made again: this is version 9.8.8 (gzip 5.4).\n"))
    let vietnamese = try stage.verify()
    #expect(
      vietnamese.errors.contains("không được làm lại để đối chiếu: ở đây là phiên bản 9.8.8 (gzip 5.4).\n"))
    let json = try JSON(stage.verify("--format", "json").output)
    let part = try #require(json.members["made_by_tools"]?.elements.first)
    #expect(part.members["found"]?.text == "9.8.8 (gzip 5.4)" && part.members["compared"] == .flag(false))

    try stage.install(version: "9.8.7", then: "exit 3")
    #expect(try stage.verify("--lang", "en").errors.contains("was not made again: pagefind failed.\n"))

    // What the tool makes otherwise, and what somebody changed in the folder.
    try stage.install(
      version: "9.8.7", then: "mkdir -p \"$4\"/fragment; echo x > \"$4\"/fragment/x.pf_fragment")
    let more = try stage.verify("--lang", "en")
    #expect(more.code == 1)
    #expect(
      more.output == "pagefind/fragment/x.pf_fragment: in the site made again, but not in the manifest.\n")
    try stage.install(version: "9.8.8")
    try stage.folder.write("_site/" + Self.made[1], "{}")
    let damaged = try stage.verify("--lang", "en")
    #expect(damaged.code == 1 && damaged.output.hasPrefix(Self.made[1] + ": "), "\(damaged.output)")
  }
}
