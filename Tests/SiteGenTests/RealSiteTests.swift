import Foundation
import Scoring
import Testing

@testable import SiteGen

/// What holds of the whole site of the real data, seen from outside: from its files alone.
struct RealSiteTests {
  @Test func theSiteIsBuiltWithoutFindings() throws {
    let findings = try RealSite.build().findings.map { "\($0.file): \($0.rule): \($0.message.en)" }
    #expect(findings == [])
    #expect(try RealSite.build().pageCount > 200)
  }

  @Test func everyPageHasItsTwin() throws {
    let pages = try RealSite.pages()
    let english = pages.keys.filter { $0.hasPrefix("en/") }
    #expect(english.count * 2 == pages.count)
    for (file, page) in pages {
      let twin = try #require(
        page.tags.first { $0.attributes["hreflang"] != nil && $0.name == "a" }, "\(file)")
      let other = try #require(twin.attributes["href"])
      let target = PageAddress(file: file).target(of: other)
      #expect(pages[target.file] != nil && target.file.hasPrefix("en/") != file.hasPrefix("en/"), "\(file)")
      let language = page.tags.first { $0.name == "html" }?.attributes["lang"]
      #expect(language == (file.hasPrefix("en/") ? "en" : "vi"), "\(file)")
      // And back again.
      let back = pages[target.file]?.tags.first { $0.attributes["hreflang"] != nil && $0.name == "a" }
      #expect(PageAddress(file: target.file).target(of: back?.attributes["href"] ?? "").file == file)
    }
  }

  @Test func everyInternalLinkResolves() throws {
    let pages = try RealSite.pages()
    let ids = pages.mapValues { Set($0.ids) }
    let files = try Set(RealSite.output().files.keys)
    var count = 0
    var broken: Set<String> = []
    for (file, page) in pages {
      let address = PageAddress(file: file)
      for link in Set(page.links) where !link.hasPrefix("http") && !link.hasPrefix("mailto:") {
        count += 1
        let target = address.target(of: link)
        let hasPlace = target.fragment.map { ids[target.file]?.contains($0) ?? false } ?? true
        if !files.contains(target.file) || !hasPlace { broken.insert("\(file): \(link)") }
      }
    }
    #expect(count > 10_000)
    #expect(broken.sorted().prefix(20) == [])
  }

  @Test func noIdentifierIsUsedTwiceOnAPage() throws {
    for (file, page) in try RealSite.pages() {
      guard Set(page.ids).count < page.ids.count else { continue }
      let twice = Dictionary(grouping: page.ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
      #expect(twice == [], "\(file)")
    }
  }

  @Test func everyFigureIsSourced() throws {
    var figures = 0
    for (file, page) in try RealSite.pages() where !PageAddress(file: file).isAboutData {
      let lines = page.tags.filter { $0.attributes["class"] == "line" }.count
      let cites = page.tags.filter { $0.attributes["class"] == "cite" }.count
      figures += lines
      #expect(lines == 0 || cites > 0, "\(file)")
      #expect(page.tags.allSatisfy { $0.attributes["class"] != "line" || !$0.text.isEmpty || $0.name != "a" })
    }
    #expect(figures > 500)
  }

  @Test func noPageHoldsATextOfTheOtherLanguage() throws {
    let check = LanguageCheck(dataset: try RealSite.dataset(), allowedNames: try allowedNames())
    var found: [String] = []
    let bilingual = bilingualFiles()
    for (file, page) in try RealSite.pages()
    where !bilingual.contains(file) && !PageAddress(file: file).isDataFile {
      let language: Language = file.hasPrefix("en/") ? .english : .vietnamese
      for text in page.texts where check.foreignWords(in: [text], of: language) != nil {
        if let words = check.foreignWords(in: [withoutIdentifiers(text)], of: language) {
          found.append("\(file): \(words)")
        }
      }
    }
    for (path, bytes) in try RealSite.output().files where path.hasSuffix(".svg") && path.hasPrefix("charts/")
    {
      let language: Language = path.hasSuffix(".en.svg") ? .english : .vietnamese
      let chart = PageScanner(String(decoding: bytes, as: UTF8.self))
      if let words = check.foreignWords(in: chart.texts, of: language) { found.append("\(path): \(words)") }
    }
    #expect(found.sorted() == [])
  }

  /// Authored pages that set both languages side by side.
  private func bilingualFiles() -> Set<String> {
    var reader = SiteSourceReader(folder: Repository.site)
    return Set(reader.read().pages.filter(\.isBilingual).map { $0.path.dropFirst() + "index.html" })
  }

  /// `as_of` and `as-of` name columns and values of the data in both languages.
  private func withoutIdentifiers(_ text: String) -> String {
    text.split(separator: " ").filter { !$0.contains("_") && !$0.contains("-") }.joined(separator: " ")
  }

  private func allowedNames() throws -> [String] {
    try String(contentsOf: Repository.site.appending(path: "names.txt"), encoding: .utf8)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
  }

  @Test func nothingIsAskedOfAnotherHost() throws {
    for (file, page) in try RealSite.pages() {
      for tag in page.tags where tag.name != "a" && tag.name != "meta" {
        for name in ["href", "src", "srcset", "action", "data", "poster"] {
          let value = tag.attributes[name] ?? ""
          #expect(!value.contains("//"), "\(file): <\(tag.name) \(name)=\(value)>")
        }
        #expect(tag.attributes["style"] == nil && tag.name != "style", "\(file)")
        #expect(!["iframe", "object", "embed", "form", "base"].contains(tag.name), "\(file)")
        #expect(tag.name != "script" || tag.attributes["src"] != nil, "\(file)")
        #expect(!tag.attributes.keys.contains { $0.hasPrefix("on") }, "\(file)")
      }
    }
    for (path, bytes) in try RealSite.output().files where path.hasSuffix(".css") || path.hasSuffix(".js") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("http") && !text.contains("//www") && !text.contains("@import"), "\(path)")
    }
  }

  @Test func everyPageHasItsMarkdown() throws {
    let files = try RealSite.output().files
    for file in try RealSite.pages().keys where !file.hasSuffix("404.html") {
      let markdown = try #require(files[file.dropLast(4) + "md"], "\(file)")
      #expect(String(decoding: markdown.prefix(2), as: UTF8.self) == "# ", "\(file)")
    }
  }

  @Test func everyPageHasATitleAndADescription() throws {
    for (file, page) in try RealSite.pages() {
      let title = page.tags.first { $0.name == "title" }?.text ?? ""
      let description = page.tags.first { $0.attributes["name"] == "description" }?.attributes["content"]
      #expect(title.count > 5 && (description ?? "").count > 10, "\(file)")
      #expect(page.tags.filter { $0.name == "h1" }.count == 1, "\(file)")
      for image in page.tags where image.name == "img" {
        #expect(image.attributes["alt"]?.isEmpty == false, "\(file)")
        #expect(image.attributes["width"] != nil && image.attributes["height"] != nil, "\(file)")
      }
    }
  }

  /// Sorted paths of all pages. `RECORD_GOLDENS=1 swift test` rewrites the list and fails the run.
  @Test func theListOfPagesIsAsRecorded() throws {
    let list = try RealSite.pages().keys.sorted().joined(separator: "\n") + "\n"
    let golden = Repository.goldens.appending(path: "pages.txt")
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
      try Data(list.utf8).write(to: golden)
      Issue.record("The list was rewritten; look at the change, then run without RECORD_GOLDENS.")
    }
    let recorded = try String(contentsOf: golden, encoding: .utf8)
    #expect(
      list.split(separator: "\n").difference(from: recorded.split(separator: "\n")).map { "\($0)" } == [],
      "RECORD_GOLDENS=1 rewrites the list.")
  }
}

/// Where a page is, and what its links mean from there.
struct PageAddress {
  let file: String

  var isDataFile: Bool { file.hasPrefix("du-lieu/tep/") || file.hasPrefix("en/data/file/") }

  /// Pages whose lines are not figures.
  var isAboutData: Bool {
    isDataFile || ["du-lieu/", "en/data/", "nguon/", "en/sources/"].contains { file == $0 + "index.html" }
  }

  /// The file and place that a link leads to.
  func target(of link: String) -> (file: String, fragment: String?) {
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let fragment = parts.count > 1 ? parts[1] : nil
    guard let path = parts.first, !path.isEmpty else { return (file, fragment) }
    var folders = path.hasPrefix("/") ? [] : file.split(separator: "/").dropLast().map(String.init)
    for step in path.split(separator: "/") {
      if step == ".." {
        // A link that climbs out of the site leads to no file of it.
        if folders.popLast() == nil { return ("../" + path, fragment) }
      } else if step != "." {
        folders.append(String(step))
      }
    }
    let isFolder = path.hasSuffix("/") || path.hasSuffix("..") || path == "."
    return ((folders + (isFolder ? ["index.html"] : [])).joined(separator: "/"), fragment)
  }
}
