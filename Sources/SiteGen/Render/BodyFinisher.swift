internal import Foundation
internal import GFM
internal import Scoring

/// Finishes the HTML of cmark-gfm: identifiers of headings, classes and relative targets of links, boxes
/// around tables and figures; and collects what the checks need.
///
/// Works on the tags that cmark-gfm writes in safe mode, so attributes are always in double quotes and raw
/// HTML does not occur; and on bytes, because all text of the site goes through it.
struct BodyFinisher {
  /// A part of the HTML of cmark-gfm, where it lies.
  typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  /// The width and height of a picture by its path from the root of the site.
  let pictureSizes: [String: (width: String, height: String)]
  /// `../../`: from the folder of the page to the root of the site.
  let root: String
  let style: LinkStyle

  private let input: UnsafeBufferPointer<UInt8>
  private let keepsText: (Bytes) -> Bool
  private var output: [UInt8] = []
  private var body = RenderedBody()
  private var usedIDs: [String: Int] = [:]
  private var blockLines: [String] = []
  private var blockHasCite = false
  private var rowDepth = 0
  private var lastHeading = ""
  private var isCode = false

  private init(
    _ html: UnsafeBufferPointer<UInt8>, language: Language, root: String,
    pictureSizes: [String: (width: String, height: String)], keepsText: @escaping (Bytes) -> Bool
  ) {
    input = html
    self.keepsText = keepsText
    self.root = root
    self.pictureSizes = pictureSizes
    style = LinkStyle(language: language)
  }

  /// Finishes the HTML of one page.
  ///
  /// - Parameter keepsText: whether a run of text, as the bytes of the HTML, is of interest to the checks.
  static func finish(
    _ html: [UInt8], language: Language, root: String,
    pictureSizes: [String: (width: String, height: String)],
    keepsText: @escaping (Bytes) -> Bool = { _ in true }
  ) -> RenderedBody {
    html.withUnsafeBufferPointer { html in
      var finisher = BodyFinisher(
        html, language: language, root: root, pictureSizes: pictureSizes, keepsText: keepsText)
      finisher.run()
      finisher.body.html = finisher.output
      return finisher.body
    }
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

  private func index(of byte: UInt8, in range: Range<Int>) -> Int? {
    guard !range.isEmpty, let base = input.baseAddress,
      let found = memchr(base + range.lowerBound, Int32(byte), range.count)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private func string(_ range: Range<Int>) -> String { String(decoding: input[range], as: UTF8.self) }

  private mutating func append(_ text: String) { output.append(contentsOf: text.utf8) }

  private mutating func add(text range: Range<Int>) {
    guard !range.isEmpty else { return }
    output.append(contentsOf: input[range])
    // Code is quoted as it is; it has no language.
    if !isCode, input[range].contains(where: { $0 > 0x40 }), keepsText(input[range]) {
      body.texts.append(HTMLText.decoded(string(range)))
    }
  }

  private mutating func handle(tag range: Range<Int>, position: inout Int) {
    switch TagName(input[range]) {
    case .cell where range.count == 2: append(tag: range)
    case .cell, .headerCell: cell(range)
    case .link:
      if !selfLink(range), !plainLink(range) { link(HTMLTag(Substring(string(range)))) }
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

  /// The alignments that cmark-gfm writes, and what becomes of them: classes, and the scope of a header.
  private static let cells = [
    ("td align=\"right\"", "<td class=\"number\">"), ("td align=\"left\"", "<td>"),
    ("td align=\"center\"", "<td class=\"center\">"), ("th", "<th scope=\"col\">"),
    ("th align=\"left\"", "<th scope=\"col\">"),
    ("th align=\"right\"", "<th class=\"number\" scope=\"col\">"),
    ("th align=\"center\"", "<th class=\"center\" scope=\"col\">"),
  ].map { (tag: Array($0.utf8), finished: $1) }

  private mutating func cell(_ range: Range<Int>) {
    let cell = Self.cells.first { $0.tag.count == range.count && input[range].elementsEqual($0.tag) }
    if let cell { append(cell.finished) } else { append(tag: range) }
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
    let text = plainText(inner)
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

  private func plainText(_ range: Range<Int>) -> String {
    var result: [UInt8] = []
    var inTag = false
    for byte in input[range] {
      switch byte {
      case UInt8(ascii: "<"): inTag = true
      case UInt8(ascii: ">"): inTag = false
      default: if !inTag { result.append(byte) }
      }
    }
    return HTMLText.decoded(String(decoding: result, as: UTF8.self))
  }

  /// `<a href="#L12" title="=">` becomes the place that it leads to, as in a ``FileListing``; false when the
  /// link is another.
  private mutating func selfLink(_ range: Range<Int>) -> Bool {
    let (head, tail) = (Self.selfLinkHead, Self.selfLinkTail)
    let tag = input[range]
    guard tag.starts(with: head), tag.suffix(tail.count).elementsEqual(tail) else { return false }
    let id = (range.lowerBound + head.count)..<(range.upperBound - tail.count)
    body.ids.insert(string(id))
    append("<a href=\"#")
    output.append(contentsOf: input[id])
    append("\" id=\"")
    output.append(contentsOf: input[id])
    append("\" class=\"anchor\">")
    return true
  }

  /// `<a href="…">` and `<a href="…" title="…">`, as nearly all links are; false when the link is another.
  private mutating func plainLink(_ range: Range<Int>) -> Bool {
    let (head, middle) = (Self.linkHead, Self.linkTitle)
    guard input[range].starts(with: head) else { return false }
    let start = range.lowerBound + head.count
    guard let quote = index(of: UInt8(ascii: "\""), in: start..<range.upperBound) else { return false }
    var title: Range<Int>?
    if quote + 1 < range.upperBound {
      guard input[quote..<range.upperBound].starts(with: middle),
        input[range.upperBound - 1] == UInt8(ascii: "\"")
      else { return false }
      title = (quote + middle.count)..<(range.upperBound - 1)
    }
    let target = HTMLText.decoded(string(start..<quote))
    output.append(contentsOf: input[(range.lowerBound - 1)..<start])
    let first = target.utf8.first
    if first == UInt8(ascii: "/"), target.utf8.count == quote - start, !(root.isEmpty && target == "/") {
      // Without entities the target stays as it is, but for where it starts.
      append(root)
      output.append(contentsOf: input[(start + 1)..<quote])
    } else if first == UInt8(ascii: "/") {
      append(HTMLText.escaped(relative(target)))
    } else {
      output.append(contentsOf: input[start..<quote])
    }
    output.append(UInt8(ascii: "\""))
    if let title {
      output.append(contentsOf: input[(quote + 1)..<range.upperBound])
      if keepsText(input[title]) { body.texts.append(HTMLText.decoded(string(title))) }
    }
    if first == UInt8(ascii: "/") || first == UInt8(ascii: "#") {
      if let classes = note(internalLink: target) { append(" class=\"\(classes)\"") }
    } else if target.hasPrefix("http") {
      append(" rel=\"external noopener\"")
    } else {
      note(otherLink: target)
    }
    output.append(UInt8(ascii: ">"))
    return true
  }

  private static let selfLinkHead = Array("a href=\"#".utf8)
  private static let selfLinkTail = Array("\" title=\"=\"".utf8)
  private static let linkHead = Array("a href=\"".utf8)
  private static let linkTitle = Array("\" title=\"".utf8)

  private mutating func link(_ tag: HTMLTag) {
    var tag = tag
    let target = HTMLText.decoded(tag["href"] ?? "")
    if target.hasPrefix("/") || target.hasPrefix("#") {
      if let classes = note(internalLink: target) { tag["class"] = classes }
      if target.hasPrefix("/") { tag["href"] = HTMLText.escaped(relative(target)) }
    } else if target.hasPrefix("http") {
      tag["rel"] = "external noopener"
    } else {
      note(otherLink: target)
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

  /// Links are written from the root of the site; the check finds those that are not.
  private mutating func note(otherLink target: String) {
    if !target.containsByte(UInt8(ascii: ":")) {
      body.links.append(RenderedBody.Link(path: target.isEmpty ? "?" : target, fragment: nil))
    }
  }

  /// Keeps a link inside the site for the checks.
  ///
  /// - Returns: its classes; nil for a plain one.
  private mutating func note(internalLink target: String) -> String? {
    let hash = target.utf8.firstIndex(of: UInt8(ascii: "#"))
    let path = hash.map { String(target[..<$0]) } ?? target
    let fragment = hash.map { String(target[target.utf8.index(after: $0)...]) }
    body.links.append(RenderedBody.Link(path: path, fragment: fragment))
    let classes = style.classes(of: target)
    if classes == "cite" { blockHasCite = true }
    if classes == "line" { blockLines.append(target) }
    return classes
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
