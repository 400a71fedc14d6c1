package import GFM
internal import Scoring
internal import Text

/// All provinces with a page, each with what is known of it in one line.
package struct ProvinceListPage: PageWriter {
  package init() {}

  package func outline(_ context: PageContext) -> [(head: Page.Head, subject: NoSubject)] {
    let head = Page.Head(
      route: .provinces, language: context.language, title: context.label("provinces.title"),
      description: context.label("provinces.description"), parents: [.home])
    return [(head, NoSubject())]
  }

  package func content(of subject: NoSubject, _ context: PageContext) throws(MarkdownError)
    -> Page.PageContent
  {
    let all = context.entitiesWithPage
    let compared = all.filter(context.data.comparedProvinces.contains)
    let others = all.filter { !compared.contains($0) }
    var body = MarkdownDocument()
    body.paragraph(context.labelText("provinces.lead", ["count": context.whole(all.count)]))
    add(compared, "provinces.compared", to: &body, context)
    add(others, "provinces.others", to: &body, context)
    return Page.PageContent(body)
  }

  private func add(
    _ entities: [Identifier<Entity>], _ heading: String, to body: inout MarkdownDocument,
    _ context: PageContext
  ) {
    guard !entities.isEmpty else { return }
    body.heading(2, context.labelText(heading))
    for entity in entities {
      body.heading(3, context.entity(entity) + " {#" + .text(entity.rawValue) + "}")
      body.paragraph(line(entity, context))
    }
  }

  /// `Đến hết ngày 30/6/2025, sau đó thuộc Hải Phòng. 3 văn bản, 40 lời hứa. … PAR Index 2024: 91,80%, hạng 5.`
  private func line(_ id: Identifier<Entity>, _ context: PageContext) -> Markdown {
    var sentences: [Markdown] = []
    if let mention = context.data.mention(id), let until = mention.until, !mention.successors.isEmpty {
      sentences.append(
        context.filled(
          "provinces.until",
          [
            "date": .text(context.date(until)),
            "successors": context.enumeration(mention.successors.map(context.entity)),
          ]))
    }
    let plans = context.data.plansOfEntity(id)
    let promises = Promise.all(in: context.data.attainmentsOfEntity(id)).filter {
      $0.scope == .administrativeReform
    }
    if plans.isEmpty {
      sentences.append(context.labelText("province.no_plans"))
    } else {
      sentences.append(
        context.labelText(
          "provinces.promises",
          [
            "plans": context.whole(plans.count { $0.scope == .administrativeReform }),
            "promises": context.whole(promises.count), "all": context.whole(plans.count),
          ]))
      sentences.append(.text(context.published(promises.summary)))
    }
    let year = context.data.indexYears.first { !context.totals(of: id, year: $0).isEmpty }
    if let year {
      sentences.append(
        context.filled(
          "province.latest_index",
          ["year": .text(String(year)), "value": context.totalSummary(context.totals(of: id, year: year))]))
    }
    return sentences.joined(separator: " ")
  }
}
