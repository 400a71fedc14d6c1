internal import CCMarkGFM
internal import CSystem
internal import Foundation

/// Renders GitHub-flavoured Markdown to HTML with cmark-gfm.
///
/// Tables, strikethrough with two tildes, bare links, task lists and footnotes are enabled. Raw HTML and unsafe link
/// schemes such as `javascript:` are left out. Concurrent calls are safe, and nearly all of them run in parallel (see
/// ``CmarkTables``).
package struct MarkdownRenderer: Sendable {
  /// - Throws: ``MarkdownError/extensionMissing(name:)`` if the installed library lacks an extension.
  package init() throws(MarkdownError) {
    for name in sharedExtensions + characterExtensions { _ = try findExtension(name) }
  }

  /// The HTML of a Markdown document as UTF-8: a sequence of block elements without `<html>` around them.
  ///
  /// The comments `<!-- -->` and `<!-- [ -->` are removed: ``Markdown`` separates parts of text with them, and they
  /// have no use after parsing. The comments of a ``MarkdownContainer`` become its tags. Of other raw HTML only the
  /// tags of ``PassageTag`` remain.
  ///
  /// - Throws: ``MarkdownError/extensionMissing(name:)`` or ``MarkdownError/noResult(step:)``.
  package func htmlBytes(from markdown: String) throws(MarkdownError) -> [UInt8] {
    var markdown = markdown
    // glibc would keep what a long text took, in the memory of each thread.
    defer { if markdown.utf8.count > MarkdownRenderer.longText { freed_memory_give_back() } }
    return try markdown.withUTF8 { bytes in
      Result { () throws(MarkdownError) in try self.html(from: bytes) }
    }.get()
  }

  private static let longText = 1 << 20

  private func html(from markdown: UnsafeBufferPointer<UInt8>) throws(MarkdownError) -> [UInt8] {
    let html = try CmarkTables.lock.reading { () throws(MarkdownError) in
      try render(markdown, withCharacterExtensions: false)
    }
    if let html { return html }
    return try CmarkTables.lock.writing { () throws(MarkdownError) in
      try render(markdown, withCharacterExtensions: true)
    } ?? []
  }
}

/// The tables of cmark-gfm that the whole process shares.
///
/// A parser with the strikethrough or the autolink extension changes these tables while it parses and restores them
/// at its end, so two such parsers at once give wrong pages. The other extensions change nothing. Few documents need
/// the two. So each document is first parsed without them, in parallel with others. Only if its text turns out to
/// need them is it parsed again, alone.
private enum CmarkTables {
  static let lock = ReadersWriterLock()
  /// Registering changes a list of the process, so it is done once.
  static let registered: Void = cmark_gfm_core_extensions_ensure_registered()
}

/// UTF-8 validation is off, because a `String` is always valid.
private let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE

/// The allocator of cmark-gfm. Parsers and documents keep its address, so it is made once and never moved. It is
/// never changed either, so all threads can use it.
nonisolated(unsafe) private let allocator = {
  let allocator = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
  allocator.initialize(
    to: cmark_mem(
      calloc: markdown_memory_take_cleared, realloc: markdown_memory_take_more,
      free: markdown_memory_give_back))
  return allocator
}()

/// Extensions that any number of parsers can use at once.
private let sharedExtensions = ["table", "tasklist", "tagfilter"]

/// Extensions that change the tables of the process while they parse.
private let characterExtensions = ["strikethrough", "autolink"]

private func findExtension(_ name: String) throws(MarkdownError) -> OpaquePointer {
  CmarkTables.registered
  guard let syntax = cmark_find_syntax_extension(name) else { throw .extensionMissing(name: name) }
  return syntax
}

/// Renders a document. The parser, the document and the HTML are not freed one by one: an arena is freed at the end.
///
/// - Returns: nil when the text needs the ``characterExtensions`` and is parsed without them.
private func render(
  _ markdown: UnsafeBufferPointer<UInt8>, withCharacterExtensions: Bool
) throws(MarkdownError) -> [UInt8]? {
  markdown_memory_begin()
  defer { markdown_memory_end() }
  guard let parser = cmark_parser_new_with_mem(options, allocator) else { throw .noResult(step: "parser") }
  let extensions = withCharacterExtensions ? sharedExtensions + characterExtensions : sharedExtensions
  for name in extensions { cmark_parser_attach_syntax_extension(parser, try findExtension(name)) }

  // Few documents need these two walks over their nodes.
  let hasTags = markdown.contains("<")
  let mayNeedMore = !withCharacterExtensions && mayNeedCharacterExtensions(markdown)
  markdown.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
  guard let document = cmark_parser_finish(parser) else { throw .noResult(step: "document") }
  if mayNeedMore, textMayNeedCharacterExtensions(document) { return nil }
  if hasTags { handleTags(in: document) }

  let attached = cmark_parser_get_syntax_extensions(parser)
  guard let html = cmark_render_html(document, options, attached) else { throw .noResult(step: "html") }
  return Array(UnsafeRawBufferPointer(start: html, count: strlen(html)))
}

/// Whether bytes contain what strikethrough and autolink look for.
private func mayNeedCharacterExtensions(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  text.contains("~") || text.contains("@") || text.contains("://") || text.contains("www.")
}

/// Whether the text of a document needs the ``characterExtensions``. They look at text only, and most matches in a
/// source are in link targets.
private func textMayNeedCharacterExtensions(_ document: OpaquePointer) -> Bool {
  let iterator = cmark_iter_new(document)
  defer { cmark_iter_free(iterator) }
  while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
    let node = cmark_iter_get_node(iterator)
    guard cmark_node_get_type(node) == CMARK_NODE_TEXT, let literal = cmark_node_get_literal(node) else {
      continue
    }
    let bytes = UnsafeRawBufferPointer(start: literal, count: strlen(literal)).bindMemory(to: UInt8.self)
    if mayNeedCharacterExtensions(bytes) { return true }
  }
  return false
}

/// Removes the separators, makes boxes of the comments of ``MarkdownContainer`` and lets the tags of passages through.
/// cmark allows removing the leaf at which an iterator is, and any node before it.
private func handleTags(in document: OpaquePointer) {
  let iterator = cmark_iter_new(document)
  defer { cmark_iter_free(iterator) }
  while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
    guard let node = cmark_iter_get_node(iterator) else { continue }
    if cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK { makeBox(of: node) }
    guard let literal = inlineHTML(node) else { continue }
    switch literal {
    case markdownSeparator, markdownBracketSeparator: cmark_node_free(node)
    case PassageTag.closing:
      // Tags that enclose nothing in common, such as one within and one after a link, stay left out.
      guard let opening = opening(of: node), let tag = inlineHTML(opening) else { continue }
      letThrough(opening, tag)
      letThrough(node, literal)
    default: continue
    }
  }
}

/// Puts the tag of a ``MarkdownContainer`` in place of its comment. Other blocks of HTML are left out by cmark.
private func makeBox(of block: OpaquePointer) {
  guard let literal = cmark_node_get_literal(block),
    let tag = MarkdownContainer.tags[String(cString: literal).trimmingCharacters(in: .newlines)],
    let box = cmark_node_new_with_mem(CMARK_NODE_CUSTOM_BLOCK, allocator)
  else { return }
  cmark_node_set_on_enter(box, tag)
  if cmark_node_replace(block, box) == 1 { cmark_node_free(block) }
}

/// The nearest opening tag before a closing one, among few nodes, so that a text of closing tags takes no longer than
/// another.
private func opening(of closing: OpaquePointer) -> OpaquePointer? {
  var node = cmark_node_previous(closing)
  for _ in 0..<50 {
    guard let earlier = node else { return nil }
    if inlineHTML(earlier).map(PassageTag.isOpening) == true { return earlier }
    node = cmark_node_previous(earlier)
  }
  return nil
}

private func inlineHTML(_ node: OpaquePointer) -> String? {
  guard cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE else { return nil }
  return cmark_node_get_literal(node).map { String(cString: $0) }
}

/// Puts a node that writes the tag as it is in place of one that would be left out. A table cell allows none, and the
/// tag is removed there.
private func letThrough(_ node: OpaquePointer, _ tag: String) {
  if let raw = cmark_node_new_with_mem(CMARK_NODE_CUSTOM_INLINE, allocator) {
    cmark_node_set_on_enter(raw, tag)
    cmark_node_replace(node, raw)
  }
  cmark_node_free(node)
}
