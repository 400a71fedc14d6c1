internal import Foundation
internal import GFM
internal import Pages
internal import Parallel
internal import Text

/// The checks across all pages of the finished site.
enum SiteCheck {
  /// Labels that exist in one language only, or whose placeholders differ between the languages. Of a language whose
  /// labels could not all be read none is called missing.
  static func labels(_ source: SiteSource) -> [Finding] {
    let vietnamese = source.labels(in: .vietnamese).texts
    let english = source.labels(in: .english).texts
    func isComplete(_ language: Language) -> Bool { source.labels(in: language).isComplete }
    func places(_ text: String) -> Set<Substring> {
      Set(
        text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map {
          $0.prefix { $0 != "}" }
        })
    }
    let open = UInt8(ascii: "{")
    let faults = vietnamese.compactMap { key, vi -> (String, Finding)? in
      guard let en = english[key] else {
        guard isComplete(.english) else { return nil }
        return (key, Rule.labelOneLanguage(key, has: .vietnamese).finding(in: "strings/vi"))
      }
      // Most labels have no placeholder.
      guard vi.containsByte(open) || en.containsByte(open), places(vi) != places(en) else { return nil }
      return (key, Rule.labelPlaces(key).finding(in: "strings/vi"))
    }
    let others = english.keys.filter { vietnamese[$0] == nil && isComplete(.vietnamese) }
      .map { ($0, Rule.labelOneLanguage($0, has: .english).finding(in: "strings/en")) }
    return (faults + others).sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// What the layout and the style sheets load from another host. Pictures are checked where pages are rendered.
  static func loadedAddresses(_ source: SiteSource) -> [Finding] {
    let sheets = source.assets.filter { $0.path.lowercased().hasSuffix(".css") }.map { asset in
      (asset.path, LoadedAddresses.elsewhere(inStyleSheet: String(decoding: asset.bytes, as: UTF8.self)))
    }
    let layout = (SiteSource.layoutPath, LoadedAddresses.elsewhere(inPage: Data(source.layout.utf8)))
    return ([layout] + sheets).flatMap { path, addresses in
      addresses.sorted().map { Rule.otherHost($0).finding(in: path) }
    }
  }

  /// Pages whose file another page already has.
  ///
  /// - Parameter sources: the pages that have a file in the folder of the site.
  static func taken(_ heads: [Page.Head], _ sources: [SiteSource.AuthoredPage] = []) -> [Finding] {
    let files = Dictionary(grouping: sources) { String($0.path.dropFirst()) + "index.html" }
      .mapValues { $0.map(\.file) }
    var earlier: [String: [Page.Head]] = [:]
    return heads.compactMap { head in
      let file = head.route.file(in: head.language)
      let others = earlier[file] ?? []
      earlier[file, default: []].append(head)
      guard !others.isEmpty else { return nil }
      let authored = files[file] ?? []
      // Of a generated page and an authored one, the authored one is to move.
      let generated = (others + [head]).first { $0.route.kind != "authored" }
      let place = generated == nil ? others.count : others.count - 1
      let rule = Rule.pathTaken("/" + file, by: generated?.route.kind ?? authored.first ?? file)
      return rule.finding(in: place < authored.count ? authored[place] : file)
    }
  }

  /// Pages that exist in one language only.
  static func twins(_ heads: [Page.Head]) -> [Finding] {
    var routes: [Language: Set<Route>] = [:]
    for head in heads { routes[head.language, default: []].insert(head.route) }
    return heads.compactMap { head in
      guard routes[head.language.other]?.contains(head.route) != true else { return nil }
      return Rule.pageOneLanguage(head.route.kind, has: head.language)
        .finding(in: head.route.file(in: head.language))
    }
  }

  /// Broken links, of pages and of those that moved.
  ///
  /// - Parameter files: the path of every file of the site, without a leading slash.
  static func links(
    _ pages: [(file: String, page: RenderedPage)], moved: [MovedPage] = [], files: Set<String>
  ) -> [Finding] {
    // A link to a page that moved works, but takes the reader there by a detour.
    let detours = Dictionary(
      moved.map { ($0.head.route.path(in: $0.head.language), $0.place.path(in: $0.head.language)) },
      uniquingKeysWith: { first, _ in first })
    let places = Dictionary(pages.map { ($0.page.path, $0.page) }, uniquingKeysWith: { first, _ in first })
    // The target of a fragment on the same page differs from page to page, so it is checked below.
    @Sendable func leadsSomewhere(_ link: RenderedBody.Link) -> Bool {
      link.path.isEmpty || leads(link, to: places[link.path], files)
    }
    // Links that pages share are checked once for all of them.
    let tables = pages.map(\.page.links.table).reduce(into: [:]) { $0[ObjectIdentifier($1)] = $1 }
    let results = SharedList<RenderedBody.Link>.Results(tables.values, leadsSomewhere)
    let lost = moved.compactMap { page -> Finding? in
      let language = page.head.language
      let link = RenderedBody.Link(path: page.place.route.path(in: language), fragment: page.place.anchor)
      guard !leads(link, to: places[link.path], files) else { return nil }
      return Rule.linkBroken(page.place.path(in: language)).finding(in: page.head.route.file(in: language))
    }
    return pages.chunks.parallelMap { pages in
      var results = results
      return pages.flatMap { file, page -> [Finding] in
        zip(page.links.elements, results.all(of: page.links, leadsSomewhere)).filter { link, isSound in
          !isSound || link.path.isEmpty && !leads(link, to: page, files)
        }.map { link, _ -> (path: String, target: String) in
          let path = link.path.isEmpty ? page.path : link.path
          return (path, path + (link.fragment.map { "#" + $0 } ?? ""))
        }.sorted { $0.target < $1.target }.map { path, target in
          let rule = detours[path].map { Rule.linkMoved(target, to: $0) } ?? Rule.linkBroken(target)
          return rule.finding(in: file)
        }
      }
    }.flatMap { $0 } + lost
  }

  /// - Parameter page: the page at the path of the link; nil when there is none.
  private static func leads(_ link: RenderedBody.Link, to page: RenderedPage?, _ files: Set<String>) -> Bool {
    guard let page else { return files.contains(String(link.path.dropFirst())) }
    return link.fragment.map(page.has) ?? true
  }
}
