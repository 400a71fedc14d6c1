package import Foundation
package import Files
internal import GFM
internal import Parallel
package import Text

/// Reads the folder `site`, collecting every problem.
package struct SiteSourceReader {
  package let folder: URL
  package private(set) var findings: [Finding] = []
  private let root: String
  private let files: [SourceFile]

  /// - Parameter files: everything below the folder; nil to list it.
  package init(folder: URL, files: [SourceFile]? = nil) {
    self.folder = folder
    root = folder.path(percentEncoded: false)
    self.files = files ?? (try? SourceFile.all(below: root)) ?? []
  }

  /// Reads all files that can be read; the findings report the rest. Where a file or folder is a link, nothing is read.
  package mutating func read() -> SiteSource {
    findings = files.compactMap { file in file.irregularity?.finding(in: file.path.composed) }
    guard findings.isEmpty else {
      return SiteSource(folder: folder, pages: [], labels: [:], layout: "", assets: [])
    }
    var labels: [Language: Labels] = [:]
    let read = Language.allCases.parallelMap { [folder, files] language in
      var reader = SiteSourceReader(folder: folder, files: files)
      return (labels: reader.readLabels(language), findings: reader.findings)
    }
    for part in read {
      labels[part.labels.language] = part.labels
      findings += part.findings
    }
    let pages = readPages()
    let layoutPath = SiteSource.layoutPath
    let layout = text(layoutPath)
    if layout == nil { findings.append(Rule.fileMissing.finding(in: layoutPath)) }
    // Without a layout nothing is rendered, and so nothing is said of links to pages that are too large or cannot be
    // read, nor of labels that stand in what could not be read.
    let isRendered = !findings.contains {
      [Rule.pageLimit(.text).id, Rule.siteTextUnreadable.id].contains($0.rule)
    }
    return SiteSource(
      folder: folder, pages: pages, labels: labels,
      layout: isRendered && labels.values.allSatisfy(\.isComplete) ? layout ?? "" : "", assets: readAssets(),
      identity: readIdentity())
  }

  /// Without the file nothing is known; a site can do without.
  private mutating func readIdentity() -> SiteIdentity {
    let file = SiteSource.identityPath
    guard files.contains(where: { $0.path == file }) else {
      return SiteIdentity(missing: SiteIdentity.SettingKey.allCases)
    }
    guard let text = text(file) else {
      findings.append(Rule.siteTextUnreadable.finding(in: file))
      return SiteIdentity()
    }
    var reader = SiteIdentityReader()
    let identity = reader.read(text)
    findings += reader.broken.map { $0.rule.finding(in: file, line: $0.line) }
    return identity
  }

  private mutating func readLabels(_ language: Language) -> Labels {
    var texts: [String: String] = [:]
    var isComplete = true
    for file in files(in: "strings/\(language.rawValue)", ending: ".yaml") {
      guard let source = text(file) else {
        findings.append(Rule.siteTextUnreadable.finding(in: file))
        isComplete = false
        continue
      }
      do throws(YAMLFault) {
        let (root, faults) = try YAMLReader.read(source[...])
        findings += faults.map { Rule.label($0.kind).finding(in: file, line: $0.position.line) }
        if faults.contains(where: \.hidesLabels) { isComplete = false }
        if let root, root.entries == nil {
          findings.append(Rule.labelMalformed.finding(in: file))
          isComplete = false
        }
        for entry in root?.entries ?? [] {
          let (key, line) = (entry.key.text, entry.key.position.line)
          guard let label = entry.value.scalar?.text, !label.isEmpty else {
            findings.append(Rule.labelMalformed.finding(in: file, line: line))
            isComplete = false
            continue
          }
          if texts.updateValue(label.composed, forKey: key) != nil {
            findings.append(Rule.labelDuplicate(key).finding(in: file, line: line))
          }
        }
      } catch {
        findings.append(Rule.label(error.kind).finding(in: file, line: error.position.line))
        isComplete = false
      }
    }
    return Labels(language: language, texts: texts, isComplete: isComplete)
  }

  /// The pages of one language after those of the other.
  private mutating func readPages() -> [SiteSource.AuthoredPage] {
    let chunks = Language.allCases.flatMap { language in
      files(in: "pages/\(language.rawValue)", ending: ".md").chunks.map {
        (language: language, files: $0)
      }
    }
    let read = chunks.parallelMap { [folder] chunk in
      var reader = SiteSourceReader(folder: folder, files: [])
      let pages = chunk.files.compactMap { file -> SiteSource.AuthoredPage? in
        guard let source = reader.composedText(file) else {
          reader.findings.append(Rule.siteTextUnreadable.finding(in: file))
          return nil
        }
        return reader.page(file: file, source: source, language: chunk.language)
      }
      return (pages: pages, findings: reader.findings)
    }
    findings += read.flatMap(\.findings)
    return read.flatMap(\.pages)
  }

  /// Reads a page from its text; no page when a finding says why.
  package static func read(
    page source: String, file: String, language: Language
  ) -> (page: SiteSource.AuthoredPage?, findings: [Finding]) {
    var reader = SiteSourceReader(folder: URL(filePath: "/"), files: [])
    let page = reader.page(file: file, source: source, language: language)
    return (page, reader.findings)
  }

  private mutating func page(
    file: String, source: String, language: Language
  ) -> SiteSource.AuthoredPage? {
    guard let (header, body) = SiteSourceReader.parts(of: source) else {
      findings.append(Rule.frontMatterMissing.finding(in: file))
      return nil
    }
    let exceeded = PageLimits.exceeded(by: body)
    guard exceeded.isEmpty else {
      // The body begins after the header and the two lines around it.
      let before = header.utf8.count { $0 == UInt8(ascii: "\n") } + 2
      findings += exceeded.map { Rule.pageLimit($0.limit).finding(in: file, line: before + $0.line) }
      return nil
    }
    let matter = FrontMatter(header)
    findings += matter.broken.map { $0.rule.finding(in: file, line: $0.line) }
    guard let id = matter["id"], let title = matter["title"], let description = matter["description"],
      let path = matter["path"]
    else { return nil }
    guard SiteSourceReader.isValidPath(path, of: language) else {
      findings.append(Rule.pathMalformed(path).finding(in: file))
      return nil
    }
    return SiteSource.AuthoredPage(
      id: id, language: language, title: title, description: description, path: path,
      menuOrder: matter["menu"].flatMap { Int($0) }, isBilingual: matter["bilingual"] == "true",
      body: SiteSourceReader.digest(of: body), inserts: SiteSourceReader.inserts(in: body),
      terms: id == SiteSource.glossary ? SiteSourceReader.terms(in: body) : [], file: file)
  }

  /// The Markdown of a page and its digest; nil when its file or front matter no longer exists, or a changed text
  /// exceeds the limits.
  static func body(
    of page: SiteSource.AuthoredPage, in folder: URL
  ) -> (text: String, digest: ContentDigest)? {
    guard let source = SiteSourceReader(folder: folder, files: []).composedText(page.file),
      let body = parts(of: source)?.body
    else { return nil }
    let digest = digest(of: body)
    guard digest == page.body || PageLimits.exceeded(by: body).isEmpty else { return nil }
    return (String(body.drop(while: \.isNewline)), digest)
  }

  private static func inserts(in body: Substring) -> [String] {
    var bytes = body
    // Most pages have none.
    return bytes.withUTF8 { $0.contains("{{insert:") } ? InsertLines.all(in: String(body)).map(\.name) : []
  }

  /// The headings `### Name {#id}`.
  private static func terms(in body: Substring) -> [SiteSource.Term] {
    body.split(separator: "\n").compactMap { line in
      guard line.hasPrefix("### "), line.hasSuffix("}"), let start = line.range(of: " {#") else { return nil }
      return SiteSource.Term(
        id: String(line[start.upperBound...].dropLast()), name: String(line.dropFirst(4)[..<start.lowerBound])
      )
    }
  }

  private static func digest(of body: Substring) -> ContentDigest {
    var body = body
    return body.withUTF8 { ContentDigest(of: UnsafeRawBufferPointer($0)) }
  }

  private func composedText(_ file: String) -> String? {
    text(file).map { Self.isSurelyComposed($0) ? $0 : $0.composed }
  }

  /// Whether the bytes show that a text needs no Unicode composition; false for some texts that need none either. Fast,
  /// because it looks at every byte of every page.
  private static func isSurelyComposed(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      var place = 0
      while place < bytes.count {
        // Skips eight bytes at a time where all are ASCII.
        while place + 8 <= bytes.count,
          UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: place, as: UInt64.self)
            & 0x8080_8080_8080_8080 == 0
        { place += 8 }
        guard place < bytes.count else { break }
        let byte = bytes[place]
        place += 1
        // Lower lead bytes encode only scalars below U+0300, none of which combines.
        if byte < 0xCC { continue }
        // U+1E00 to U+1EFF and U+2010 to U+202F. The text is valid UTF-8, so two bytes follow.
        let isFine =
          byte == 0xE1 && (0xB8...0xBB).contains(bytes[place])
          || byte == 0xE2 && bytes[place] == 0x80 && bytes[place + 1] >= 0x90 && bytes[place + 1] < 0xB0
        if !isFine { return false }
        place += 2
      }
      return true
    } ?? false
  }

  /// The text between the first two lines `---` and the text after them; nil when the file does not begin so.
  private static func parts(of source: String) -> (header: Substring, body: Substring)? {
    guard source.hasPrefix("---\n") else { return nil }
    var line = source.utf8.index(source.startIndex, offsetBy: 4)
    let header = line
    while line < source.endIndex {
      let end = source.utf8[line...].firstIndex(of: UInt8(ascii: "\n")) ?? source.endIndex
      let next = end < source.endIndex ? source.utf8.index(after: end) : end
      if source.utf8[line..<end].elementsEqual("---".utf8) { return (source[header..<line], source[next...]) }
      line = next
    }
    return nil
  }

  /// Whether a path has only lower-case ASCII letters, digits and hyphens between slashes, and `/en/` opens it exactly
  /// if it is English.
  private static func isValidPath(_ path: String, of language: Language) -> Bool {
    let bytes = path.utf8
    let slash = UInt8(ascii: "/")
    guard bytes.count > 2, bytes.first == slash, bytes.last == slash else { return false }
    var names = -1
    var previous: UInt8 = 0
    for byte in bytes {
      switch byte {
      case slash:
        if previous == slash { return false }
        names += 1
      case 97...122, 48...57, 45: break
      default: return false
      }
      previous = byte
    }
    return bytes.starts(with: "/en/".utf8) == (language == .english) && (language == .vietnamese || names > 1)
  }

  private func readAssets() -> [SiteSource.Asset] {
    files(in: "assets").compactMap { file in
      SourceFile.bytes(of: file, below: root).map { SiteSource.Asset(path: file, bytes: Data($0)) }
    }
  }

  private func text(_ file: String) -> String? {
    guard let bytes = SourceFile.bytes(of: file, below: root) else { return nil }
    // Editors on Windows may write a byte order mark and end lines with CR LF.
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    guard let text = String(validating: body, as: UTF8.self) else { return nil }
    return text.containsByte(UInt8(ascii: "\r")) ? text.replacing("\r\n", with: "\n") : text
  }

  /// The paths of the files below a folder of the site folder, in the same order on every machine.
  private func files(in subfolder: String, ending: String = "") -> [String] {
    let prefix = subfolder + "/"
    return files.map(\.path).filter {
      $0.utf8.starts(with: prefix.utf8) && $0.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }
  }
}

extension YAMLFault {
  /// Whether labels may stand in what could not be read.
  fileprivate var hidesLabels: Bool {
    if case .duplicate = kind { return false }
    return true
  }
}
