package import GFM
package import Scoring

extension PageContext {
  /// A label with Markdown in its `{name}` placeholders. A placeholder without a value is marked as missing.
  package func filled(_ key: String, _ values: [String: Markdown]) -> Markdown {
    var rest = Substring(labels.texts[key] ?? label(key))
    var result: [Markdown] = []
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      let name = String(rest[rest.utf8.index(after: open)..<close])
      result.append(.text(String(rest[..<open])))
      result.append(values[name] ?? .text(Labels.missingMark + name))
      rest = rest[rest.utf8.index(after: close)...]
    }
    return (result + [.text(String(rest))]).joined()
  }

  /// A figure of a scorecard row. A row that the data file derives has no printed figure: it says that it follows, and
  /// leads to its data line without wearing the mark of print.
  func figure(_ text: String, of entry: ScorecardEntry, _ citations: [Citation]) -> Markdown {
    guard entry.confidence == .derived else { return figure(text, at: entry.line, citations) }
    let value =
      filled("index.follows", ["value": .text(text)]) + " ("
      + dataLine(labelText("index.derived_line"), entry.line) + ")"
    return citations.isEmpty ? value : value + " " + cites(citations)
  }

  /// A computed number in its shortest exact form.
  package func exact(_ value: ExactDecimal) -> String { NumberText.exact(value, in: language) }

  package func whole(_ value: Int) -> String { NumberText.whole(value, in: language) }

  /// A closed interval in words, `từ 43,35 đến 43,44`; one narrower than 0.1 has three decimals, so that its ends do
  /// not look rounded.
  package func interval(_ interval: Interval) -> String {
    let isNarrow = interval.width < ExactDecimal(tenThousandths: 1_000)
    return text(ScoreWording.interval(interval, places: isNarrow ? 3 : 2))
  }

  /// `2/63`, or the rank alone when the length of the list is not known.
  func rankText(_ rank: Int, of listSize: Int?) -> String {
    whole(rank) + (listSize.map { "/" + whole($0) } ?? "")
  }

  /// A printed number with what the source says about its exactness, `trên 85.600`.
  package func bounded(_ text: String, _ bound: Bound) -> String {
    bound == .exact ? text : label("index.bound_" + bound.rawValue, ["value": text])
  }

  /// A maximum with its sources and its status.
  ///
  /// - Parameter citing: false where the table row already holds source marks.
  package func maximum(_ maximum: Maximum, citing: Bool = true) -> Markdown {
    let value = NumberText.printed(maximum.value, in: language)
    let sources = citing ? maximum.sources.map { Citation(source: $0) } : []
    return figure(value, at: maximum.line, sources) + " " + status(maximum.status)
  }

  /// What is known of a maximum: a stated value, one inferred from the others, an interval, or nothing.
  package func maximum(_ estimate: EditionWeights.Estimate?, citing: Bool = true) -> Markdown {
    guard let estimate else { return unknown }
    if let stated = estimate.stated { return maximum(stated, citing: citing) }
    if let value = estimate.value {
      if estimate.key.node == .total { return .text(exact(value)) }
      let badge = link(labelText("edition.inferred"), to: .method, anchor: "status-derived")
      return .text(exact(value)) + " " + badge
    }
    let isTrivial = estimate.interval.lower <= .zero && estimate.interval.upper >= ExactDecimal(100)
    return isTrivial ? unknown : unknown + ", " + .text(interval(estimate.interval))
  }

  /// The name of a node for a table: `LV3 Cải cách thủ tục hành chính`; the label says when it is the appraisal part.
  func nodeName(_ key: ScoreKey, edition: Edition?) -> Markdown {
    let name = Markdown.text(text(ScoreWording.label(key, edition: edition)).capitalizedFirst)
    let official = edition.flatMap { data.nodeNames($0.id)[key.node] }
    return official.map { .strong(name) + " " + markdown($0) } ?? .strong(name)
  }

  /// An enumeration: `A, B và C`.
  func enumeration(_ pieces: [Markdown]) -> Markdown {
    guard let last = pieces.last, pieces.count > 1 else { return pieces.first ?? "" }
    return filled("common.and", ["first": pieces.dropLast().joined(separator: ", "), "last": last])
  }
}
