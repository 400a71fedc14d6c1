import Foundation
import Scoring
import TestSupport
import Testing
import Text

@testable import Pages
@testable import SiteGen

/// A property of every site, whatever its data are.
struct SiteProperty: CustomTestStringConvertible, Sendable {
  let testDescription: String
  /// Describes each violation; empty when the property holds.
  let faults: @Sendable (FinishedSite) throws -> [String]

  private init(_ description: String, _ faults: @escaping @Sendable (FinishedSite) throws -> [String]) {
    testDescription = description
    self.faults = faults
  }

  static let all = [
    twins, links, identifiers, sources, language, hosts, policy, markdown, titles, rowCounts, openData,
    dataLines, units, tableHeaders, moved, embedded,
  ]

  static let twins = SiteProperty("every page has its twin in the other language") { site in
    var faults: [String] = []
    for (file, page) in site.pages {
      let language = page.tags.first { $0.name == "html" }?.attributes["lang"]
      if language != (file.hasPrefix("en/") ? "en" : "vi") {
        faults.append("\(file): lang is \(language ?? "")")
      }
      func twin(of page: PageScanner?, at file: String) -> String? {
        let link = page?.tags.first { $0.attributes["hreflang"] != nil && $0.name == "a" }
        return link?.attributes["href"].map { PageAddress(file: file).target(of: $0).file }
      }
      guard let other = twin(of: page, at: file), site.pages[other] != nil,
        other.hasPrefix("en/") != file.hasPrefix("en/"), twin(of: site.pages[other], at: other) == file
      else {
        faults.append("\(file): has no twin that leads back")
        continue
      }
    }
    return faults + (site.pages.isEmpty ? ["There are no pages."] : [])
  }

  static let links = SiteProperty("every internal link leads to a place") { site in
    let ids = site.pages.mapValues { Set($0.ids) }
    var broken: Set<String> = []
    for (file, page) in site.pages {
      let address = PageAddress(file: file)
      for link in Set(page.links) where !link.hasPrefix("http") && !link.hasPrefix("mailto:") {
        let target = address.target(of: link)
        let hasPlace = target.fragment.map { ids[target.file]?.contains($0) ?? false } ?? true
        if site.files[target.file] == nil || !hasPlace { broken.insert("\(file): \(link)") }
      }
    }
    return broken.sorted()
  }

  static let embedded = SiteProperty("every chart stands alone on a page that leads to one that explains it")
  { site in
    let charts = site.files.keys.filter { $0.hasPrefix("charts/") && $0.hasSuffix(".svg") }
    var faults = charts.filter { site.embedded[$0.dropLast("svg".count) + "html"] == nil }
    if site.embedded.count != charts.count {
      faults.append("\(site.embedded.count) for \(charts.count) charts")
    }
    for (file, page) in site.embedded {
      func first(_ name: String) -> [String: String] {
        page.tags.first { $0.name == name }?.attributes ?? [:]
      }
      let language = file.hasSuffix(".en.html") ? "en" : "vi"
      let address = PageAddress(file: file)
      let explained = address.target(of: first("a")["href"] ?? "").file
      if site.pages[explained] == nil || explained.hasPrefix("en/") != (language == "en") {
        faults.append("\(file): leads to \(explained)")
      }
      if address.target(of: first("img")["src"] ?? "").file != file.dropLast("html".count) + "svg" {
        faults.append("\(file): shows \(first("img")["src"] ?? "nothing")")
      }
      if first("html")["lang"] != language || first("img")["alt"]?.isEmpty != false
        || first("a")["target"] != "_parent"
      {
        faults.append("\(file): language, text of the picture or target of the link")
      }
      if page.tags.contains(where: { $0.name == "script" }) { faults.append("\(file): a script") }
    }
    return faults
  }

  static let moved = SiteProperty("a page that moved leads to a place in its language, and no link to it") {
    site in
    var faults: [String] = []
    for (file, page) in site.moved {
      func attribute(_ name: String, of tag: String, _ key: String, _ value: String?) -> String? {
        page.tags.first { $0.name == tag && (value == nil || $0.attributes[key] == value) }?.attributes[name]
      }
      let language = file.hasPrefix("en/") ? "en" : "vi"
      let refresh = attribute("content", of: "meta", "http-equiv", "refresh") ?? ""
      let link = attribute("href", of: "a", "href", nil) ?? ""
      let target = PageAddress(file: file).target(of: link)
      guard let found = site.pages[target.file], target.fragment.map(found.ids.contains) ?? true else {
        faults.append("\(file): leads to \(link)")
        continue
      }
      if refresh != "0; url=" + link { faults.append("\(file): \(refresh) is not \(link)") }
      let canonical = attribute("href", of: "link", "rel", "canonical") ?? ""
      if PageAddress(file: file).target(of: canonical).file != target.file {
        faults.append("\(file): the canonical address is \(canonical)")
      }
      if attribute("lang", of: "html", "lang", nil) != language
        || target.file.hasPrefix("en/") != file.hasPrefix("en/")
      {
        faults.append("\(file): another language")
      }
      if attribute("content", of: "meta", "name", "robots") != "noindex" {
        faults.append("\(file): no noindex")
      }
      let policy = attribute("content", of: "meta", "http-equiv", "Content-Security-Policy") ?? ""
      if !policy.hasPrefix("default-src 'none'; style-src 'self';") { faults.append("\(file): \(policy)") }
      if page.tags.contains(where: { $0.name == "script" }) { faults.append("\(file): a script") }
      for name in ["title", "h1"] where page.tags.first(where: { $0.name == name })?.text.isEmpty != false {
        faults.append("\(file): no \(name)")
      }
      if site.files[file.dropLast(4) + "md"] != nil { faults.append("\(file): has Markdown") }
    }
    for (file, page) in site.pages {
      let address = PageAddress(file: file)
      let detours = Set(page.links).filter { site.moved[address.target(of: $0).file] != nil }
      faults += detours.map { "\(file): links to \($0), which moved" }
    }
    return faults
  }

  static let identifiers = SiteProperty("no identifier is used twice on a page") { site in
    site.pages.compactMap { file, page in
      guard Set(page.ids).count < page.ids.count else { return nil }
      let twice = Dictionary(grouping: page.ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
      return "\(file): \(twice)"
    }
  }

  static let sources = SiteProperty("every figure is sourced") { site in
    var (figures, faults) = (0, [String]())
    for (file, page) in site.pages where !PageAddress(file: file).isAboutData {
      let lines = page.tags.filter { $0.attributes["class"] == "line" }
      let cites = page.tags.count { $0.attributes["class"] == "cite" }
      figures += lines.count
      if !lines.isEmpty, cites == 0 { faults.append("\(file): figures without a source") }
      if lines.contains(where: { $0.name == "a" && $0.text.isEmpty }) {
        faults.append("\(file): an empty figure")
      }
    }
    return faults + (figures == 0 ? ["There are no figures."] : [])
  }

  static let language = SiteProperty("no page holds a text of the other language") { site in
    let listed = try String(contentsOf: Repository.site.appending(path: "names.txt"), encoding: .utf8)
    let names = listed.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
    let check = LanguageCheck(dataset: site.dataset, allowedNames: names)
    var reader = SiteSourceReader(folder: Repository.site)
    let bilingual = Set(
      reader.read().pages.filter(\.isBilingual).map { String($0.path.dropFirst()) + "index.html" })
    /// `as_of` and `as-of` name columns and values of the data in both languages.
    func withoutIdentifiers(_ text: String) -> String {
      text.split(separator: " ").filter { !$0.contains("_") && !$0.contains("-") }.joined(separator: " ")
    }
    var faults: [String] = []
    for (file, page) in site.pages where !bilingual.contains(file) && !PageAddress(file: file).isDataFile {
      let language: Language = file.hasPrefix("en/") ? .english : .vietnamese
      for text in page.texts where check.foreignWords(in: [text], of: language) != nil {
        if let words = check.foreignWords(in: [withoutIdentifiers(text)], of: language) {
          faults.append("\(file): \(words)")
        }
      }
    }
    for (path, bytes) in site.files where path.hasSuffix(".svg") && path.hasPrefix("charts/") {
      let language: Language = path.hasSuffix(".en.svg") ? .english : .vietnamese
      let chart = PageScanner(String(decoding: bytes, as: UTF8.self))
      if let words = check.foreignWords(in: chart.texts, of: language) { faults.append("\(path): \(words)") }
    }
    return faults
  }

  static let hosts = SiteProperty("nothing is asked of another host, and no script stands in a page") {
    site in
    var faults: [String] = []
    for (file, page) in site.pages {
      for tag in page.tags where tag.name != "a" && tag.name != "meta" {
        for name in ["href", "src", "srcset", "action", "data", "poster"] {
          let value = tag.attributes[name] ?? ""
          if value.contains("//") { faults.append("\(file): <\(tag.name) \(name)=\(value)>") }
        }
        if tag.attributes["style"] != nil || tag.name == "style" { faults.append("\(file): a style") }
        let isSearch = tag.name == "form" && tag.attributes["role"] == "search"
        if !isSearch, ["iframe", "object", "embed", "form", "base"].contains(tag.name) {
          faults.append("\(file): <\(tag.name)>")
        }
        if tag.name == "script", tag.attributes["src"] == nil, tag.attributes["type"] != "application/ld+json"
        {
          faults.append("\(file): a script in the page")
        }
        if tag.attributes.keys.contains(where: { $0.hasPrefix("on") }) {
          faults.append("\(file): an event handler")
        }
      }
    }
    for (path, bytes) in site.files where path.hasSuffix(".css") || path.hasSuffix(".js") {
      let text = String(decoding: bytes, as: UTF8.self)
      if text.contains("http") || text.contains("//www") || text.contains("@import") { faults.append(path) }
    }
    return faults
  }

  /// The policy of a page allows what the page loads from its own site, and nothing else.
  static let policy = SiteProperty("every page has the same policy, without inline styles and scripts") {
    site in
    let policies = site.pages.mapValues { page in
      page.tags.first { $0.attributes["http-equiv"] == "Content-Security-Policy" }?.attributes["content"]
        ?? ""
    }
    let faults = policies.filter {
      $0.value.contains("unsafe-inline") || !$0.value.hasPrefix("default-src 'none';")
        || !$0.value.contains("script-src 'self' 'wasm-unsafe-eval';")
        || !$0.value.contains("style-src 'self';")
    }
    return faults.keys.sorted() + (Set(policies.values).count == 1 ? [] : ["The policies differ."])
  }

  static let markdown = SiteProperty("every page but data files stands beside its Markdown") { site in
    site.pages.keys.filter { !$0.hasSuffix("404.html") }.compactMap { file in
      let markdown = site.files[file.dropLast(4) + "md"]
      if PageAddress(file: file).isDataFile { return markdown == nil ? nil : file }
      return markdown?.starts(with: Array("# ".utf8)) == true ? nil : file
    }
  }

  static let titles = SiteProperty("every page has a title and a description, every picture its text") {
    site in
    var faults: [String] = []
    for (file, page) in site.pages {
      let title = page.tags.first { $0.name == "title" }?.text ?? ""
      let description =
        page.tags.first { $0.attributes["name"] == "description" }?.attributes["content"] ?? ""
      if title.count <= 5 || description.count <= 10 { faults.append("\(file): title or description") }
      if description.count > 160 {
        faults.append("\(file): a description of \(description.count) characters")
      }
      if page.tags.count(where: { $0.name == "h1" }) != 1 { faults.append("\(file): not one h1") }
      for image in page.tags where image.name == "img" {
        let isWhole = ["alt", "width", "height"].allSatisfy { image.attributes[$0]?.isEmpty == false }
        if !isWhole { faults.append("\(file): <img \(image.attributes)>") }
      }
    }
    return faults
  }

  static let tableHeaders = SiteProperty("every table has a name of its own, and every row one header") {
    site in
    var (rows, faults) = (0, [String]())
    for (file, page) in site.pages {
      var captions: [String] = []
      var headers: Int?
      for tag in page.tags {
        switch tag.name {
        case "caption": captions.append(tag.text)
        case "tbody": headers = 0
        case "/tbody": headers = nil
        case "tr": if headers != nil { headers = 0 }
        case "th": if headers != nil, tag.attributes["scope"] == "row" { headers? += 1 }
        case "/tr":
          guard let found = headers else { continue }
          rows += 1
          if found != 1 { faults.append("\(file): a row with \(found) headers") }
        default: continue
        }
      }
      let regions = page.tags.filter { $0.attributes["class"] == "table" }
      let names = Set(regions.compactMap { $0.attributes["aria-labelledby"] })
      if names.count != page.tags.count(where: { $0.name == "table" }) || !names.isSubset(of: page.ids) {
        faults.append("\(file): a table without a name")
      }
      if captions.contains("") || Set(captions).count != captions.count {
        faults.append("\(file): \(captions)")
      }
    }
    return faults + (rows == 0 ? ["There are no rows."] : [])
  }

  static let units = SiteProperty("what a province gives its own units stands on their page alone") { site in
    let provinces = Dictionary(
      uniqueKeysWithValues: site.dataset.indexes.compactMap { index in
        index.province.map { (index.id, $0) }
      })
    let anchors = RowAnchors.all(in: site.dataset)
    var faults: [String] = []
    for figure in site.dataset.published {
      let anchor = anchors[figure.line.file]?.name(at: figure.line.line)
      guard let anchor, let province = provinces[figure.index] else { continue }
      for language in Language.allCases {
        let own = Route.internalIndex(province).file(in: language)
        let part = DataFilePart(of: figure.line)
        let line = PageAddress(file: Route.dataFile(part.path, page: part.page).file(in: language))
        func shows(_ file: String, _ page: PageScanner) -> Bool {
          page.links.contains { link in
            let target = PageAddress(file: file).target(of: link)
            return target.file == line.file && target.fragment == anchor
          }
        }
        if site.pages[own].map({ shows(own, $0) }) != true { faults.append("\(own): not \(figure.line)") }
        for (file, page) in site.pages where file != own && !PageAddress(file: file).isAboutData {
          let mayShow = page.links.contains { $0.hasSuffix("#" + anchor) }
          if mayShow, shows(file, page) { faults.append("\(file): \(figure.line)") }
        }
      }
    }
    return faults
  }

  // MARK: Open data

  private static let tables = [
    "targets", "tasks", "coverage", "outcomes", "published", "scorecards", "intervals", "indicators",
    "units", "sources", "changes",
  ]

  private static func csv(_ name: String, _ site: FinishedSite) throws -> [[String]] {
    try CSVText.rows(String(decoding: site.files["data/\(name).csv"] ?? Data(), as: UTF8.self))
  }

  private static func json(_ name: String, _ site: FinishedSite) throws -> [[String: Any]] {
    let bytes = site.files["data/\(name).json"] ?? Data("[]".utf8)
    return try JSONSerialization.jsonObject(with: bytes) as? [[String: Any]] ?? []
  }

  static let rowCounts = SiteProperty("the open data have a row for each item of the data") { site in
    let data = site.dataset
    let cards = Dictionary(grouping: data.scorecardEntries) { $0.entity.rawValue + String($0.year) }.values
      .filter { rows in rows.contains { $0.node != .total } }
    let analyses = cards.map { rows in
      ScorecardAnalysis(entries: rows, edition: rows.first.flatMap { data.edition(forYear: $0.year) })
    }
    let counts = [
      "targets": AttainmentJudge(data).all().reduce(0) { $0 + $1.judgements.count },
      "tasks": data.tasks.count,
      "coverage": data.plans.reduce(0) { $0 + ($1.coverage?.parts.count ?? 0) },
      "outcomes": data.outcomes.count, "published": data.published.count,
      "scorecards": data.scorecardEntries.count, "sources": data.sources.count,
      "intervals": analyses.reduce(0) { $0 + $1.nodes.count(where: \.applies) },
      "units": data.unitGroups.reduce(0) { $0 + $1.units.count },
      "indicators": data.indicators.reduce(0) { $0 + max(1, $1.denominators.count) },
      "changes": data.changes.reduce(0) { $0 + max(1, $1.targets.count + $1.figures.count) },
    ]
    let names = site.files.keys.filter { $0.hasPrefix("data/") }.sorted()
    var faults =
      names == tables.flatMap { ["data/\($0).csv", "data/\($0).json"] }.sorted() ? [] : ["\(names)"]
    for name in tables {
      let (rows, objects) = (try csv(name, site).count, try json(name, site).count)
      if rows != counts[name].map({ $0 + 1 }) || objects != counts[name] {
        faults.append("\(name): \(counts[name] ?? 0) in the data, \(rows) lines of CSV, \(objects) in JSON")
      }
    }
    if try Set(csv("targets", site).dropFirst().map { $0[0] }).count != data.targets.count {
      faults.append("targets: not each one is there")
    }
    return faults
  }

  static let openData = SiteProperty("CSV and JSON of the open data say the same") { site in
    var faults: [String] = []
    for name in tables {
      let rows = try csv(name, site)
      let header = rows.first ?? []
      if Set(header).count != header.count { faults.append("\(name): a column twice") }
      for (row, object) in zip(rows.dropFirst(), try json(name, site)) {
        guard row.count == header.count, Set(object.keys) == Set(header) else {
          faults.append("\(name): \(row)")
          continue
        }
        for (column, cell) in zip(header, row) where !isSame(cell, object[column]) {
          faults.append("\(name).\(column): “\(cell)” and \(object[column] ?? "nothing")")
        }
      }
    }
    return faults
  }

  private static func isSame(_ cell: String, _ value: Any?) -> Bool {
    switch value {
    case let text as String: text == CSVText.original(of: cell) && !text.isEmpty
    case let number as NSNumber:
      cell == "true" || cell == "false"
        ? number.boolValue == (cell == "true") : number.doubleValue == Double(cell)
    default: cell == "" && value is NSNull
    }
  }

  static let dataLines = SiteProperty("every row of the open data names its data line and its sources") {
    site in
    let lines = Dictionary(uniqueKeysWithValues: site.dataset.files.map { ($0.path, $0.lineCount) })
    let sources = Set(site.dataset.sources.map(\.id.rawValue))
    var faults: [String] = []
    // A range rests on all rows of its scorecard, which the table of scorecards lists by entity and year.
    for name in tables where name != "intervals" {
      for row in try json(name, site) {
        let file = row["data_file"] as? String ?? ""
        let line = (row["data_line"] as? NSNumber)?.intValue ?? 0
        if line < 1 || line > lines[file] ?? 0 { faults.append("\(name): \(file):\(line)") }
        if let cited = row["sources"] as? String {
          let unknown = Set(cited.split(separator: " ").map(String.init)).subtracting(sources)
          if !unknown.isEmpty { faults.append("\(name): \(unknown.sorted())") }
        } else if !["indicators", "units", "sources", "changes"].contains(name) {
          faults.append("\(name): \(file):\(line) has no source")
        }
      }
    }
    return faults
  }
}
