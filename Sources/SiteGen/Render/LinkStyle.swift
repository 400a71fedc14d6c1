internal import GFM
internal import Pages
internal import Text

/// Derives the classes of links from their targets, so that the Markdown needs no presentational markup.
struct LinkStyle {
  private let sources: String
  private let dataFiles: String
  private let method: String
  /// The label of the link from a footnote back to the text.
  let footnoteLabel: String

  init(language: Language) {
    sources = Route.sources.path(in: language) + "#"
    dataFiles = String(Route.dataFile("").path(in: language).dropLast())
    method = Route.method.path(in: language) + "#"
    footnoteLabel = language == .vietnamese ? "Về chỗ đặt chú thích" : "Back to the text"
  }

  /// The classes of a link inside the site; nil for a plain one.
  func classes(of target: String) -> String? {
    if target.hasPrefix(sources) || target.hasPrefix("#" + PageContext.sourceAnchor) { return "cite" }
    if isDataLine(target) { return "line" }
    guard target.hasPrefix(method) else { return nil }
    let anchor = target.dropFirst(method.count)
    for kind in ["verdict", "status"] where anchor.hasPrefix(kind + "-") { return "\(kind) \(anchor)" }
    return anchor.hasPrefix("break-") ? "break" : nil
  }

  /// Whether the target is a row or line of a data file.
  func isDataLine(_ target: String) -> Bool {
    target.hasPrefix(dataFiles) && target.containsByte(UInt8(ascii: "#"))
  }
}
