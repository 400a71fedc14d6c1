package import GFM
package import Scoring
package import Text

/// What a page writer needs: the data, the labels of one language, and the only way to write a figure, a verdict or a
/// source.
package struct PageContext: Sendable {
  package let language: Language
  /// The data and everything computed from them; a log may note each question.
  let data: SiteData
  package let labels: Labels
  /// What the page that is written has cited so far.
  let cited: CitedSources

  package init(language: Language, inputs: SiteInputs, labels: Labels) {
    self.init(language: language, data: SiteData(inputs), labels: labels)
  }

  private init(language: Language, data: SiteData, labels: Labels) {
    self.language = language
    self.data = data
    self.labels = labels
    cited = CitedSources()
  }

  /// The context of one page, with each question noted in a log.
  package func noting(in log: QuestionLog) -> PageContext {
    PageContext(language: language, data: data.noting(in: log), labels: labels)
  }

  /// A label with its `{name}` placeholders filled.
  package func label(_ key: String, _ values: [String: String] = [:]) -> String {
    labels.text(key, values)
  }

  /// A label as Markdown text.
  package func labelText(_ key: String, _ values: [String: String] = [:]) -> Markdown {
    .text(label(key, values))
  }

  /// The wording of a text in the language of the page.
  package func text(_ text: LocalizedText) -> String { text[language] }

  /// The wording as Markdown text.
  package func markdown(_ text: LocalizedText) -> Markdown { .text(text[language]) }

  /// A link to the place that tells what a page is about, optionally to an element of the page.
  package func link(_ label: Markdown, to route: Route, anchor: String? = nil) -> Markdown {
    .link(label, to: address(of: route, anchor: anchor))
  }

  /// The name of an entity, linked to its page if it has one.
  package func entity(_ id: Identifier<Entity>) -> Markdown {
    guard let entity = data.mention(id) else { return .text(id.rawValue) }
    let name = Markdown.text(text(entity.name))
    return entity.hasProfile ? link(name, to: .province(id)) : name
  }

  package func entityName(_ id: Identifier<Entity>) -> String {
    data.mention(id).map { text($0.name) } ?? id.rawValue
  }

  /// A link to a data line.
  package func dataLine(_ label: Markdown, _ line: DataLine) -> Markdown {
    .link(label, to: address(of: line))
  }

  /// The address of a data line: the anchor of the row or item that begins there, else that of the line.
  func address(of line: DataLine) -> String {
    let part = DataFilePart(of: line)
    let anchor = data.rowAnchors(line.file)?.name(at: line.line) ?? "L\(line.line)"
    return Route.dataFile(part.path, page: part.page).path(in: language) + "#" + anchor
  }

  /// A verdict as a badge, linked to its definition.
  package func verdict(_ verdict: Verdict) -> Markdown {
    link(.text(text(verdict.name)), to: .method, anchor: "verdict-" + verdict.rawValue)
  }

  /// A confidence as a badge linked to its definition.
  package func status(_ status: Confidence) -> Markdown {
    link(labelText("status." + status.rawValue), to: .method, anchor: "status-" + status.rawValue)
  }

  /// The mark of a break in a series, linked to its explanation.
  package func breakMark(_ label: String) -> Markdown {
    link(.text(label), to: .method, anchor: "break-series")
  }

  /// Shown where nothing is known, never a zero or an empty cell.
  package var unknown: Markdown { .emphasis(labelText("common.unknown")) }

  /// A chart as a figure: the image with its text alternative and caption, and the link to its file.
  package func chart(
    _ name: String, of page: Route, svg: String, alternative: String, caption: String
  ) -> ChartBlock {
    let path = "/charts/\(name).\(language.rawValue).svg"
    var document = MarkdownDocument()
    document.paragraph(.image(alt: alternative, path: path, title: caption))
    document.paragraph(.link(labelText("chart.download"), to: path))
    return ChartBlock(
      document: document,
      chart: Page.Chart(path: path, svg: svg, alternative: alternative, caption: caption, page: page))
  }

  /// A chart and the Markdown that shows it.
  package struct ChartBlock: Sendable {
    package let document: MarkdownDocument
    package let chart: Page.Chart
  }
}
