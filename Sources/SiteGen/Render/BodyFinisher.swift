internal import Foundation
internal import Scoring

/// Finishes the HTML of cmark-gfm: identifiers of headings, classes and relative targets of links, boxes
/// around tables and figures; and collects what the checks need.
///
/// Works on the tags that cmark-gfm writes in safe mode, so attributes are always in double quotes and raw
/// HTML does not occur.
struct BodyFinisher {
  /// The width and height of a picture by its path from the root of the site.
  let pictureSizes: [String: (width: String, height: String)]
  /// `../../`: from the folder of the page to the root of the site.
  let root: String
  let style: LinkStyle

  private var body = RenderedBody()
  private var usedIDs: [String: Int] = [:]
  private var blockLines: [String] = []
  private var blockHasCite = false
  private var rowDepth = 0
  private var lastHeading = ""
  private var isCode = false

  init(
    language: Language, root: String, pictureSizes: [String: (width: String, height: String)]
  ) {
    self.root = root
    self.pictureSizes = pictureSizes
    style = LinkStyle(language: language)
  }

  /// Finishes the HTML of one page.
  static func finish(
    _ html: String, language: Language, root: String,
    pictureSizes: [String: (width: String, height: String)]
  ) -> RenderedBody {
    var finisher = BodyFinisher(language: language, root: root, pictureSizes: pictureSizes)
    finisher.run(html)
    return finisher.body
  }

  private mutating func run(_ html: String) {
    body.html.reserveCapacity(html.utf8.count * 5 / 4)
    var rest = Substring(html)
    if rest.hasPrefix("<p>"), !rest.hasPrefix("<p><img") {
      body.html += "<p class=\"lead\">"
      rest = rest.dropFirst(3)
    }
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "<")) {
      add(text: rest[..<open])
      let after = rest[rest.utf8.index(after: open)...]
      guard let close = after.utf8.firstIndex(of: UInt8(ascii: ">")) else { break }
      rest = after[after.utf8.index(after: close)...]
      handle(tag: after[..<close], rest: &rest)
    }
    add(text: rest)
    endBlock()
  }

  private mutating func add(text: Substring) {
    guard !text.isEmpty else { return }
    body.html += text
    // Code is quoted as it is; it has no language.
    if !isCode, text.utf8.contains(where: { $0 > 32 }) { body.texts.append(HTMLText.decoded(text)) }
  }

  private mutating func handle(tag source: Substring, rest: inout Substring) {
    if source.utf8.first == UInt8(ascii: "/") {
      close(Substring(source.utf8.dropFirst()))
      return
    }
    // The most frequent tags first: comparing strings is what takes time here.
    if source.utf8.count == 2, source == "td" {
      body.html += "<td>"
      return
    }
    if source.utf8.starts(with: "a ".utf8) {
      link(HTMLTag(source))
      return
    }
    switch Substring(source.utf8.prefix { $0 != UInt8(ascii: " ") }) {
    case "h1", "h2", "h3", "h4", "h5", "h6": heading(level: String(source), rest: &rest)
    case "p":
      endBlock()
      if rest.hasPrefix("<img "), figure(rest: &rest) { return }
      body.html += "<p>"
    case "table":
      let label = HTMLText.escaped(lastHeading)
      let name = label.isEmpty ? "" : " aria-label=\"\(label)\""
      body.html += "<div class=\"table\" role=\"region\" tabindex=\"0\"\(name)><table>"
    case "tr", "li":
      if rowDepth == 0 { endBlock() }
      rowDepth += 1
      if source.utf8.count > 2, let id = HTMLTag(source)["id"] { body.ids.insert(id) }
      append(tag: source)
    case "th", "td": cell(HTMLTag(source))
    case "code":
      isCode = true
      append(tag: source)
    default: append(tag: source)
    }
  }

  private mutating func append(tag: Substring) {
    body.html += "<"
    body.html += tag
    body.html += ">"
  }

  private mutating func close(_ name: Substring) {
    body.html += "</"
    body.html += name
    body.html += ">"
    switch name {
    case "code": isCode = false
    case "table": body.html += "</div>"
    case "tr", "li":
      rowDepth = max(0, rowDepth - 1)
      if rowDepth == 0 { endBlock() }
    case "p": if rowDepth == 0 { endBlock() }
    default: break
    }
  }

  /// A figure must carry the mark of a source in the same paragraph, list item or table row.
  private mutating func endBlock() {
    if rowDepth > 0 { return }
    if !blockHasCite { body.unsourced += blockLines }
    blockLines = []
    blockHasCite = false
  }

  private mutating func cell(_ tag: HTMLTag) {
    var tag = tag
    let alignment = tag["align"]
    tag["align"] = nil
    if alignment == "right" { tag["class"] = "number" }
    if alignment == "center" { tag["class"] = "center" }
    if tag.name == "th" { tag["scope"] = "col" }
    body.html += tag.text
  }

  private mutating func heading(level: String, rest: inout Substring) {
    endBlock()
    guard let end = BodyFinisher.endOfHeading(in: rest) else { return }
    var inner = rest[..<end.lowerBound]
    rest = rest[end.upperBound...]
    var stated: String?
    if inner.hasSuffix("}"), let start = inner.range(of: " {#", options: .backwards) {
      stated = String(inner[start.upperBound...].dropLast())
      inner = inner[..<start.lowerBound]
    }
    let text = plainText(inner)
    let id = register(stated ?? Slug.make(text))
    if level == "h2" { body.headings.append(RenderedBody.Heading(id: id, text: text)) }
    lastHeading = text
    body.html += "<\(level) id=\"\(id)\">"
    var content = inner
    while let open = content.utf8.firstIndex(of: UInt8(ascii: "<")) {
      add(text: content[..<open])
      let after = content[content.utf8.index(after: open)...]
      guard let close = after.utf8.firstIndex(of: UInt8(ascii: ">")) else { break }
      content = after[after.utf8.index(after: close)...]
      var nothing = Substring()
      handle(tag: after[..<close], rest: &nothing)
    }
    add(text: content)
    body.html += "</\(level)>"
  }

  /// The range of the next `</h2>` or the like; headings are not nested.
  private static func endOfHeading(in html: Substring) -> Range<Substring.Index>? {
    var rest = html
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "<")) {
      if rest[open...].utf8.starts(with: "</h".utf8), let close = rest[open...].utf8.firstIndex(of: 0x3E) {
        return open..<rest.utf8.index(after: close)
      }
      rest = rest[rest.utf8.index(after: open)...]
    }
    return nil
  }

  private mutating func register(_ wanted: String) -> String {
    let base = wanted.isEmpty ? "section" : wanted
    var count = usedIDs[base, default: 0] + 1
    var id = count == 1 ? base : "\(base)-\(count)"
    while !body.ids.insert(id).inserted {
      count += 1
      id = "\(base)-\(count)"
    }
    usedIDs[base] = count
    return id
  }

  private func plainText(_ html: Substring) -> String {
    var result = ""
    var inTag = false
    for character in html {
      if character == "<" {
        inTag = true
      } else if character == ">" {
        inTag = false
      } else if !inTag {
        result.append(character)
      }
    }
    return HTMLText.decoded(result)
  }

  private mutating func link(_ tag: HTMLTag) {
    var tag = tag
    let target = HTMLText.decoded(tag["href"] ?? "")
    if target.hasPrefix("#"), tag["title"] == "=" {
      let id = String(target.dropFirst())
      body.ids.insert(id)
      tag["title"] = nil
      tag["id"] = id
      tag["class"] = "anchor"
    } else if target.hasPrefix("/") || target.hasPrefix("#") {
      internalLink(&tag, target: target)
    } else if target.hasPrefix("http") {
      tag["rel"] = "external noopener"
    } else if !target.contains(":") {
      // Links are written from the root of the site; the check finds those that are not.
      body.links.append(RenderedBody.Link(path: target.isEmpty ? "?" : target, fragment: nil))
    }
    footnote(&tag)
    if let title = tag["title"] { body.texts.append(HTMLText.decoded(title)) }
    body.html += tag.text
  }

  /// The ends of a footnote lead to each other; the words of cmark-gfm are put into the language of the page.
  private mutating func footnote(_ tag: inout HTMLTag) {
    if let id = tag["id"] { body.ids.insert(id) }
    if tag["class"] == "footnote-backref" { tag["aria-label"] = style.footnoteLabel }
  }

  private mutating func internalLink(_ tag: inout HTMLTag, target: String) {
    let hash = target.utf8.firstIndex(of: UInt8(ascii: "#"))
    let path = hash.map { String(target[..<$0]) } ?? target
    let fragment = hash.map { String(target[target.utf8.index(after: $0)...]) }
    body.links.append(RenderedBody.Link(path: path, fragment: fragment))
    if let classes = style.classes(of: target) {
      tag["class"] = classes
      if classes == "cite" { blockHasCite = true }
    }
    if style.isDataLine(target) { blockLines.append(target) }
    if target.hasPrefix("/") { tag["href"] = HTMLText.escaped(relative(target)) }
  }

  /// The target as seen from the folder of the page.
  private func relative(_ target: String) -> String {
    let path = String(target.dropFirst())
    if root.hasPrefix("/") { return root + path }
    return path.isEmpty && root.isEmpty ? "./" : root + path
  }

  /// A paragraph that holds a picture only becomes a figure, the picture's title its caption.
  private mutating func figure(rest: inout Substring) -> Bool {
    guard let end = rest.range(of: "/></p>") else { return false }
    let source = rest[..<end.lowerBound].dropFirst()
    guard !source.contains("<") else { return false }
    rest = rest[end.upperBound...]
    var tag = HTMLTag(source)
    let target = HTMLText.decoded(tag["src"] ?? "")
    let caption = tag["title"]
    tag["title"] = nil
    body.links.append(RenderedBody.Link(path: target, fragment: nil))
    tag["src"] = HTMLText.escaped(relative(target))
    if let size = pictureSizes[target] {
      tag["width"] = size.width
      tag["height"] = size.height
    }
    tag["loading"] = "lazy"
    for text in [tag["alt"], caption].compactMap({ $0 }) { body.texts.append(HTMLText.decoded(text)) }
    let captionText = caption.map { "<figcaption>\($0)</figcaption>" } ?? ""
    body.html += "<figure class=\"chart\">\(tag.text)\(captionText)</figure>"
    return true
  }
}
