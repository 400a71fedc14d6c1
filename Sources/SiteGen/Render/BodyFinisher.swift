internal import Foundation
internal import Scoring

/// Finishes the HTML of cmark-gfm: identifiers of headings, classes and relative targets of links, boxes
/// around tables and figures; and collects what the checks need.
///
/// Works on the tags that cmark-gfm writes in safe mode, so attributes are always in double quotes and raw
/// HTML does not occur; and on bytes, because all text of the site goes through it.
struct BodyFinisher {
  /// The width and height of a picture by its path from the root of the site.
  let pictureSizes: [String: (width: String, height: String)]
  /// `../../`: from the folder of the page to the root of the site.
  let root: String
  let style: LinkStyle

  private let input: [UInt8]
  private var output: [UInt8] = []
  private var body = RenderedBody()
  private var usedIDs: [String: Int] = [:]
  private var blockLines: [String] = []
  private var blockHasCite = false
  private var rowDepth = 0
  private var lastHeading = ""
  private var isCode = false

  private init(
    _ html: String, language: Language, root: String,
    pictureSizes: [String: (width: String, height: String)]
  ) {
    input = Array(html.utf8)
    self.root = root
    self.pictureSizes = pictureSizes
    style = LinkStyle(language: language)
  }

  /// Finishes the HTML of one page.
  static func finish(
    _ html: String, language: Language, root: String,
    pictureSizes: [String: (width: String, height: String)]
  ) -> RenderedBody {
    var finisher = BodyFinisher(html, language: language, root: root, pictureSizes: pictureSizes)
    finisher.run()
    finisher.body.html = String(decoding: finisher.output, as: UTF8.self)
    return finisher.body
  }

  private mutating func run() {
    output.reserveCapacity(input.count * 5 / 4)
    var start = 0
    if input.starts(with: "<p>".utf8), !input.starts(with: "<p><img".utf8) {
      append("<p class=\"lead\">")
      start = 3
    }
    run(start..<input.count)
    endBlock()
  }

  private mutating func run(_ range: Range<Int>) {
    var position = range.lowerBound
    while let open = index(of: UInt8(ascii: "<"), in: position..<range.upperBound) {
      add(text: position..<open)
      position = open
      guard let close = index(of: UInt8(ascii: ">"), in: open..<range.upperBound) else { break }
      position = close + 1
      handle(tag: (open + 1)..<close, position: &position)
    }
    add(text: position..<range.upperBound)
  }

  private func index(of byte: UInt8, in range: Range<Int>) -> Int? { input[range].firstIndex(of: byte) }

  private func string(_ range: Range<Int>) -> String { String(decoding: input[range], as: UTF8.self) }

  private mutating func append(_ text: String) { output.append(contentsOf: text.utf8) }

  private mutating func add(text range: Range<Int>) {
    guard !range.isEmpty else { return }
    output.append(contentsOf: input[range])
    // Code is quoted as it is; it has no language.
    if !isCode, input[range].contains(where: { $0 > 0x40 }) {
      body.texts.append(HTMLText.decoded(string(range)))
    }
  }

  private mutating func handle(tag range: Range<Int>, position: inout Int) {
    switch TagName(input[range]) {
    case .cell where range.count == 2: append(tag: range)
    case .cell, .headerCell: cell(HTMLTag(Substring(string(range))))
    case .link:
      if !selfLink(range) { link(HTMLTag(Substring(string(range)))) }
    case .heading: heading(level: string(range), position: &position)
    case .paragraph:
      endBlock()
      if figure(position: &position) { return }
      append("<p>")
    case .table:
      let label = HTMLText.escaped(lastHeading)
      let name = label.isEmpty ? "" : " aria-label=\"\(label)\""
      append("<div class=\"table\" role=\"region\" tabindex=\"0\"\(name)><table>")
    case .row, .item:
      if rowDepth == 0 { endBlock() }
      rowDepth += 1
      if range.count > 2, let id = HTMLTag(Substring(string(range)))["id"] { body.ids.insert(id) }
      append(tag: range)
    case .code:
      isCode = true
      append(tag: range)
    case .end: close((range.lowerBound + 1)..<range.upperBound)
    case .other: append(tag: range)
    }
  }

  private mutating func append(tag range: Range<Int>) {
    output.append(UInt8(ascii: "<"))
    output.append(contentsOf: input[range])
    output.append(UInt8(ascii: ">"))
  }

  private mutating func close(_ range: Range<Int>) {
    append("</")
    output.append(contentsOf: input[range])
    output.append(UInt8(ascii: ">"))
    switch TagName(input[range]) {
    case .code: isCode = false
    case .table: append("</div>")
    case .row, .item:
      rowDepth = max(0, rowDepth - 1)
      if rowDepth == 0 { endBlock() }
    case .paragraph: if rowDepth == 0 { endBlock() }
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
    append(tag.text)
  }

  private mutating func heading(level: String, position: inout Int) {
    endBlock()
    guard let end = endOfHeading(from: position) else { return }
    var inner = position..<end
    position = (index(of: UInt8(ascii: ">"), in: end..<input.count) ?? end) + 1
    var stated: String?
    if let start = startOfStatedID(in: inner) {
      stated = string((start + 3)..<(inner.upperBound - 1))
      inner = inner.lowerBound..<start
    }
    let text = plainText(string(inner))
    let id = register(stated ?? Slug.make(text))
    if level == "h2" { body.headings.append(RenderedBody.Heading(id: id, text: text)) }
    lastHeading = text
    append("<\(level) id=\"\(id)\">")
    run(inner)
    append("</\(level)>")
  }

  /// Where the next `</h2>` or the like begins; headings are not nested.
  private func endOfHeading(from start: Int) -> Int? {
    var position = start
    while let open = index(of: UInt8(ascii: "<"), in: position..<input.count) {
      if input[open...].starts(with: "</h".utf8) { return open }
      position = open + 1
    }
    return nil
  }

  /// Where ` {#some-id}` at the end of a heading begins; nil when there is none.
  private func startOfStatedID(in range: Range<Int>) -> Int? {
    guard range.count > 4, input[range.upperBound - 1] == UInt8(ascii: "}") else { return nil }
    guard let hash = input[range].lastIndex(of: UInt8(ascii: "#")), hash - 2 >= range.lowerBound,
      input[hash - 1] == UInt8(ascii: "{"), input[hash - 2] == UInt8(ascii: " ")
    else { return nil }
    return hash - 2
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

  private func plainText(_ html: String) -> String {
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

  /// `<a href="#L12" title="=">` becomes the place that it leads to. Every line of every data file has one, so
  /// it is taken from the bytes; false when the link is another.
  private mutating func selfLink(_ range: Range<Int>) -> Bool {
    let (head, tail) = (Array("a href=\"#".utf8), Array("\" title=\"=\"".utf8))
    let tag = input[range]
    guard tag.starts(with: head), tag.suffix(tail.count).elementsEqual(tail) else { return false }
    let id = string((range.lowerBound + head.count)..<(range.upperBound - tail.count))
    body.ids.insert(id)
    append("<a href=\"#\(id)\" id=\"\(id)\" class=\"anchor\">")
    return true
  }

  private mutating func link(_ tag: HTMLTag) {
    var tag = tag
    let target = HTMLText.decoded(tag["href"] ?? "")
    if target.hasPrefix("/") || target.hasPrefix("#") {
      internalLink(&tag, target: target)
    } else if target.hasPrefix("http") {
      tag["rel"] = "external noopener"
    } else if !target.contains(":") {
      // Links are written from the root of the site; the check finds those that are not.
      body.links.append(RenderedBody.Link(path: target.isEmpty ? "?" : target, fragment: nil))
    }
    footnote(&tag)
    if let title = tag["title"] { body.texts.append(HTMLText.decoded(title)) }
    append(tag.text)
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
  private mutating func figure(position: inout Int) -> Bool {
    guard input[position...].starts(with: "<img ".utf8),
      let end = index(of: UInt8(ascii: ">"), in: position..<input.count),
      input[(end + 1)...].starts(with: "</p>".utf8)
    else { return false }
    let source = Substring(string((position + 1)..<(end - 1)))
    position = end + 5
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
    append("<figure class=\"chart\">\(tag.text)\(captionText)</figure>")
    return true
  }
}
