import Foundation
import Scoring
import TestSupport
import Testing
import Text

@testable import Pages
@testable import SiteGen

/// Which pages have cards, what the cards say, and how pages name them.
struct SiteCardTests {
  private static let base = "https://a.vn/b"

  /// The site of the frozen data with cards, for an address.
  private static let built = Result<SiteBuilder.Result, any Error> {
    try build(baseURL: base, hasCards: true)
  }

  private static func build(baseURL: String?, hasCards: Bool) throws -> SiteBuilder.Result {
    SiteBuilder(
      dataset: try FrozenSite.dataset(), siteFolder: Repository.site, baseURL: baseURL, hasCards: hasCards
    ).build(example: try FrozenSite.example())
  }

  private static func tags(_ html: Data) -> [String: String] {
    let text = String(decoding: html, as: UTF8.self)
    return text.matches(of: /<meta (?:property|name)="((?:og|twitter):[a-z:]+)" content="([^"]*)">/).reduce(
      into: [:]) {
        $0[String($1.output.1)] = String($1.output.2).replacing("&#39;", with: "’")
      }
  }

  private static func head(
    _ route: Route, _ claim: CardClaim?, _ language: Language = .vietnamese, parents: [Route] = [.home]
  ) -> Page.Head {
    Page.Head(route: route, language: language, title: "", description: "", parents: parents, card: claim)
  }

  @Test func everyPageNamesACardThatThereIs() throws {
    let site = try Self.built.get()
    let files = try #require(site.output).files
    #expect(site.findings.map(\.message.en) == [])
    var named: Set<String> = []
    for (path, html) in files where path.hasSuffix(".html") {
      let tags = Self.tags(html)
      guard tags["og:url"] != nil, !String(decoding: html, as: UTF8.self).contains("http-equiv=\"refresh\"")
      else {
        #expect(tags["og:image"] == nil, "\(path)")
        continue
      }
      let image = try #require(tags["og:image"], "\(path)")
      #expect(image.hasPrefix(Self.base + "/cards/") && tags["twitter:image"] == image, "\(path)")
      #expect(image.hasSuffix(path.hasPrefix("en/") ? ".en.png" : ".vi.png"), "\(path)")
      #expect(tags["og:image:width"] == "1200" && tags["og:image:height"] == "630")
      #expect(tags["twitter:card"] == "summary_large_image")
      let alternative = try #require(tags["og:image:alt"], "\(path)")
      #expect(alternative.count > 10 && tags["twitter:image:alt"] == alternative)
      named.insert(String(image.dropFirst(Self.base.count + 1)))
    }
    #expect(named == Set(site.drawings.keys) && named.count > 20)
    #expect(named.contains("cards/home.vi.png") && named.contains("cards/home.en.png"))
    #expect(named.count <= 2 * SiteCards.most)
  }

  @Test func withoutAnAddressOrWithoutCardsNoPageNamesOne() throws {
    let plain = try #require(try Self.build(baseURL: Self.base, hasCards: false).output)
    let placeless = try Self.build(baseURL: nil, hasCards: true)
    for files in [plain.files, try #require(placeless.output).files] {
      let home = Self.tags(try #require(files["index.html"]))
      #expect(home["og:image"] == nil && home["twitter:card"] == "summary")
    }
    #expect(try FrozenSite.output().files == placeless.output?.files)
    #expect(try placeless.drawings.keys.sorted() == Self.built.get().drawings.keys.sorted())
  }

  /// A number on a card stands on its page too.
  @Test func noCardSaysANumberThatItsPageDoesNot() throws {
    let files = try #require(try Self.built.get().output).files
    func numbers(_ text: String) -> Set<Substring> {
      Set(text.matches(of: /[0-9]+(?:[.,][0-9]+)*/).map(\.output))
    }
    var count = 0
    for (path, html) in files where path.hasSuffix("index.html") {
      let tags = Self.tags(html)
      guard let image = tags["og:image"], let alternative = tags["og:image:alt"] else { continue }
      let words = path.dropLast("/index.html".count).split(separator: "/")
      let isOwn =
        image.contains("/cards/home.")
        ? ["index.html", "en/index.html"].contains(path) : image.contains("-\(words.last ?? "").")
      guard isOwn else { continue }
      let page = String(decoding: try #require(files[path.dropLast("html".count) + "md"]), as: UTF8.self)
      #expect(numbers(alternative).subtracting(numbers(page)).sorted() == [], "\(path): \(alternative)")
      count += 1
    }
    #expect(count > 20)
  }

  @Test func theWordsOfTheCardsAreAsRecorded() throws {
    let drawings = try Self.built.get().drawings.sorted { $0.key < $1.key }
    let words = drawings.map { path, svg in
      let texts = svg.matches(of: /<text [^>]*>([^<]*)<\/text>/).map { String($0.output.1) }
        // Signs stand within squares.
        .filter { $0.count > 1 }
      return path + "\n" + texts.map { "  " + $0 + "\n" }.joined()
    }.joined(separator: "\n")
    let golden = Golden(Repository.frozen.appending(path: "Goldens/cards.txt"))
    let difference = golden.difference(from: words)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func wherePagesAskForMoreTheNewestPlansComeFirst() {
    let promises = (0..<300).map { number in
      Self.head(
        .promise(Identifier("p\(number)")), CardClaim(.settledPromise, year: 2000 + number % 30))
    }
    let others = [
      Self.head(.indexYear(2030), CardClaim(.indexYear, year: 2030)), Self.head(.provinces, nil),
      Self.head(.province("a"), CardClaim(.province)), Self.head(.home, CardClaim(.home)),
    ]
    let heads = promises + others
    let chosen = SiteCards.chosen(heads + heads.map { Self.head($0.route, $0.card, .english) })
    #expect(chosen.count == SiteCards.most)
    #expect(chosen.isSuperset(of: [.home, .province("a")]) && !chosen.contains(.provinces))
    #expect(!chosen.contains(.indexYear(2030)))
    let years = chosen.compactMap { route -> Int? in
      guard case .promise(let id) = route, let number = Int(id.rawValue.dropFirst()) else { return nil }
      return 2000 + number % 30
    }
    // Ten of each of the newest years, and the rest of the next in the order of the data.
    #expect(years.filter { $0 > 2020 }.count == 90 && years.filter { $0 == 2020 }.count == 8)
    #expect(chosen.contains(.promise("p20")) && !chosen.contains(.promise("p290")))
  }

  /// The cache of a build without cards holds no page that should name one.
  @Test func pagesAreMadeAgainWhenTheirCardComesOrGoes() throws {
    let example = try FrozenSite.example()
    var cache = PageCache()
    var files: [String: Data] = [:]
    for hasCards in [false, true, false] {
      let builder = SiteBuilder(
        dataset: try FrozenSite.dataset(), siteFolder: Repository.site, baseURL: Self.base, hasCards: hasCards
      )
      let tree = SiteInMemory(reusing: files)
      let inputs = SiteBuilder.BuildInputs(
        SiteBuilder.Texts(of: Repository.site), builder.model(forAll: false))
      _ = try builder.build(of: inputs, example: example, into: tree, cache: &cache)
      files = tree.files
      let home = Self.tags(try #require(files["index.html"]))
      #expect((home["og:image"] != nil) == hasCards)
    }
  }
}
