internal import CCMarkGFM
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Turns GitHub-flavoured Markdown into HTML with cmark-gfm.
///
/// Tables, strikethrough with two tildes, bare links, task lists and footnotes are on. Raw HTML and
/// unsafe link schemes such as `javascript:` are left out of the result. Calls from many tasks at once
/// are safe: they take turns.
public struct MarkdownRenderer: Sendable {
  /// Makes a renderer.
  ///
  /// - Throws: ``MarkdownError/extensionMissing(name:)`` if the installed library lacks an extension.
  public init() throws(MarkdownError) {
    try cmarkLock.withLock { _ throws(MarkdownError) in _ = try findExtensions() }
  }

  /// The HTML of a Markdown document: a sequence of block elements, no `<html>` around them.
  ///
  /// The comments `<!-- -->` and `<!-- [ -->` are removed: ``Markdown`` writes them where two pieces of text
  /// must not touch, and they have done their work once the text is parsed.
  ///
  /// - Throws: ``MarkdownError/extensionMissing(name:)`` or ``MarkdownError/noResult(step:)``.
  public func html(from markdown: String) throws(MarkdownError) -> String {
    String(decoding: try htmlBytes(from: markdown), as: UTF8.self)
  }

  /// The same as UTF-8, for those who go on working on bytes.
  ///
  /// - Throws: as ``html(from:)``.
  public func htmlBytes(from markdown: String) throws(MarkdownError) -> [UInt8] {
    try cmarkLock.withLock { _ throws(MarkdownError) in try renderHTML(markdown) }
  }
}

/// Held around every use of cmark-gfm: registering, attaching, parsing and rendering all read or write
/// tables shared by the whole process, and mixing them up gives wrong pages rather than a crash.
private let cmarkLock = Mutex(())

private let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE

private let extensionNames = ["table", "strikethrough", "autolink", "tasklist", "tagfilter"]

/// Call with the lock held. The extensions belong to the library.
private func findExtensions() throws(MarkdownError) -> [OpaquePointer] {
  cmark_gfm_core_extensions_ensure_registered()
  var found: [OpaquePointer] = []
  for name in extensionNames {
    guard let syntax = cmark_find_syntax_extension(name) else { throw .extensionMissing(name: name) }
    found.append(syntax)
  }
  return found
}

/// Call with the lock held. The parser, the document and the HTML are freed here; the list of attached
/// extensions belongs to the parser, so the HTML is made before the parser goes.
private func renderHTML(_ markdown: String) throws(MarkdownError) -> [UInt8] {
  let extensions = try findExtensions()
  guard let parser = cmark_parser_new(options) else { throw .noResult(step: "parser") }
  defer { cmark_parser_free(parser) }
  for syntax in extensions { cmark_parser_attach_syntax_extension(parser, syntax) }

  // Separators are tags, and most documents hold no tag.
  var hasTags = false
  var markdown = markdown
  markdown.withUTF8 { bytes in
    hasTags = bytes.contains(UInt8(ascii: "<"))
    bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
  }
  guard let document = cmark_parser_finish(parser) else { throw .noResult(step: "document") }
  defer { cmark_node_free(document) }
  if hasTags { removeSeparators(from: document) }

  let attached = cmark_parser_get_syntax_extensions(parser)
  guard let html = cmark_render_html(document, options, attached) else { throw .noResult(step: "html") }
  defer { cmark_get_default_mem_allocator().pointee.free(html) }
  return Array(UnsafeRawBufferPointer(start: html, count: strlen(html)))
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
