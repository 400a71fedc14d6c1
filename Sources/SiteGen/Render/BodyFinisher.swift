internal import Foundation
internal import GFM
internal import Pages
internal import Text

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
  /// How much of the input is in the output. What stays as it is, which is nearly all, is copied in long runs.
  private var copied = 0
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
      start = 3
      replace(0..<start, with: "<p class=\"lead\">")
    }
    run(start..<input.count)
    copy(to: input.count)
    endBlock()
  }

  private mutating func run(_ range: Range<Int>) {
    var position = range.lowerBound
    while let open = index(of: UInt8(ascii: "<"), in: position..<range.upperBound) {
      note(text: position..<open)
      position = open
      guard let close = index(of: UInt8(ascii: ">"), in: open..<range.upperBound) else { break }
      position = close + 1
      handle(tag: (open + 1)..<close, position: &position)
    }
    note(text: position..<range.upperBound)
  }

  /// Puts the input up to a place into the output as it is.
  private mutating func copy(to end: Int) {
    if copied < end { append(copied..<end) }
    copied = end
  }

  /// Puts something else in the place of a part of the input; all before it is copied.
  private mutating func replace(_ range: Range<Int>, with text: StaticString) {
    copy(to: range.lowerBound)
    append(text)
    copied = range.upperBound
  }

  private func index(of byte: UInt8, in range: Range<Int>) -> Int? {
    guard !range.isEmpty, let base = input.baseAddress,
      let found = memchr(base + range.lowerBound, Int32(byte), range.count)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private func string(_ range: Range<Int>) -> String { String(decoding: input[range], as: UTF8.self) }

  private mutating func append(_ text: String) { output.append(contentsOf: text.utf8) }

  private mutating func append(_ text: StaticString) {
    output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func append(_ range: Range<Int>) {
    output.append(contentsOf: UnsafeBufferPointer(rebasing: input[range]))
  }

  private mutating func note(text range: Range<Int>) {
    // Code is quoted as it is; it has no language. Most other runs are line ends and numbers.
    if !isCode, hasLetter(range), keepsText(input[range]) {
      body.texts.append(MarkupText.decoded(string(range)))
    }
  }

  private func hasLetter(_ range: Range<Int>) -> Bool {
    for place in range where input[place] > 0x40 { return true }
    return false
  }

  /// - Parameters:
  ///   - range: what stands between `<` and `>`.
  ///   - position: behind the tag; moves on when more is dealt with.
  private mutating func handle(tag range: Range<Int>, position: inout Int) {
    switch TagName(input[range]) {
    case .cell, .headerCell: cell(range)
    case .link:
      if !selfLink(range), !plainLink(range) { link(range) }
    case .heading: heading(level: string(range), position: &position)
    case .paragraph:
      endBlock()
      figure(position: &position)
    case .table:
      copy(to: range.lowerBound - 1)
      append("<div class=\"table\" role=\"region\" tabindex=\"0\"")
      if !lastHeading.isEmpty {
        append(" aria-label=\"")
        append(MarkupText.escaped(lastHeading))
        append("\"")
      }
      append(">")
    case .row, .item:
      if rowDepth == 0 { endBlock() }
      rowDepth += 1
      if range.count > 2, let id = HTMLTag(Substring(string(range)))["id"] { body.ids.insert(id) }
    case .code: isCode = true
    case .end: close((range.lowerBound + 1)..<range.upperBound)
    case .other: break
    }
  }

  private mutating func close(_ range: Range<Int>) {
    switch TagName(input[range]) {
    case .code: isCode = false
    case .table:
      copy(to: range.upperBound + 1)
      append("</div>")
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

  /// The alignments that cmark-gfm writes become classes, and a header gets its scope.
  private mutating func cell(_ range: Range<Int>) {
    let tag = (range.lowerBound - 1)..<(range.upperBound + 1)
    switch range.count {
    case 2: if input[range.lowerBound + 1] == UInt8(ascii: "h") { replace(tag, with: "<th scope=\"col\">") }
    case _ where holds("td align=\"right\"", range): replace(tag, with: "<td class=\"number\">")
    case _ where holds("td align=\"left\"", range): replace(tag, with: "<td>")
    case _ where holds("td align=\"center\"", range): replace(tag, with: "<td class=\"center\">")
    case _ where holds("th align=\"left\"", range): replace(tag, with: "<th scope=\"col\">")
    case _ where holds("th align=\"right\"", range): replace(tag, with: "<th class=\"number\" scope=\"col\">")
    case _ where holds("th align=\"center\"", range):
      replace(tag, with: "<th class=\"center\" scope=\"col\">")
    default: break
    }
  }

  /// Whether just these bytes stand in a place.
  private func holds(_ text: StaticString, _ range: Range<Int>) -> Bool {
    range.count == text.utf8CodeUnitCount && starts(range, with: text)
  }

  private func starts(_ range: Range<Int>, with text: StaticString) -> Bool {
    guard range.count >= text.utf8CodeUnitCount, let base = input.baseAddress else { return false }
    return memcmp(base + range.lowerBound, text.utf8Start, text.utf8CodeUnitCount) == 0
  }

  private mutating func heading(level: String, position: inout Int) {
    endBlock()
    guard let end = endOfHeading(from: position) else { return }
    var inner = position..<end
    if let start = startOfStatedID(in: inner) { inner = inner.lowerBound..<start }
    let stated = inner.upperBound == end ? nil : string((inner.upperBound + 3)..<(end - 1))
    let text = plainText(inner)
    let id = register(stated ?? Slug.make(text))
    if level == "h2" { body.headings.append(RenderedBody.Heading(id: id, text: text)) }
    lastHeading = text
    copy(to: inner.lowerBound - 1)
    append(" id=\"")
    append(id)
    append("\">")
    copied = inner.lowerBound
    run(inner)
    copy(to: inner.upperBound)
    copied = end
    position = (index(of: UInt8(ascii: ">"), in: end..<input.count) ?? end) + 1
  }

  /// Where the next `</h2>` or the like begins; headings are not nested.
  private func endOfHeading(from start: Int) -> Int? {
    var position = start
    while let open = index(of: UInt8(ascii: "<"), in: position..<input.count) {
      if starts(open..<input.count, with: "</h") { return open }
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
    if body.ids.insert(base).inserted { return base }
    var count = usedIDs[base, default: 1] + 1
    while !body.ids.insert("\(base)-\(count)").inserted { count += 1 }
    usedIDs[base] = count
    return "\(base)-\(count)"
  }

  private func plainText(_ range: Range<Int>) -> String {
    guard index(of: UInt8(ascii: "<"), in: range) != nil else { return MarkupText.decoded(string(range)) }
    var result: [UInt8] = []
    var inTag = false
    for byte in input[range] {
      switch byte {
      case UInt8(ascii: "<"): inTag = true
      case UInt8(ascii: ">"): inTag = false
      default: if !inTag { result.append(byte) }
      }
    }
    return MarkupText.decoded(String(decoding: result, as: UTF8.self))
  }

  /// `<a href="#L12" title="=">` becomes the place that it leads to, as in a ``FileListing``; false when the
  /// link is another.
  private mutating func selfLink(_ range: Range<Int>) -> Bool {
    let (head, tail): (StaticString, StaticString) = ("a href=\"#", "\" title=\"=\"")
    let end = range.upperBound - tail.utf8CodeUnitCount
    guard starts(range, with: head), end >= range.lowerBound + head.utf8CodeUnitCount,
      starts(end..<range.upperBound, with: tail)
    else { return false }
    let id = (range.lowerBound + head.utf8CodeUnitCount)..<end
    body.ids.insert(string(id))
    copy(to: id.upperBound)
    append("\" id=\"")
    append(id)
    append("\" class=\"anchor\"")
    copied = range.upperBound
    return true
  }

  /// `<a href="…">` and `<a href="…" title="…">`, as nearly all links are; false when the link is another.
  private mutating func plainLink(_ range: Range<Int>) -> Bool {
    let (head, middle): (StaticString, StaticString) = ("a href=\"", "\" title=\"")
    guard starts(range, with: head) else { return false }
    let start = range.lowerBound + head.utf8CodeUnitCount
    guard let quote = index(of: UInt8(ascii: "\""), in: start..<range.upperBound) else { return false }
    var title: Range<Int>?
    if quote + 1 < range.upperBound {
      guard starts(quote..<range.upperBound, with: middle), input[range.upperBound - 1] == UInt8(ascii: "\""),
        range.upperBound - 1 >= quote + middle.utf8CodeUnitCount
      else { return false }
      title = (quote + middle.utf8CodeUnitCount)..<(range.upperBound - 1)
    }
    let hasEntities = index(of: UInt8(ascii: "&"), in: start..<quote) != nil
    let target = hasEntities ? MarkupText.decoded(string(start..<quote)) : string(start..<quote)
    let first = target.utf8.first
    if first == UInt8(ascii: "/") {
      copy(to: start)
      if hasEntities || root.isEmpty && quote - start == 1 {
        append(MarkupText.escaped(relative(target)))
        copied = quote
      } else {
        // Without entities the target stays as it is, but for where it starts.
        append(root)
        copied = start + 1
      }
    }
    if let title, keepsText(input[title]) { body.texts.append(MarkupText.decoded(string(title))) }
    copy(to: range.upperBound)
    if first == UInt8(ascii: "/") || first == UInt8(ascii: "#") {
      if let classes = note(internalLink: target) {
        append(" class=\"")
        append(classes)
        append("\"")
      }
    } else if target.hasPrefix("http") {
      append(" rel=\"external noopener\"")
    } else {
      note(otherLink: target)
    }
    return true
  }

  private mutating func link(_ range: Range<Int>) {
    var tag = HTMLTag(Substring(string(range)))
    let target = MarkupText.decoded(tag["href"] ?? "")
    if target.hasPrefix("/") || target.hasPrefix("#") {
      if let classes = note(internalLink: target) { tag["class"] = classes }
      if target.hasPrefix("/") { tag["href"] = MarkupText.escaped(relative(target)) }
    } else if target.hasPrefix("http") {
      tag["rel"] = "external noopener"
    } else {
      note(otherLink: target)
    }
    footnote(&tag)
    if let title = tag["title"] { body.texts.append(MarkupText.decoded(title)) }
    copy(to: range.lowerBound - 1)
    append(tag.text)
    copied = range.upperBound + 1
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
  private mutating func figure(position: inout Int) {
    guard starts(position..<input.count, with: "<img "),
      let end = index(of: UInt8(ascii: ">"), in: position..<input.count),
      starts((end + 1)..<input.count, with: "</p>")
    else { return }
    copy(to: position - "<p>".utf8.count)
    let source = Substring(string((position + 1)..<(end - 1)))
    position = end + 1 + "</p>".utf8.count
    copied = position
    var tag = HTMLTag(source)
    let target = MarkupText.decoded(tag["src"] ?? "")
    let caption = tag["title"]
    tag["title"] = nil
    body.links.append(RenderedBody.Link(path: target, fragment: nil))
    tag["src"] = MarkupText.escaped(relative(target))
    if let size = pictureSizes[target] {
      tag["width"] = size.width
      tag["height"] = size.height
    }
    tag["loading"] = "lazy"
    for text in [tag["alt"], caption].compactMap({ $0 }) { body.texts.append(MarkupText.decoded(text)) }
    let captionText = caption.map { "<figcaption>\($0)</figcaption>" } ?? ""
    append("<figure class=\"chart\">\(tag.text)\(captionText)</figure>")
  }
}
