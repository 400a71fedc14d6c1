/// The findings that people are shown: of findings with the same fault in one file the first few and the number of
/// the others, and only so many in all.
struct FindingSelection: Sendable {
  enum Item: Sendable {
    case finding(Finding)
    /// A finding that stands for this many with the same fault.
    case alike(Finding, count: Int)

    var finding: Finding {
      switch self {
      case .finding(let finding), .alike(let finding, _): finding
      }
    }
  }

  private static let mostAlike = 5
  private static let mostShown = 200

  let items: [Item]
  /// The findings that no item stands for.
  let rest: (count: Int, hasErrors: Bool)

  init(_ findings: [Finding]) {
    var counts: [Fault: Int] = [:]
    let faults = findings.map(Fault.init)
    for (finding, fault) in zip(findings, faults) { counts[fault, default: 0] += 1 + finding.unheld }
    var seen: [Fault: Int] = [:]
    var items: [Item] = []
    var (shown, rest, hasErrors) = (0, 0, false)
    for (finding, fault) in zip(findings, faults) {
      let place = seen[fault, default: 0]
      seen[fault] = place + 1
      if place > Self.mostAlike { continue }
      let count = counts[fault, default: 0] - Self.mostAlike
      if shown == Self.mostShown {
        rest += place == Self.mostAlike ? count : 1
        if finding.severity == .error { hasErrors = true }
      } else if place == Self.mostAlike {
        items.append(.alike(finding, count: count))
      } else {
        shown += 1
        items.append(.finding(finding))
      }
    }
    self.items = items
    self.rest = (rest, hasErrors)
  }

  /// What findings with the same fault have in common.
  private struct Fault: Hashable {
    let file: String
    let rule: String
    let subject: String
    /// The sentence without quoted words and digits.
    let sentence: String

    init(_ finding: Finding) {
      (file, rule, subject) = (finding.file, finding.rule, finding.subject)
      var sentence = String.UnicodeScalarView()
      var isQuoted = false
      for scalar in finding.message.en.unicodeScalars {
        if scalar == "“" { isQuoted = true }
        if !isQuoted, !("0"..."9").contains(scalar) { sentence.append(scalar) }
        if scalar == "”" { isQuoted = false }
      }
      self.sentence = String(sentence)
    }
  }
}
