internal import Scoring

extension PageContext {
  /// A square for each promise, what was found first, and how many have each verdict.
  func squares(of promises: [Promise]) -> ShareCard.Figure {
    guard !promises.isEmpty else { return .none }
    let wording = CountsWording(context: self, noun: .promises, counts: AttainmentCounts(promises))
    let sorted = promises.inOrderOfInterest
    let marks = sorted.map { PromiseState($0).mark }
    var counts = Verdict.inOrderOfInterest.flatMap { verdict -> [ShareCard.Count] in
      let own = zip(sorted, marks).filter { $0.0.verdict == verdict }.map(\.1)
      // Those without a doubt come first.
      return wording.parts([verdict]).compactMap { words in
        own.first.map { ShareCard.Count(mark: $0, words: words) }
      }
    }
    if let doubtful = marks.first(where: \.isDoubtful), needsLegend(promises, marks) {
      counts.append(ShareCard.Count(mark: doubtful, words: label("card.dashed")))
    }
    return .squares(marks, counts: counts)
  }

  /// Whether the counts leave open what a dashed square is: not where all of one verdict are said to be provisional.
  private func needsLegend(_ promises: [Promise], _ marks: [CardMark]) -> Bool {
    let isMixed = [(CardMark.met, CardMark.metDoubtfully), (.missed, .missedDoubtfully)].contains {
      marks.contains($0) && marks.contains($1)
    }
    return isMixed || promises.contains { [.metByWay, .missedByWay].contains(PromiseState($0)) }
  }

  /// Of how many promises that came due a result is known; where none came due, how many were made.
  func knownShare(of promises: [Promise]) -> ShareCard.Number? {
    let summary = promises.summary
    guard summary.total > 0 else { return nil }
    guard summary.measurable > 0 else {
      return ShareCard.Number(value: whole(summary.total), words: label("card.made"))
    }
    let known = summary.measurable - summary.count(of: .noData)
    return ShareCard.Number(
      value: whole(known) + "/" + whole(summary.measurable), words: label("card.known"))
  }

  /// Who published the documents of promises and the results that judge them.
  func sourceLine(ofPromises promises: [Promise]) -> String {
    var plans: Set<Identifier<Plan>> = []
    let documents = promises.map(\.plan).filter { plans.insert($0).inserted }
      .compactMap { data.plan($0)?.citation }
    return sourceLine(
      documents + promises.flatMap(\.parts).filter(\.isJudged).flatMap(\.answers).flatMap(\.citations))
  }

  /// The publishers of sources, those of most first; of many as few as fit into a line.
  func sourceLine(_ citations: [Citation]) -> String {
    var counts: [String: Int] = [:]
    var order: [String] = []
    var seen: Set<Identifier<Source>> = []
    for citation in citations where seen.insert(citation.source).inserted {
      guard let name = data.source(citation.source)?.publisher else { continue }
      if counts[name] == nil { order.append(name) }
      counts[name, default: 0] += 1
    }
    guard !order.isEmpty else { return label("card.sources_unknown") }
    let sorted = order.enumerated().sorted { left, right in
      let (one, other) = (counts[left.element] ?? 0, counts[right.element] ?? 0)
      return (other, left.offset) < (one, right.offset)
    }.map(\.element)
    let lines = (1...min(sorted.count, Self.mostPublishers)).reversed().map { count -> String in
      let list = sorted.prefix(count).joined(separator: "; ")
      return label(
        "card.sources", ["list": count < sorted.count ? label("card.sources_others", ["list": list]) : list])
    }
    return lines.first { CardDrawing.hasRoom(forSource: $0) } ?? lines.last ?? ""
  }

  private static let mostPublishers = 3
}

extension PromiseState {
  /// Its square on a card.
  var mark: CardMark {
    switch self {
    case .met: .met
    case .metProvisionally, .metByWay: .metDoubtfully
    case .missed: .missed
    case .missedProvisionally, .missedByWay: .missedDoubtfully
    case .undetermined: .undetermined
    // A card has no room to say what a related figure is.
    case .related, .nothing: .nothing
    case .pending: .pending
    case .lapsed, .lapsedRelated: .lapsed
    case .notMeasurable: .notMeasurable
    }
  }
}
