import Scoring
import Testing
import Text

@testable import Pages

/// Properties of every chart, and what each kind must not hide.
struct ChartTests {
  @Test func everyChartIsWellFormedAndDescribed() throws {
    for svg in ChartSamples.all {
      let chart = try #require(ChartInspector(svg), "not XML: \(svg.prefix(200))")
      let root = try #require(chart.elements.first)
      #expect(root.attributes["role"] == "img")
      #expect(root.attributes["aria-labelledby"] == "title description")
      #expect(["vi", "en"].contains(root.attributes["lang"]))
      let title = try #require(chart.elements.first { $0.name == "title" })
      #expect(title.text.contains("<cải cách> hành chính & phát triển \"kinh tế"))
      let description = try #require(chart.elements.first { $0.name == "desc" })
      #expect(description.text == "Mô tả <a> & \"b\"")
      #expect(!svg.lowercased().contains("nan\"") && !svg.contains("inf\""))
      // The namespace is the only address: a chart loads nothing from another host.
      #expect(svg.split(separator: "http").count == 2)
    }
  }

  @Test func nothingIsDrawnOutsideTheChart() throws {
    for svg in ChartSamples.all {
      let chart = try #require(ChartInspector(svg))
      for element in chart.drawn {
        guard let extent = element.extent else { continue }
        let what = "\(element.name) \(element.attributes) \(element.text)"
        #expect(extent.left >= 0 && extent.right <= chart.width, "\(what)")
        #expect(extent.top >= 0 && extent.bottom <= chart.height, "\(what)")
        #expect(element["width"] >= 0 && element["height"] >= 0, "\(what)")
      }
    }
  }

  @Test func theSameChartGivesTheSameBytes() { #expect(ChartSamples.all == ChartSamples.all) }

  @Test func whatIsNotKnownIsHatched() throws {
    for svg in ChartSamples.all {
      let chart = try #require(ChartInspector(svg))
      for element in chart.unknown {
        #expect(element.attributes["fill"]?.hasPrefix("url(#") == true)
        #expect(element.attributes["class"] == nil)
      }
    }
  }

  @Test func columnsOfYearsAreAsHighAsTheirValues() throws {
    func chart(_ values: [(Int, String)], goal: YearsChart.Goal?) throws -> ChartInspector {
      try #require(
        ChartInspector(
          YearsChart(
            text: ChartSamples.words(.vietnamese), unit: .percent,
            values: values.map {
              .init(year: $0.0, range: .init(ChartSamples.decimal($0.1)), isAnswer: $0.0 == 2024)
            },
            goal: goal, verdict: .missed, breaks: [2024]
          ).svg))
    }
    let goal = YearsChart.Goal(value: ChartSamples.decimal("100"), year: 2024)
    let known = try chart([(2022, "50"), (2024, "80")], goal: goal)
    let (other, answer) = (known.boxes("f2"), known.boxes("missed"))
    #expect(other.count == 1 && answer.count == 1)
    let heights = [other.first?["height"], answer.first?["height"]].compactMap { $0 }
    #expect(heights.count == 2 && abs(heights[0] / heights[1] - 50.0 / 80) < 0.01)
    #expect(known.texts.contains("50%") && known.texts.contains("80%"))
    #expect(
      ["2022", "2023", "2024"].allSatisfy(known.texts.contains), "a year without a value keeps its place")
    let open = try chart([(2022, "50")], goal: goal)
    #expect(open.boxes("missed").isEmpty && open.texts.contains("?"))
  }

  @Test func noLineCrossesAGapOrABreak() throws {
    func lines(_ points: [(Int, String)], breaks: [Int]) throws -> [String] {
      let series = IndexSeriesChart.Series(
        name: "A", points: points.map { .init(year: $0.0, value: ChartSamples.interval($0.1)) })
      let svg = IndexSeriesChart(
        text: ChartSamples.words(.vietnamese), unit: .percent, series: [series],
        breaks: breaks.map { .init(year: $0, label: "x") }
      ).svg
      let chart = try #require(ChartInspector(svg))
      return chart.drawn.compactMap { $0.attributes["class"] }.filter { $0.hasPrefix("series") }
    }
    #expect(try lines([(2020, "80"), (2021, "82"), (2023, "81")], breaks: []) == ["series s0"])
    #expect(try lines([(2020, "80"), (2021, "82"), (2022, "81")], breaks: [2022]) == ["series s0"])
    #expect(try lines([(2020, "80")], breaks: [2020]) == [])
  }

  @Test func conflictingValuesAreARangeAndNoLine() throws {
    let chart = try #require(ChartInspector(ChartSamples.series().svg))
    let ranges = chart.unknown.filter { $0.name == "rect" }
    #expect(ranges.count == 1)
    #expect(chart.unknown.filter { $0.name == "path" }.count == 1)
    #expect(chart.texts.contains("87,30–88,10"))
  }

  @Test func endLabelsDoNotMeet() throws {
    let chart = try #require(ChartInspector(ChartSamples.series().svg))
    let labels = chart.drawn.filter {
      $0.name == "text" && ($0.attributes["class"] ?? "").hasPrefix("strong f")
    }
    let ys = labels.map { $0["y"] }.sorted()
    #expect(ys.count >= 4)
    for (upper, lower) in zip(ys, ys.dropFirst()) { #expect(lower - upper >= 20) }
  }

  @Test func componentsShowTheKnownPartSolidAndTheRestHatched() throws {
    let rows = [
      ComponentBarsChart.ComponentBar(
        label: "A", maximum: ChartSamples.interval("10"), points: ChartSamples.interval("2", "5"),
        value: "2–5"),
      ComponentBarsChart.ComponentBar(
        label: "B", maximum: ChartSamples.interval("8"), points: nil, value: "chưa biết"),
    ]
    let chart = try #require(
      ChartInspector(
        ComponentBarsChart(
          text: ChartSamples.words(.vietnamese), rows: rows, knownLabel: "k", unknownLabel: "u"
        ).svg))
    let bars = chart.drawn.filter { $0.name == "rect" && $0["height"] == 20 }
    let known = bars.filter { $0.attributes["class"] == "confirmed" }.map { $0["width"] }
    #expect(known == [99.2])
    #expect(bars.filter { $0.attributes["data-known"] == "no" }.map { $0["width"] } == [148.8, 396.8])
  }

  @Test func unknownWeightsAreOneRestWithoutInnerBorders() throws {
    let chart = try #require(ChartInspector(ChartSamples.weights().svg))
    let rests = chart.unknown.filter { $0["height"] == 48 }
    #expect(rests.count == 2)
    let first = try #require(rests.first)
    #expect(abs(first["width"] - 496 * 0.505) < 0.02)
    #expect(chart.texts.contains("LV2 + LV4"))
    #expect(chart.texts.contains("50,5"))
  }

  @Test func outcomesAreDotsWhenExactAndHatchedWhenNot() throws {
    let chart = try #require(ChartInspector(ChartSamples.targets().svg))
    #expect(chart.drawn.filter { $0.attributes["class"] == "dot" }.count == 3)
    #expect(chart.unknown.count == 2)
    #expect(chart.texts.contains("Chưa tìm thấy số liệu"))
  }

  @Test func ranksLieOnTheAxisAndTheMarkIsInTheChart() throws {
    let row = RankIntervalChart.RankIntervalBar(
      label: "A", rank: 2, low: ExactDecimal(1), high: ExactDecimal(3), possible: 1...4, value: "1–3")
    let chart = try #require(
      ChartInspector(
        RankIntervalChart(
          text: ChartText(title: "T", description: "D", mark: "DỮ LIỆU GIẢ ĐỊNH", language: .vietnamese),
          rows: [row], ranks: 5, axisTitle: "hạng", legend: .init(interval: "khoảng")
        ).svg))
    #expect(chart.texts.contains("DỮ LIỆU GIẢ ĐỊNH"))
    #expect(chart.elements.first { $0.name == "title" }?.text == "T – DỮ LIỆU GIẢ ĐỊNH")
    let ticks = chart.drawn.filter { $0.name == "text" && $0.attributes["class"] == "soft middle" }
    #expect(ticks.map(\.text) == ["1", "2", "3", "4", "5"])
    let dot = try #require(chart.drawn.first { $0.attributes["class"] == "dot" })
    #expect(dot["cx"] == ticks[1]["x"])
    let bar = try #require(chart.boxes("single").last)
    #expect(abs(bar["x"] + 9 - ticks[0]["x"]) < 0.02)
    #expect(abs(bar["x"] + bar["width"] - 9 - ticks[2]["x"]) < 0.02)
    let possible = try #require(chart.boxes("goal").last)
    #expect(abs(possible["x"] + possible["width"] - 9 - ticks[3]["x"]) < 0.02)
  }

  @Test func tilesShowTheFigureThatFitsAndHatchWhatIsNotKnown() throws {
    let chart = try #require(ChartInspector(ChartSamples.tiles().svg))
    for text in ["91,81", "87,84", "#63", "0,7857", "≠", "?", "Huế"] { #expect(chart.texts.contains(text)) }
    #expect(!chart.texts.contains("123456,789") && !chart.texts.contains("#22"))
    // The swatches of the legend, and the tiles.
    #expect(chart.unknown.count == 4)
    let tiles = chart.drawn.filter { $0.name == "rect" && $0["height"] == 54 }
    #expect(tiles.count == 6)
    for (place, tile) in tiles.enumerated() {
      for other in tiles[(place + 1)...] {
        #expect(tile["x"] + tile["width"] <= other["x"] || tile["y"] + 54 <= other["y"])
      }
    }
    let titles = chart.elements.filter { $0.name == "title" }.map(\.text)
    #expect(
      titles.dropFirst() == ["A <b> & 0", "A <b> & 1", "A <b> & 2", "A <b> & 3", "A <b> & 4", "A <b> & 5"])
  }

  @Test func thirdsOfAListAreAsEqualAsTheyCanBe() {
    for size in 1...70 {
      let shades = (1...size).map { TileMapChart.Shade(rank: $0, of: size) }
      let counts = [TileMapChart.Shade.upper, .middle, .lower].map { shade in shades.count { $0 == shade } }
      #expect(counts.reduce(0, +) == size && (counts.max() ?? 0) - (counts.min() ?? 0) <= 1)
      #expect(shades == shades.sorted { order($0) < order($1) })
    }
    #expect(TileMapChart.Shade(rank: 9, of: 3) == .lower)
  }

  private func order(_ shade: TileMapChart.Shade) -> Int {
    TileMapChart.Shade.allCases.firstIndex(of: shade) ?? 0
  }

  @Test func barsStandOnTheirSideOfZero() throws {
    let rows = [("-10", "f1"), ("5", "f0")].map { amount, _ in
      SignedBarsChart.SignedBar(label: amount, amount: ChartSamples.decimal(amount), value: amount)
    }
    let chart = try #require(
      ChartInspector(
        SignedBarsChart(text: ChartSamples.words(.vietnamese), unit: .percent, rows: rows).svg))
    let (below, above) = (try #require(chart.boxes("f1").first), try #require(chart.boxes("f0").first))
    let zero = try #require(chart.drawn.first { $0.name == "line" && $0["y2"] - $0["y1"] == 20 })["x1"]
    #expect(abs(below["x"] + below["width"] - zero) < 0.02 && above["x"] == zero)
    #expect(abs(below["width"] - 2 * above["width"]) < 0.05)
  }

  @Test func sharesFillTheBarAndNothingIsAnEmptyFrame() throws {
    let chart = try #require(ChartInspector(ChartSamples.shares().svg))
    let parts = ["confirmed", "derived", "f3"].map { style in
      chart.boxes(style).filter { $0["width"] > 20 }.map { $0["width"] }
    }
    let whole = try #require(parts[2].last)
    #expect(abs((parts[0].first ?? 0) - whole * 60 / 102) < 0.05)
    #expect(abs((parts[1].first ?? 0) - whole * 30 / 102) < 0.05)
    #expect(chart.boxes("outline").contains { $0.attributes["stroke-dasharray"] != nil })
  }
}
