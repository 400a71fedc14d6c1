package import Text

/// Draws a card as an SVG, from which a program makes the picture.
///
/// Networks show cards about 500 pixels wide, so that what is drawn 28 pixels high is read at 12.
package struct CardDrawing {
  /// The size that networks ask for.
  package static let width = 1200
  package static let height = 630

  private static let margin = 60.0
  private static let inner = Double(width) - 2 * margin
  /// Where the foot begins.
  private static let footTop = 522.0
  /// Larger squares say nothing more.
  private static let largestSquare = 72.0

  private let card: ShareCard
  private let site: String
  private let state: String
  private let language: Language
  private var canvas = CardCanvas()

  /// - Parameters:
  ///   - site: the name of the site.
  ///   - state: the date of the data, in words.
  package static func svg(_ card: ShareCard, site: String, state: String, in language: Language) -> String {
    var drawing = CardDrawing(card: card, site: site, state: state, language: language)
    drawing.draw()
    let size = "width=\"\(width)\" height=\"\(height)\""
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" \(size) lang="\(language.rawValue)">
      \(ChartStyle.definitions)
      <style>
      text{font-family:"\(CardFont.family)"}
      \(CardMark.styles)
      </style>
      <rect \(size) class="paper"/>
      \(drawing.canvas.elements.joined(separator: "\n"))
      </svg>

      """
  }

  private init(card: ShareCard, site: String, state: String, language: Language) {
    (self.card, self.site, self.state, self.language) = (card, site, state, language)
  }

  /// A part of the card.
  private struct Frame {
    var x = CardDrawing.margin
    var y: Double
    var width = CardDrawing.inner
    var bottom = CardDrawing.footTop - 14

    var height: Double { bottom - y }
    var right: Double { x + width }
  }

  private mutating func draw() {
    canvas.box(x: 0, y: 0, width: Double(Self.width), height: 14, "class=\"met\"")
    let topic = FittedText(card.topic, width: Self.inner, largest: 30, mostLines: 1, isBold: true)
    canvas.text(topic, x: Self.margin, top: 40, "card-good")
    let isAlone = card.figure == .none && card.number == nil
    let title = FittedText(
      card.title, width: Self.inner, height: isAlone ? 330 : 190, largest: 62,
      mostLines: isAlone ? 5 : 3, isBold: true)
    canvas.text(title, x: Self.margin, top: 84)
    var frame = Frame(y: 84 + title.height + 26)
    drawFoot()
    switch card.figure {
    case .none:
      drawNumber(in: &frame)
      drawDoubts(in: frame)
    case .squares(let marks, let counts):
      drawNumber(in: &frame)
      draw(marks, counts, in: frame)
    case .comparison(let comparison): draw(comparison, in: frame)
    case .standings(let standings): draw(standings, in: frame)
    }
  }

  /// Whether a line about sources can be read in one line.
  static func hasRoom(forSource source: String) -> Bool { oneLine(source).size >= 20 }

  private static func oneLine(_ source: String) -> FittedText {
    FittedText(source, width: inner, largest: 24, mostLines: 1)
  }

  /// Who says it, the site, and the day.
  private mutating func drawFoot() {
    canvas.line(
      [(Self.margin, Self.footTop), (Self.margin + Self.inner, Self.footTop)], colour: "#d5dadb", width: 2)
    let source =
      Self.hasRoom(forSource: card.source)
      ? Self.oneLine(card.source)
      : FittedText(card.source, width: Self.inner, height: 54, largest: 22, mostLines: 2)
    canvas.text(source, x: Self.margin, top: Self.footTop + (source.lines.count == 1 ? 12 : 2), "soft")
    let day = FittedText(state, width: Self.inner * 0.42, largest: 24, mostLines: 1)
    canvas.text(
      state, x: Self.margin + Self.inner, y: 606, size: day.size, "soft end")
    let name = FittedText(site, width: Self.inner - day.width - 30, largest: 27, mostLines: 1, isBold: true)
    canvas.text(site, x: Self.margin, y: 606, size: name.size, isBold: true)
  }

  /// The number on the left; what follows is drawn beside it.
  private mutating func drawNumber(in frame: inout Frame) {
    guard let number = card.number else { return }
    let width = 350.0
    let value = FittedText(
      number.value, width: width, height: frame.height * 0.6, largest: 118, mostLines: 1, isBold: true)
    let words = FittedText(
      number.words, width: width, height: frame.height - value.height, largest: 34, mostLines: 4)
    canvas.text(value, x: frame.x, top: frame.y - 8, "card-good")
    canvas.text(words, x: frame.x, top: frame.y + value.height - 2)
    frame.x += width + 50
    frame.width -= width + 50
  }

  private mutating func drawDoubts(in frame: Frame) {
    let text = FittedText(
      card.doubts.joined(separator: " "), width: frame.width, height: frame.height, largest: 30, mostLines: 4)
    canvas.text(text, x: frame.x, top: frame.y, "soft")
  }

  private mutating func draw(_ marks: [CardMark], _ counts: [ShareCard.Count], in frame: Frame) {
    let legend = Legend(counts, in: frame.width, mostHeight: max(frame.height * 0.55, 90))
    let room = frame.height - legend.height - 22
    let (side, columns) = Self.grid(marks.count, width: frame.width, height: room)
    let step = side * 1.14
    for (place, mark) in marks.enumerated() {
      mark.draw(
        x: frame.x + step * Double(place % columns), y: frame.y + step * Double(place / columns), side: side,
        on: &canvas)
    }
    let rows = (marks.count + columns - 1) / max(columns, 1)
    let top = min(frame.y + step * Double(rows) + 18, frame.bottom - legend.height)
    for entry in legend.entries {
      let y = top + entry.y
      entry.mark.draw(x: frame.x + entry.x, y: y + 2, side: legend.size, on: &canvas)
      canvas.text(
        entry.words, x: frame.x + entry.x + legend.size * 1.4, y: y + legend.size, size: legend.size)
    }
  }

  /// The side of the largest squares that fit, and how many stand in a row.
  private static func grid(_ count: Int, width: Double, height: Double) -> (side: Double, columns: Int) {
    var side = largestSquare
    while side > 4 {
      let step = side * 1.14
      let columns = max(Int((width + side * 0.14) / step), 1)
      let rows = (count + columns - 1) / columns
      if Double(rows) * step <= height { return (side, columns) }
      side -= 1
    }
    return (side, max(Int(width / (side * 1.14)), 1))
  }

  /// The counts, one after another in lines.
  private struct Legend {
    struct Entry {
      let x: Double
      let y: Double
      let mark: CardMark
      let words: String
    }

    var entries: [Entry] = []
    var size = 32.0
    var height = 0.0

    init(_ counts: [ShareCard.Count], in width: Double, mostHeight: Double) {
      while true {
        entries = []
        var (x, y, widest) = (0.0, 0.0, 0.0)
        for count in counts {
          let own = size * 1.4 + CardFont.width(count.words, size: size, isBold: false)
          if x > 0, x + own > width { (x, y) = (0, y + size * 1.45) }
          entries.append(Entry(x: x, y: y, mark: count.mark, words: count.words))
          widest = max(widest, x + own)
          x += own + size * 1.1
        }
        height = y + size * 1.3
        if (height <= mostHeight && widest <= width) || size <= 14 { return }
        size -= 1
      }
    }
  }

  private mutating func draw(_ comparison: ShareCard.Comparison, in frame: Frame) {
    let side = 84.0
    comparison.mark.draw(x: frame.x, y: frame.y, side: side, on: &canvas)
    let left = 400.0
    let verdict = FittedText(
      comparison.verdict, width: left - side - 20, height: side + 10, largest: 42, mostLines: 2, isBold: true)
    canvas.text(
      verdict, x: frame.x + side + 20, top: frame.y + (side - verdict.height) / 2, comparison.mark.ink)
    let doubts = FittedText(
      card.doubts.joined(separator: " "), width: left, height: frame.height - side - 16, largest: 27,
      mostLines: 8)
    canvas.text(doubts, x: frame.x, top: frame.y + side + 16)
    var right = frame
    right.x += left + 50
    right.width -= left + 50
    let half = right.height / 2
    draw(comparison.goal, in: right, height: half - 6, fill: "class=\"goal\"")
    right.y += half
    let isGood = [.met, .metDoubtfully].contains(comparison.mark)
    let isBad = [.missed, .missedDoubtfully].contains(comparison.mark)
    draw(
      comparison.result, in: right, height: half - 6,
      fill: "class=\"\(isGood ? "met" : isBad ? "missed" : "strokes")\"")
  }

  private mutating func draw(
    _ value: ShareCard.Comparison.Value, in frame: Frame, height: Double, fill: String
  ) {
    let label = FittedText(value.label, width: frame.width, largest: 27, mostLines: 1)
    canvas.text(value.label, x: frame.x, y: frame.y + 24, size: label.size, "soft")
    let bar = value.share == nil ? 0.0 : 22.0
    let text = FittedText(
      value.value, width: frame.width, height: height - 34 - bar, largest: 50, mostLines: 3, isBold: true)
    canvas.text(text, x: frame.x, top: frame.y + 32)
    guard let share = value.share else { return }
    canvas.box(
      x: frame.x, y: frame.y + 36 + text.height, width: max(frame.width * share, 3), height: 16, fill)
  }

  /// One place alone has the whole card.
  private mutating func draw(_ standing: ShareCard.Standing, in frame: Frame) {
    let name = FittedText(standing.name, width: frame.width, largest: 50, mostLines: 1, isBold: true)
    canvas.text(name, x: frame.x, top: frame.y)
    let top = frame.y + name.height
    let rank = FittedText(standing.rank, width: 600, height: 130, largest: 100, mostLines: 2, isBold: true)
    canvas.text(rank, x: frame.x, top: top, "card-good")
    let value = FittedText(standing.value, width: 440, height: 130, largest: 56, mostLines: 2)
    canvas.text(value, x: frame.x + 640, top: top + max(rank.size - value.size, 0))
    draw(standing, x: frame.x, right: frame.right, top: top + 136, height: frame.bottom - top - 136)
  }

  private mutating func draw(_ standings: [ShareCard.Standing], in frame: Frame) {
    if standings.count == 1, frame.height > 280 {
      draw(standings[0], in: frame)
      return
    }
    let row = min(frame.height / Double(max(standings.count, 1)), 104)
    for (place, standing) in standings.enumerated() {
      let top = frame.y + row * Double(place)
      let room = row * 0.95
      let name = FittedText(
        standing.name, width: 340, height: room, largest: 40, mostLines: 2, isBold: true)
      canvas.text(name, x: frame.x, top: top)
      let rank = FittedText(
        standing.rank, width: 280, height: room, largest: 46, mostLines: 2, isBold: true)
      canvas.text(rank, x: frame.x + 360, top: top - 3, "card-good")
      let value = FittedText(standing.value, width: 190, height: room, largest: 40, mostLines: 2)
      canvas.text(value, x: frame.x + 655, top: top)
      draw(standing, x: frame.x + 860, right: frame.right, top: top, height: room)
    }
  }

  /// Where on the list, from the best on the left, and what is doubtful about it.
  private mutating func draw(
    _ standing: ShareCard.Standing, x: Double, right: Double, top: Double, height: Double
  ) {
    var below = top
    if let share = standing.place {
      let y = top + (standing.doubts.isEmpty ? 27 : 16)
      canvas.line([(x + 12, y), (right - 12, y)], colour: "#b9c0c3", width: 4)
      canvas.dot(x: x + 12 + (right - x - 24) * share, y: y, radius: 12, "met")
      below = y + 14
    }
    let doubts = FittedText(
      standing.doubts, width: right - x, height: top + height - below, largest: 26, mostLines: 2)
    canvas.text(doubts, x: x, top: below, "card-open")
  }
}
