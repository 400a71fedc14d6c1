internal import GFM
internal import Scoring

extension PageContext {
  /// The place that tells what a page is about: the page itself, unless it would say too little to stand alone.
  ///
  /// This alone decides which pages fold. Writers name all their pages; one that is told elsewhere becomes a
  /// ``MovedPage``, and each link to it leads there.
  package func place(of route: Route) -> PagePlace {
    switch route {
    case .indicator(let id):
      data.isFolded(id) ? PagePlace(.indicators, anchor: route.entryAnchor) : PagePlace(route)
    case .plan(let id): PagePlace(data.promiseOfFoldedPlan(id).map { .promise($0) } ?? route)
    default: PagePlace(route)
    }
  }

  /// The address of the place that tells what a page is about.
  ///
  /// - Parameter anchor: an element of the page; of a page that is told elsewhere it does not count.
  package func address(of route: Route, anchor: String? = nil) -> String {
    let place = place(of: route)
    return (place.route == route ? PagePlace(route, anchor: anchor) : place).path(in: language)
  }

  /// The same link as from anywhere, with the identifier of the entry on a list.
  func entry(_ label: Markdown, of route: Route) -> Markdown {
    .link(label, to: address(of: route), style: nil, identifier: route.entryAnchor)
  }
}
