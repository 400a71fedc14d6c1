import Testing
import Text

@testable import Pages

/// Cards are drawn so that nothing is cut and nothing runs over its edge.
struct CardTests {
  private static let long =
    "Tỷ lệ hồ sơ thủ tục hành chính được tiếp nhận và giải quyết trực tuyến toàn trình trên tổng số hồ sơ đủ "
    + "điều kiện của các sở, ban, ngành và Ủy ban nhân dân cấp xã đạt từ 80% trở lên trong giai đoạn 2021–2030"

  private static func card(_ title: String, _ figure: ShareCard.Figure, number: String? = nil) -> ShareCard {
    ShareCard(
      topic: "Thành phố Hồ Chí Minh · lời hứa trong một văn bản", title: title,
      number: number.map { ShareCard.Number(value: $0, words: "lời hứa đã đến hạn tìm thấy kết quả") },
      figure: figure,
      doubts: ["Tạm tính.", "Địa phương tự nêu.", "Tính cách khác thì kết luận có thể khác."],
      source:
        "Nguồn: Cổng thông tin điện tử Chính phủ; Báo Điện tử Đảng Cộng sản Việt Nam; Bộ Nội vụ và các nơi khác"
    )
  }

  private static func squares(_ count: Int) -> ShareCard.Figure {
    .squares(
      Array(repeating: .missedDoubtfully, count: count),
      counts: [CardMark.met, .missed, .undetermined, .nothing, .pending, .lapsed, .notMeasurable].map {
        ShareCard.Count(mark: $0, words: "\(count) chưa tìm thấy số liệu (3 tạm tính)")
      })
  }

  private static func comparison(_ value: String, share: Double?) -> ShareCard.Figure {
    .comparison(
      ShareCard.Comparison(
        mark: .undetermined, verdict: "Chưa xác định",
        goal: .init(label: "Mức phải đạt", value: value, share: share),
        result: .init(label: "Kết quả (ước cả năm 2022, công bố 31/12/2022)", value: value, share: share)))
  }

  private static func standings(_ count: Int) -> ShareCard.Figure {
    .standings(
      (0..<count).map {
        ShareCard.Standing(
          name: "Thành phố Hồ Chí Minh", rank: "hạng 12/63 / 13/63", value: "trên 91,81% / 91,87%",
          doubts: "các nguồn ghi khác nhau, địa phương tự nêu, suy ra", place: Double($0) / 4)
      })
  }

  static let cards: [ShareCard] = [
    card("Hải Dương", .none), card(long, .none), card("Hải Dương", squares(1), number: "0/1"),
    card(long, squares(64), number: "1.234/5.678"), card(long, squares(900)),
    card(long, comparison("từ 95% trở lên", share: 1)), card("A", comparison(long, share: 0)),
    card(long, comparison("31/12/2023: từ 80% trở lên; 31/12/2025: từ 90% trở lên", share: nil)),
    card("PAR Index 2024", standings(1)), card("Lời hứa", standings(4)),
  ]

  @Test(arguments: cards) func nothingLeavesTheCardAndNoWordIsCut(card: ShareCard) throws {
    let svg = CardDrawing.svg(
      card, site: "Thước đo cải cách hành chính", state: "Dữ liệu chốt ngày 21/11/2026", in: .vietnamese)
    let drawing = try #require(ChartInspector(svg))
    #expect(drawing.width == 1200 && drawing.height == 630)
    var texts: [(left: Double, right: Double, top: Double, bottom: Double)] = []
    for element in drawing.drawn {
      let extent = element.name == "text" ? Self.extent(of: element) : element.extent
      guard let extent else { continue }
      #expect(extent.left >= -0.01 && extent.right <= 1200.01, "\(element.text)")
      #expect(extent.top >= -0.01 && extent.bottom <= 630.01, "\(element.text)")
      // Signs within squares are one character.
      if element.name == "text", element.text.count > 1 { texts.append(extent) }
    }
    for (place, one) in texts.enumerated() {
      #expect(one.left >= 59 && one.right <= 1141)
      for other in texts[(place + 1)...] {
        let isApart =
          one.right <= other.left + 0.5 || other.right <= one.left + 0.5 || one.bottom <= other.top + 2
          || other.bottom <= one.top + 2
        #expect(isApart, "\(one) \(other)")
      }
    }
    let words = drawing.texts.joined(separator: " ").split(separator: " ")
    for word in (card.title + " " + card.source).split(separator: " ") { #expect(words.contains(word)) }
  }

  /// The ink of a line: from the marks above capitals to those below letters is more than one line of the font is high,
  /// so that what is told here is the height of plain letters.
  private static func extent(
    of text: ChartInspector.Element
  ) -> (left: Double, right: Double, top: Double, bottom: Double) {
    let style = text.attributes["style"] ?? ""
    let size = style.split(separator: ";").compactMap { part -> Double? in
      part.hasPrefix("font-size:") ? Double(part.dropFirst(10).dropLast(2)) : nil
    }.first
    let classes = (text.attributes["class"] ?? "").split(separator: " ")
    let width = CardFont.width(text.text, size: size ?? 0, isBold: style.contains("font-weight:700"))
    let left = text["x"] - (classes.contains("end") ? width : classes.contains("middle") ? width / 2 : 0)
    return (left, left + width, text["y"] - (size ?? 0) * 0.76, text["y"] + (size ?? 0) * 0.24)
  }

  @Test func aTitleHasAtMostThreeLinesAndShrinks() {
    let short = FittedText("Hải Dương", width: 1080, largest: 62, mostLines: 3, isBold: true)
    let long = FittedText(Self.long, width: 1080, height: 190, largest: 62, mostLines: 3, isBold: true)
    #expect(short.size == 62 && short.lines == ["Hải Dương"])
    #expect(long.size < 62 && long.lines.count == 3 && long.width <= 1080 && long.height <= 190)
    #expect(long.lines.joined(separator: " ") == Self.long)
    // A word that is wider than the box makes the text smaller.
    let wide = FittedText(String(repeating: "W", count: 20), width: 300, largest: 60, mostLines: 1)
    #expect(wide.lines.count == 1 && wide.width <= 300)
  }

  @Test func marksOverLettersTakeNoWidth() {
    for isBold in [false, true] {
      let plain = CardFont.width("duong Hai", size: 10, isBold: isBold)
      #expect(CardFont.width("dúồng Hải", size: 10, isBold: isBold) == plain)
      #expect(
        CardFont.width("Ha\u{309}i", size: 10, isBold: isBold)
          == CardFont.width("Hai", size: 10, isBold: isBold))
    }
  }

  /// A reader who cannot see the card is told the same, and less about where it comes from.
  @Test func theAlternativeSaysWhatTheCardSays() {
    let card = Self.card("Hải Dương", Self.squares(2), number: "0/1")
    #expect(
      card.alternative.hasPrefix(
        "Thành phố Hồ Chí Minh · lời hứa trong một văn bản. Hải Dương. 0/1 lời hứa đã đến hạn tìm thấy kết quả. "
          + "2 chưa tìm thấy số liệu (3 tạm tính), "))
    let compared = Self.card("A", Self.comparison("từ 95% trở lên", share: 1)).alternative
    #expect(compared.contains("Chưa xác định. Mức phải đạt: từ 95% trở lên. Kết quả (ước cả năm 2022, "))
    #expect(compared.hasSuffix("Tính cách khác thì kết luận có thể khác."))
  }
}
