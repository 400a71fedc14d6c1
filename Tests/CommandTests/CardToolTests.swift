import Foundation
import TestSupport
import Testing

/// `build --with cards` with scripts in place of rsvg-convert and pngquant.
struct CardToolTests {
  private struct Stage {
    let folder: TemporaryFolder

    init(then lines: String = "") throws {
      folder = try TemporaryFolder()
      try install(then: lines)
    }

    /// A converter that writes the head of a picture, with the checksum of its drawing, and notes each run.
    func install(version: String = "9.8.7", then lines: String = "") throws {
      try folder.write(
        "bin/rsvg-convert",
        #"""
        #!/bin/sh
        if [ "$1" = --version ]; then echo "rsvg-convert version \#(version)"; exit 0; fi
        echo "$FONTCONFIG_FILE" >> "\#(folder.path("runs"))"
        \#(lines)
        out="${2#--output=}"
        { printf '\211PNG\r\n\032\n\0\0\0\015IHDR\0\0\004\260\0\0\002\166\010\006\0\0\0abcd'; cksum < "$3"; } > "$out"
        """#)
      try folder.write(
        "bin/pngquant",
        """
        #!/bin/sh
        if [ "$1" = --version ]; then echo "2.1.0 (January 2020)"; exit 0; fi
        cp "$8" "$6"
        """)
      for name in ["rsvg-convert", "pngquant"] {
        try FileManager.default.setAttributes(
          [.posixPermissions: 0o755], ofItemAtPath: folder.path("bin/" + name))
      }
    }

    func start(_ arguments: [String], path: String? = nil) throws -> (Process, () throws -> Command.Result) {
      let path = path ?? folder.path("bin") + ":/usr/bin:/bin"
      return try Command.start(arguments + Command.onFrozenData, variables: ["PATH": path])
    }

    func run(_ arguments: [String], path: String? = nil) throws -> Command.Result {
      let (process, collect) = try start(arguments, path: path)
      process.waitUntilExit()
      return try collect()
    }

    func build(_ arguments: [String] = ["--with", "cards"], path: String? = nil) throws -> Command.Result {
      try run(["build", "--out", folder.path("_site"), "--base-url", "https://a.vn"] + arguments, path: path)
    }

    func verify() throws -> Command.Result { try run(["verify", folder.path("_site"), "--lang", "en"]) }

    /// How many drawings were converted since this was last asked.
    func conversions() throws -> Int {
      defer { try? FileManager.default.removeItem(atPath: folder.path("runs")) }
      return ((try? folder.text("runs")) ?? "").split(separator: "\n").count
    }

    func cards() throws -> [String: Data] { try folder.files(below: "_site/cards") }

    func manifest() throws -> JSON { try JSON(folder.text("_site/manifest.json")) }
  }

  @Test func cardsAreMadeOnceForEachDrawing() throws {
    let stage = try Stage()
    defer { stage.folder.remove() }
    let built = try stage.build()
    #expect(built.code == 0 && built.errors.contains("Running rsvg-convert…"), "\(built.errors.suffix(2000))")
    let cards = try stage.cards()
    #expect(cards.count > 20 && cards.count <= 200 && cards.keys.contains("home.vi.png"))
    #expect(try stage.conversions() == cards.count)
    let part = try #require(try stage.manifest().members["made_by_tools"]?.elements.first)
    #expect(part.members["tool"]?.text == "rsvg-convert")
    let version = try #require(part.members["version"]?.text)
    #expect(version.hasPrefix("9.8.7 (DejaVu Sans ") && version.hasSuffix(") (pngquant 2.1.0)"), "\(version)")
    #expect(
      part.members["files"]?.elements.compactMap { $0.members["path"]?.text }
        == cards.keys.sorted().map { "cards/" + $0 })
    #expect(try stage.folder.text("_site/index.html").contains("\"https://a.vn/cards/home.vi.png\""))

    // Another build converts nothing; one card that was damaged is made again.
    let again = ["--with", "cards", "--commit", String(repeating: "a", count: 40)]
    #expect(try stage.build(again).code == 0)
    #expect(try stage.conversions() == 0 && stage.cards() == cards)
    try stage.folder.write("_site/cards/home.vi.png", "damaged")
    #expect(try stage.build().code == 0)
    #expect(try stage.conversions() == 1 && stage.cards() == cards)

    // Another version of the program makes all again.
    try stage.install(version: "9.8.8")
    #expect(try stage.build().code == 0)
    #expect(try stage.conversions() == cards.count)
  }

  @Test func withoutTheProgramPagesNameNoCard() throws {
    let stage = try Stage()
    defer { stage.folder.remove() }
    let empty = try TemporaryFolder()
    defer { empty.remove() }
    #expect(try stage.build().code == 0)
    let without = try stage.build(path: empty.path(""))
    #expect(
      without.code == 0 && without.errors.contains("There is no program rsvg-convert on this machine; "))
    #expect(without.errors.contains("apt-get install librsvg2-bin fonts-dejavu-core pngquant"))
    #expect(try !stage.folder.files(below: "_site").keys.contains { $0.hasPrefix("cards/") })
    #expect(try stage.manifest().members["made_by_tools"] == .list([]))
    #expect(try !stage.folder.text("_site/index.html").contains("og:image"))
    #expect(try stage.build().code == 0)
    #expect(try stage.folder.text("_site/index.html").contains("og:image"))
  }

  @Test(arguments: [
    ("echo no room >&2; exit 3", "it ended with code 3 (no room)"),
    ("exit 0", "card.png is missing or damaged"),
    ("echo text > \"${2#--output=}\"; cp \"${2#--output=}\" /dev/null; exit 0", " is missing or damaged"),
  ])
  func aProgramThatFailsLeavesThePreviousSite(lines: String, reason: String) throws {
    let stage = try Stage(then: lines)
    defer { stage.folder.remove() }
    #expect(try stage.build([]).code == 0)
    let files = try stage.folder.files(below: "_site")
    let failed = try stage.build()
    #expect(failed.code == 1 && failed.errors.contains(reason), "\(failed.errors.suffix(2000))")
    #expect(failed.errors.contains("The previous site stays."))
    #expect(try stage.folder.files(below: "_site") == files)
  }

  @Test func aProgramThatHangsIsEndedWithTheCommand() throws {
    let stage = try Stage()
    defer { stage.folder.remove() }
    let sign = stage.folder.path("running")
    try stage.install(then: "echo $$ > \(sign).$$; mv \(sign).$$ \(sign); exec sleep 300")
    let (process, collect) = try stage.start([
      "build", "--out", stage.folder.path("_site"), "--with", "cards",
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

  /// Pages name cards, so they are verified with the names whether or not this machine can make the pictures.
  @Test func verifyComparesCardsOnlyWithTheSameVersion() throws {
    let stage = try Stage()
    defer { stage.folder.remove() }
    #expect(try stage.build().code == 0)
    let same = try stage.verify()
    #expect(same.code == 0 && same.output == "", "\(same.output)\(same.errors.suffix(2000))")
    #expect(same.errors.contains("What rsvg-convert 9.8.7 (DejaVu Sans "))
    try stage.install(version: "9.8.8")
    let other = try stage.verify()
    #expect(
      other.code == 0 && other.errors.contains("was not made again: this is version 9.8.8 (DejaVu Sans "))
    try stage.install(then: "printf x >> \"$3\"")
    let changed = try stage.verify()
    #expect(
      changed.code == 1 && changed.output.contains("cards/home.vi.png: "), "\(changed.output.prefix(500))")
  }

  /// With the programs themselves, where they are.
  private static let isInstalled = ["rsvg-convert", "pngquant"].allSatisfy {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/" + $0)
  }

  @Test(.enabled(if: isInstalled)) func realCardsAreSmallPicturesOfTheirSize() throws {
    let stage = try Stage()
    defer { stage.folder.remove() }
    let built = try stage.build(path: "/usr/bin:/bin")
    #expect(built.code == 0, "\(built.errors.suffix(2000))")
    let cards = try stage.cards()
    for (name, bytes) in cards {
      #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) && bytes.count < 60_000, "\(name)")
      #expect(Array(bytes[16..<24]) == [0, 0, 0x04, 0xB0, 0, 0, 0x02, 0x76], "\(name)")
    }
    #expect(cards.count > 20)
  }
}
