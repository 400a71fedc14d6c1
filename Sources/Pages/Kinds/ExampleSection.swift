internal import GFM
internal import Robustness
internal import Scoring

/// The worked example of synthetic data on the method pages. Every section and chart says that its data are made up.
struct ExampleSection {
  let context: PageContext

  var results: ExampleResults { context.data.example }
  var stability: RankStability { results.stability }
  var order: [Int] { stability.order }

  /// The warning that each section and chart carries.
  var mark: String { context.label("example.mark") }

  func name(_ position: Int) -> String { stability.result.units[position].name }

  /// The name of a node in the language of the page; its code where it has none.
  func node(_ position: Int) -> String {
    let node = stability.index.nodes[position]
    return node.name.map(context.text) ?? node.code
  }

  /// A section: the mark, what `fill` adds, and the files that it was computed from.
  func section(
    files: [String] = ["framework.csv", "scores.csv"],
    _ fill: (inout Page.PageContent) throws(MarkdownError) -> Void
  ) throws(MarkdownError) -> Page.PageContent {
    var content = Page.PageContent()
    content.body.quote(.strong(.text(mark + ".")) + " " + context.labelText("example.mark_text"))
    try fill(&content)
    let links = files.map { Markdown.link(.text($0), to: WorkedExample.path($0)) }
    content.body.paragraph(
      context.filled("example.source", ["mark": .text(mark), "files": context.enumeration(links)]))
    return content
  }

  /// The texts of a chart, with the mark.
  func chartText(_ key: String, _ values: [String: String], alternative: String) -> ChartText {
    ChartText(
      title: context.label("example." + key + "_title", values), description: alternative,
      note: context.label("example.chart_note"), mark: mark, language: context.language)
  }

  /// Adds a chart; `key` names its labels and its file.
  func add(
    _ key: String, _ values: [String: String] = [:], to content: inout Page.PageContent,
    _ svg: (ChartText) -> String
  ) {
    let alternative = mark + ". " + context.label("example." + key + "_alternative", values)
    let block = context.chart(
      "example-" + key, of: .method, svg: svg(chartText(key, values, alternative: alternative)),
      alternative: alternative,
      caption: mark + ". " + context.label("example." + key + "_caption", values))
    content.body.append(block.document)
    content.charts.append(block.chart)
  }

  /// What the example is: its units, components and files.
  func about() throws(MarkdownError) -> Page.PageContent {
    let index = stability.index
    return try section(files: results.files.map(\.name)) { content throws(MarkdownError) in
      content.body.paragraph(
        context.labelText(
          "example.about",
          [
            "units": context.whole(index.units.count), "leaves": context.whole(index.leaves.count),
            "components": context.whole(index.components.count),
          ]))
      try content.body.table(
        columns: [
          MarkdownColumn(context.labelText("example.component")),
          MarkdownColumn(context.labelText("index.maximum"), alignment: .right),
          MarkdownColumn(context.labelText("example.leaves"), alignment: .right),
        ],
        rows: index.components.map { component in
          let leaves = index.leaves.filter { isBelow(component, $0.node) }.count
          return [
            .text(node(component)), .text(context.decimal(index.nodes[component].weight, places: 2)),
            .text(context.whole(leaves)),
          ]
        })
    }
  }

  private func isBelow(_ component: Int, _ node: Int) -> Bool {
    var position: Int? = node
    while let current = position {
      if current == component { return true }
      position = stability.index.nodes[current].parent
    }
    return false
  }
}
