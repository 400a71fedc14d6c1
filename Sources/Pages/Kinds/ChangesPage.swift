package import GFM
package import Scoring
internal import Text

/// What the site said and no longer says: changes of data, of rules, and mistakes, the newest first.
package struct ChangesPage: PageWriter {
  package init() {}

  package func outline(_ context: PageContext) -> [(head: Page.Head, subject: NoSubject)] {
    let head = Page.Head(
      route: .changes, language: context.language, title: context.label("changes.title"),
      description: context.label("changes.description"), parents: [.home])
    return [(head, NoSubject())]
  }

  package func content(of subject: NoSubject, _ context: PageContext) throws(MarkdownError)
    -> Page.PageContent
  {
    let changes = context.data.changes
    var body = MarkdownDocument()
    body.paragraph(lead(changes, context))
    body.paragraph(context.labelText("insert.rules_version", ["version": Verdict.rulesVersion]))
    let targets = Dictionary(
      context.data.plans.flatMap(\.targets).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var day: CalendarDate?
    for change in changes {
      if change.date != day {
        body.heading(
          2, .text(context.date(PartialDate(change.date)) + " {#\(Self.anchor(of: change.date))}"))
        day = change.date
      }
      add(change, targets, to: &body, context)
    }
    addFeeds(to: &body, context)
    return Page.PageContent(body)
  }

  /// The place of a day on the page.
  package static func anchor(of day: CalendarDate) -> String { "day-\(day)" }

  /// The feeds, which a site has only when its address is known.
  private func addFeeds(to body: inout MarkdownDocument, _ context: PageContext) {
    guard context.data.publication.baseURL != nil else { return }
    func link(_ label: Markdown, _ route: Route) -> Markdown {
      .link(label, to: route.path(in: context.language) + "feed.xml")
    }
    body.heading(2, context.labelText("changes.feeds"))
    body.paragraph(context.labelText("changes.feeds_text"))
    body.list(
      [link(context.labelText("changes.feed_all"), .changes)]
        + context.entitiesWithPage.map { link(.text(context.entityName($0)), .province($0)) })
  }

  private func lead(_ changes: [Change], _ context: PageContext) -> Markdown {
    guard !changes.isEmpty else { return context.labelText("changes.none") }
    let targets = Set(changes.flatMap(\.targets)).count
    let mistakes = changes.count { $0.cause == .mistake }
    return context.labelText(
      "changes.lead",
      [
        "changes": context.whole(changes.count), "targets": context.whole(targets),
        "mistakes": context.whole(mistakes),
      ])
  }

  private func add(
    _ change: Change, _ targets: [Identifier<Target>: Target], to body: inout MarkdownDocument,
    _ context: PageContext
  ) {
    body.paragraph(context.change(change))
    let affected =
      change.targets.map { id -> Markdown in
        guard let target = targets[id] else { return .code(id.rawValue) }
        return context.entity(target.entity) + ": "
          + context.link(toTarget: target, context.markdown(target.statement))
      }
      + change.figures.map { figure in
        context.entity(figure.entity) + ", " + subject(figure, context) + ", " + .text(String(figure.year))
      }
    if !affected.isEmpty { body.list(affected) }
  }

  private func subject(_ figure: Change.AffectedFigure, _ context: PageContext) -> Markdown {
    guard let indicator = context.data.indicator(Identifier(figure.subject)) else {
      return .text(figure.subject)
    }
    return context.link(context.markdown(indicator.name), to: .indicator(indicator.id))
  }
}

extension PageContext {
  /// What changed, why, from which verdict to which, and who was told.
  func change(_ change: Change) -> Markdown {
    var text = Markdown.strong(labelText("changes.why_" + change.cause.rawValue)) + ": "
    text += markdown(change.what)
    if let before = change.before, let after = change.after {
      text += " " + filled("changes.verdicts", ["from": verdict(before), "to": verdict(after)])
    }
    if let told = change.told { text += " " + filled("changes.told", ["who": markdown(told)]) }
    return text + " " + link(labelText("plan.data_line"), to: .dataFile(change.line.file))
  }
}
