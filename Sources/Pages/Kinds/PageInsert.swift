internal import GFM
internal import Scoring

/// A generated block that an authored page can hold, by `{{insert:NAME}}` on a line of its own.
enum PageInsert: String, CaseIterable {
  /// The numbers of targets, outcomes, figures and sources.
  case counts
  /// The version of the judging rules.
  case rulesVersion = "rules-version"
  /// Who publishes the site, how to reach them, and which settings do not say so yet.
  case publisher
  /// What the worked example is.
  case exampleAbout = "example-about"
  /// The example: ranks under changed weights.
  case exampleIntervals = "example-intervals"
  /// The example: pairs and groups.
  case examplePairs = "example-pairs"
  /// The example: the changes of one weight that swap two units.
  case exampleFlips = "example-flips"
  /// The example: the best and worst possible ranks.
  case exampleRanges = "example-ranges"
  /// The example: ranks under other constructions of the index.
  case exampleVariants = "example-variants"
  /// The example: how the components relate to each other.
  case exampleCoherence = "example-coherence"
  /// The example: a gap and a change split into components.
  case exampleContributions = "example-contributions"
  /// The example: the uncertainty of weights and measurement combined.
  case exampleUncertainty = "example-uncertainty"

  func content(_ context: PageContext) throws(MarkdownError) -> Page.PageContent {
    let example = ExampleSection(context: context)
    return switch self {
    case .counts: Page.PageContent(counts(context))
    case .rulesVersion: Page.PageContent(rulesVersion(context))
    case .publisher: Page.PageContent(publisher(context))
    case .exampleAbout: try example.about()
    case .exampleIntervals: try example.intervals()
    case .examplePairs: try example.pairs()
    case .exampleFlips: try example.flips()
    case .exampleRanges: try example.ranges()
    case .exampleVariants: try example.variants()
    case .exampleCoherence: try example.coherence()
    case .exampleContributions: try example.contributions()
    case .exampleUncertainty: try example.uncertainty()
    }
  }

  private func rulesVersion(_ context: PageContext) -> MarkdownDocument {
    var document = MarkdownDocument()
    document.paragraph(context.labelText("insert.rules_version", ["version": Verdict.rulesVersion]))
    return document
  }

  private func publisher(_ context: PageContext) -> MarkdownDocument {
    let identity = context.data.publication.identity
    var document = MarkdownDocument()
    var items: [Markdown] = []
    if let publisher = identity.publisher {
      items.append(context.filled("insert.publisher", ["name": context.markdown(publisher)]))
    }
    if let contact = identity.contact, let target = identity.contactLink {
      items.append(context.filled("insert.contact", ["link": .link(.text(contact), to: target)]))
    }
    if let repository = identity.repository {
      let link = Markdown.link(.text(repository.address), to: repository.address)
      items.append(context.filled("insert.repository", ["link": link]))
    }
    document.list(items)
    if !identity.missing.isEmpty {
      let keys = identity.missing.map { Markdown.code($0.rawValue) }.joined(separator: ", ")
      document.paragraph(
        context.filled(
          "insert.settings_missing", ["keys": keys, "file": .code("site/" + SiteSource.identityPath)]))
    }
    return document
  }

  private func counts(_ context: PageContext) -> MarkdownDocument {
    var document = MarkdownDocument()
    let total = context.data.counts
    let counts: [(String, Int)] = [
      ("insert.targets", total.targets), ("insert.tasks", total.tasks), ("insert.plans", total.plans),
      ("insert.outcomes", total.outcomes), ("insert.published", total.published),
      ("insert.scorecards", total.scorecards),
      ("insert.indicators", total.indicators), ("insert.sources", total.sources),
    ]
    document.list(
      counts.map { key, count in
        context.labelText(key, ["count": NumberText.whole(count, in: context.language)])
      })
    return document
  }
}
