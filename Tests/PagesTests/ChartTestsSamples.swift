import Scoring
import Text

@testable import Pages

/// Charts with long labels, odd counts and gaps, in both languages.
enum ChartSamples {
  static func decimal(_ text: String) -> ExactDecimal { ExactDecimal(text) ?? .zero }

  static func interval(_ low: String, _ high: String? = nil) -> Interval {
    Interval(between: decimal(low), and: decimal(high ?? low))
  }

  static func words(_ language: Language) -> ChartText {
    ChartText(
      title: "Tác động của <cải cách> hành chính & phát triển \"kinh tế - xã hội\" qua các năm ở địa phương",
      description: "Mô tả <a> & \"b\"", note: "Nguồn: Bộ Nội vụ & các tỉnh", language: language)
  }

  static let longLabel =
    "Xây dựng và phát triển chính quyền điện tử, chính quyền số & dịch vụ công trực tuyến <toàn trình>"

  static func years(_ language: Language = .vietnamese, unit: MeasurementUnit = .percent) -> YearsChart {
    YearsChart(
      text: words(language), unit: unit,
      values: [
        .init(year: 2019, range: .init(decimal("61.5")), isAnswer: false),
        .init(year: 2021, range: .init(lower: decimal("70"), upper: nil), isAnswer: false),
        .init(year: 2024, range: .init(decimal("96")), isAnswer: true),
        .init(year: 2024, range: .init(decimal("95.9")), isAnswer: true),
      ],
      goal: .init(value: decimal("100"), year: 2024), verdict: .missed, breaks: [2021, 2030])
  }

  static func series(_ language: Language = .vietnamese) -> IndexSeriesChart {
    func point(_ year: Int, _ low: String, _ high: String? = nil) -> IndexSeriesChart.Point {
      .init(year: year, value: interval(low, high))
    }
    return IndexSeriesChart(
      text: words(language), unit: .percent,
      series: [
        .init(
          name: "Hải Dương",
          points: [point(2019, "81.45"), point(2020, "86.29"), point(2021, "87.3", "88.1")],
          lastValue: "87,30–88,10"),
        .init(name: "Bắc Kạn", points: [point(2021, "84.69"), point(2023, "84.24")], lastValue: "84,24"),
        .init(name: longLabel, points: [point(2024, "84.2")], lastValue: "84,20"),
        .init(name: "Hải Phòng", points: []),
        .init(name: "Nam Định", points: [point(2022, "84.25"), point(2023, "84.3")], lastValue: "84,30"),
      ],
      breaks: [
        .init(year: 2020, label: longLabel), .init(year: 2022, label: "Quyết định 876/QĐ-BNV"),
        .init(year: 2024, label: "Bộ tiêu chí 2024"), .init(year: 2030, label: "ngoài biểu đồ"),
      ])
  }

  static func panels(_ language: Language = .vietnamese) -> IndexPanelsChart {
    IndexPanelsChart(
      text: words(language), unit: .percent, series: series(language).series, breaks: [2020, 2022, 2030])
  }

  static func components(_ language: Language = .vietnamese) -> ComponentBarsChart {
    ComponentBarsChart(
      text: words(language),
      rows: [
        .init(
          label: longLabel, maximum: interval("10.5"), points: interval("9.8"), value: "9,80 / 10,5",
          status: .confirmed),
        .init(label: "LV2", maximum: interval("5", "10"), points: interval("3.1", "8.2"), value: "3,1–8,2"),
        .init(label: "LV3", maximum: interval("12"), points: nil, value: "chưa biết / 12"),
        .init(label: "LV4", maximum: nil, points: nil, value: longLabel),
        .init(label: "LV5", maximum: interval("31.5"), points: interval("0", "31.5"), value: "0–31,5"),
      ],
      knownLabel: "điểm đã biết", unknownLabel: "khoảng có thể", statusNames: [.confirmed: "đã đối chiếu"])
  }

  static func weights(_ language: Language = .vietnamese) -> WeightsChart {
    func segment(_ number: Int, _ value: String?, _ status: Confidence) -> WeightsChart.Segment {
      .init(code: "LV\(number)", maximum: value.map(decimal), status: status)
    }
    return WeightsChart(
      text: words(language),
      rows: [
        .init(
          label: longLabel, detail: "2022–2023", total: ExactDecimal(100),
          segments: [
            segment(1, "10.5", .confirmed), segment(2, nil, .single), segment(3, "0.5", .single),
            segment(8, "38.5", .derived), segment(4, nil, .single),
          ]),
        .init(
          label: "B", detail: "", total: ExactDecimal(100),
          segments: (1...8).map { segment($0, nil, .single) }),
      ],
      statusNames: [.confirmed: "đã đối chiếu", .single: "một nguồn", .derived: "suy ra"],
      unknownLabel: "chưa biết")
  }

  static func targets(_ language: Language = .vietnamese) -> TargetOutcomeChart {
    typealias Span = TargetOutcomeChart.Span
    let goal = Span(lower: decimal("95"), upper: nil)
    return TargetOutcomeChart(
      text: words(language), unit: .percent,
      rows: [
        .init(
          label: longLabel, detail: longLabel, targets: [goal],
          outcomes: [Span(lower: decimal("99"), upper: nil)], verdict: .met),
        .init(
          label: "Bắc Kạn", detail: "96,5%", targets: [Span(lower: nil, upper: decimal("98"))],
          outcomes: [Span(decimal("96.5"))], verdict: .missed),
        .init(
          label: "Nam Định", detail: "", targets: [goal, Span(decimal("96"))],
          outcomes: [Span(decimal("94.2")), Span(decimal("97"))], verdict: .undetermined),
        .init(label: "Hải Phòng", detail: "", targets: [goal], outcomes: [], verdict: .noData),
      ])
  }

  static func ranks(_ language: Language = .vietnamese, units: Int = 63) -> RankIntervalChart {
    RankIntervalChart(
      text: ChartText(
        title: words(language).title, description: words(language).description, note: words(language).note,
        mark: "DỮ LIỆU GIẢ ĐỊNH: <không> nói về nơi nào có thật & không trộn với số liệu thật",
        language: language),
      rows: (0..<units).map { unit in
        .init(
          label: unit == 1 ? longLabel : "SYN-\(unit)", rank: unit == 2 ? nil : unit + 1,
          low: ExactDecimal(max(unit - 3, 1)), high: ExactDecimal(min(unit + 5, units)),
          possible: unit.isMultiple(of: 2) ? 1...(unit + 1) : nil, value: "1–63")
      },
      ranks: units, axisTitle: "hạng", legend: .init(interval: longLabel, rank: "hạng", possible: "có thể"))
  }

  static func signed(_ language: Language = .vietnamese) -> SignedBarsChart {
    SignedBarsChart(
      text: words(language), unit: .percent,
      rows: [
        .init(label: longLabel, detail: longLabel, amount: decimal("-12.5"), value: "−12,5%"),
        .init(label: "A", amount: decimal("3"), value: "+3,0%"), .init(label: "B", amount: .zero, value: "0"),
      ])
  }

  static func shares(_ language: Language = .vietnamese) -> ShareBarsChart {
    ShareBarsChart(
      text: words(language),
      rows: [
        .init(label: longLabel, shares: ["60", "30", "12"].map(decimal), value: "± 0,5"),
        .init(label: "A", shares: [], value: "± 0,0"),
        .init(label: "B", shares: ["0", "0", "100"].map(decimal), value: "± 1,0"),
      ],
      legend: ["do trọng số", "do cả hai cùng lúc", "do sai số của điểm"])
  }

  /// Every kind of chart in both languages, and the empty ones.
  /// One tile of each shade, in two rows.
  static func tiles(_ language: Language = .vietnamese) -> TileMapChart {
    let shades = TileMapChart.Shade.allCases
    let figures: [[String]] = [
      ["91,81"], ["87,84", "#22"], ["123456,789", "#63"], ["0,7857"], ["≠"], ["?"],
    ]
    return TileMapChart(
      text: words(language),
      tiles: zip(shades, figures).enumerated().map { place, tile in
        .init(
          row: 1 + place / 4, column: 1 + 2 * (place % 4), name: place == 1 ? "Huế" : "Thái Nguyên",
          figures: tile.1, title: "A <b> & \(place)", shade: tile.0)
      },
      legend: Dictionary(uniqueKeysWithValues: shades.map { ($0, "nhãn & <\($0)>") }))
  }

  static var all: [String] {
    Language.allCases.flatMap { language in
      [
        years(language).svg, years(language, unit: .rank).svg, series(language).svg, panels(language).svg,
        components(language).svg,
        weights(language).svg,
        targets(language).svg, ranks(language).svg, ranks(language, units: 2).svg,
        signed(language).svg, shares(language).svg,
        SignedBarsChart(text: words(language), unit: .points, rows: []).svg,
        ShareBarsChart(text: words(language), rows: [], legend: []).svg, ranks(language, units: 1).svg,
        ranks(language, units: 0).svg, tiles(language).svg,
        TileMapChart(text: words(language), tiles: [], legend: [:]).svg,
        YearsChart(text: words(language), unit: .points, values: [], goal: nil, verdict: .noData).svg,
        IndexSeriesChart(text: words(language), unit: .percent, series: []).svg,
        IndexPanelsChart(text: words(language), unit: .percent, series: []).svg,
        ComponentBarsChart(text: words(language), rows: [], knownLabel: "", unknownLabel: "").svg,
        WeightsChart(text: words(language), rows: [], statusNames: [:], unknownLabel: "").svg,
        TargetOutcomeChart(text: words(language), unit: .count, rows: []).svg,
      ]
    }
  }
}
