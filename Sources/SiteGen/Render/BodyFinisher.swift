internal import Foundation
internal import GFM
internal import Pages
internal import Text

/// Post-processes the HTML of cmark-gfm and collects what the checks need. It adds identifiers to headings, classes
/// and relative targets to links, boxes around tables and figures, and names and row headers to tables.
///
/// It relies on the tags that cmark-gfm writes in safe mode: attributes are always in double quotes and there is no
/// raw HTML. It works on bytes, because all text of the site passes through it.
struct BodyFinisher {
  /// A part of the input.
  typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  /// The width and height of each picture, by its path from the root of the site.
  let pictureSizes: [String: (width: String, height: String)]
  /// The path from the folder of the page to the root of the site, such as `../../`.
  let root: String
  let style: LinkStyle
  /// The title of the page, which names a table without a heading.
  let title: String

  private let input: UnsafeBufferPointer<UInt8>
  private let keepsText: (Bytes) -> Bool
  private var output: [UInt8] = []
  /// The end of the input that is already in the output. Unchanged input, which is nearly all, is copied in long
  /// runs.
  private var copied = 0
  private var body = RenderedBody()
  private var usedIDs: [String: Int] = [:]
  private var blockLines: [String] = []
  private var blockHasCite = false
  private var rowDepth = 0
  private var lastHeading = ""
  private var isCode = false
  /// Whether the text is in another language than the page and marked so.
  private var isMarked = false
  /// The column of the next cell, and the one whose cells are the headers of their rows: the first that has no numbers.
  private var column = 0
  private var rowHeaderColumn: Int?
  private var inRowHeader = false
  /// The stated caption of the table that follows.
  private var caption: Range<Int>?
  private var captions: Set<String> = []
  private var captionCounts: [String: Int] = [:]

  private init(
    _ html: UnsafeBufferPointer<UInt8>, title: String, language: Language, root: String,
    pictureSizes: [String: (width: String, height: String)], keepsText: @escaping (Bytes) -> Bool
  ) {
    input = html
    self.keepsText = keepsText
    self.root = root
    self.title = title
    self.pictureSizes = pictureSizes
    style = LinkStyle(language: language)
  }

  /// Post-processes the HTML of one page.
  ///
  /// - Parameter keepsText: whether the checks need this text, given as HTML bytes.
  static func finish(
    _ html: [UInt8], title: String = "", language: Language, root: String,
    pictureSizes: [String: (width: String, height: String)],
    keepsText: @escaping (Bytes) -> Bool = { _ in true }
  ) -> RenderedBody {
    html.withUnsafeBufferPointer { html in
      var finisher = BodyFinisher(
        html, title: title, language: language, root: root, pictureSizes: pictureSizes, keepsText: keepsText)
      finisher.run()
      finisher.body.html = finisher.output
      return finisher.body
    }
  }

  private mutating func run() {
    output.reserveCapacity(input.count * 5 / 4)
    var start = 0
    if input.starts(with: "<p>".utf8), !input.starts(with: "<p><img".utf8),
      !input.starts(with: "<p>: ".utf8)
    {
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

  /// Copies the input up to this index unchanged.
  private mutating func copy(to end: Int) {
    if copied < end { append(copied..<end) }
    copied = end
  }

  /// Replaces a part of the input, after copying everything before it.
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
    // Code has no language. Most other runs have no letter: they are line ends and numbers.
    if !isCode, !isMarked, hasLetter(range), keepsText(input[range]) {
      body.texts.append(MarkupText.decoded(string(range)))
    }
  }

  private func hasLetter(_ range: Range<Int>) -> Bool {
    for place in range where input[place] > 0x40 { return true }
    return false
  }

  /// - Parameters:
  ///   - range: the text between `<` and `>`.
  ///   - position: the index after the tag; advanced when more of the input is handled.
  private mutating func handle(tag range: Range<Int>, position: inout Int) {
    switch TagName(input[range]) {
    case .cell: cell(range, isHeader: false)
    case .headerCell: cell(range, isHeader: true)
    case .link:
      if !selfLink(range), !plainLink(range) { link(range) }
    case .heading: heading(level: string(range), position: &position)
    case .paragraph:
      endBlock()
      if !takeCaption(position: &position) { figure(position: &position) }
    case .table: table(range)
    case .row, .item:
      if rowDepth == 0 { endBlock() }
      rowDepth += 1
      column = 0
      if range.count > 2, let id = HTMLTag(Substring(string(range)))["id"] { body.ids.insert(id) }
    case .code: isCode = true
    case .passage: isMarked = true
    case .picture: picture(range)
    case .end: close((range.lowerBound + 1)..<range.upperBound)
    case .other: break
    }
  }

  private mutating func close(_ range: Range<Int>) {
    switch TagName(input[range]) {
    case .code: isCode = false
    case .passage: isMarked = false
    case .cell:
      if inRowHeader { replace((range.lowerBound - 2)..<(range.upperBound + 1), with: "</th>") }
      inRowHeader = false
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

  /// A figure must have a source mark in the same paragraph, list item or table row.
  private mutating func endBlock() {
    if rowDepth > 0 { return }
    if !blockHasCite { body.unsourced += blockLines }
    blockLines = []
    blockHasCite = false
  }

  /// Turns the alignments that cmark-gfm writes into classes, and gives header cells a scope. The header of a row is its
  /// first cell that is not a number.
  private mutating func cell(_ range: Range<Int>, isHeader: Bool) {
    let attribute: StaticString = "td align=\""
    let place = range.lowerBound + attribute.utf8CodeUnitCount
    let alignment = place < range.upperBound ? input[place] : UInt8(ascii: "l")
    let isNumber = alignment == UInt8(ascii: "r")
    if isHeader, !isNumber, rowHeaderColumn == nil { rowHeaderColumn = column }
    inRowHeader = !isHeader && column == rowHeaderColumn ?? 0
    column += 1
    copy(to: range.lowerBound - 1)
    append(isHeader || inRowHeader ? "<th" : "<td")
    if isNumber { append(" class=\"number\"") }
    if alignment == UInt8(ascii: "c") { append(" class=\"center\"") }
    append(isHeader ? " scope=\"col\">" : inRowHeader ? " scope=\"row\">" : ">")
    copied = range.upperBound + 1
  }

  /// Puts a box that can scroll around a table, and gives both their name: the stated caption, or the heading above.
  private mutating func table(_ range: Range<Int>) {
    rowHeaderColumn = nil
    copy(to: range.lowerBound - 1)
    let stated = caption
    caption = nil
    let base = stated.map(plainText) ?? (lastHeading.isEmpty ? title : lastHeading)
    guard !base.isEmpty else { return append("<div class=\"table\">") }
    let name = distinct(base)
    let id = register("caption")
    append("<div class=\"table\" role=\"region\" aria-labelledby=\"\(id)\"><table>\n<caption id=\"\(id)\">")
    if let stated {
      copied = stated.lowerBound
      run(stated)
      copy(to: stated.upperBound)
      append(MarkupText.escaped(String(name.dropFirst(base.count))))
    } else {
      append(MarkupText.escaped(name))
    }
    append("</caption>")
    copied = range.upperBound + 1
  }

  /// The name with a number, if another table of the page has it already.
  private mutating func distinct(_ base: String) -> String {
    if captions.insert(base).inserted { return base }
    var count = captionCounts[base, default: 1] + 1
    while !captions.insert("\(base) (\(count))").inserted { count += 1 }
    captionCounts[base] = count
    return "\(base) (\(count))"
  }

  /// Takes a paragraph that begins with a colon and stands before a table as the caption of the table.
  ///
  /// - Returns: whether it is one.
  private mutating func takeCaption(position: inout Int) -> Bool {
    let (mark, end, next): (StaticString, StaticString, StaticString) = (": ", "</p>", "</p>\n<table>")
    guard starts(position..<input.count, with: mark) else { return false }
    let start = position + mark.utf8CodeUnitCount
    var close = start
    while !starts(close..<input.count, with: end) {
      guard let open = index(of: UInt8(ascii: "<"), in: (close + 1)..<input.count) else { return false }
      close = open
    }
    guard starts(close..<input.count, with: next) else { return false }
    copy(to: position - "<p>".utf8.count)
    caption = start..<close
    position = close + "</p>\n".utf8.count
    copied = position
    return true
  }

  /// Whether the range holds exactly these bytes.
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

  /// The start of the next `</h2>` or the like; headings are not nested.
  private func endOfHeading(from start: Int) -> Int? {
    var position = start
    while let open = index(of: UInt8(ascii: "<"), in: position..<input.count) {
      if starts(open..<input.count, with: "</h") { return open }
      position = open + 1
    }
    return nil
  }

  /// The start of ` {#some-id}` at the end of a heading; nil when there is none.
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

  /// Turns `<a href="#L12" title="=">` into the anchor that it links to, as in a ``FileListing``; false for any other
  /// link.
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

  /// Handles `<a href="…">` and `<a href="…" title="…">`, which nearly all links are; false for any other link.
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
        // Without entities only the start of the target changes.
        append(root)
        copied = start + 1
      }
    }
    let attributes = title.flatMap {
      input[$0.lowerBound] == UInt8(ascii: "=") ? LinkAttributes(string($0)) : nil
    }
    if let attributes {
      copy(to: quote)
      append("\"")
      copied = range.upperBound
      append(attributes)
    } else {
      if let title, keepsText(input[title]) { body.texts.append(MarkupText.decoded(string(title))) }
      copy(to: range.upperBound)
    }
    if first == UInt8(ascii: "/") || first == UInt8(ascii: "#") {
      let kind = note(internalLink: target)
      // A source by its title is no mark.
      let isTitle = attributes?.style == PageContext.sourceTitle
      let classes = [isTitle ? nil : kind, attributes?.style].compactMap { $0 }
      if !classes.isEmpty {
        append(" class=\"")
        append(classes.joined(separator: " "))
        append("\"")
      }
    } else if target.hasPrefix("http") {
      append(" rel=\"external noopener\"")
      note(externalLink: target)
    } else {
      note(otherLink: target)
    }
    return true
  }

  /// Appends the identifier of a link; its class is appended together with those that follow from its target.
  private mutating func append(_ attributes: LinkAttributes) {
    guard let identifier = attributes.identifier else { return }
    body.ids.insert(identifier)
    append(" id=\"")
    append(MarkupText.escaped(identifier))
    append("\"")
  }

  private mutating func link(_ range: Range<Int>) {
    var tag = HTMLTag(Substring(string(range)))
    let target = MarkupText.decoded(tag["href"] ?? "")
    if target.hasPrefix("/") || target.hasPrefix("#") {
      if let classes = note(internalLink: target) { tag["class"] = classes }
      if target.hasPrefix("/") { tag["href"] = MarkupText.escaped(relative(target)) }
    } else if target.hasPrefix("http") {
      tag["rel"] = "external noopener"
      note(externalLink: target)
    } else {
      note(otherLink: target)
    }
    footnote(&tag)
    if let title = tag["title"] { body.texts.append(MarkupText.decoded(title)) }
    copy(to: range.lowerBound - 1)
    append(tag.text)
    copied = range.upperBound + 1
  }

  /// Collects the `id` of a footnote link and translates the label that cmark-gfm writes.
  private mutating func footnote(_ tag: inout HTMLTag) {
    if let id = tag["id"] { body.ids.insert(id) }
    if tag["class"] == "footnote-backref" { tag["aria-label"] = style.footnoteLabel }
  }

  private mutating func note(externalLink target: String) {
    if let rule = WebAddress.brokenRule(of: target) { body.brokenRules.insert(rule) }
  }

  /// Links must start at the root of the site. The link check reports those that do not.
  private mutating func note(otherLink target: String) {
    if !target.containsByte(UInt8(ascii: ":")) {
      body.links.append(RenderedBody.Link(path: target.isEmpty ? "?" : target, fragment: nil))
    } else if !target.hasPrefix("mailto:") {
      note(externalLink: target)
    }
  }

  /// Records a link inside the site for the checks.
  ///
  /// - Returns: its classes; nil for a plain link.
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

  /// The target relative to the folder of the page.
  private func relative(_ target: String) -> String {
    let path = String(target.dropFirst())
    if root.hasPrefix("/") { return root + path }
    return path.isEmpty && root.isEmpty ? "./" : root + path
  }

  /// Turns a paragraph that holds only a picture into a figure, with the title of the picture as caption.
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
    let caption = tag["title"]
    tag["title"] = nil
    place(&tag)
    tag["loading"] = "lazy"
    for text in [tag["alt"], caption].compactMap({ $0 }) { body.texts.append(MarkupText.decoded(text)) }
    let captionText = caption.map { "<figcaption>\($0)</figcaption>" } ?? ""
    append("<figure class=\"chart\">\(inBothSchemes(tag))\(captionText)</figure>")
  }

  /// A chart in the colours that the reader prefers; another picture as it is.
  private func inBothSchemes(_ tag: HTMLTag) -> String {
    guard let source = tag["src"], source.hasSuffix(".svg") else { return tag.text }
    let dark =
      "<source srcset=\"\(source)#\(ChartStyle.darkFragment)\" media=\"(prefers-color-scheme: dark)\">"
    return "<picture>\(dark)\(tag.text)</picture>"
  }

  /// A picture in a line of text.
  private mutating func picture(_ range: Range<Int>) {
    var tag = HTMLTag(Substring(string(range.lowerBound..<(range.upperBound - 2))))
    place(&tag)
    if let text = tag["alt"] { body.texts.append(MarkupText.decoded(text)) }
    copy(to: range.lowerBound - 1)
    append(tag.text)
    copied = range.upperBound + 1
  }

  /// Gives a picture its address relative to the page, and its size. One from another host is refused.
  private mutating func place(_ tag: inout HTMLTag) {
    let target = MarkupText.decoded(tag["src"] ?? "")
    guard !LoadedAddresses.leads(elsewhere: target) else {
      body.brokenRules.insert(.otherHost(target))
      return
    }
    body.links.append(RenderedBody.Link(path: target, fragment: nil))
    tag["src"] = MarkupText.escaped(relative(target))
    if let size = pictureSizes[target] {
      tag["width"] = size.width
      tag["height"] = size.height
    }
  }
}
