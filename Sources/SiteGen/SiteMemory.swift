internal import Scoring

/// The pages of an earlier build in the same process, for one that builds again and again.
///
/// A page is taken from it only when everything that it is rendered from is the same, so a build gives the same
/// bytes with any memory as with none.
public struct SiteMemory: Sendable {
  /// What all pages are rendered with.
  struct Frame: Equatable, Sendable {
    let layout: String
    let labels: [Language: [String: String]]
    let menu: [Language: [PageRenderer.MenuEntry]]
    let baseURL: String?
    let asOf: CalendarDate
    let hasFeed: Bool
  }

  private var frame: Frame?
  /// The pages by their file.
  private var pages: [String: RenderedPage] = [:]

  /// A memory of nothing.
  public init() {}

  /// What was rendered before with the same frame, by file.
  func pages(in frame: Frame) -> [String: RenderedPage] { frame == self.frame ? pages : [:] }

  /// Keeps these pages and no others.
  mutating func keep(_ pages: [RenderedPage], in frame: Frame) {
    self.frame = frame
    self.pages = Dictionary(
      pages.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension RenderedPage {
  /// Whether rendering a page anew, with these titles above it, would give this.
  func holds(_ other: Page, titles: [Route: String]) -> Bool {
    page == other && trail == other.parents.map { titles[$0] }
  }
}
