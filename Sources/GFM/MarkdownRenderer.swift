internal import CCMarkGFM
internal import CSystem
internal import Foundation

/// Turns GitHub-flavoured Markdown into HTML with cmark-gfm.
///
/// Tables, strikethrough with two tildes, bare links, task lists and footnotes are on. Raw HTML and
/// unsafe link schemes such as `javascript:` are left out of the result. Calls from many tasks at once
/// are safe, and nearly all of them run side by side (see ``CmarkTables``).
package struct MarkdownRenderer: Sendable {
  /// Makes a renderer.
  ///
  /// - Throws: ``MarkdownError/extensionMissing(name:)`` if the installed library lacks an extension.
  package init() throws(MarkdownError) {
    for name in sharedExtensions + characterExtensions { _ = try findExtension(name) }
  }

  /// The HTML of a Markdown document: a sequence of block elements, no `<html>` around them.
  ///
  /// The comments `<!-- -->` and `<!-- [ -->` are removed: ``Markdown`` writes them where two pieces of text
  /// must not touch, and they have done their work once the text is parsed.
  ///
  /// - Throws: ``MarkdownError/extensionMissing(name:)`` or ``MarkdownError/noResult(step:)``.
  package func html(from markdown: String) throws(MarkdownError) -> String {
    String(decoding: try htmlBytes(from: markdown), as: UTF8.self)
  }

  /// The same as UTF-8, for those who go on working on bytes.
  ///
  /// - Throws: as ``html(from:)``.
  package func htmlBytes(from markdown: String) throws(MarkdownError) -> [UInt8] {
    var markdown = markdown
    return try markdown.withUTF8 { bytes in
      Result { () throws(MarkdownError) in try self.html(from: bytes) }
    }.get()
  }

  private func html(from markdown: UnsafeBufferPointer<UInt8>) throws(MarkdownError) -> [UInt8] {
    let together = try CmarkTables.lock.reading { () throws(MarkdownError) in
      try render(markdown, with: sharedExtensions, unlessTextConcerns: true)
    }
    if let together { return together }
    let alone = try CmarkTables.lock.writing { () throws(MarkdownError) in
      try render(markdown, with: sharedExtensions + characterExtensions, unlessTextConcerns: false)
    }
    return alone ?? []
  }
}

/// The tables of cmark-gfm that are shared by the whole process.
///
/// A parser with the strikethrough or the autolink extension marks its characters in these tables while it
/// parses and takes the marks away at its end, so two at once give wrong pages rather than a crash. The other
/// extensions mark nothing. Few documents hold anything for the two: a document is parsed without them first,
/// side by side with others, and when its text holds a character for them, it is parsed anew, alone.
private enum CmarkTables {
  static let lock = ReadersWriterLock()
  /// Registering changes a list of the process, so it is done once.
  static let registered: Void = cmark_gfm_core_extensions_ensure_registered()
}

/// UTF-8 need not be validated: a `String` holds no other.
private let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE

/// What cmark-gfm asks for memory. Parsers and documents keep its address, so it is made once and never moved; never
/// changed, it is for use by many threads.
nonisolated(unsafe) private let memory = {
  let memory = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
  memory.initialize(
    to: cmark_mem(
      calloc: markdown_memory_take_cleared, realloc: markdown_memory_take_more,
      free: markdown_memory_give_back))
  return memory
}()

/// Extensions that any number of parsers may use at once.
private let sharedExtensions = ["table", "tasklist", "tagfilter"]

/// Extensions that change the tables of the process while they parse.
private let characterExtensions = ["strikethrough", "autolink"]

/// The extension belongs to the library.
private func findExtension(_ name: String) throws(MarkdownError) -> OpaquePointer {
  CmarkTables.registered
  guard let syntax = cmark_find_syntax_extension(name) else { throw .extensionMissing(name: name) }
  return syntax
}

/// The parser, the document and the HTML lie in the memory that is given back here, all at once: nothing of it is
/// freed piece by piece.
///
/// - Parameter unlessTextConcerns: gives nil when the text holds anything for ``characterExtensions``.
private func render(
  _ markdown: UnsafeBufferPointer<UInt8>, with extensions: [String], unlessTextConcerns isShared: Bool
) throws(MarkdownError) -> [UInt8]? {
  markdown_memory_begin()
  defer { markdown_memory_end() }
  guard let parser = cmark_parser_new_with_mem(options, memory) else { throw .noResult(step: "parser") }
  for name in extensions { cmark_parser_attach_syntax_extension(parser, try findExtension(name)) }

  // Both walks over the document are seldom needed.
  let hasTags = markdown.contains("<")
  let isConcerned = isShared && concerns(markdown)
  markdown.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
  guard let document = cmark_parser_finish(parser) else { throw .noResult(step: "document") }
  if isConcerned, textConcerns(document) { return nil }
  if hasTags { removeSeparators(from: document) }

  let attached = cmark_parser_get_syntax_extensions(parser)
  guard let html = cmark_render_html(document, options, attached) else { throw .noResult(step: "html") }
  return Array(UnsafeRawBufferPointer(start: html, count: strlen(html)))
}

/// Whether bytes hold a beginning of what strikethrough and autolink look for.
private func concerns(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  text.contains("~") || text.contains("@") || text.contains("://") || text.contains("www.")
}

/// Whether the text of a document does: targets of links, code and tags are none of the two extensions'
/// business, and most of what looks like it is in targets of links.
private func textConcerns(_ document: OpaquePointer) -> Bool {
  let iterator = cmark_iter_new(document)
  defer { cmark_iter_free(iterator) }
  while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
    let node = cmark_iter_get_node(iterator)
    guard cmark_node_get_type(node) == CMARK_NODE_TEXT, let literal = cmark_node_get_literal(node) else {
      continue
    }
    let bytes = UnsafeRawBufferPointer(start: literal, count: strlen(literal)).bindMemory(to: UInt8.self)
    if concerns(bytes) { return true }
  }
  return false
}

/// Removing a leaf while the iterator stands on it is what cmark's iterator allows.
private func removeSeparators(from document: OpaquePointer) {
  let iterator = cmark_iter_new(document)
  defer { cmark_iter_free(iterator) }
  while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
    let node = cmark_iter_get_node(iterator)
    guard cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE, let literal = cmark_node_get_literal(node),
      [markdownSeparator, markdownBracketSeparator].contains(String(cString: literal))
    else { continue }
    cmark_node_free(node)
  }
}
