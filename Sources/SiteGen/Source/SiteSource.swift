package import Foundation
internal import Parallel
package import Scoring
internal import Yams

/// What people write for the site: page text, labels, the layout, styles and scripts.
package struct SiteSource: Sendable {
  /// A page that people write, in one language.
  package struct AuthoredPage: Sendable {
    /// The same in both languages.
    package let id: String
    package let language: Language
    package let title: String
    package let description: String
    /// The path from the root of the site.
    package let path: String
    /// The place in the navigation, ascending; nil when the page is not in it.
    package let menuOrder: Int?
    /// Whether the page sets both languages side by side, as a glossary does.
    package let isBilingual: Bool
    /// The Markdown below the front matter.
    package let body: String
    /// The file, relative to the site folder.
    package let file: String
  }

  /// A file that is copied as it is.
  package struct Asset: Sendable {
    /// The path from the root of the site, `assets/style.css`.
    package let path: String
    package let bytes: Data
  }

  package let pages: [AuthoredPage]
  package let labels: [Language: Labels]
  package let layout: String
  package let assets: [Asset]

  /// The labels of a language; empty when there is no file.
  package func labels(in language: Language) -> Labels {
    labels[language] ?? Labels(language: language, texts: [:])
  }
}

/// Reads the folder `site`, collecting every problem.
struct SiteSourceReader {
  let folder: URL
  private(set) var findings: [Finding] = []

  init(folder: URL) { self.folder = folder }

  /// What could be read; the findings say what could not.
  mutating func read() -> SiteSource {
    var labels: [Language: Labels] = [:]
    var pages: [SiteSource.AuthoredPage] = []
    let read = Language.allCases.parallelMap { [folder] language in
      var reader = SiteSourceReader(folder: folder)
      let labels = reader.readLabels(language)
      return (labels: labels, pages: reader.readPages(language), findings: reader.findings)
    }
    for part in read {
      labels[part.labels.language] = part.labels
      pages += part.pages
      findings += part.findings
    }
    let layoutPath = "layouts/page.mustache"
    let layout = text(layoutPath)
    if layout == nil { findings.append(SiteRule.fileMissing.finding(in: layoutPath)) }
    return SiteSource(pages: pages, labels: labels, layout: layout ?? "", assets: readAssets())
  }

  private mutating func readLabels(_ language: Language) -> Labels {
    var texts: [String: String] = [:]
    for file in files(in: "strings/\(language.rawValue)", endings: ["yaml"]) {
      guard let source = text(file) else { continue }
      do {
        guard let node = try Yams.compose(yaml: source) else { continue }
        guard let mapping = node.mapping else {
          findings.append(SiteRule.labelMalformed.finding(in: file))
          continue
        }
        for (key, value) in mapping {
          guard let name = key.string, let label = value.string, !label.isEmpty else {
            let line = key.mark?.line ?? 1
            findings.append(SiteRule.labelMalformed.finding(in: file, line: line))
            continue
          }
          if texts.updateValue(label.precomposedStringWithCanonicalMapping, forKey: name) != nil {
            findings.append(
              SiteRule.labelDuplicate(name).finding(in: file, line: key.mark?.line ?? 1))
          }
        }
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        findings += keys.map {
          SiteRule.labelDuplicate($0).finding(in: file, line: context.mark.line)
        }
      } catch {
        findings.append(SiteRule.yamlSyntax.finding(in: file, line: SiteSourceReader.line(of: error)))
      }
    }
    return Labels(language: language, texts: texts)
  }

  private mutating func readPages(_ language: Language) -> [SiteSource.AuthoredPage] {
    files(in: "pages/\(language.rawValue)", endings: ["md"]).compactMap { file in
      guard let source = text(file)?.precomposedStringWithCanonicalMapping else { return nil }
      return page(file: file, source: source, language: language)
    }
  }

  private mutating func page(
    file: String, source: String, language: Language
  ) -> SiteSource.AuthoredPage? {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
      findings.append(SiteRule.frontMatterMissing.finding(in: file))
      return nil
    }
    let header = lines[1..<end].joined(separator: "\n")
    let body = lines[(end + 1)...].joined(separator: "\n")
    let fields: Node.Mapping
    do {
      guard let mapping = try Yams.compose(yaml: header)?.mapping else {
        findings.append(SiteRule.frontMatterMissing.finding(in: file))
        return nil
      }
      fields = mapping
    } catch {
      let line = SiteSourceReader.line(of: error) + 1
      findings.append(SiteRule.yamlSyntax.finding(in: file, line: line))
      return nil
    }
    func field(_ name: String) -> String? { fields[Node(name)]?.string }
    let known: Set = ["id", "title", "description", "path", "menu", "bilingual"]
    for key in fields.keys where !known.contains(key.string ?? "") {
      let line = (key.mark?.line ?? 0) + 1
      findings.append(SiteRule.frontMatterKeyUnknown(key.string ?? "?").finding(in: file, line: line))
    }
    let missing = ["id", "title", "description", "path"].filter { field($0)?.isEmpty != false }
    guard missing.isEmpty, let id = field("id"), let title = field("title"),
      let description = field("description"), let path = field("path")
    else {
      findings += missing.map { SiteRule.frontMatterKeyMissing($0).finding(in: file) }
      return nil
    }
    guard SiteSourceReader.isPath(path, of: language) else {
      findings.append(SiteRule.pathMalformed(path).finding(in: file))
      return nil
    }
    return SiteSource.AuthoredPage(
      id: id, language: language, title: title, description: description, path: path,
      menuOrder: field("menu").flatMap { Int($0) }, isBilingual: field("bilingual") == "true", body: body,
      file: file)
  }

  /// Lower-case ASCII letters, digits and hyphens between slashes; `/en/` opens English paths and no others.
  private static func isPath(_ path: String, of language: Language) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 2, parts.first == "", parts.last == "" else { return false }
    let names = parts.dropFirst().dropLast()
    let isPlain = names.allSatisfy { name in
      !name.isEmpty && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }
    return isPlain && (names.first == "en") == (language == .english)
      && (language == .vietnamese || names.count > 1)
  }

  private func readAssets() -> [SiteSource.Asset] {
    files(in: "assets", endings: nil).compactMap { file in
      guard let bytes = try? Data(contentsOf: folder.appending(path: file)) else { return nil }
      return SiteSource.Asset(path: file, bytes: bytes)
    }
  }

  private func text(_ file: String) -> String? {
    guard let bytes = try? Data(contentsOf: folder.appending(path: file)) else { return nil }
    guard let text = String(data: bytes, encoding: .utf8) else { return nil }
    // Editors on Windows put a mark at the start and two characters at the end of a line.
    let body = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    return String(body.utf8.contains(UInt8(ascii: "\r")) ? body.replacing("\r\n", with: "\n") : body)
  }

  /// Files below a folder, relative to the site folder, in an order that does not depend on the machine.
  private func files(in subfolder: String, endings: Set<String>?) -> [String] {
    let root = folder.appending(path: subfolder)
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root.path(percentEncoded: false))) ?? []
    return paths.filter { path in
      guard !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { return false }
      let url = root.appending(path: path)
      let isFile = (try? url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) ?? false
      return isFile && endings.map { $0.contains(url.pathExtension) } ?? true
    }
    .sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    .map { subfolder + "/" + $0 }
  }

  private static func line(of error: any Error) -> Int {
    guard let error = error as? YamlError else { return 1 }
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      return mark.line
    case .duplicatedKeysInMapping(_, let context): return context.mark.line
    default: return 1
    }
  }
}
