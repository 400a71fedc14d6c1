import Foundation
import Parallel
import TestSupport
import Testing
import Text

@testable import Pages
@testable import SiteGen

/// A build with a cache gives the same result as one without.
struct PageCacheTests {
  /// Pseudorandom numbers that are the same in each run.
  private struct Dice {
    var state: UInt64
    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(sides))
    }
  }

  /// Changes one of the authored files, for better or worse.
  private func edit(_ site: URL, _ dice: inout Dice, round: Int) throws {
    func file(_ path: String) -> URL { site.appending(path: path) }
    func page(_ path: String, _ body: String) -> Data {
      Data("---\nid: note\ntitle: N\(round)\ndescription: N.\npath: \(path)\n---\n\n\(body)\n".utf8)
    }
    switch dice.roll(6) {
    case 0:
      try page("/ghi-chu/", "Chữ \(dice.roll(3)) [a](/phuong-phap/)").write(to: file("pages/vi/note.md"))
      try page("/en/note/", "Text \(dice.roll(3))").write(to: file("pages/en/note.md"))
    case 1:
      try? FileManager.default.removeItem(at: file("pages/vi/note.md"))
      try? FileManager.default.removeItem(at: file("pages/en/note.md"))
    case 2: try page("/en/note/", "[gone](/en/gone-\(dice.roll(2))/)").write(to: file("pages/en/note.md"))
    case 3:
      let layout = file("layouts/page.mustache")
      let text = try String(contentsOf: layout, encoding: .utf8)
      try Data((text + "<!-- \(dice.roll(2)) -->\n").utf8).write(to: layout)
    case 4:
      for (language, word) in [("vi", "Chữ"), ("en", "Word")] {
        try Data("test.word: \(word) \(dice.roll(2))\n".utf8).write(to: file("strings/\(language)/zz.yaml"))
      }
    default: break
    }
  }

  @Test func editsGiveTheSameSiteAsAFreshBuild() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let site = folder.url.appending(path: "site")
    try FileManager.default.copyItem(at: Repository.site, to: site)
    let names = ["Hải Dương", "Bắc Kạn", "Nam Định", "Hải Phòng", "Ninh Bình", "Thái Nguyên"]
    let entities = names.map { Samples.entity(Slug.make($0), vi: $0, en: $0) }
    let builder = SiteBuilder(
      dataset: Samples.dataset(entities: entities), siteFolder: site)
    let example = try FrozenSite.example()
    var cache = PageCache()
    var files: [String: Data] = [:]
    var dice = Dice(state: 20_260_701)
    var reusedPages = 0
    for round in 0..<24 {
      try edit(site, &dice, round: round)
      let tree = CountingTree(after: files)
      let cached = try builder.build(
        of: SiteBuilder.BuildInputs(SiteBuilder.Texts(of: site), builder.model(forAll: false)),
        example: example,
        into: tree, cache: &cache)
      let fresh = builder.build(example: example)
      #expect((cached.isSound ? tree.files : nil) == fresh.output?.files, "round \(round)")
      #expect(cached.findings.map(\.message.en) == fresh.findings.map(\.message.en), "round \(round)")
      guard cached.isSound else { continue }
      reusedPages += tree.reusedCount
      files = tree.files
      // As another process would read it.
      let bytes = cache.bytes
      cache = try #require(PageCache(bytes: bytes[...]))
      #expect(PageCache(bytes: bytes.dropLast()) == nil && PageCache(bytes: (bytes + [0])[...]) == nil)
    }
    // Most rounds change one page, and the rest is reused.
    #expect(reusedPages > 200)
  }

  /// A tree that counts what was reused.
  private final class CountingTree: SiteTree {
    private let tree: SiteInMemory
    private let reused = Locked(0)

    init(after files: [String: Data]) { tree = SiteInMemory(reusing: files) }

    var files: [String: Data] { tree.files }
    var reusedCount: Int { reused.withLock { $0 } }

    func add(_ path: String, _ bytes: Data) { tree.add(path, bytes) }

    func reuse(_ path: String) -> Bool {
      let isReused = tree.reuse(path)
      if isReused { reused.withLock { $0 += 1 } }
      return isReused
    }
  }
}
