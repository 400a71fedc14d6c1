internal import Pages
internal import Parallel
internal import Scoring
internal import Text

/// The cards of a site: which pages have one of their own, and which card each page shows.
struct SiteCards: Sendable {
  /// How many pages have a card, in each language. So all cards are at most twice as many files.
  static let most = 100

  private let cards: InBothLanguages<[Route: NamedCard]>

  /// A site without cards.
  static let none = SiteCards(InBothLanguages { _ in [:] })

  private init(_ cards: InBothLanguages<[Route: NamedCard]>) { self.cards = cards }

  /// Draws the cards.
  ///
  /// - Parameter asOf: the date of the data.
  init(_ drafts: SiteBuilder.Drafts, asOf: CalendarDate) {
    let chosen = Self.chosen(drafts.heads)
    let made = drafts.pages.filter { chosen.contains($0.head.route) }.parallelMap {
      draft -> (Page.Head, NamedCard)? in
      let (head, context) = (draft.head, drafts.contexts[draft.head.language])
      return draft.card(context).map { card in
        let svg = CardDrawing.svg(
          card, site: context.label("layout.site_title"),
          state: context.label("layout.as_of") + " " + NumberText.date(PartialDate(asOf), in: head.language),
          in: head.language)
        return (head, NamedCard(path: Self.path(of: head), alternative: card.alternative, svg: svg))
      }
    }
    cards = InBothLanguages { language in
      made.reduce(into: [:]) { cards, made in
        if let (head, card) = made, head.language == language { cards[head.route] = card }
      }
    }
  }

  /// The pages with a card of their own. Where more ask for one than there can be, those of the kinds that come first,
  /// and of one kind the newest.
  static func chosen(_ heads: [Page.Head]) -> Set<Route> {
    var seen: Set<Route> = []
    let claims = heads.compactMap { head in
      head.card.flatMap { seen.insert(head.route).inserted ? (route: head.route, claim: $0) : nil }
    }
    let sorted = claims.enumerated().sorted { left, right in
      if left.element.claim < right.element.claim { return true }
      return !(right.element.claim < left.element.claim) && left.offset < right.offset
    }
    return Set(sorted.prefix(most).map(\.element.route))
  }

  /// The card that a page shows: its own, or that of the nearest page above it. The page for missing addresses is not
  /// shared and has none.
  func card(of head: Page.Head) -> NamedCard? {
    guard head.route != .notFound else { return nil }
    return ([head.route] + head.parents.reversed() + [.home]).lazy.compactMap { cards[head.language][$0] }
      .first
  }

  /// The drawings by the path of the picture.
  var drawings: [String: String] {
    cards.both.reduce(into: [:]) { drawings, cards in
      for card in cards.values { drawings[card.path] = card.svg }
    }
  }

  /// `cards/province-hai-duong.vi.png`, from the English address.
  private static func path(of head: Page.Head) -> String {
    let words = head.route.path(in: .english).split(separator: "/").dropFirst()
    return "cards/" + (words.isEmpty ? head.route.kind : words.joined(separator: "-"))
      + ".\(head.language.rawValue).png"
  }
}
